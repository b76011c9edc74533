using Internal.Threading;

namespace System.Threading;

/// <summary>
/// The lock of an object. Work that runs while the holder waits finds it taken; where it would wait for the lock, it gets
/// an exception, because that wait could never end. What another lcore holds is waited for.
/// </summary>
public static class Monitor
{
    public static void Enter(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        MonitorTable.Approach(obj).Lock.Enter();
    }

    public static void Enter(object obj, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        Enter(obj);
        lockTaken = true;
    }

    private static void ThrowIfTaken(bool lockTaken)
    {
        if (lockTaken) throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
    }

    public static bool TryEnter(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        MonitorState state = MonitorTable.Approach(obj);
        if (state.Lock.TryEnter()) return true;
        MonitorTable.Leave(state);
        return false;
    }

    public static void TryEnter(object obj, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        lockTaken = TryEnter(obj);
    }

    /// <summary>What another flow holds it keeps for as long as this one waits, so the timeout always passes in full.</summary>
    public static bool TryEnter(object obj, int millisecondsTimeout)
    {
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        if (TryEnter(obj)) return true;
        if (millisecondsTimeout == 0) return false;
        if (millisecondsTimeout == Timeout.Infinite)
        {
            Enter(obj);
            return true;
        }
        if (!Internal.Runtime.RuntimeFeatures.SeveralLcores)
        {
            Thread.Sleep(millisecondsTimeout);
            return TryEnter(obj);
        }
        for (long deadline = Deadline.After(millisecondsTimeout); !Deadline.HasPassed(deadline); Thread.SpinWait(1))
            if (TryEnter(obj)) return true;
        return false;
    }

    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        lockTaken = TryEnter(obj, millisecondsTimeout);
    }

    public static bool TryEnter(object obj, TimeSpan timeout) => TryEnter(obj, Milliseconds.OfTimeout(timeout, nameof(timeout)));

    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        lockTaken = TryEnter(obj, timeout);
    }

    public static void Exit(object obj)
    {
        MonitorState state = FindMine(obj);
        state.Lock.TryExit();
        MonitorTable.Leave(state);
    }

    public static bool IsEntered(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return MonitorTable.TryFind(obj) is MonitorState state && state.Lock.IsMine;
    }

    public static bool Wait(object obj) => Wait(obj, Timeout.Infinite);
    public static bool Wait(object obj, TimeSpan timeout) => Wait(obj, Milliseconds.OfTimeout(timeout, nameof(timeout)));

    public static bool Wait(object obj, int millisecondsTimeout)
    {
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        MonitorState state = FindMine(obj);
        MonitorWaiter waiter = new();
        MonitorTable.s_gate.Enter();
        ref MonitorWaiter? link = ref state.FirstWaiter;
        while (link is not null) link = ref link.Next;
        link = waiter;
        state.WaitCount++;
        MonitorTable.s_gate.Exit();
        int recursion = state.Lock.Release();
        try
        {
            long deadline = Deadline.After(millisecondsTimeout);
            while (!waiter.IsPulsed && !Deadline.HasPassed(deadline)) CoreLoop.TurnShared(deadline);
        }
        finally
        {
            MonitorTable.s_gate.Enter();
            if (!waiter.IsPulsed) Remove(state, waiter);
            MonitorTable.s_gate.Exit();
            state.Lock.Retake(recursion);
            MonitorTable.s_gate.Enter();
            state.WaitCount--;
            MonitorTable.s_gate.Exit();
        }
        return waiter.IsPulsed;
    }

    private static void Remove(MonitorState state, MonitorWaiter waiter)
    {
        ref MonitorWaiter? link = ref state.FirstWaiter;
        while (!ReferenceEquals(link, waiter)) link = ref link!.Next;
        link = waiter.Next;
    }

    public static void Pulse(object obj) => PulseFirst(FindMine(obj));

    public static void PulseAll(object obj)
    {
        MonitorState state = FindMine(obj);
        while (PulseFirst(state)) { }
    }

    private static bool PulseFirst(MonitorState state)
    {
        MonitorTable.s_gate.Enter();
        MonitorWaiter? waiter = state.FirstWaiter;
        if (waiter is not null)
        {
            waiter.IsPulsed = true;
            state.FirstWaiter = waiter.Next;
        }
        MonitorTable.s_gate.Exit();
        return waiter is not null;
    }

    private static MonitorState FindMine(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        MonitorState? state = MonitorTable.TryFind(obj);
        if (state is null || !state.Lock.IsMine) throw new SynchronizationLockException();
        return state;
    }
}

/// <summary>The lock of C#'s lock statement where its object is one of these.</summary>
public sealed class Lock
{
    private LockState _state;

    public Lock() { }

    public bool IsHeldByCurrentThread => _state.IsMine;

    public void Enter() => _state.Enter();
    public bool TryEnter() => _state.TryEnter();
    public bool TryEnter(TimeSpan timeout) => TryEnter(Milliseconds.OfTimeout(timeout, nameof(timeout)));

    public bool TryEnter(int millisecondsTimeout)
    {
        Milliseconds.CheckTimeout(millisecondsTimeout, nameof(millisecondsTimeout));
        if (_state.TryEnter()) return true;
        if (millisecondsTimeout == 0) return false;
        if (millisecondsTimeout == Timeout.Infinite)
        {
            _state.Enter();
            return true;
        }
        if (!Internal.Runtime.RuntimeFeatures.SeveralLcores)
        {
            Thread.Sleep(millisecondsTimeout);
            return _state.TryEnter();
        }
        for (long deadline = Deadline.After(millisecondsTimeout); !Deadline.HasPassed(deadline); Thread.SpinWait(1))
            if (_state.TryEnter()) return true;
        return false;
    }

    public void Exit()
    {
        if (!_state.TryExit()) throw new SynchronizationLockException("The calling thread does not hold the lock.");
    }

    public Scope EnterScope()
    {
        Enter();
        return new Scope(this);
    }

    public ref struct Scope
    {
        private Lock? _lock;

        internal Scope(Lock entered) => _lock = entered;

        public void Dispose()
        {
            Lock? entered = _lock;
            _lock = null;
            entered?.Exit();
        }
    }
}
