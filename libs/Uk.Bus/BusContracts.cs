// What all buses have in common: they find the devices that a program has drivers for. How a device is used is between its
// driver and the library of its bus.

using System;

namespace Uk.Bus;

/// <summary>What kind of bus a device is on.</summary>
public enum BusKind : byte
{
    Pci,
    /// <summary>Windows of registers in physical memory: VIRTIO 1.2, §4.2.</summary>
    VirtioMmio,
    /// <summary>Devices in software, which the options of the program name. DPDK: <c>vdev</c>.</summary>
    Vdev,
}

/// <summary>A device that a bus found. Where it is means something to the library of its bus.</summary>
public ref struct BusDevice
{
    public BusKind Bus;

    /// <summary>PCI: bus, device and function number. virtio-mmio: a physical address. vdev: the port.</summary>
    public ulong Location;

    /// <summary>virtio-mmio: bytes of its window.</summary>
    public uint LengthBytes;

    /// <summary>virtio-mmio: its line at the I/O APICs, if that is known; else 0.</summary>
    public uint InterruptLine;

    /// <summary>vdev: what stands behind its name and a colon. Untrusted; valid for good.</summary>
    public ReadOnlySpan<byte> Arguments;
}

/// <summary>Whose a device is.</summary>
public enum DeviceMatch : byte
{
    /// <summary>No driver of the port is for it, or there is none.</summary>
    None,
    /// <summary>That of the driver which asks.</summary>
    Own,
    /// <summary>Another driver's, which the port has as well.</summary>
    Other,
}

/// <remarks>Where a target has several buses, a driver looks on all of them.</remarks>
[Combine(typeof(BothBuses<,>))]
public interface IBus : IContract;

/// <summary>A kind of bus with devices on it. Boot and control path, one lcore.</summary>
/// <remarks>
/// Nothing of a bus is left in an image in which no driver has a device on it. DPDK: <c>rte_bus</c>, whose scan and probe
/// are one here: the tables of drivers are known when the program is built.
/// </remarks>
public interface IBus<TSelf> : IBus where TSelf : struct, IBus<TSelf>
{
    /// <summary>
    /// The device for a port: what its option names, or else the device with the port's number among those that the table
    /// knows, in the order of the buses and of the devices on each.
    /// </summary>
    /// <param name="ahead">How many devices are still to be passed over; those that this bus has are taken off.</param>
    /// <param name="device">Not to be used where the result is <see cref="DeviceMatch.None"/>.</param>
    static abstract DeviceMatch Find<TDevices>(int port, scoped ref int ahead, out BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>;

    /// <summary>
    /// Where it looks for devices of the table, for a message: "virtio-mmio, 24 slots from 0xfeb00000". Empty where it does not.
    /// </summary>
    static abstract string SearchedPlaces<TDevices>() where TDevices : struct, IDeviceTable<TDevices>;
}

public interface IDeviceTable : IContract;

/// <summary>
/// Which devices a driver is for. The composition writes it for each driver of a program, out of the
/// <see cref="PciDeviceAttribute"/>, <see cref="VirtioDeviceAttribute"/> and <see cref="VdevAttribute"/> of the driver and of
/// what the driver uses; so the table is code, and what is constant in it is folded.
/// </summary>
/// <remarks>DPDK: <c>rte_pci_id</c> tables and <c>RTE_PMD_REGISTER_VDEV</c>, which are looked up while the program runs.</remarks>
public interface IDeviceTable<TSelf> : IDeviceTable where TSelf : struct, IDeviceTable<TSelf>
{
    /// <summary>The port has no other driver.</summary>
    static virtual bool IsAlone => false;

    /// <summary>There are devices on PCI in the table. Constant.</summary>
    static virtual bool HasPci => false;
    static virtual DeviceMatch OfPci(ushort vendor, ushort device) => DeviceMatch.None;

    /// <summary>There are devices on virtio-mmio in the table. Constant.</summary>
    static virtual bool HasVirtio => false;
    /// <param name="type">VIRTIO 1.2, §5.</param>
    static virtual DeviceMatch OfVirtio(uint type) => DeviceMatch.None;

    /// <summary>The port can have devices in software, of this driver or of another. Constant.</summary>
    static virtual bool HasVdevs => false;
    static virtual DeviceMatch OfVdev(ReadOnlySpan<byte> name) => DeviceMatch.None;
    /// <summary>The driver takes a port that no option says anything of.</summary>
    static virtual bool IsDefaultVdev => false;
}
