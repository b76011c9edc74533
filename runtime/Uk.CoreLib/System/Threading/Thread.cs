using Internal.Threading;

namespace System.Threading;

/// <summary>
/// The one flow that a core has: threads cannot be started. What stands for "other threads" are the tasks that are ready,
/// so whoever sleeps or yields lets them run.
/// </summary>
public sealed class Thread : Runtime.ConstrainedExecution.CriticalFinalizerObject
{
    private Thread() { }

    /// <summary>Of the one lcore.</summary>
    private static Thread? s_current;

    /// <summary>Per core.</summary>
    public static Thread CurrentThread
    {
        get
        {
            if (Internal.Runtime.RuntimeFeatures.SeveralLcores) return Internal.Runtime.LcoreState.Mine.Thread ??= new Thread();
            return s_current ??= new Thread();
        }
    }

    public int ManagedThreadId => Environment.CurrentManagedThreadId;
    public string? Name { get; set; }
    public bool IsAlive => true;
    public bool IsBackground { get; set; }

    /// <summary>True in work that the loop runs.</summary>
    public bool IsThreadPoolThread => Flow.Current.Depth != 0;

    /// <summary>
    /// Runs what is ready and what timers are due. A loop of the program's own that never ends calls this at each turn, so
    /// that its tasks go on; it costs little where there is nothing to do.
    /// </summary>
    /// <returns>True if something ran.</returns>
    public static bool Yield() => CoreLoop.RunReady();

    public static void Sleep(int millisecondsTimeout)
    {
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        if (millisecondsTimeout == 0)
        {
            CoreLoop.RunReady();
            return;
        }
        long deadline = Deadline.After(millisecondsTimeout);
        while (!Deadline.HasPassed(deadline)) CoreLoop.Turn(deadline);
    }

    public static void Sleep(TimeSpan timeout) => Sleep(Milliseconds.OfTimeout(timeout, nameof(timeout)));

    /// <summary>Tells the processor that it waits. Nothing else runs meanwhile.</summary>
    public static void SpinWait(int iterations)
    {
        for (; iterations > 0; iterations--) Runtime.Intrinsics.X86.X86Base.Pause();
    }

    public static void MemoryBarrier() => Interlocked.MemoryBarrier();
}

/// <summary>Waits in turns. On one core whoever is to end the wait needs the core, so every turn lets others run.</summary>
public struct SpinWait
{
    private int _count;

    public readonly int Count => _count;
    public readonly bool NextSpinWillYield => true;

    public void Reset() => _count = 0;
    public void SpinOnce() => SpinOnce(0);

    public void SpinOnce(int sleep1Threshold)
    {
        if (sleep1Threshold < -1) ThrowHelper.ArgumentOutOfRange(nameof(sleep1Threshold));
        _count = _count == int.MaxValue ? 10 : _count + 1;
        CoreLoop.RunReady();
    }

    public static void SpinUntil(Func<bool> condition) => SpinUntil(condition, Timeout.Infinite);
    public static bool SpinUntil(Func<bool> condition, TimeSpan timeout) => SpinUntil(condition, Milliseconds.OfTimeout(timeout, nameof(timeout)));

    public static bool SpinUntil(Func<bool> condition, int millisecondsTimeout)
    {
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        ArgumentNullException.ThrowIfNull(condition, nameof(condition));
        long deadline = Deadline.After(millisecondsTimeout);
        while (!condition())
        {
            if (Deadline.HasPassed(deadline)) return false;
            CoreLoop.RunReady();
        }
        return true;
    }
}

/// <summary>A lock without recursion.</summary>
public struct SpinLock
{
    private LockState _state;
    private bool _isUntracked;

    public SpinLock(bool enableThreadOwnerTracking) => _isUntracked = !enableThreadOwnerTracking;

    public readonly bool IsHeld => _state.IsHeld;
    public readonly bool IsThreadOwnerTrackingEnabled => !_isUntracked;

    public readonly bool IsHeldByCurrentThread =>
        _isUntracked ? throw new InvalidOperationException("Thread tracking is disabled.") : _state.IsMine;

    public void Enter(ref bool lockTaken)
    {
        TryEnter(ref lockTaken);
        if (lockTaken) return;
        _state.Enter();
        lockTaken = true;
    }

    public void TryEnter(ref bool lockTaken)
    {
        if (lockTaken)
        {
            lockTaken = false;
            ThrowHelper.Argument("The tookLock argument must be set to false before calling this method.");
        }
        if (!_state.IsHeld) lockTaken = _state.TryEnter();
        else if (!_isUntracked && _state.IsMine) throw new LockRecursionException("The calling thread already holds the lock.");
    }

    public void Exit() => Exit(true);

    public void Exit(bool useMemoryBarrier)
    {
        if (_isUntracked) _state.Release();
        else if (!_state.TryExit()) throw new SynchronizationLockException("The calling thread does not hold the lock.");
    }
}
