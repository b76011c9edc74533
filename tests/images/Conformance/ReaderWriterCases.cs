using System;
using System.Threading;

/// <summary>ReaderWriterLockSlim, Mutex, Semaphore and Barrier, in one flow.</summary>
internal static class ReaderWriterCases
{
    private static string Held(ReaderWriterLockSlim one) => $"{one.IsReadLockHeld} {one.IsWriteLockHeld} {one.IsUpgradeableReadLockHeld} {one.CurrentReadCount} {one.RecursiveReadCount} {one.RecursiveWriteCount} {one.RecursiveUpgradeCount}";

    public static void Run()
    {
        Suite.Group("reader-writer locks");
        ReaderWriterLockSlim plain = new();
        Suite.Show("free", Held(plain));
        plain.EnterReadLock();
        Suite.Show("read", Held(plain));
        Suite.Show("read.again", CaseTrace.Thrown(plain.EnterReadLock) == "recursion" ? "refused" : "taken");
        Suite.Show("read.write", CaseTrace.Thrown(plain.EnterWriteLock) == "recursion" ? "refused" : "taken");
        Suite.Show("read.upgrade", CaseTrace.Thrown(plain.EnterUpgradeableReadLock) == "recursion" ? "refused" : "taken");
        plain.ExitReadLock();
        Suite.Show("read.exit", Held(plain) + CaseTrace.Thrown(plain.ExitReadLock));
        plain.EnterWriteLock();
        Suite.Show("write", Held(plain) + (CaseTrace.Thrown(plain.EnterReadLock) == "recursion") + (CaseTrace.Thrown(plain.EnterWriteLock) == "recursion"));
        Suite.Show("write.dispose", CaseTrace.Thrown(plain.Dispose));
        plain.ExitWriteLock();
        plain.EnterUpgradeableReadLock();
        plain.EnterWriteLock();
        Suite.Show("upgrade", Held(plain));
        plain.ExitWriteLock();
        plain.EnterReadLock();
        Suite.Show("downgrade", Held(plain));
        plain.ExitReadLock();
        plain.ExitUpgradeableReadLock();
        Suite.Show("try", plain.TryEnterReadLock(0));
        plain.ExitReadLock();
        ReaderWriterLockSlim recursive = new(LockRecursionPolicy.SupportsRecursion);
        recursive.EnterWriteLock();
        recursive.EnterWriteLock();
        recursive.EnterReadLock();
        Suite.Show("recursive", Held(recursive) + (int)recursive.RecursionPolicy);
        recursive.ExitReadLock();
        recursive.ExitWriteLock();
        recursive.ExitWriteLock();
        Suite.Show("recursive.free", Held(recursive) + CaseTrace.Thrown(recursive.ExitWriteLock) + CaseTrace.Thrown(recursive.ExitUpgradeableReadLock));
        recursive.Dispose();
        Suite.Show("disposed", CaseTrace.Thrown(recursive.EnterReadLock));
        using Mutex mutex = new();
        Suite.Show("mutex", $"{mutex.WaitOne()} {mutex.WaitOne(0)}");
        mutex.ReleaseMutex();
        mutex.ReleaseMutex();
        Suite.Show("mutex.free", Thrown.KindBy(mutex.ReleaseMutex));
        using Semaphore semaphore = new(1, 2);
        Suite.Show("semaphore", $"{semaphore.WaitOne(0)} {semaphore.WaitOne(0)} {semaphore.Release(2)} {CaseTrace.Thrown(() => semaphore.Release())} {semaphore.WaitOne()}");
        Suite.Show("semaphore.errors", Thrown.By(() => new Semaphore(-1, 1)) + Thrown.By(() => new Semaphore(0, 0)) + Thrown.By(() => new Semaphore(3, 2)) + Thrown.By(() => semaphore.Release(0)));
    }
}
