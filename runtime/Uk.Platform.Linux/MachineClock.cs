// The clocks of the process, and resting until a moment has come. Uk.CoreLib asks by name (Internal/Clock.cs): what an
// image does not use of this is not in it.

namespace Uk.Platform.Linux;

internal static class MachineClock
{
    private const long NanosecondsPerSecond = 1_000_000_000, TicksPerSecond = 10_000_000, NanosecondsPerTick = 100;

    /// <summary>1970-01-01 in steps of 100 ns since the beginning of the year 1.</summary>
    private const long UnixEpochTicks = 621_355_968_000_000_000;

    internal static long Nanoseconds()
    {
        long seconds = Kernel.ReadClock(Kernel.MonotonicClock, out long nanoseconds);
        return seconds * NanosecondsPerSecond + nanoseconds;
    }

    internal static void Sleep(long nanoseconds) => Kernel.Sleep(nanoseconds);

    internal static long UtcTicks()
    {
        long seconds = Kernel.ReadClock(Kernel.RealTimeClock, out long nanoseconds);
        return UnixEpochTicks + seconds * TicksPerSecond + nanoseconds / NanosecondsPerTick;
    }
}
