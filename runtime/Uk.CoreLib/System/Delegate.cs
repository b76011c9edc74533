// Delegates. Compiled code knows the fields by their offsets and calls the initialisers and thunks by name.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

public abstract unsafe class Delegate
{
    private object? _firstParameter;
    private object? _helperObject;
    private nint _extraFunctionPointerOrData;
    private nint _functionPointer;

    // The kinds of thunk that GetThunk is asked for; the numbers are ilc's.
    private const int MulticastThunk = 0;
    private const int ClosedStaticThunk = 1;
    private const int OpenStaticThunk = 2;
    private const int ClosedInstanceThunkOverGenericMethod = 3;
    private const int OpenInstanceThunk = 5;

    private protected virtual nint GetThunk(int whichThunk) => 0;

    private void InitializeClosedInstance(object? firstParameter, nint functionPointer)
    {
        if (firstParameter is null) throw new ArgumentException("A delegate to an instance method needs an instance.");
        _functionPointer = functionPointer;
        _firstParameter = firstParameter;
    }

    private void InitializeClosedInstanceSlow(object? firstParameter, nint functionPointer) =>
        InitializeClosedInstance(firstParameter, functionPointer);

    private void InitializeClosedInstanceToInterface(object? firstParameter, nint dispatchCell) =>
        throw new PlatformNotSupportedException("A delegate to an interface method is not supported; use a lambda.");

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

    [return: NotNullIfNotNull(nameof(a)), NotNullIfNotNull(nameof(b))]
    public static Delegate? Combine(Delegate? a, Delegate? b)
    {
        if (a is null) return b;
        if (b is null) return a;
        Delegate[] first = a.InvocationList;
        Delegate[] second = b.InvocationList;
        Delegate[] all = new Delegate[first.Length + second.Length];
        new ReadOnlySpan<Delegate>(first).CopyTo(all);
        new ReadOnlySpan<Delegate>(second).CopyTo(new Span<Delegate>(all, first.Length, second.Length));
        return a.NewMulticast(all, all.Length);
    }

    private Delegate[] InvocationList
    {
        get
        {
            if (_helperObject is not Delegate[] list) return [this];
            return new ReadOnlySpan<Delegate>(list, 0, (int)_extraFunctionPointerOrData).ToArray();
        }
    }

    private Delegate NewMulticast(Delegate[] invocationList, int count)
    {
        Delegate result = (Delegate)Internal.Runtime.Allocator.NewFast(m_pEEType);
        result._functionPointer = GetThunk(MulticastThunk);
        result._firstParameter = result;
        result._helperObject = invocationList;
        result._extraFunctionPointerOrData = count;
        return result;
    }
}

public abstract class MulticastDelegate : Delegate;

public delegate void Action();
public delegate void Action<in T>(T obj);
public delegate void Action<in T1, in T2>(T1 arg1, T2 arg2);
public delegate TResult Func<out TResult>();
public delegate TResult Func<in T, out TResult>(T arg);
public delegate TResult Func<in T1, in T2, out TResult>(T1 arg1, T2 arg2);
public delegate bool Predicate<in T>(T obj);
public delegate int Comparison<in T>(T x, T y);
