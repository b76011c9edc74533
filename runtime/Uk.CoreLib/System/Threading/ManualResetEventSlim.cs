using Internal.Threading;

namespace System.Threading;

public class ManualResetEventSlim : IDisposable
{
    private const int DefaultSpinCount = 35, MaxSpinCount = 2047;

    private bool _isSet;
    private bool _isDisposed;
    private ManualResetEvent? _handle;

    public ManualResetEventSlim() : this(false) { }
    public ManualResetEventSlim(bool initialState) : this(initialState, DefaultSpinCount) { }

    /// <param name="spinCount">Kept, and of no effect: nothing spins on one core.</param>
    public ManualResetEventSlim(bool initialState, int spinCount)
    {
        if (spinCount is < 0 or > MaxSpinCount) ThrowHelper.ArgumentOutOfRange(nameof(spinCount));
        _isSet = initialState;
        SpinCount = spinCount;
    }

    public bool IsSet => _isSet;
    public int SpinCount { get; }

    public WaitHandle WaitHandle
    {
        get
        {
            ThrowIfDisposed();
            return _handle ??= new ManualResetEvent(_isSet);
        }
    }

    private void ThrowIfDisposed()
    {
        if (_isDisposed) throw new ObjectDisposedException("System.Threading.ManualResetEventSlim");
    }

    public void Set()
    {
        _isSet = true;
        _handle?.Set();
    }

    public void Reset()
    {
        ThrowIfDisposed();
        _isSet = false;
        _handle?.Reset();
    }

    public void Wait() => Wait(Timeout.Infinite, default);
    public void Wait(CancellationToken cancellationToken) => Wait(Timeout.Infinite, cancellationToken);
    public bool Wait(int millisecondsTimeout) => Wait(millisecondsTimeout, default);
    public bool Wait(TimeSpan timeout) => Wait(timeout, default);
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken) => Wait(Milliseconds.OfTimeout(timeout, nameof(timeout)), cancellationToken);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        if (_isSet) return true;
        if (millisecondsTimeout == 0) return false;
        long deadline = Deadline.After(millisecondsTimeout);
        while (!_isSet)
        {
            if (Deadline.HasPassed(deadline)) return false;
            CoreLoop.TurnShared(deadline);
            if (!_isSet) cancellationToken.ThrowIfCancellationRequested();
        }
        return true;
    }

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        _isDisposed = true;
        _handle?.Dispose();
    }
}
