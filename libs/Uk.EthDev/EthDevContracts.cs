// The contract between ports and applications. That between drivers and ports is in EthDriver.cs. DPDK: ethdev.

using System;
using Uk.Mempool;

namespace Uk.EthDev;

/// <summary>Declares a port: <c>[Port(0), Uses&lt;Packets&gt;] partial struct Wan;</c></summary>
/// <remarks>
/// DPDK: a <c>port_id</c>, with what <c>rte_eth_dev_configure</c> and the queue set-up are told. The n-th network device
/// that the machine has, in bus order. What the device cannot do is an error when the program starts.
/// </remarks>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IEthPort, IPortOptions>]
public sealed class PortAttribute(int index) : Attribute
{
    public int Index { get; } = index;
    /// <summary>Pairs of a receive and a transmit queue; each is used by one lcore at a time.</summary>
    public int Queues { get; set; }
    /// <summary>Of each queue. A power of two; at most what the device offers.</summary>
    public int RxDescriptors { get; set; }
    /// <summary>Of each queue. A power of two; at most what the device offers.</summary>
    public int TxDescriptors { get; set; }
    /// <summary>The longest IP packet, in bytes. DPDK: <c>rte_eth_dev_set_mtu</c>.</summary>
    public int Mtu { get; set; }
    /// <summary>Receive what is addressed to others. DPDK: <c>rte_eth_promiscuous_enable</c>.</summary>
    public bool Promiscuous { get; set; }
    /// <summary>What the device chooses the receive queue by. DPDK: <c>rte_eth_rss_conf.rss_hf</c>.</summary>
    public RssTypes Rss { get; set; }
    /// <summary>What the device does with packets. DPDK: <c>rxmode.offloads</c> and <c>txmode.offloads</c>.</summary>
    public EthOffloads Offloads { get; set; }
}

public interface IPortOptions : IOptions
{
    /// <summary>The greatest number of queue pairs.</summary>
    const int QueuesMax = 16;

    [Unique, Range(0, 255)] static virtual int Index => 0;
    [Range(1, QueuesMax)] static virtual int Queues => 1;
    [PowerOfTwo, Range(1, 32768)] static virtual int RxDescriptors => 64;
    [PowerOfTwo, Range(1, 32768)] static virtual int TxDescriptors => 64;
    [Range(68, 65521)] static virtual int Mtu => 1500;
    static virtual bool Promiscuous => false;
    static virtual RssTypes Rss => RssTypes.None;
    static virtual EthOffloads Offloads => EthOffloads.None;
    /// <summary>The name of the part, for messages.</summary>
    static virtual string Name => "";
}

public interface IEthPort : IContract;

/// <summary>A port as an application uses it.</summary>
/// <remarks>
/// A queue is used by one lcore at a time; different queues by different lcores at once. A queue that the port does not
/// have is a broken invariant: the program ends with a message. Where the index is a constant, nothing is left of the check.
/// </remarks>
public unsafe interface IEthPort<TSelf> : IEthPort where TSelf : struct, IEthPort<TSelf>
{
    static abstract MacAddress MacAddress { get; }
    static abstract bool LinkUp { get; }

    /// <summary>
    /// What went through all queues. Control path: with several queues they are added up at each call.
    /// DPDK: <c>rte_eth_stats_get</c>.
    /// </summary>
    static abstract ref readonly PortStatistics Statistics { get; }

    /// <summary>
    /// Waits for packets, as the scheduler of the composition waits, and fills the burst, which must be empty. False:
    /// there will be no more. The caller owns the packets. DPDK: <c>rte_eth_rx_burst</c>, which does not wait.
    /// </summary>
    [HotPath]
    static abstract bool RxBurst([Received] ref Burst burst, int queue = 0);

    /// <summary>
    /// As <see cref="RxBurst"/>, without waiting; returns the number of packets. DPDK: <c>rte_eth_rx_burst</c>.
    /// </summary>
    [HotPath]
    static abstract int TryRxBurst([Received] ref Burst burst, int queue = 0);

    /// <summary>
    /// There will be no more packets: a capture file is at its end. For loops that poll several ports, since
    /// <see cref="RxBurst"/> says so for one.
    /// </summary>
    [HotPath]
    static abstract bool Ended { get; }

    /// <summary>
    /// For loops that poll several ports: waits a little, as the scheduler of the composition waits, after a turn in which
    /// no port had packets.
    /// </summary>
    /// <param name="emptyPolls">Such turns since the last packet.</param>
    [HotPath]
    static abstract void Idle(uint emptyPolls);

    /// <summary>
    /// Sends what is in the burst and leaves it empty. Packets marked with <see cref="Mbuf.Drop"/> are counted by
    /// reason and freed instead; what the device has no room for is counted as <see cref="DropReason.TxFull"/> and
    /// freed. Returns the number sent. DPDK: <c>rte_eth_tx_burst</c>.
    /// </summary>
    [HotPath]
    static abstract int TxBurst([Owned] ref Burst burst, int queue = 0);

    /// <summary>
    /// As <see cref="TxBurst"/>, but what the device has no room for stays in the burst, in order, and is the caller's.
    /// DPDK: <c>rte_eth_tx_burst</c>.
    /// </summary>
    [HotPath]
    static abstract int TryTxBurst(ref Burst burst, int queue = 0);

    /// <summary>
    /// Puts a packet into a burst that is kept for this queue, and sends the burst when it is full: the number sent, or
    /// 0. <see cref="TxBurst"/> sends what is in it. DPDK: <c>rte_eth_tx_buffer</c>, <c>rte_eth_tx_buffer_flush</c>.
    /// </summary>
    [HotPath]
    static abstract int TxBuffer(ref Burst buffer, [Owned] Mbuf* packet, int queue = 0);

    /// <summary>Pairs of queues. DPDK: <c>nb_rx_queues</c>.</summary>
    static abstract int QueueCount { get; }

    /// <summary>What went through one queue. Written by its lcore alone; others may read it at any time.</summary>
    static abstract ref readonly PortStatistics QueueStatistics(int queue);

    /// <summary>Asks the device. Control path. DPDK: <c>rte_eth_link_get_nowait</c>.</summary>
    static abstract EthLink Link { get; }

    /// <summary>What the device can do. DPDK: <c>rte_eth_dev_info.rx_offload_capa</c>, <c>tx_offload_capa</c>.</summary>
    static abstract EthOffloads Capabilities { get; }

    /// <summary>The longest IP packet, in bytes. DPDK: <c>rte_eth_dev_get_mtu</c>.</summary>
    static abstract int MtuBytes { get; }

    /// <summary>Control path. False, and unchanged, if the device does not take it. DPDK: <c>rte_eth_dev_set_mtu</c>.</summary>
    static abstract bool TrySetMtu(int mtuBytes);

    /// <summary>What is addressed to others is received too. DPDK: <c>rte_eth_promiscuous_get</c>.</summary>
    static abstract bool IsPromiscuous { get; }

    /// <summary>
    /// Control path. False, and unchanged, if the device does not take it. DPDK: <c>rte_eth_promiscuous_enable</c>, <c>_disable</c>.
    /// </summary>
    static abstract bool TrySetPromiscuous(bool on);

    /// <summary>
    /// Names and values: the port's, each queue's, each drop reason's that is not 0, the driver's own. Returns how many
    /// there are; those that fit are written. Control path. DPDK: <c>rte_eth_xstats_get</c>.
    /// </summary>
    static abstract int ReadExtendedStatistics(Span<EthStatistic> statistics);
}
