// What every lock is. On one core nothing interrupts the holder, so a lock is two numbers; it is held against work that
// runs while the holder waits. That work cannot wait for the lock, because the holder only goes on when it is done.

namespace Internal.Threading;

internal struct LockState
{
    /// <summary>The depth of the flow that holds it, plus 1; 0 while it is free. With several cores: and which core.</summary>
    private int _owner;
    private int _recursion;

    private static int Me => Flow.s_current.Depth + 1;

    internal readonly bool IsHeld => _owner != 0;
    internal readonly bool IsMine => _owner == Me;

    internal bool TryEnter()
    {
        if (_owner == 0) _owner = Me;
        else if (_owner == Me) _recursion++;
        else return false;
        return true;
    }

    /// <summary>Whoever holds it in another flow holds it for as long as this one runs.</summary>
    internal void Enter()
    {
        if (!TryEnter()) CoreLoop.ThrowNeverEnds();
    }

    /// <summary>False if it is not held by this flow.</summary>
    internal bool TryExit()
    {
        if (_owner != Me) return false;
        if (_recursion != 0) _recursion--;
        else _owner = 0;
        return true;
    }

    /// <summary>Gives it up altogether, and says how often it was entered again.</summary>
    internal int Release()
    {
        int recursion = _recursion;
        _owner = _recursion = 0;
        return recursion;
    }

    internal void Retake(int recursion)
    {
        Enter();
        _recursion = recursion;
    }
}
