// What network devices can do beyond taking and giving frames.

using System;

namespace Uk.EthDev;

/// <summary>What a device does with packets. A port asks for it by attribute; the rest is off.</summary>
[Flags]
public enum EthOffloads : uint
{
    None = 0,
    /// <summary>Says whether TCP and UDP checksums are right. DPDK: <c>RTE_ETH_RX_OFFLOAD_TCP_CKSUM</c> and <c>UDP</c>.</summary>
    RxChecksum = 1 << 0,
    /// <summary>
    /// Joins TCP segments to packets of up to 64 KiB: the pool has <c>Chains</c>, or room for them.
    /// DPDK: <c>RTE_ETH_RX_OFFLOAD_TCP_LRO</c>.
    /// </summary>
    RxLro = 1 << 1,
    /// <summary>
    /// Frames longer than one mbuf arrive as chains: the pool has <c>Chains</c>. DPDK: <c>RTE_ETH_RX_OFFLOAD_SCATTER</c>.
    /// </summary>
    RxScatter = 1 << 2,
    /// <summary>Delivers its hash with each packet. DPDK: <c>RTE_ETH_RX_OFFLOAD_RSS_HASH</c>.</summary>
    RxHash = 1 << 3,
    /// <summary>Fills in IPv4 header checksums. DPDK: <c>RTE_ETH_TX_OFFLOAD_IPV4_CKSUM</c>.</summary>
    TxIpChecksum = 1 << 8,
    /// <summary>Fills in TCP and UDP checksums. DPDK: <c>RTE_ETH_TX_OFFLOAD_TCP_CKSUM</c> and <c>UDP</c>.</summary>
    TxChecksum = 1 << 9,
    /// <summary>Cuts packets into TCP segments. DPDK: <c>RTE_ETH_TX_OFFLOAD_TCP_TSO</c>.</summary>
    TxSegmentation = 1 << 10,
}

/// <summary>What a device chooses the receive queue of a packet by. DPDK: <c>RTE_ETH_RSS_*</c>.</summary>
[Flags]
public enum RssTypes : uint
{
    /// <summary>The device does as it likes; with one queue there is nothing to choose.</summary>
    None = 0,
    /// <summary>IPv4 addresses.</summary>
    Ipv4 = 1 << 0,
    /// <summary>IPv4 addresses and TCP ports.</summary>
    TcpIpv4 = 1 << 1,
    /// <summary>IPv4 addresses and UDP ports.</summary>
    UdpIpv4 = 1 << 2,
    /// <summary>IPv6 addresses.</summary>
    Ipv6 = 1 << 3,
    /// <summary>IPv6 addresses and TCP ports.</summary>
    TcpIpv6 = 1 << 4,
    /// <summary>IPv6 addresses and UDP ports.</summary>
    UdpIpv6 = 1 << 5,
    Ip = Ipv4 | Ipv6,
    Tcp = TcpIpv4 | TcpIpv6,
    Udp = UdpIpv4 | UdpIpv6,
}

/// <summary>The state of a link. DPDK: <c>rte_eth_link</c>.</summary>
/// <param name="speedMbps">Megabits per second; 0 where the device does not say.</param>
public readonly struct EthLink(bool up, int speedMbps = 0, bool fullDuplex = true)
{
    public bool Up { get; } = up;
    public int SpeedMbps { get; } = speedMbps;
    public bool FullDuplex { get; } = fullDuplex;
}
