using System.Diagnostics;
using Uk.Cycles;
using Uk.Platform;
using Xunit;

namespace Uk.Libs.Tests.Metrics;

public sealed class CycleClockTests
{
    private struct Default : ICycleClockOptions;

    private struct Known : ICycleClockOptions
    {
        public static long Frequency => 2_500_000_000;
    }

    /// <summary>A processor that does not tell its rate, which is 4 GHz.</summary>
    private struct Silent : ICpu<Silent>
    {
        public static ulong Cycles => (ulong)(Stopwatch.GetElapsedTime(0).TotalNanoseconds * 4);
        public static ulong CyclesPerSecond => 0;
        public static void Relax(uint emptyPolls) { }
    }

    [Fact]
    public void The_machines_rate_is_taken_where_it_tells() =>
        Assert.Equal((ulong)Stopwatch.Frequency, CycleClock<HostPlatform, Default>.PerSecond);

    [Fact]
    public void The_applications_rate_goes_first()
    {
        Assert.Equal(2_500_000_000UL, CycleClock<HostPlatform, Known>.PerSecond);
        Assert.Equal(2UL, CycleClock<HostPlatform, Known>.ToNanoseconds(5));
        Assert.Equal(18_446_744_073_709_551_615 / 5 * 2, CycleClock<HostPlatform, Known>.ToNanoseconds(ulong.MaxValue));
    }

    [Fact]
    public void An_unknown_rate_is_measured()
    {
        CycleClock<Silent, Default>.Initialize();
        Assert.InRange(CycleClock<Silent, Default>.PerSecond, 3_600_000_000UL, 4_400_000_000UL);
    }
}
