// Events of the kind that the operating system keeps on .NET. Here a wait runs the loop until the event is set.

using Internal.Threading;

namespace System.Threading;

public enum EventResetMode { AutoReset, ManualReset }

public abstract class WaitHandle : MarshalByRefObject, IDisposable
{
    public const int WaitTimeout = 258;

    private bool _isDisposed;

    private protected WaitHandle() { }

    /// <summary>Takes the signal if it is there.</summary>
    private protected abstract bool TryTake();

    public virtual bool WaitOne() => WaitOne(Timeout.Infinite);
    public virtual bool WaitOne(int millisecondsTimeout, bool exitContext) => WaitOne(millisecondsTimeout);
    public virtual bool WaitOne(TimeSpan timeout) => WaitOne(Milliseconds.OfTimeout(timeout, nameof(timeout)));
    public virtual bool WaitOne(TimeSpan timeout, bool exitContext) => WaitOne(timeout);

    public virtual bool WaitOne(int millisecondsTimeout)
    {
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        ThrowIfDisposed();
        if (TryTake()) return true;
        if (millisecondsTimeout == 0) return false;
        long deadline = Deadline.After(millisecondsTimeout);
        do
        {
            if (Deadline.HasPassed(deadline)) return false;
            CoreLoop.TurnShared(deadline);
        }
        while (!TryTake());
        return true;
    }

    public static bool WaitAll(WaitHandle[] waitHandles) => WaitAll(waitHandles, Timeout.Infinite);

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout)
    {
        ArgumentNullException.ThrowIfNull(waitHandles, nameof(waitHandles));
        long deadline = Deadline.After(millisecondsTimeout);
        foreach (WaitHandle handle in waitHandles)
        {
            while (!handle.TryTake())
            {
                if (Deadline.HasPassed(deadline)) return false;
                CoreLoop.TurnShared(deadline);
            }
        }
        return true;
    }

    public static int WaitAny(WaitHandle[] waitHandles) => WaitAny(waitHandles, Timeout.Infinite);

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout)
    {
        ArgumentNullException.ThrowIfNull(waitHandles, nameof(waitHandles));
        long deadline = Deadline.After(millisecondsTimeout);
        while (true)
        {
            for (int i = 0; i < waitHandles.Length; i++)
                if (waitHandles[i].TryTake()) return i;
            if (millisecondsTimeout == 0 || Deadline.HasPassed(deadline)) return WaitTimeout;
            CoreLoop.TurnShared(deadline);
        }
    }

    private protected void ThrowIfDisposed()
    {
        if (_isDisposed) throw new ObjectDisposedException(null, "Safe handle has been closed.");
    }

    public virtual void Close() => Dispose();
    public void Dispose() => Dispose(true);
    protected virtual void Dispose(bool explicitDisposing) => _isDisposed = true;
}

public class EventWaitHandle : WaitHandle
{
    private readonly EventResetMode _mode;
    private bool _isSet;

    public EventWaitHandle(bool initialState, EventResetMode mode)
    {
        if (mode is not (EventResetMode.AutoReset or EventResetMode.ManualReset)) throw new ArgumentException("Value of flags is invalid.", nameof(mode));
        _isSet = initialState;
        _mode = mode;
    }

    public bool Set()
    {
        ThrowIfDisposed();
        return _isSet = true;
    }

    public bool Reset()
    {
        ThrowIfDisposed();
        _isSet = false;
        return true;
    }

    private protected override bool TryTake()
    {
        bool wasSet = _isSet;
        if (_mode == EventResetMode.AutoReset) _isSet = false;
        return wasSet;
    }
}

public sealed class AutoResetEvent(bool initialState) : EventWaitHandle(initialState, EventResetMode.AutoReset);

public sealed class ManualResetEvent(bool initialState) : EventWaitHandle(initialState, EventResetMode.ManualReset);
