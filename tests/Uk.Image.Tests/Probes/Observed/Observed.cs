// A port that sends every frame back, with all that can look on. After 100 frames it says what they saw.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Metrics;

[MemoryRegion(Size = Size.MiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 127)]
partial struct Packets;

[LatencyHistogram<PacketMemory>]
partial struct Delay;

[PacketTracer<PacketMemory>(Records = 16, SnapBytes = 32)]
partial struct Trace;

[StageCycles<PacketMemory>]
partial struct Stages;

[Port(0), Uses<Packets>]
partial struct Wan;

internal static class Observed
{
    [Lcore(0)]
    internal static void Loop()
    {
        Console.WriteLine("ready");
        Burst burst = default;
        while (Wan.Statistics.TxPackets < 100 && Wan.RxBurst(ref burst)) Wan.TxBurst(ref burst);

        ref readonly StageCounters stages = ref Stages.OfLcore(0);
        Console.WriteLine($"latency: {Delay.OfLcore(0).Count} packets, {Delay.Percentile(50) <= Delay.Percentile(99)}, {Delay.Percentile(99) != 0}");
        Console.WriteLine($"stages: {stages.RxPackets} in, {stages.TxPackets} out, {stages.RxCycles != 0 && stages.ParseCycles != 0 && stages.TxCycles != 0}");
        Span<char> line = stackalloc char[160];
        TraceRecord last = Trace.Read(Trace.CountOf(0) - 1);
        last.TryWrite(line, out int length);
        Console.WriteLine($"trace: {Trace.CountOf(0)} records, {line[..length]}");
        Span<EthStatistic> statistics = new EthStatistic[16];
        foreach (EthStatistic statistic in statistics[..Math.Min(statistics.Length, Wan.ReadExtendedStatistics(statistics))])
            Console.WriteLine($"{statistic}: {statistic.Value}");
    }
}
