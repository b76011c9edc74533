// A lock that many may read under and one may write under: counts for each flow that holds it, under a lock of their own.
// Work that runs while a holder waits is another flow, which finds the lock taken. See LockState.

using Internal.Runtime;
using Internal.Threading;

namespace System.Threading;

public enum LockRecursionPolicy
{
    NoRecursion = 0, SupportsRecursion = 1,
}

public class ReaderWriterLockSlim : IDisposable
{
    /// <summary>What one flow holds.</summary>
    private struct Holder
    {
        internal int Flow, Reads, Writes, Upgrades;

        internal readonly bool IsFree => Reads + Writes + Upgrades == 0;
    }

    private enum Kind { Read, Write, Upgrade }

    private readonly bool _isRecursive;
    private Holder[] _holders = new Holder[2];
    private int _count;
    private bool _isDisposed;

    public ReaderWriterLockSlim() { }
    public ReaderWriterLockSlim(LockRecursionPolicy recursionPolicy) => _isRecursive = recursionPolicy == LockRecursionPolicy.SupportsRecursion;

    public LockRecursionPolicy RecursionPolicy => _isRecursive ? LockRecursionPolicy.SupportsRecursion : LockRecursionPolicy.NoRecursion;

    private LockState _guard;

    private static int Me => LockState.Me;

    /// <summary>What this flow holds; a place for it where it holds nothing yet.</summary>
    private ref Holder Mine
    {
        get
        {
            int free = -1;
            for (int i = 0; i < _count; i++)
            {
                if (_holders[i].Flow == Me && !_holders[i].IsFree) return ref _holders[i];
                if (_holders[i].IsFree) free = i;
            }
            if (free < 0)
            {
                if (_count == _holders.Length) Array.Resize(ref _holders, _count * 2);
                free = _count++;
            }
            _holders[free] = new Holder { Flow = Me };
            return ref _holders[free];
        }
    }

    public bool IsReadLockHeld => Mine.Reads > 0;
    public bool IsWriteLockHeld => Mine.Writes > 0;
    public bool IsUpgradeableReadLockHeld => Mine.Upgrades > 0;
    public int RecursiveReadCount => Mine.Reads;
    public int RecursiveWriteCount => Mine.Writes;
    public int RecursiveUpgradeCount => Mine.Upgrades;
    public int WaitingReadCount => 0;
    public int WaitingWriteCount => 0;
    public int WaitingUpgradeCount => 0;

    public int CurrentReadCount
    {
        get
        {
            int readers = 0;
            for (int i = 0; i < _count; i++)
                if (_holders[i].Reads > 0) readers++;
            return readers;
        }
    }

    public void EnterReadLock() => Enter(Kind.Read, Timeout.Infinite);
    public void EnterWriteLock() => Enter(Kind.Write, Timeout.Infinite);
    public void EnterUpgradeableReadLock() => Enter(Kind.Upgrade, Timeout.Infinite);
    public bool TryEnterReadLock(int millisecondsTimeout) => Enter(Kind.Read, millisecondsTimeout);
    public bool TryEnterReadLock(TimeSpan timeout) => Enter(Kind.Read, Milliseconds.OfTimeout(timeout, nameof(timeout)));
    public bool TryEnterWriteLock(int millisecondsTimeout) => Enter(Kind.Write, millisecondsTimeout);
    public bool TryEnterWriteLock(TimeSpan timeout) => Enter(Kind.Write, Milliseconds.OfTimeout(timeout, nameof(timeout)));
    public bool TryEnterUpgradeableReadLock(int millisecondsTimeout) => Enter(Kind.Upgrade, millisecondsTimeout);
    public bool TryEnterUpgradeableReadLock(TimeSpan timeout) => Enter(Kind.Upgrade, Milliseconds.OfTimeout(timeout, nameof(timeout)));

    private bool Enter(Kind kind, int millisecondsTimeout)
    {
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        if (_isDisposed) throw new ObjectDisposedException("System.Threading.ReaderWriterLockSlim");
        if (TryEnter(kind)) return true;
        // On one core whoever holds it in another flow holds it for as long as this one runs.
        if (!RuntimeFeatures.SeveralLcores && millisecondsTimeout == Timeout.Infinite) CoreLoop.ThrowNeverEnds();
        if (millisecondsTimeout == 0) return false;
        long deadline = Deadline.After(millisecondsTimeout);
        do
        {
            if (Deadline.HasPassed(deadline)) return false;
            Thread.Yield();
        }
        while (!TryEnter(kind));
        return true;
    }

    private bool TryEnter(Kind kind)
    {
        _guard.Enter();
        try
        {
            ref Holder mine = ref Mine;
            CheckRecursion(kind, in mine);
            if (IsTakenByOthers(kind)) return false;
            if (kind == Kind.Read) mine.Reads++;
            else if (kind == Kind.Write) mine.Writes++;
            else mine.Upgrades++;
            return true;
        }
        finally
        {
            _guard.TryExit();
        }
    }

    private void CheckRecursion(Kind kind, in Holder mine)
    {
        bool isNew = kind switch { Kind.Read => mine.Reads == 0, Kind.Write => mine.Writes == 0, _ => mine.Upgrades == 0 };
        if (kind != Kind.Read && mine.Reads > 0 && mine.Upgrades + mine.Writes == 0)
            throw new LockRecursionException(kind == Kind.Write
                ? "Write lock may not be acquired with read lock held. This pattern is prone to deadlocks. Please ensure that read locks are released before taking a write lock. If an upgrade is necessary, use an upgrade lock in place of the read lock."
                : "Upgradeable lock may not be acquired with read lock held.");
        if (_isRecursive) return;
        if (!isNew)
            throw new LockRecursionException(kind switch
            {
                Kind.Read => "Recursive read lock acquisitions not allowed in this mode.",
                Kind.Write => "Recursive write lock acquisitions not allowed in this mode.",
                _ => "Recursive upgradeable lock acquisitions not allowed in this mode.",
            });
        if (mine.Writes > 0)
            throw new LockRecursionException(kind == Kind.Read
                ? "A read lock may not be acquired with the write lock held in this mode."
                : "Upgradeable lock may not be acquired with write lock held in this mode. Acquiring Upgradeable lock gives the ability to read along with an option to upgrade to a writer.");
    }

    private bool IsTakenByOthers(Kind kind)
    {
        for (int i = 0; i < _count; i++)
        {
            ref Holder other = ref _holders[i];
            if (other.Flow == Me) continue;
            if (other.Writes > 0 || (kind == Kind.Write && !other.IsFree) || (kind == Kind.Upgrade && other.Upgrades > 0)) return true;
        }
        return false;
    }

    public void ExitReadLock() => Exit(Kind.Read);
    public void ExitWriteLock() => Exit(Kind.Write);
    public void ExitUpgradeableReadLock() => Exit(Kind.Upgrade);

    private void Exit(Kind kind)
    {
        _guard.Enter();
        ref Holder mine = ref Mine;
        ref int count = ref mine.Reads;
        if (kind == Kind.Write) count = ref mine.Writes;
        else if (kind == Kind.Upgrade) count = ref mine.Upgrades;
        bool isHeld = count > 0;
        if (isHeld) count--;
        _guard.TryExit();
        if (isHeld) return;
        throw new SynchronizationLockException(kind switch
        {
            Kind.Read => "The read lock is being released without being held.",
            Kind.Write => "The write lock is being released without being held.",
            _ => "The upgradeable lock is being released without being held.",
        });
    }

    public void Dispose()
    {
        for (int i = 0; i < _count; i++)
            if (!_holders[i].IsFree) throw new SynchronizationLockException("The lock is being disposed while still being used. It either is being held by a thread and/or has active waiters waiting to acquire the lock.");
        _isDisposed = true;
    }
}
