// Delegates as lists: combined, taken apart, and asked for what they call.

namespace System;

public abstract unsafe partial class Delegate : ICloneable
{
    public static Delegate? Combine(params Delegate?[]? delegates) => Combine((ReadOnlySpan<Delegate?>)delegates);

    public static Delegate? Combine(params ReadOnlySpan<Delegate?> delegates)
    {
        Delegate? result = null;
        foreach (Delegate? next in delegates) result = Combine(result, next);
        return result;
    }

    public static Delegate? RemoveAll(Delegate? source, Delegate? value)
    {
        for (Delegate? before = null; source is not null && !ReferenceEquals(source, before);)
        {
            before = source;
            source = Remove(source, value);
        }
        return source;
    }

    public virtual object Clone() => MemberwiseClone();

    public virtual Delegate[] GetInvocationList()
    {
        ReadOnlySpan<Wrapper> list = InvocationList;
        Delegate[] result = new Delegate[list.Length];
        for (int i = 0; i < result.Length; i++) result[i] = list[i].Value;
        return result;
    }

    /// <summary>The object whose method is called; null for a static method. Of a list, that of the last.</summary>
    public object? Target
    {
        get
        {
            ReadOnlySpan<Wrapper> list = InvocationList;
            Delegate last = list[list.Length - 1].Value;
            // A static method with a first argument has it in the other field; one without has itself.
            return last._extraFunctionPointerOrData != 0 ? last._helperObject : last._firstParameter;
        }
    }

    public static InvocationListEnumerator<TDelegate> EnumerateInvocationList<TDelegate>(TDelegate? d) where TDelegate : Delegate => new(d);

    public struct InvocationListEnumerator<TDelegate> where TDelegate : Delegate
    {
        private readonly TDelegate? _delegate;
        private int _next;

        internal InvocationListEnumerator(TDelegate? list) => _delegate = list;

        public TDelegate Current { get; private set; } = null!;
        public readonly InvocationListEnumerator<TDelegate> GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_delegate is null) return false;
            ReadOnlySpan<Wrapper> list = _delegate.InvocationList;
            if (_next >= list.Length) return false;
            Current = Runtime.CompilerServices.Unsafe.As<TDelegate>(list[_next++].Value);
            return true;
        }
    }
}
