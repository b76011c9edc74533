// virtio devices on a PCI bus, through the structures of virtio 1.0 and later: VIRTIO 1.2, §4.1. pc and q35 have them.

using Uk.Bus;
using Uk.Pci;
using Uk.Platform;
using static Uk.Virtio.Pci.virtio_pci_common_cfg;

namespace Uk.Virtio.Pci;

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IVirtioTransport>]
[Requires<IPciBus>]
[Requires<IMachineMemory>]
[Requires<IInterrupts>]
public readonly struct VirtioPci<TBus, TMemory, TInterrupts> : IVirtioTransport<VirtioPci<TBus, TMemory, TInterrupts>>
    where TBus : struct, IPciBus<TBus>
    where TMemory : struct, IMachineMemory<TMemory>
    where TInterrupts : struct, IInterrupts<TInterrupts>
{
    /// <summary>What is mapped of a structure that claims to be larger: no device has so many registers.</summary>
    private const uint MappedLengthMax = 1 << 20;

    public static bool Opens(BusKind bus) => bus == BusKind.Pci;

    public static VirtioLookup Open(scoped in BusDevice found, out VirtioDevice device)
    {
        device = default;
        device.Location = found.Location;
        PciAddress address = new((ushort)found.Location);
        VirtioPciLayout layout = VirtioPciLayout.Read<TBus>(address);
        if (!layout.IsModern) return VirtioLookup.Legacy;
        if (!layout.Common.IsPresent || !layout.Notify.IsPresent) return VirtioLookup.BadLayout;

        TBus.Enable(address);
        device.Registers = Map(layout.Common, out _);
        device.Notify = Map(layout.Notify, out device.NotifyLengthBytes);
        device.NotifyOffMultiplier = layout.NotifyOffMultiplier;
        // A device without configuration has no such structure (§4.1.4.6.1).
        if (layout.Device.IsPresent) device.Config = Map(layout.Device, out device.ConfigLengthBytes);
        return VirtioLookup.Found;
    }

    private static nuint Map(in VirtioPciStructure structure, out uint lengthBytes)
    {
        lengthBytes = structure.LengthBytes < MappedLengthMax ? structure.LengthBytes : MappedLengthMax;
        return TBus.Map(structure.Range, structure.OffsetBytes, lengthBytes);
    }

    public static string Describe(in VirtioDevice device)
    {
        uint address = (uint)device.Location;
        return "PCI device " + Hexadecimal.ToText(address >> 8, 2) + ":" + Hexadecimal.ToText((address >> 3) & 0x1F, 2)
            + "." + Hexadecimal.ToText(address & 7);
    }

    // §4.1.3.1: each field is accessed in its own width, 64-bit ones as two 32-bit halves.

    public static byte GetStatus(in VirtioDevice device) => TMemory.ReadDevice8(device.Registers + device_status);

    public static void SetStatus(in VirtioDevice device, byte status) =>
        TMemory.WriteDevice8(device.Registers + device_status, status);

    public static ulong GetDeviceFeatures(in VirtioDevice device)
    {
        TMemory.WriteDevice32(device.Registers + device_feature_select, 0);
        ulong features = TMemory.ReadDevice32(device.Registers + device_feature);
        TMemory.WriteDevice32(device.Registers + device_feature_select, 1);
        return features | ((ulong)TMemory.ReadDevice32(device.Registers + device_feature) << 32);
    }

    public static void SetDriverFeatures(in VirtioDevice device, ulong features)
    {
        TMemory.WriteDevice32(device.Registers + driver_feature_select, 0);
        TMemory.WriteDevice32(device.Registers + driver_feature, (uint)features);
        TMemory.WriteDevice32(device.Registers + driver_feature_select, 1);
        TMemory.WriteDevice32(device.Registers + driver_feature, (uint)(features >> 32));
        // §4.1.5.1.2: no interrupt for configuration changes either.
        TMemory.WriteDevice16(device.Registers + config_msix_vector, VIRTIO_MSI_NO_VECTOR);
    }

    public static uint GetQueueSizeMax(in VirtioDevice device, ushort queue)
    {
        if (queue >= TMemory.ReadDevice16(device.Registers + num_queues)) return 0;
        TMemory.WriteDevice16(device.Registers + queue_select, queue);
        return TMemory.ReadDevice16(device.Registers + queue_enable) == 0
            ? TMemory.ReadDevice16(device.Registers + queue_size)
            : 0u;
    }

    /// <summary>§4.1.5.1.3</summary>
    public static bool TryEnableQueue(
        in VirtioDevice device, ushort queue, ushort size, in VirtqueueAddresses addresses,
        out VirtqueueDoorbell doorbell)
    {
        doorbell = default;
        TMemory.WriteDevice16(device.Registers + queue_select, queue);
        ulong notify = TMemory.ReadDevice16(device.Registers + queue_notify_off) * (ulong)device.NotifyOffMultiplier;
        // §4.1.4.4: the address is aligned and inside the structure.
        if ((notify & 1) != 0 || notify + sizeof(ushort) > device.NotifyLengthBytes) return false;

        TMemory.WriteDevice16(device.Registers + queue_size, size);
        TMemory.WriteDevice16(device.Registers + queue_msix_vector, VIRTIO_MSI_NO_VECTOR);
        SetWide(device, queue_desc, addresses.DescriptorArea);
        SetWide(device, queue_driver, addresses.DriverArea);
        SetWide(device, queue_device, addresses.DeviceArea);
        TMemory.WriteDevice16(device.Registers + queue_enable, 1);
        doorbell = new VirtqueueDoorbell
        {
            Address = device.Notify + (nuint)notify,
            QueueIndex = queue,
            WidthBytes = sizeof(ushort),
        };
        return TMemory.ReadDevice16(device.Registers + queue_enable) == 1;
    }

    /// <summary>§4.1.5.1.2: each queue has an entry of the table for itself.</summary>
    public static bool TryEnableInterrupt(in VirtioDevice device, ushort queue, ref VirtioInterrupt connection)
    {
        if (!connection.IsConnected)
        {
            if (!TInterrupts.TryAllocateMessage(out connection.Message)) return false;
            connection.IsConnected = true;
        }
        PciAddress address = new((ushort)device.Location);
        // Receive queues have even numbers, and the others no interrupts.
        ushort entry = (ushort)(queue >> 1);
        if (!PciMsix<TBus, TMemory>.TrySet(address, entry, connection.Message)) return false;
        TMemory.WriteDevice16(device.Registers + queue_select, queue);
        TMemory.WriteDevice16(device.Registers + queue_msix_vector, entry);
        return TMemory.ReadDevice16(device.Registers + queue_msix_vector) == entry;
    }

    public static uint GetConfigGeneration(in VirtioDevice device) =>
        TMemory.ReadDevice8(device.Registers + config_generation);

    public static byte ReadConfig8(in VirtioDevice device, uint offsetBytes) =>
        TMemory.ReadDevice8(device.Config + offsetBytes);

    public static ushort ReadConfig16(in VirtioDevice device, uint offsetBytes) =>
        TMemory.ReadDevice16(device.Config + offsetBytes);

    private static void SetWide(in VirtioDevice device, uint field, ulong value)
    {
        TMemory.WriteDevice32(device.Registers + field, (uint)value);
        TMemory.WriteDevice32(device.Registers + field + 4, (uint)(value >> 32));
    }
}
