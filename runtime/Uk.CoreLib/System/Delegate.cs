// Delegates. Compiled code knows the fields by their offsets and calls the initialisers and thunks by name.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

public abstract unsafe partial class Delegate
{
    private object? _firstParameter;
    private object? _helperObject;
    private nint _extraFunctionPointerOrData;
    private nint _functionPointer;

    /// <summary>What GetThunk is asked for; the number is ilc's.</summary>
    private const int MulticastThunk = 0;

    private protected Delegate() { }

    private protected virtual nint GetThunk(int whichThunk) => 0;

    private void InitializeClosedInstance(object? firstParameter, nint functionPointer)
    {
        if (firstParameter is null) throw new ArgumentException("A delegate to an instance method needs an instance.");
        _functionPointer = functionPointer;
        _firstParameter = firstParameter;
    }

    private void InitializeClosedInstanceSlow(object? firstParameter, nint functionPointer) =>
        InitializeClosedInstance(firstParameter, functionPointer);

    /// <summary>The method is looked up now: the object's type does not change.</summary>
    private void InitializeClosedInstanceToInterface(object? firstParameter, nint dispatchCell)
    {
        if (firstParameter is null) throw new NullReferenceException();
        InitializeClosedInstance(firstParameter, (nint)Internal.Runtime.InterfaceDispatch.Resolve(firstParameter, (Internal.Runtime.InterfaceDispatch.Cell*)dispatchCell));
    }

    private void InitializeClosedStaticThunk(object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _extraFunctionPointerOrData = functionPointer;
        _helperObject = firstParameter;
        _functionPointer = functionPointerThunk;
        _firstParameter = this;
    }

    private void InitializeOpenStaticThunk(object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _firstParameter = this;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
    }

    /// <summary>An entry of an invocation list. The thunk that ilc writes knows it by this name and its field's.</summary>
    private struct Wrapper
    {
        public Delegate Value;
    }

    [return: NotNullIfNotNull(nameof(a)), NotNullIfNotNull(nameof(b))]
    public static Delegate? Combine(Delegate? a, Delegate? b)
    {
        if (a is null) return b;
        if (b is null) return a;
        if (a.m_pEEType != b.m_pEEType) throw new ArgumentException("Delegates must be of the same type.");
        ReadOnlySpan<Wrapper> first = a.InvocationList;
        ReadOnlySpan<Wrapper> second = b.InvocationList;
        Wrapper[] all = new Wrapper[first.Length + second.Length];
        first.CopyTo(all);
        second.CopyTo(new Span<Wrapper>(all).Slice(first.Length));
        return a.NewMulticast(all);
    }

    /// <summary>Takes the last occurrence of one invocation list out of another.</summary>
    public static Delegate? Remove(Delegate? source, Delegate? value)
    {
        if (source is null || value is null) return source;
        ReadOnlySpan<Wrapper> all = source.InvocationList;
        ReadOnlySpan<Wrapper> part = value.InvocationList;
        for (int start = all.Length - part.Length; start >= 0; start--)
            if (AreEqual(all.Slice(start, part.Length), part)) return source.Without(all, start, part.Length);
        return source;
    }

    private Delegate? Without(ReadOnlySpan<Wrapper> all, int start, int length)
    {
        Wrapper[] rest = new Wrapper[all.Length - length];
        if (rest.Length == 0) return null;
        all.Slice(0, start).CopyTo(rest);
        all.Slice(start + length).CopyTo(new Span<Wrapper>(rest).Slice(start));
        return rest.Length == 1 ? rest[0].Value : NewMulticast(rest);
    }

    public override bool Equals([NotNullWhen(true)] object? obj)
    {
        if (ReferenceEquals(this, obj)) return true;
        if (obj is not Delegate other || other.m_pEEType != m_pEEType) return false;
        if (_helperObject is Wrapper[] || other._helperObject is Wrapper[])
            return AreEqual(InvocationList, other.InvocationList);
        return HasSameTarget(other);
    }

    /// <summary>Neither has an invocation list. A static method's delegate has itself as first parameter.</summary>
    private bool HasSameTarget(Delegate other) =>
        _functionPointer == other._functionPointer
        && _extraFunctionPointerOrData == other._extraFunctionPointerOrData
        && ReferenceEquals(_helperObject, other._helperObject)
        && (ReferenceEquals(_firstParameter, this)
            ? ReferenceEquals(other._firstParameter, other)
            : ReferenceEquals(_firstParameter, other._firstParameter));

    public override int GetHashCode() => (int)(_functionPointer >> 4) ^ (int)(_extraFunctionPointerOrData >> 4);

    public static bool operator ==(Delegate? d1, Delegate? d2) => d1 is null ? d2 is null : d1.Equals(d2);
    public static bool operator !=(Delegate? d1, Delegate? d2) => !(d1 == d2);

    private static bool AreEqual(ReadOnlySpan<Wrapper> left, ReadOnlySpan<Wrapper> right)
    {
        if (left.Length != right.Length) return false;
        for (int i = 0; i < left.Length; i++)
            if (!left[i].Value.Equals(right[i].Value)) return false;
        return true;
    }

    public bool HasSingleTarget => _helperObject is not Wrapper[];

    private ReadOnlySpan<Wrapper> InvocationList
    {
        get
        {
            if (_helperObject is Wrapper[] list) return new ReadOnlySpan<Wrapper>(list, 0, (int)_extraFunctionPointerOrData);
            return new Wrapper[] { new() { Value = this } };
        }
    }

    private Delegate NewMulticast(Wrapper[] invocationList)
    {
        Delegate result = (Delegate)Internal.Runtime.Allocator.NewFast(m_pEEType);
        result._functionPointer = GetThunk(MulticastThunk);
        result._firstParameter = result;
        result._helperObject = invocationList;
        result._extraFunctionPointerOrData = invocationList.Length;
        return result;
    }
}

public abstract class MulticastDelegate : Delegate
{
    private protected MulticastDelegate() { }
}
