using System.Diagnostics.CodeAnalysis;

#pragma warning disable CS8777 // what Publish returns is what is there then

namespace System.Threading;

public enum LazyThreadSafetyMode { None, PublicationOnly, ExecutionAndPublication }

public static class LazyInitializer
{
    public static T EnsureInitialized<T>([NotNull] ref T? target) where T : class =>
        target ?? Publish(ref target, Activator.CreateInstance<T>());

    public static T EnsureInitialized<T>([NotNull] ref T? target, Func<T> valueFactory) where T : class
    {
        if (target is not null) return target;
        T made = valueFactory() ?? throw new InvalidOperationException("ValueFactory returned null.");
        return Publish(ref target, made);
    }

    /// <summary>What the first has made stays.</summary>
    private static T Publish<T>(ref T? target, T made) where T : class => Interlocked.CompareExchange(ref target, made, null) ?? made;

    public static T EnsureInitialized<T>([AllowNull] ref T target, ref bool initialized, [NotNull] ref object? syncLock)
    {
        if (initialized) return target!;
        lock (syncLock ?? Publish(ref syncLock, new object()))
        {
            if (initialized) return target!;
            target = Activator.CreateInstance<T>();
            Volatile.Write(ref initialized, true);
            return target;
        }
    }

    public static T EnsureInitialized<T>([AllowNull] ref T target, ref bool initialized, [NotNull] ref object? syncLock, Func<T> valueFactory)
    {
        if (initialized) return target!;
        lock (syncLock ?? Publish(ref syncLock, new object()))
        {
            if (initialized) return target!;
            target = valueFactory();
            Volatile.Write(ref initialized, true);
            return target;
        }
    }

    public static T EnsureInitialized<T>([NotNull] ref T? target, [NotNull] ref object? syncLock, Func<T> valueFactory) where T : class
    {
        if (target is not null) return target;
        lock (syncLock ?? Publish(ref syncLock, new object())) return target ??= valueFactory() ?? throw new InvalidOperationException("ValueFactory returned null.");
    }
}
