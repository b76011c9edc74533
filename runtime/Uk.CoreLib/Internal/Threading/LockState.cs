// What every lock is. On one core nothing interrupts the holder, so a lock is two numbers; it is held against work that
// runs while the holder waits. That work cannot wait for the lock, because the holder only goes on when it is done. A
// lock that another core holds is waited for.

using System.Runtime.Intrinsics.X86;
using System.Threading;
using Internal.Runtime;

namespace Internal.Threading;

internal struct LockState
{
    /// <summary>Flows of different cores differ above this bit.</summary>
    private const int LcoreShift = 24;

    /// <summary>The depth of the flow that holds it, plus 1, and its core; 0 while it is free.</summary>
    private int _owner;
    private int _recursion;

    private static int Me =>
        RuntimeFeatures.SeveralLcores ? (LcoreState.Current() << LcoreShift) + Flow.Current.Depth + 1 : Flow.Current.Depth + 1;

    internal readonly bool IsHeld => Volatile.Read(in _owner) != 0;
    internal readonly bool IsMine => Volatile.Read(in _owner) == Me;

    internal bool TryEnter()
    {
        int me = Me;
        if (_owner == me) _recursion++;
        else if (RuntimeFeatures.SeveralLcores) return Interlocked.CompareExchange(ref _owner, me, 0) == 0;
        else if (_owner == 0) _owner = me;
        else return false;
        return true;
    }

    /// <summary>Whoever holds it in another flow of this core holds it for as long as this one runs.</summary>
    internal void Enter()
    {
        while (!TryEnter())
        {
            int owner = Volatile.Read(in _owner);
            bool isElsewhere = RuntimeFeatures.SeveralLcores && (owner == 0 || owner >> LcoreShift != LcoreState.Current());
            if (!isElsewhere) CoreLoop.ThrowNeverEnds();
            X86Base.Pause();
        }
    }

    /// <summary>False if it is not held by this flow.</summary>
    internal bool TryExit()
    {
        if (_owner != Me) return false;
        if (_recursion != 0) _recursion--;
        else Volatile.Write(ref _owner, 0);
        return true;
    }

    /// <summary>Gives it up altogether, and says how often it was entered again.</summary>
    internal int Release()
    {
        int recursion = _recursion;
        _recursion = 0;
        Volatile.Write(ref _owner, 0);
        return recursion;
    }

    internal void Retake(int recursion)
    {
        Enter();
        _recursion = recursion;
    }
}
