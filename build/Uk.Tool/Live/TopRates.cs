// Two readings of a program and the time between them: what `uk top` shows, as a table and as JSON.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json.Serialization;
using Uk.EthDev;

namespace Uk.Tool.Live;

/// <summary>One queue: totals since the program started, and what came in each second of the interval.</summary>
/// <param name="Drops">By reason; those that were never counted are left out.</param>
internal sealed record QueueRates(
    int Port, string Name, int Queue, ulong RxPackets, ulong RxBytes, ulong TxPackets, ulong TxBytes, ImmutableSortedDictionary<string, ulong> Drops,
    double RxPacketsPerSecond, double RxBitsPerSecond, double TxPacketsPerSecond, double TxBitsPerSecond, double DropsPerSecond);

/// <param name="Busy">Of one processor: 1 is all of it.</param>
internal sealed record ThreadRates(string Name, double Busy);

internal sealed record ProgramRates(
    string Name, string Target, int ProcessId, double Seconds, ulong? HeapBytes, ImmutableArray<ThreadRates> Threads, ImmutableArray<QueueRates> Queues)
{
    public static ProgramRates Of(ILiveProgram program, LiveReading before, LiveReading now, TimeSpan elapsed)
    {
        double seconds = Math.Max(elapsed.TotalSeconds, 1e-3);
        Dictionary<(int, int), PortStatistics> old = before.Queues.ToDictionary(queue => (queue.Port, queue.Queue), queue => queue.Statistics);
        Dictionary<string, double> times = before.Threads.GroupBy(thread => thread.Name).ToDictionary(threads => threads.Key, threads => threads.First().Seconds);
        return new ProgramRates(
            program.Name, program.Target, program.ProcessId, seconds, now.HeapBytes,
            [.. now.Threads.Select(thread => new ThreadRates(thread.Name, (thread.Seconds - times.GetValueOrDefault(thread.Name)) / seconds))],
            [.. now.Queues.Select(queue => Rates(queue, old.GetValueOrDefault((queue.Port, queue.Queue)), seconds))]);
    }

    private static QueueRates Rates(QueueReading queue, in PortStatistics before, double seconds)
    {
        PortStatistics now = queue.Statistics;
        var drops = ImmutableSortedDictionary.CreateBuilder<string, ulong>(StringComparer.Ordinal);
        for (int reason = 1; reason < DropCounters.Length; reason++)
            if (now.Drops[reason] != 0) drops[((DropReason)reason).ToString()] = now.Drops[reason];
        return new QueueRates(
            queue.Port, queue.Name, queue.Queue, now.RxPackets, now.RxBytes, now.TxPackets, now.TxBytes, drops.ToImmutable(),
            (now.RxPackets - before.RxPackets) / seconds, (now.RxBytes - before.RxBytes) * 8 / seconds,
            (now.TxPackets - before.TxPackets) / seconds, (now.TxBytes - before.TxBytes) * 8 / seconds,
            (Qemu.GuestCounters.TotalDrops(now) - Qemu.GuestCounters.TotalDrops(before)) / seconds);
    }
}

internal sealed record TopReport(ImmutableArray<ProgramRates> Programs);

[JsonSourceGenerationOptions(WriteIndented = false, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(TopReport))]
internal sealed partial class TopJson : JsonSerializerContext;
