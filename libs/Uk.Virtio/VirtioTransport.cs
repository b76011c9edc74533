// What the bus-specific libraries give to virtio drivers: the registers that every virtio device has. Devices are found by
// the buses (Uk.Bus). All of it is for boot and the control path; packets go through SplitVirtqueue without a call to the transport.

using System.Threading;
using Uk.Bus;
using Uk.Platform;

namespace Uk.Virtio;

/// <summary>How a device was found.</summary>
public enum VirtioLookup : byte
{
    Found,
    /// <summary>The bus has no such device, or what names it makes no sense.</summary>
    Missing,
    /// <summary>The device is there, but speaks only the protocol before virtio 1.0.</summary>
    Legacy,
    /// <summary>The device is there, but where its registers are contradicts the bus.</summary>
    BadLayout,
}

/// <summary>
/// A device that a transport found. The fields belong to the transport; drivers only hand the value back to it.
/// </summary>
public struct VirtioDevice
{
    /// <summary>Common registers: the whole window (MMIO) or <c>common_cfg</c> (PCI), as mapped.</summary>
    public nuint Registers;

    /// <summary>Device-specific configuration, as mapped.</summary>
    public nuint Config;
    public uint ConfigLengthBytes;

    /// <summary>PCI only: the notification structure and its multiplier.</summary>
    public nuint Notify;
    public uint NotifyLengthBytes;
    public uint NotifyOffMultiplier;

    /// <summary>Where it is on its bus, for messages: a physical address or a PCI address.</summary>
    public ulong Location;

    /// <summary>MMIO only: its line at the I/O APICs, if that is known; else 0.</summary>
    public uint InterruptLine;

    /// <summary>
    /// Which transport it belongs to where several are combined: the choices of the combinators, a bit each.
    /// </summary>
    public uint Route;
}

/// <summary>The interrupt of one queue.</summary>
public struct VirtioInterrupt
{
    public bool IsConnected;
    public InterruptMessage Message;
}

/// <summary>Where and how a queue is notified: a register, §4.1.5.2, §4.2.3.3, or what the transport makes of it.</summary>
public struct VirtqueueDoorbell
{
    public nuint Address;
    public ushort QueueIndex;
    /// <summary>2 or 4 of a register.</summary>
    public byte WidthBytes;
}

/// <summary>Where the three parts of a queue are, as the device addresses them. §2.7.</summary>
public struct VirtqueueAddresses
{
    public ulong DescriptorArea;
    public ulong DriverArea;
    public ulong DeviceArea;
}

[Combine(typeof(FirstFound<,>))]
public interface IVirtioTransport : IContract;

/// <summary>One kind of bus with virtio devices on it. Boot and control path, one lcore.</summary>
public interface IVirtioTransport<TSelf> : IVirtioTransport where TSelf : struct, IVirtioTransport<TSelf>
{
    /// <summary>It opens devices on this bus.</summary>
    static abstract bool Opens(BusKind bus);

    /// <summary>
    /// Makes the registers of a device accessible. Where the result is not <see cref="VirtioLookup.Found"/> only its location
    /// is valid.
    /// </summary>
    static abstract VirtioLookup Open(scoped in BusDevice found, out VirtioDevice device);

    /// <summary>Where the device is, for a message: "virtio-mmio at 0xFEB00E00".</summary>
    static abstract string Describe(in VirtioDevice device);

    /// <summary>§2.1; writing 0 starts a reset, §2.4.</summary>
    static abstract byte GetStatus(in VirtioDevice device);
    static abstract void SetStatus(in VirtioDevice device, byte status);

    /// <summary>What the device offers, §2.2.</summary>
    static abstract ulong GetDeviceFeatures(in VirtioDevice device);
    static abstract void SetDriverFeatures(in VirtioDevice device, ulong features);

    /// <summary>
    /// The greatest size that the queue can have; 0 where the device has no such queue or it is in use.
    /// </summary>
    static abstract uint GetQueueSizeMax(in VirtioDevice device, ushort queue);

    /// <summary>
    /// Sets up and enables a queue without interrupts. False where the device does not take it or its notification
    /// address lies outside the device.
    /// </summary>
    /// <param name="size">A power of two, at most <see cref="GetQueueSizeMax"/>.</param>
    static abstract bool TryEnableQueue(
        in VirtioDevice device, ushort queue, ushort size, in VirtqueueAddresses addresses,
        out VirtqueueDoorbell doorbell);

    /// <summary>Notifies the device of a queue. Data path, once for a burst.</summary>
    [HotPath]
    static virtual unsafe void Ring(in VirtqueueDoorbell doorbell)
    {
        if (doorbell.WidthBytes == sizeof(uint)) Volatile.Write(ref *(uint*)doorbell.Address, doorbell.QueueIndex);
        else Volatile.Write(ref *(ushort*)doorbell.Address, doorbell.QueueIndex);
    }

    /// <summary>Changes whenever the configuration may have changed, §2.5.1.</summary>
    static abstract uint GetConfigGeneration(in VirtioDevice device);

    /// <summary>One byte of the configuration; the caller has checked the offset against its length.</summary>
    static abstract byte ReadConfig8(in VirtioDevice device, uint offsetBytes);

    /// <summary>A le16 field of the configuration; the caller has checked the offset, which is even.</summary>
    static abstract ushort ReadConfig16(in VirtioDevice device, uint offsetBytes);

    /// <summary>
    /// Lets the device interrupt the lcore that calls when it returns buffers of this queue. False where it cannot. Again
    /// after each reset; the queue decides from then on whether it wants interrupts.
    /// </summary>
    /// <param name="connection">
    /// 0 at first: what was taken of vectors or lines, so that it is taken once.
    /// </param>
    static virtual bool TryEnableInterrupt(in VirtioDevice device, ushort queue, ref VirtioInterrupt connection) => false;

    /// <summary>Whatever interrupt the device has raised for this queue is seen. Before the queue is armed.</summary>
    static virtual void AcknowledgeInterrupt(in VirtioDevice device, ushort queue)
    {
    }

    /// <summary>
    /// Where devices are other processes: the file that can be read when the device interrupts for this queue, or has ended.
    /// After <see cref="TryEnableInterrupt"/>.
    /// </summary>
    static virtual int WakeFile(in VirtioDevice device, ushort queue) => -1;

    // What a transport has whose devices are other processes. The rest keeps these bodies, of which nothing is left in
    // an image.

    /// <summary>How an option that names one looks, for a message; empty where there are none.</summary>
    static virtual string Forms => "";

    /// <summary>Devices may end while the driver runs, and come back. Constant.</summary>
    [HotPath]
    static virtual bool CanVanish => false;

    /// <summary>The device has ended. Costs more than a poll.</summary>
    [HotPath]
    static virtual bool HasVanished(in VirtioDevice device) => false;

    /// <summary>Makes a device ready for the handshake that has ended, or that broke its promises. False: not yet.</summary>
    static virtual bool TryOpen(in VirtioDevice device) => true;

    /// <summary>
    /// Devices poll, so the packed ring serves both sides better, event indices neither, and what a device drops it
    /// counts. Constant.
    /// </summary>
    [HotPath]
    static virtual bool DevicesPoll => false;

    /// <summary>The device is configured by a queue of its own, §5.1.6.5; else by the transport. Constant.</summary>
    [HotPath]
    static virtual bool HasControlQueue => true;

    /// <summary>Without a control queue: how many pairs of queues are in use. §5.1.6.5.5.</summary>
    static virtual bool TrySetQueuePairs(in VirtioDevice device, int pairs) => false;
}
