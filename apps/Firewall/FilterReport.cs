// The counters of the rules, as text for people.

using System;

/// <summary>Prints the counters now and then, while packets come.</summary>
internal struct FilterReport(long nowMs)
{
    private const long PeriodMs = 10_000;
    private const int LineLength = 160;

    private long _printedMs = nowMs;
    private ulong _printedPackets;

    /// <summary>Call it at each turn of the loop.</summary>
    public void Tick(in PacketFilter filter, long nowMs)
    {
        if (nowMs - _printedMs < PeriodMs) return;
        _printedMs = nowMs;
        ulong packets = filter.Unmatched.Packets;
        for (int rule = 0; rule < filter.RuleCount; rule++) packets += filter.CountersOf(rule).Packets;
        if (packets == _printedPackets) return;
        _printedPackets = packets;
        Print(in filter);
    }

    public static void Print(in PacketFilter filter)
    {
        for (int rule = 0; rule < filter.RuleCount; rule++) Print(filter.NameOf(rule), filter.CountersOf(rule));
        Print("(no rule)", filter.Unmatched);
    }

    /// <summary>Nothing is allocated: an image may print for years.</summary>
    private static void Print(string name, RuleCounters counters)
    {
        Span<char> line = stackalloc char[LineLength];
        if (line.TryWrite($"firewall: {name}: {counters.Packets} packets, {counters.Bytes} bytes", out int length))
            Console.WriteLine((ReadOnlySpan<char>)line[..length]);
    }
}
