using System;

namespace Uk.EthDev;

/// <summary>Counts statistics, and writes those that there is room for.</summary>
internal ref struct StatisticWriter(Span<EthStatistic> destination)
{
    private readonly Span<EthStatistic> _destination = destination;

    public int Count { get; private set; }

    /// <summary>What is still free.</summary>
    public readonly Span<EthStatistic> Rest => _destination[Math.Min(Count, _destination.Length)..];

    /// <summary>Of the whole port.</summary>
    public void Add(in PortStatistics port)
    {
        Add(new("rx_good_packets", port.RxPackets));
        Add(new("rx_good_bytes", port.RxBytes));
        Add(new("tx_good_packets", port.TxPackets));
        Add(new("tx_good_bytes", port.TxBytes));
        for (int reason = 1; reason < DropCounters.Length; reason++)
            if (port.Drops[reason] != 0) Add(new(DropName((DropReason)reason), port.Drops[reason]));
    }

    public void Add(int queue, in PortStatistics counters)
    {
        Add(new("rx_q*_packets", counters.RxPackets, queue));
        Add(new("rx_q*_bytes", counters.RxBytes, queue));
        Add(new("tx_q*_packets", counters.TxPackets, queue));
        Add(new("tx_q*_bytes", counters.TxBytes, queue));
        ulong drops = 0;
        foreach (ulong count in (ReadOnlySpan<ulong>)counters.Drops) drops += count;
        Add(new("drop_q*_packets", drops, queue));
    }

    private void Add(EthStatistic statistic)
    {
        if (Count < _destination.Length) _destination[Count] = statistic;
        Count++;
    }

    private static string DropName(DropReason reason) => reason switch
    {
        DropReason.Truncated => "drop_truncated",
        DropReason.BadLength => "drop_bad_length",
        DropReason.BadChecksum => "drop_bad_checksum",
        DropReason.Malformed => "drop_malformed",
        DropReason.UnknownProtocol => "drop_unknown_protocol",
        DropReason.NotForUs => "drop_not_for_us",
        DropReason.Fragment => "drop_fragment",
        DropReason.Policy => "drop_policy",
        DropReason.DeviceError => "drop_device_error",
        DropReason.Oversize => "drop_oversize",
        DropReason.NoMbuf => "drop_no_mbuf",
        DropReason.NoRoute => "drop_no_route",
        DropReason.TimeToLive => "drop_time_to_live",
        DropReason.NoNeighbour => "drop_no_neighbour",
        DropReason.TxFull => "drop_tx_full",
        _ => "drop_other",
    };
}
