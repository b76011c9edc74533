// What the loop asks of timers, apart from them: an image without timers has none of their code.

namespace Internal.Threading;

internal abstract class TimedLoop
{
    /// <summary>A moment of the clock that does not come.</summary>
    internal const long Never = long.MaxValue;

    /// <summary>Runs every timer that is due. False if none was.</summary>
    internal abstract bool FireDue();

    /// <summary>Nanoseconds until the next timer is due, at least 0; -1 where none is set.</summary>
    internal abstract long TimeLeft();

    /// <summary>Rests until a timer is due or the moment has come. False if neither will ever be.</summary>
    internal abstract bool RestUntil(long deadline);
}
