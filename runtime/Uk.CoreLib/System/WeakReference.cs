using System.Diagnostics.CodeAnalysis;
using Internal.Runtime.GarbageCollection;

namespace System;

public class WeakReference
{
    private readonly WeakHolder _holder;

    public WeakReference(object? target) : this(target, false) { }
    public WeakReference(object? target, bool trackResurrection) => _holder = new WeakHolder(target, trackResurrection);

    public virtual bool IsAlive => _holder.Address != 0;
    public virtual bool TrackResurrection => _holder.TracksResurrection;

    public virtual object? Target
    {
        get => _holder.Target;
        set => _holder.Target = value;
    }
}

public sealed class WeakReference<T> where T : class?
{
    private readonly WeakHolder _holder;

    public WeakReference(T target) : this(target, false) { }
    public WeakReference(T target, bool trackResurrection) => _holder = new WeakHolder(target, trackResurrection);

    public bool TryGetTarget([MaybeNullWhen(false), NotNullWhen(true)] out T target)
    {
        target = (T?)_holder.Target!;
        return target is not null;
    }

    public void SetTarget(T target) => _holder.Target = target;
}
