// Time in cycles: the cheapest clock there is, and what it means in nanoseconds.

using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Uk.Platform;

namespace Uk.Cycles;

/// <summary>Declares a clock for the application: <c>[CycleClock] partial struct Clock;</c></summary>
[AttributeUsage(AttributeTargets.Struct)]
[Part<ICycleClock, ICycleClockOptions>]
public sealed class CycleClockAttribute : Attribute
{
    /// <summary>Counts per second, where one knows better than the machine; 0 asks the machine.</summary>
    public long Frequency { get; set; }
}

public interface ICycleClockOptions : IOptions
{
    [Range(0, 1L << 40)] static virtual long Frequency => 0;
}

public interface ICycleClock : IContract;

/// <summary>Time stamps. Any lcore: all see the same clock.</summary>
public interface ICycleClock<TSelf> : ICycleClock where TSelf : struct, ICycleClock<TSelf>
{
    /// <summary>A counter that grows at a constant rate. Data path. DPDK: <c>rte_get_tsc_cycles</c>.</summary>
    [HotPath]
    static abstract ulong Now { get; }

    /// <summary>
    /// Counts per second. Control path: where the machine does not tell, it is measured against the system's clock since
    /// the start, for at least 10 ms. DPDK: <c>rte_get_tsc_hz</c>.
    /// </summary>
    static abstract ulong PerSecond { get; }

    /// <summary>A number of counts in nanoseconds. Control path.</summary>
    static abstract ulong ToNanoseconds(ulong cycles);
}

/// <summary>The processor's counter with its frequency.</summary>
[UkLibrary]
[Provides<ICycleClock>]
[Requires<ICpu>]
[Requires<ICycleClockOptions>]
public struct CycleClock<TCpu, TOptions> : ICycleClock<CycleClock<TCpu, TOptions>>, IInitialize<CycleClock<TCpu, TOptions>>
    where TCpu : struct, ICpu<TCpu>
    where TOptions : struct, ICycleClockOptions
{
    private const long MeasuredTicksMin = 10 * TimeSpan.TicksPerMillisecond;

    private static ulong s_startCycles;
    private static long s_startTicks;

    public static ulong Now
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TCpu.Cycles;
    }

    public static void Initialize()
    {
        if (TOptions.Frequency != 0 || TCpu.CyclesPerSecond != 0) return;
        s_startTicks = Ticks;
        s_startCycles = TCpu.Cycles;
    }

    public static ulong PerSecond
    {
        get
        {
            if (TOptions.Frequency != 0) return (ulong)TOptions.Frequency;
            ulong told = TCpu.CyclesPerSecond;
            return told != 0 ? told : Measure();
        }
    }

    public static ulong ToNanoseconds(ulong cycles)
    {
        ulong perSecond = PerSecond;
        // In two steps, so that no product leaves 64 bits: a second has fewer than 2^34 counts.
        return cycles / perSecond * 1_000_000_000 + cycles % perSecond * 1_000_000_000 / perSecond;
    }

    private static long Ticks => Stopwatch.GetElapsedTime(0).Ticks;

    private static ulong Measure()
    {
        long ticks;
        do ticks = Ticks - s_startTicks;
        while (ticks < MeasuredTicksMin);
        ulong cycles = TCpu.Cycles - s_startCycles;
        return (ulong)(cycles / (double)ticks * TimeSpan.TicksPerSecond);
    }
}
