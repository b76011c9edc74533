// The contract between drivers and ports.

using System;
using Uk.Mempool;

namespace Uk.EthDev;

/// <remarks>Where a target has several, which one a port has is said when the program starts: <c>--port0=…</c>.</remarks>
[Combine(typeof(ChosenDriver<,>))]
public interface IEthDriver : IContract;

/// <summary>
/// One network device, without waiting and without statistics. Data path: each queue is used by one lcore at a time,
/// different queues by several at once. The port has checked that a queue is below <see cref="IPortOptions.Queues"/>.
/// </summary>
/// <remarks>
/// A driver of one queue ignores the index; one of several folds it away where the port has one:
/// <c>TPort.Queues == 1 ? ref s_queue : ref s_queues[queue]</c>. What a driver does not override it does not have.
/// </remarks>
public interface IEthDriver<TSelf> : IEthDriver where TSelf : struct, IEthDriver<TSelf>
{
    static abstract MacAddress MacAddress { get; }
    static abstract bool LinkUp { get; }

    /// <summary>
    /// The peer has gone for good (the end of a pcap file): there will be no more packets. Hardware: false.
    /// </summary>
    [HotPath]
    static abstract bool Ended { get; }

    /// <summary>
    /// Appends received packets to a burst that is empty; the caller owns them. Frames that the driver had to drop are
    /// added to <paramref name="drops"/>, which is this queue's.
    /// </summary>
    [HotPath]
    static abstract void Receive(int queue, ref Burst burst, ref DropCounters drops);

    /// <summary>
    /// Takes packets from the front of the burst, in order, and returns how many it took: it owns those, all segments of
    /// them. None of them is marked as dropped. Packets have several segments only where the pool has
    /// <c>Chains</c> and the driver <see cref="SendsChains"/>.
    /// </summary>
    [HotPath]
    static abstract int Transmit(int queue, ref Burst burst);

    /// <summary>
    /// Asks the device to end a rest of this lcore when the next frame comes. False where frames are there already, or
    /// where the device cannot: then the lcore goes on polling. Called with schedulers that rest alone, when a
    /// <see cref="Receive"/> has found nothing.
    /// </summary>
    static virtual bool TryArm(int queue) => false;

    /// <summary>After the rest: no more of that, the lcore polls.</summary>
    static virtual void Disarm(int queue)
    {
    }

    /// <summary>In a process, while it is armed: the file that can be read when a frame comes; -1 for none.</summary>
    static virtual int WakeFile(int queue) => -1;

    /// <summary>
    /// The user has chosen this driver for the port, or there is no choice. A driver that is not chosen does not start.
    /// Boot only.
    /// </summary>
    static virtual bool IsChosen => true;

    /// <summary>How the user chooses it, for a message: "tap:&lt;name&gt;". Empty where there is no choice.</summary>
    static virtual string Forms => "";

    /// <summary>The most queue pairs that the driver can serve; the device may have fewer, and then says so at start.</summary>
    static virtual int MaxQueues => 1;

    /// <summary>The driver takes packets of several segments; else the port makes one of them before. Constant.</summary>
    static virtual bool SendsChains => false;

    /// <summary>
    /// What device and driver can do; once started, what is in effect of what <see cref="IPortOptions.Offloads"/> asks
    /// for is that and this. A constant 0 lets the port drop all that has to do with offloads.
    /// </summary>
    static virtual EthOffloads Capabilities => EthOffloads.None;

    /// <summary>What the device can choose receive queues by.</summary>
    static virtual RssTypes RssCapabilities => RssTypes.None;

    /// <summary>Control path: asks the device.</summary>
    static virtual EthLink Link => new(TSelf.LinkUp);

    /// <summary>The longest IP packet that is sent and received, in bytes.</summary>
    static virtual int MtuBytes => 1500;

    /// <summary>Control path. False, and unchanged, if the device does not take it.</summary>
    static virtual bool TrySetMtu(int mtuBytes) => false;

    /// <summary>Frames for others are delivered too.</summary>
    static virtual bool IsPromiscuous => false;

    /// <summary>Control path. False, and unchanged, if the device does not take it.</summary>
    static virtual bool TrySetPromiscuous(bool on) => false;

    /// <summary>
    /// Control path: spreads packets over the queues. False, and unchanged, if the device does not take it.
    /// DPDK: <c>rte_eth_dev_rss_hash_update</c>.
    /// </summary>
    /// <param name="key">The key of the Toeplitz hash; empty leaves it to the driver.</param>
    static virtual bool TrySetRss(RssTypes types, ReadOnlySpan<byte> key) => false;

    /// <summary>
    /// The driver's own counters. Returns how many there are; those that fit are written. Control path.
    /// </summary>
    static virtual int ReadExtendedStatistics(Span<EthStatistic> statistics) => 0;
}
