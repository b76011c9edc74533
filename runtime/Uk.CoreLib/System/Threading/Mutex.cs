// Locks and counters that are waited for like events.

using Internal.Threading;

namespace System.Threading;

public sealed class Mutex : WaitHandle
{
    private LockState _lock;

    public Mutex() { }

    public Mutex(bool initiallyOwned)
    {
        if (initiallyOwned) _lock.Enter();
    }

    public void ReleaseMutex()
    {
        ThrowIfDisposed();
        if (!_lock.IsMine) throw new ApplicationException("Object synchronization method was called from an unsynchronized block of code.");
        _lock.TryExit();
    }

    private protected override bool TryTake() => _lock.TryEnter();
}

public sealed class Semaphore : WaitHandle
{
    private readonly int _maximum;
    private int _count;

    public Semaphore(int initialCount, int maximumCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initialCount, nameof(initialCount));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumCount, nameof(maximumCount));
        if (initialCount > maximumCount) throw new ArgumentException("The initial count for the semaphore must be greater than or equal to zero and less than the maximum count.");
        _count = initialCount;
        _maximum = maximumCount;
    }

    public int Release() => Release(1);

    public int Release(int releaseCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(releaseCount, nameof(releaseCount));
        ThrowIfDisposed();
        if (releaseCount > _maximum - _count) throw new SemaphoreFullException();
        int before = _count;
        _count += releaseCount;
        return before;
    }

    private protected override bool TryTake()
    {
        if (_count == 0) return false;
        _count--;
        return true;
    }
}
