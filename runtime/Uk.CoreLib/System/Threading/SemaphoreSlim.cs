using System.Threading.Tasks;
using Internal.Threading;

namespace System.Threading;

public class SemaphoreSlim : IDisposable
{
    /// <summary>One that waits asynchronously, in the list of those who came before and after.</summary>
    private sealed class Waiter() : Task<bool>(TaskCreationOptions.RunContinuationsAsynchronously, null)
    {
        internal Waiter? Next, Previous;
        internal bool IsListed;
        internal SemaphoreSlim? Semaphore;
        internal TimerEntry? Timer;
        internal CancellationToken Token;
        internal CancellationTokenRegistration Registration;
    }

    private readonly int _maxCount;
    private int _count;
    private int _blocked;
    private Waiter? _first, _last;
    private ManualResetEvent? _handle;
    private bool _isDisposed;

    public SemaphoreSlim(int initialCount) : this(initialCount, int.MaxValue) { }

    public SemaphoreSlim(int initialCount, int maxCount)
    {
        if (initialCount < 0 || (maxCount > 0 && initialCount > maxCount))
            throw new ArgumentOutOfRangeException(nameof(initialCount), "The initialCount argument must be non-negative and less than or equal to the maximumCount.");
        if (maxCount <= 0)
            throw new ArgumentOutOfRangeException(nameof(maxCount), "The maximumCount argument must be a positive number. If a maximum is not required, use the constructor without a maxCount parameter.");
        _maxCount = maxCount;
        _count = initialCount;
    }

    public int CurrentCount => _count;

    public WaitHandle AvailableWaitHandle
    {
        get
        {
            ThrowIfDisposed();
            return _handle ??= new ManualResetEvent(_count > 0);
        }
    }

    private void ThrowIfDisposed()
    {
        if (_isDisposed) throw new ObjectDisposedException("System.Threading.SemaphoreSlim");
    }

    private void ChangeCount(int difference)
    {
        _count += difference;
        if (_count == 0) _handle?.Reset();
        else _handle?.Set();
    }

    public void Wait() => Wait(Timeout.Infinite, default);
    public void Wait(CancellationToken cancellationToken) => Wait(Timeout.Infinite, cancellationToken);
    public bool Wait(int millisecondsTimeout) => Wait(millisecondsTimeout, default);
    public bool Wait(TimeSpan timeout) => Wait(timeout, default);
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken) => WaitFor(Milliseconds.OfTimer(timeout, nameof(timeout)), cancellationToken);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        return WaitFor(millisecondsTimeout, cancellationToken);
    }

    private bool WaitFor(long milliseconds, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        if (_count == 0)
        {
            if (milliseconds == 0) return false;
            long deadline = Deadline.After(milliseconds);
            _blocked++;
            try
            {
                while (_count == 0)
                {
                    if (Deadline.HasPassed(deadline)) return false;
                    CoreLoop.TurnShared(deadline);
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
            finally
            {
                _blocked--;
            }
        }
        ChangeCount(-1);
        return true;
    }

    public Task WaitAsync() => WaitAsync(Timeout.Infinite, default);
    public Task WaitAsync(CancellationToken cancellationToken) => WaitAsync(Timeout.Infinite, cancellationToken);
    public Task<bool> WaitAsync(int millisecondsTimeout) => WaitAsync(millisecondsTimeout, default);
    public Task<bool> WaitAsync(TimeSpan timeout) => WaitAsync(timeout, default);
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => WaitForAsync(Milliseconds.OfTimer(timeout, nameof(timeout)), cancellationToken);

    public Task<bool> WaitAsync(int millisecondsTimeout, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        return WaitForAsync(millisecondsTimeout, cancellationToken);
    }

    private Task<bool> WaitForAsync(long milliseconds, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<bool>(cancellationToken);
        if (_count > 0)
        {
            ChangeCount(-1);
            return Task.FromResult(true);
        }
        if (milliseconds == 0) return Task.FromResult(false);
        Waiter waiter = new() { Semaphore = this, Token = cancellationToken };
        Append(waiter);
        if (milliseconds > 0)
        {
            waiter.Timer = new TimerEntry(static state => GiveUp((Waiter)state!, false), waiter);
            TimerHeap.Set(waiter.Timer, TimerHeap.Deadline(milliseconds));
        }
        if (cancellationToken.CanBeCanceled)
            waiter.Registration = cancellationToken.UnsafeRegister(static state => GiveUp((Waiter)state!, true), waiter);
        return waiter;
    }

    private static void GiveUp(Waiter waiter, bool isCancelled)
    {
        if (!waiter.Semaphore!.Remove(waiter)) return;
        if (isCancelled) waiter.TryCancel(waiter.Token);
        else waiter.TryComplete(false);
    }

    private void Append(Waiter waiter)
    {
        waiter.IsListed = true;
        waiter.Previous = _last;
        if (_last is null) _first = waiter;
        else _last.Next = waiter;
        _last = waiter;
    }

    /// <summary>False if it was served already.</summary>
    private bool Remove(Waiter waiter)
    {
        if (!waiter.IsListed) return false;
        waiter.IsListed = false;
        if (waiter.Previous is null) _first = waiter.Next;
        else waiter.Previous.Next = waiter.Next;
        if (waiter.Next is null) _last = waiter.Previous;
        else waiter.Next.Previous = waiter.Previous;
        if (waiter.Timer is not null) TimerHeap.Cancel(waiter.Timer);
        waiter.Registration.Unregister();
        return true;
    }

    public int Release() => Release(1);

    public int Release(int releaseCount)
    {
        ThrowIfDisposed();
        if (releaseCount < 1) throw new ArgumentOutOfRangeException(nameof(releaseCount), "The releaseCount argument must be greater than zero.");
        if (_maxCount - _count < releaseCount) throw new SemaphoreFullException();
        int before = _count;
        int left = releaseCount;
        // Those who block are served first, as on .NET: they take what stays in the count.
        int forAsync = releaseCount + _count - _blocked;
        while (forAsync-- > 0 && left > 0 && _first is Waiter waiter)
        {
            Remove(waiter);
            left--;
            waiter.TryComplete(true);
        }
        ChangeCount(left);
        return before;
    }

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        _isDisposed = true;
        _handle?.Dispose();
    }
}
