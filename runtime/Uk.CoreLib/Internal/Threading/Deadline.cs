// When a wait gives up. A wait without end needs no clock, so the compiler leaves the clock out where no other is used.

using System.Runtime.CompilerServices;

namespace Internal.Threading;

internal static class Deadline
{
    /// <param name="milliseconds">Negative for a wait without end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long After(long milliseconds) => milliseconds < 0 ? TimedLoop.Never : TimerHeap.Deadline(milliseconds);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool HasPassed(long deadline) => deadline != TimedLoop.Never && TimerHeap.HasPassed(deadline);
}
