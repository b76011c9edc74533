namespace Uk.EthDev;

/// <summary>
/// What went through a port. Plain 64-bit counters in this order, so that a debugger or a monitor can read them from
/// the memory of a running image. DPDK: <c>rte_eth_stats</c>.
/// </summary>
public struct PortStatistics
{
    public ulong RxPackets;
    public ulong RxBytes;
    public ulong TxPackets;
    public ulong TxBytes;
    public DropCounters Drops;
}
