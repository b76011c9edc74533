using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading;

public delegate void WaitCallback(object? state);

public interface IThreadPoolWorkItem
{
    void Execute();
}

/// <summary>The loop of the core: what is queued runs when the core waits or is asked to run what is ready.</summary>
public static class ThreadPool
{
    public static bool QueueUserWorkItem(WaitCallback callBack) => QueueUserWorkItem(callBack, null);

    public static bool QueueUserWorkItem(WaitCallback callBack, object? state)
    {
        ArgumentNullException.ThrowIfNull(callBack, nameof(callBack));
        ExecutionContext? context = ExecutionContext.ForNewWork;
        if (context is null) return UnsafeQueueUserWorkItem(callBack, state);
        CoreLoop.Post(static work => ((ContextWork)work!).Run(), new ContextWork(context, AsAction(callBack), state));
        return true;
    }

    public static bool QueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack, nameof(callBack));
        return QueueUserWorkItem(_ => callBack(state), null);
    }

    public static bool UnsafeQueueUserWorkItem(WaitCallback callBack, object? state)
    {
        ArgumentNullException.ThrowIfNull(callBack, nameof(callBack));
        CoreLoop.Post(AsAction(callBack), state);
        return true;
    }

    public static bool UnsafeQueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack, nameof(callBack));
        CoreLoop.Post(_ => callBack(state), null);
        return true;
    }

    public static bool UnsafeQueueUserWorkItem(IThreadPoolWorkItem callBack, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack, nameof(callBack));
        CoreLoop.Post(static item => Unsafe.As<IThreadPoolWorkItem>(item!).Execute(), callBack);
        return true;
    }

    internal static void Post(SendOrPostCallback callback, object? state) => CoreLoop.Post(AsAction(callback), state);

    /// <summary>Delegates of one signature are called in one way, whatever their type.</summary>
    internal static Action<object?> AsAction(Delegate callback) => Unsafe.As<Action<object?>>(callback);

    private sealed class ContextWork(ExecutionContext context, Action<object?> callback, object? state)
    {
        internal void Run()
        {
            ExecutionContext.Switch(context);
            callback(state);
        }
    }
}
