// What a port does, as text for people: rates while packets flow, and totals. The numbers are the port's own counters.

using System;
using System.Runtime.CompilerServices;

namespace Uk.EthDev;

/// <summary>Prints the rates of a port about once in a period, from a loop that is called for packets and not for time.</summary>
/// <remarks>
/// Data path, one lcore: most turns cost a decrement and a branch. Nothing is allocated. While no packets come, nothing is
/// printed. DPDK: testpmd's <c>--stats-period</c>.
/// </remarks>
/// <param name="name">What the lines begin with.</param>
/// <param name="periodMs">At least so long from line to line.</param>
public struct RateReport<TPort>(string name, int periodMs = 1000) where TPort : struct, IEthPort<TPort>
{
    /// <summary>The clock is read about this often: it may cost a system call.</summary>
    private const long LookMs = 20;
    private const int TurnsMax = 1 << 20;
    private const int LineLength = 160;

    private readonly string _name = name;
    private readonly int _periodMs = periodMs;
    private PortStatistics _printed;
    private long _printedMs = Environment.TickCount64;
    private long _lookedMs;
    private int _turnsLeft;
    private int _turns = 1;

    /// <summary>Call it once for each burst.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [HotPath]
    public void Tick()
    {
        if (--_turnsLeft <= 0) Look();
    }

    /// <summary>Every counter of the port that is not 0, a line each: packets, bytes, drops by reason, what the driver counts.</summary>
    public readonly void PrintTotals()
    {
        Span<EthStatistic> statistics = new EthStatistic[TPort.ReadExtendedStatistics(default)];
        int count = TPort.ReadExtendedStatistics(statistics);
        Span<char> line = stackalloc char[LineLength];
        foreach (EthStatistic statistic in statistics[..count])
            if (statistic.Value != 0 && line.TryWrite($"{_name}: {statistic} {statistic.Value}", out int length))
                Console.WriteLine((ReadOnlySpan<char>)line[..length]);
    }

    /// <summary>Reads the clock, and finds out how many turns may pass until it is read again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look()
    {
        long nowMs = Environment.TickCount64;
        long passedMs = nowMs - _lookedMs;
        _lookedMs = nowMs;
        if (passedMs > LookMs) _turns = Math.Max(1, _turns >> 1);
        else if (passedMs < LookMs / 2) _turns = Math.Min(TurnsMax, _turns << 1);
        _turnsLeft = _turns;
        if (nowMs - _printedMs >= _periodMs) Print(nowMs);
    }

    [ColdPath("once in a period")]
    private void Print(long nowMs)
    {
        PortStatistics now = TPort.Statistics;
        ulong passedMs = (ulong)(nowMs - _printedMs);
        ulong received = (now.RxPackets - _printed.RxPackets) * 1000 / passedMs;
        ulong receivedKbit = (now.RxBytes - _printed.RxBytes) * 8 / passedMs;
        ulong sent = (now.TxPackets - _printed.TxPackets) * 1000 / passedMs;
        ulong sentKbit = (now.TxBytes - _printed.TxBytes) * 8 / passedMs;
        ulong dropped = 0;
        for (int reason = 1; reason < DropCounters.Length; reason++) dropped += now.Drops[reason] - _printed.Drops[reason];
        _printed = now;
        _printedMs = nowMs;

        Span<char> line = stackalloc char[LineLength];
        if (line.TryWrite($"{_name}: rx {received} packets/s {receivedKbit} kbit/s, tx {sent} packets/s {sentKbit} kbit/s, dropped {dropped}", out int length))
            Console.WriteLine((ReadOnlySpan<char>)line[..length]);
    }
}
