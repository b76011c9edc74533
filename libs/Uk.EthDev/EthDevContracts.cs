// The contract between drivers and ports, and between ports and applications. DPDK: ethdev.

using System;
using Uk.Mempool;

namespace Uk.EthDev;

/// <summary>Declares a port: <c>[Port(0), Uses&lt;Packets&gt;] partial struct Wan;</c></summary>
/// <remarks>DPDK: a <c>port_id</c>. The n-th network device that the machine has, in bus order.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IEthPort, IPortOptions>]
public sealed class PortAttribute(int index) : Attribute
{
    public int Index { get; } = index;
    /// <summary>A power of two; at most what the device offers.</summary>
    public int RxDescriptors { get; set; }
    /// <summary>A power of two; at most what the device offers.</summary>
    public int TxDescriptors { get; set; }
}

public interface IPortOptions : IOptions
{
    [Unique, Range(0, 255)] static virtual int Index => 0;
    [PowerOfTwo, Range(1, 32768)] static virtual int RxDescriptors => 64;
    [PowerOfTwo, Range(1, 32768)] static virtual int TxDescriptors => 64;
    /// <summary>The name of the part, for messages.</summary>
    static virtual string Name => "";
}

public interface IEthDriver : IContract;

/// <summary>One network device, without waiting and without statistics. Data path: its own lcore.</summary>
public interface IEthDriver<TSelf> : IEthDriver where TSelf : struct, IEthDriver<TSelf>
{
    static abstract MacAddress MacAddress { get; }
    static abstract bool LinkUp { get; }

    /// <summary>
    /// The peer has gone for good (the end of a pcap file): there will be no more packets. Hardware: false.
    /// </summary>
    static abstract bool Ended { get; }

    /// <summary>
    /// Appends received packets to a burst that is empty; the caller owns them. Frames that the driver had to drop are
    /// added to <paramref name="drops"/>.
    /// </summary>
    static abstract void Receive(ref Burst burst, ref DropCounters drops);

    /// <summary>
    /// Takes packets from the front of the burst, in order, and returns how many it took: it owns those. None of them
    /// is marked as dropped.
    /// </summary>
    static abstract int Transmit(ref Burst burst);
}

public interface IEthPort : IContract;

/// <summary>A port as an application uses it.</summary>
public interface IEthPort<TSelf> : IEthPort where TSelf : struct, IEthPort<TSelf>
{
    static abstract MacAddress MacAddress { get; }
    static abstract bool LinkUp { get; }
    static abstract ref readonly PortStatistics Statistics { get; }

    /// <summary>
    /// Waits for packets, as the scheduler of the composition waits, and fills the burst, which must be empty. False:
    /// there will be no more. The caller owns the packets. DPDK: <c>rte_eth_rx_burst</c>, which does not wait.
    /// </summary>
    static abstract bool RxBurst(ref Burst burst);

    /// <summary>
    /// As <see cref="RxBurst"/>, without waiting; returns the number of packets. DPDK: <c>rte_eth_rx_burst</c>.
    /// </summary>
    static abstract int TryRxBurst(ref Burst burst);

    /// <summary>
    /// Sends what is in the burst and leaves it empty. Packets marked with <see cref="Mbuf.Drop"/> are counted by
    /// reason and freed instead; what the device has no room for is counted as <see cref="DropReason.TxFull"/> and
    /// freed. Returns the number sent. DPDK: <c>rte_eth_tx_burst</c>.
    /// </summary>
    static abstract int TxBurst(ref Burst burst);
}
