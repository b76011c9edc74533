using System.Diagnostics.CodeAnalysis;

namespace System.Threading;

public enum LazyThreadSafetyMode { None, PublicationOnly, ExecutionAndPublication }

public static class LazyInitializer
{
    public static T EnsureInitialized<T>([NotNull] ref T? target) where T : class => target ??= Activator.CreateInstance<T>();

    public static T EnsureInitialized<T>([NotNull] ref T? target, Func<T> valueFactory) where T : class
    {
        if (target is not null) return target;
        T made = valueFactory() ?? throw new InvalidOperationException("ValueFactory returned null.");
        return target ??= made;
    }

    public static T EnsureInitialized<T>([AllowNull] ref T target, ref bool initialized, [NotNull] ref object? syncLock)
    {
        syncLock ??= new object();
        if (initialized) return target!;
        target = Activator.CreateInstance<T>();
        initialized = true;
        return target;
    }

    public static T EnsureInitialized<T>([AllowNull] ref T target, ref bool initialized, [NotNull] ref object? syncLock, Func<T> valueFactory)
    {
        syncLock ??= new object();
        if (initialized) return target!;
        lock (syncLock)
        {
            if (initialized) return target!;
            target = valueFactory();
            initialized = true;
            return target;
        }
    }

    public static T EnsureInitialized<T>([NotNull] ref T? target, [NotNull] ref object? syncLock, Func<T> valueFactory) where T : class
    {
        syncLock ??= new object();
        if (target is not null) return target;
        lock (syncLock) return target ??= valueFactory() ?? throw new InvalidOperationException("ValueFactory returned null.");
    }
}
