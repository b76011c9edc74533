// How long packets are in the program: from the moment they are received to the moment they are handed to the driver that
// sends them.

using System;
using System.Runtime.CompilerServices;
using Uk.Cycles;
using Uk.EthDev;
using Uk.Memory;
using Uk.Platform;

namespace Uk.Metrics;

/// <summary>
/// Declares that latencies are measured: <c>[LatencyHistogram&lt;PacketMemory&gt;] partial struct Delay;</c>
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
[Part<ILatencyHistogram, ILatencyHistogramOptions>]
public sealed class LatencyHistogramAttribute<TRegion> : Attribute where TRegion : struct
{
    /// <summary>Record one packet of so many: a power of two. One burst is stamped with two readings of the clock anyway.</summary>
    public int SampleEvery { get; set; }
}

public interface ILatencyHistogramOptions : IOptions
{
    [PowerOfTwo, Range(1, 32)] static virtual int SampleEvery => 1;
}

public interface ILatencyHistogram : IPortObserver;

/// <summary>Latencies of the packets that were received and sent. Control path: the histograms of all lcores are added up.</summary>
public interface ILatencyHistogram<TSelf> : ILatencyHistogram, IPortObserver<TSelf>
    where TSelf : struct, ILatencyHistogram<TSelf>
{
    /// <summary>
    /// A time in nanoseconds that so many percent of the packets did not exceed; at most 1/32 too large.
    /// </summary>
    static abstract ulong Percentile(double percent);

    /// <summary>The histogram of one lcore, in cycles. Others may read it while it is written.</summary>
    static abstract ref readonly Histogram OfLcore(int lcore);

    /// <summary>Forgets what was recorded. While packets pass, some of it may stay.</summary>
    static abstract void Clear();
}

/// <summary>A histogram for each lcore, in cycles.</summary>
[UkLibrary]
[Provides<ILatencyHistogram>]
[Requires<IMemoryRegion>]
[Requires<ILcores>]
[Requires<ICycleClock>]
[Requires<ILatencyHistogramOptions>]
public unsafe struct LatencyHistogram<TRegion, TLcores, TClock, TOptions>
    : ILatencyHistogram<LatencyHistogram<TRegion, TLcores, TClock, TOptions>>,
      IInitialize<LatencyHistogram<TRegion, TLcores, TClock, TOptions>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TLcores : struct, ILcores<TLcores>
    where TClock : struct, ICycleClock<TClock>
    where TOptions : struct, ILatencyHistogramOptions
{
    private static LcoreBlocks<TLcores> s_histograms;

    public static bool Observes => true;

    public static void Initialize() =>
        s_histograms = LcoreBlocks<TLcores>.Create<TRegion>((nuint)sizeof(Histogram), "A latency histogram");

    public static void Polling(int port, int queue)
    {
    }

    public static void Received(int port, int queue, ref Burst burst)
    {
        ulong now = TClock.Now;
        for (int i = 0; i < burst.Count; i++) burst.At(i)->SetReceiveTime(now);
    }

    public static void Sending(int port, int queue, ref Burst burst)
    {
        ulong now = TClock.Now;
        Histogram* histogram = (Histogram*)s_histograms.Own;
        for (int i = 0; i < burst.Count; i += TOptions.SampleEvery)
        {
            Mbuf* packet = burst.At(i);
            // What the program made itself was never received.
            if ((packet->Offloads & MbufOffloads.RxTimestamp) != 0) histogram->Record(now - packet->Timestamp);
        }
    }

    public static void Sent(int port, int queue, int count)
    {
    }

    public static void Dropped(int port, int queue, Mbuf* packet, DropReason reason)
    {
    }

    public static ulong Percentile(double percent) =>
        TClock.ToNanoseconds(TLcores.Count == 1 ? OfLcore(0).Percentile(percent) : PercentileOfAll(percent));

    /// <summary>Bucket by bucket: a sum of all histograms would be too large for a stack.</summary>
    private static ulong PercentileOfAll(double percent)
    {
        ulong count = 0, max = 0;
        for (int lcore = 0; lcore < TLcores.Count; lcore++)
        {
            count += OfLcore(lcore).Count;
            max = Math.Max(max, OfLcore(lcore).Max);
        }
        if (count == 0) return 0;
        ulong rank = Histogram.RankOf(percent, count);
        ulong seen = 0;
        for (int index = 0; index < Histogram.BucketCount; index++)
        {
            ulong highest = 0;
            for (int lcore = 0; lcore < TLcores.Count; lcore++) seen += OfLcore(lcore).Bucket(index, out _, out highest);
            if (seen >= rank) return Math.Min(highest, max);
        }
        return max;
    }

    public static ref readonly Histogram OfLcore(int lcore) => ref *(Histogram*)s_histograms.Of(lcore);

    public static void Clear()
    {
        for (int lcore = 0; lcore < TLcores.Count; lcore++) *(Histogram*)s_histograms.Of(lcore) = default;
    }
}
