namespace System.Threading;

public class CountdownEvent : IDisposable
{
    private readonly ManualResetEventSlim _event;
    private bool _isDisposed;

    public CountdownEvent(int initialCount)
    {
        if (initialCount < 0) ThrowHelper.ArgumentOutOfRange(nameof(initialCount));
        InitialCount = CurrentCount = initialCount;
        _event = new ManualResetEventSlim(initialCount == 0);
    }

    public int CurrentCount { get; private set; }
    public int InitialCount { get; private set; }
    public bool IsSet => CurrentCount <= 0;

    public WaitHandle WaitHandle
    {
        get
        {
            ThrowIfDisposed();
            return _event.WaitHandle;
        }
    }

    private void ThrowIfDisposed()
    {
        if (_isDisposed) throw new ObjectDisposedException("System.Threading.CountdownEvent");
    }

    public bool Signal() => Signal(1);

    public bool Signal(int signalCount)
    {
        if (signalCount <= 0) ThrowHelper.ArgumentOutOfRange(nameof(signalCount));
        ThrowIfDisposed();
        if (CurrentCount < signalCount) ThrowHelper.InvalidOperation("Invalid attempt made to decrement the event's count below zero.");
        CurrentCount -= signalCount;
        if (CurrentCount != 0) return false;
        _event.Set();
        return true;
    }

    public void AddCount() => AddCount(1);

    public void AddCount(int signalCount)
    {
        if (!TryAddCount(signalCount)) ThrowHelper.InvalidOperation("The event is already signaled and cannot be incremented.");
    }

    public bool TryAddCount() => TryAddCount(1);

    public bool TryAddCount(int signalCount)
    {
        if (signalCount <= 0) ThrowHelper.ArgumentOutOfRange(nameof(signalCount));
        ThrowIfDisposed();
        if (CurrentCount == 0) return false;
        if (CurrentCount > int.MaxValue - signalCount) ThrowHelper.InvalidOperation("The increment operation would cause the CurrentCount to overflow.");
        CurrentCount += signalCount;
        return true;
    }

    public void Reset() => Reset(InitialCount);

    public void Reset(int count)
    {
        ThrowIfDisposed();
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        InitialCount = CurrentCount = count;
        if (count == 0) _event.Set();
        else _event.Reset();
    }

    public void Wait() => Wait(Timeout.Infinite, default);
    public void Wait(CancellationToken cancellationToken) => Wait(Timeout.Infinite, cancellationToken);
    public bool Wait(int millisecondsTimeout) => Wait(millisecondsTimeout, default);
    public bool Wait(TimeSpan timeout) => Wait(timeout, default);
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken) => _event.Wait(timeout, cancellationToken);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return _event.Wait(millisecondsTimeout, cancellationToken);
    }

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        _isDisposed = true;
        _event.Dispose();
    }
}
