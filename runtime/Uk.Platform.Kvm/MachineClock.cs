// The clocks of the machine, and resting until a moment has come. Uk.CoreLib asks by name (Internal/Clock.cs): what an
// image does not use of this is not in it.

using System.Runtime.Intrinsics.X86;

namespace Uk.Platform.Kvm;

internal static class MachineClock
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = 100;

    /// <summary>A rest that is shorter than this is not worth an interrupt.</summary>
    private const long ShortestSleepNs = 50_000;

    /// <summary>The wall clock when the monotonic one was 0; 0 while nobody has asked.</summary>
    private static long s_utcTicksAtStart;

    internal static long Nanoseconds()
    {
        ulong hertz = TscFrequency.HertzForSure;
        ulong cycles = Cpu.uk_cycles();
        // What is left of a second fits, multiplied, up to 18 GHz.
        return (long)(cycles / hertz * NanosecondsPerSecond + cycles % hertz * NanosecondsPerSecond / hertz);
    }

    internal static void Sleep(long nanoseconds)
    {
        if (nanoseconds >= ShortestSleepNs) ApicTimer.HaltFor(nanoseconds);
        else X86Base.Pause();
    }

    /// <summary>The battery-backed clock has seconds; what is between them is the time stamp counter's.</summary>
    internal static long UtcTicks()
    {
        if (s_utcTicksAtStart == 0) s_utcTicksAtStart = RealTimeClock.ReadTicks() - Nanoseconds() / NanosecondsPerTick;
        return s_utcTicksAtStart + Nanoseconds() / NanosecondsPerTick;
    }
}
