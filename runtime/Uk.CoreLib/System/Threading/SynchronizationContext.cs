using Internal.Threading;

namespace System.Threading;

public delegate void SendOrPostCallback(object? state);
public delegate void ContextCallback(object? state);

public class SynchronizationContext
{
    public SynchronizationContext() { }

    /// <summary>Per flow of work, as on .NET per thread.</summary>
    public static SynchronizationContext? Current => Flow.Current.Synchronization;

    public static void SetSynchronizationContext(SynchronizationContext? syncContext) =>
        Flow.Current.Synchronization = syncContext;

    /// <summary>A context of this very type is as good as none: it posts to the loop.</summary>
    internal static unsafe SynchronizationContext? CurrentIfOwn
    {
        get
        {
            SynchronizationContext? current = Current;
            return current is null || current.m_pEEType == Internal.Runtime.MethodTable.Of<SynchronizationContext>() ? null : current;
        }
    }

    public virtual void Send(SendOrPostCallback d, object? state) => d(state);
    public virtual void Post(SendOrPostCallback d, object? state) => ThreadPool.Post(d, state);

    public virtual void OperationStarted() { }
    public virtual void OperationCompleted() { }
    public virtual SynchronizationContext CreateCopy() => new();
}
