namespace Uk.EthDev;

/// <summary>
/// What went through a port, or through one queue of it. Plain 64-bit counters in this order, so that a debugger or a
/// monitor can read them from the memory of a running image. DPDK: <c>rte_eth_stats</c>.
/// </summary>
public struct PortStatistics
{
    public ulong RxPackets;
    public ulong RxBytes;
    public ulong TxPackets;
    public ulong TxBytes;
    public DropCounters Drops;

    internal void Add(in PortStatistics other)
    {
        RxPackets += other.RxPackets;
        RxBytes += other.RxBytes;
        TxPackets += other.TxPackets;
        TxBytes += other.TxBytes;
        for (int reason = 0; reason < DropCounters.Length; reason++)
            Drops[reason] += other.Drops[reason];
    }
}
