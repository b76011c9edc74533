using System;

namespace Uk;

/// <summary>
/// What the device found out about a received packet, and what it shall do to a packet on its way out. A port that did
/// not ask for an offload (its <c>Offloads</c>) neither sets nor reads the flag of it. DPDK: <c>rte_mbuf.ol_flags</c>.
/// </summary>
[Flags]
public enum MbufOffloads : ushort
{
    None = 0,

    /// <summary>The IPv4 header checksum was verified. DPDK: <c>RTE_MBUF_F_RX_IP_CKSUM_GOOD</c>.</summary>
    RxIpChecksumGood = 1 << 0,
    /// <summary>DPDK: <c>RTE_MBUF_F_RX_IP_CKSUM_BAD</c>.</summary>
    RxIpChecksumBad = 1 << 1,
    /// <summary>The TCP or UDP checksum was verified. DPDK: <c>RTE_MBUF_F_RX_L4_CKSUM_GOOD</c>.</summary>
    RxL4ChecksumGood = 1 << 2,
    /// <summary>DPDK: <c>RTE_MBUF_F_RX_L4_CKSUM_BAD</c>.</summary>
    RxL4ChecksumBad = 1 << 3,
    /// <summary>
    /// The packet never was on a wire: its data is right, and its checksum field was not filled in. Who sends it on
    /// must ask for <see cref="TxTcpChecksum"/> or <see cref="TxUdpChecksum"/>.
    /// DPDK: <c>RTE_MBUF_F_RX_L4_CKSUM_NONE</c>.
    /// </summary>
    RxL4ChecksumNone = RxL4ChecksumGood | RxL4ChecksumBad,
    /// <summary><see cref="Mbuf.Hash"/> is the device's. DPDK: <c>RTE_MBUF_F_RX_RSS_HASH</c>.</summary>
    RxHash = 1 << 4,
    /// <summary>
    /// Joined by the device from TCP segments of <see cref="Mbuf.SegmentSize"/> bytes each. DPDK: <c>RTE_MBUF_F_RX_LRO</c>.
    /// </summary>
    RxLro = 1 << 5,

    /// <summary>
    /// <see cref="Mbuf.Timestamp"/> is the time of reception, in cycles. DPDK: <c>rte_mbuf_dyn_rx_timestamp_register</c>.
    /// </summary>
    RxTimestamp = 1 << 6,

    /// <summary>
    /// Fill in the IPv4 header checksum; the field is 0. Needs the lengths of L2 and L3. DPDK: <c>RTE_MBUF_F_TX_IP_CKSUM</c>.
    /// </summary>
    TxIpChecksum = 1 << 8,
    /// <summary>
    /// Fill in the TCP checksum; the field holds that of the pseudo header. Needs the lengths of L2 and L3.
    /// DPDK: <c>RTE_MBUF_F_TX_TCP_CKSUM</c>.
    /// </summary>
    TxTcpChecksum = 1 << 9,
    /// <summary>As <see cref="TxTcpChecksum"/>, for UDP. DPDK: <c>RTE_MBUF_F_TX_UDP_CKSUM</c>.</summary>
    TxUdpChecksum = 1 << 10,
    /// <summary>
    /// Cut into TCP segments of <see cref="Mbuf.SegmentSize"/> bytes of payload. Needs the lengths of L2, L3 and L4, and
    /// <see cref="TxTcpChecksum"/>. DPDK: <c>RTE_MBUF_F_TX_TCP_SEG</c>.
    /// </summary>
    TxTcpSegmentation = 1 << 11,
    /// <summary>L3 is IPv6, where <see cref="TxTcpSegmentation"/> must know. DPDK: <c>RTE_MBUF_F_TX_IPV6</c>.</summary>
    TxIpv6 = 1 << 12,

    /// <summary>All that asks the device for something.</summary>
    TxAny = TxIpChecksum | TxTcpChecksum | TxUdpChecksum | TxTcpSegmentation | TxIpv6,
}
