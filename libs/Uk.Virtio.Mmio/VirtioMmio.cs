// virtio devices whose registers are a window in physical memory: VIRTIO 1.2, §4.2. microvm and Firecracker have them.

using Uk.Bus;
using Uk.Platform;
using static Uk.Virtio.Mmio.MmioRegister;

namespace Uk.Virtio.Mmio;

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IVirtioTransport>]
[Requires<IMachineMemory>]
[Requires<IInterrupts>]
public readonly struct VirtioMmio<TMemory, TInterrupts> : IVirtioTransport<VirtioMmio<TMemory, TInterrupts>>
    where TMemory : struct, IMachineMemory<TMemory>
    where TInterrupts : struct, IInterrupts<TInterrupts>
{
    public static bool Opens(BusKind bus) => bus == BusKind.VirtioMmio;

    public static VirtioLookup Open(scoped in BusDevice found, out VirtioDevice device)
    {
        device = default;
        device.Location = found.Location;
        device.InterruptLine = found.InterruptLine;
        device.Registers = TMemory.MapDevice(found.Location, found.LengthBytes);
        device.Config = device.Registers + Config;
        device.ConfigLengthBytes = found.LengthBytes - Config;
        return Get(device, MmioRegister.Version) == MmioValue.Version ? VirtioLookup.Found : VirtioLookup.Legacy;
    }

    public static string Describe(in VirtioDevice device) => "virtio-mmio device at 0x" + Hexadecimal.ToText(device.Location);

    // §4.2.2.2: all registers below the configuration are accessed as aligned 32-bit words.

    public static byte GetStatus(in VirtioDevice device) => (byte)Get(device, Status);

    public static void SetStatus(in VirtioDevice device, byte status) => Set(device, Status, status);

    public static ulong GetDeviceFeatures(in VirtioDevice device)
    {
        Set(device, DeviceFeaturesSel, 0);
        ulong features = Get(device, DeviceFeatures);
        Set(device, DeviceFeaturesSel, 1);
        return features | ((ulong)Get(device, DeviceFeatures) << 32);
    }

    public static void SetDriverFeatures(in VirtioDevice device, ulong features)
    {
        Set(device, DriverFeaturesSel, 0);
        Set(device, DriverFeatures, (uint)features);
        Set(device, DriverFeaturesSel, 1);
        Set(device, DriverFeatures, (uint)(features >> 32));
    }

    public static uint GetQueueSizeMax(in VirtioDevice device, ushort queue)
    {
        Set(device, QueueSel, queue);
        return Get(device, QueueReady) == 0 ? Get(device, QueueNumMax) : 0;
    }

    /// <summary>§4.2.3.2</summary>
    public static bool TryEnableQueue(
        in VirtioDevice device, ushort queue, ushort size, in VirtqueueAddresses addresses,
        out VirtqueueDoorbell doorbell)
    {
        Set(device, QueueSel, queue);
        Set(device, QueueNum, size);
        SetWide(device, QueueDescLow, QueueDescHigh, addresses.DescriptorArea);
        SetWide(device, QueueDriverLow, QueueDriverHigh, addresses.DriverArea);
        SetWide(device, QueueDeviceLow, QueueDeviceHigh, addresses.DeviceArea);
        Set(device, QueueReady, 1);
        doorbell = new VirtqueueDoorbell
        {
            Address = device.Registers + QueueNotify,
            QueueIndex = queue,
            WidthBytes = sizeof(uint),
        };
        return Get(device, QueueReady) == 1;
    }

    /// <summary>§4.2.2: one line for all queues of the device.</summary>
    public static bool TryEnableInterrupt(in VirtioDevice device, ushort queue, ref VirtioInterrupt connection)
    {
        if (connection.IsConnected) return true;
        connection.IsConnected = device.InterruptLine != 0 && TInterrupts.TryConnectLine(device.InterruptLine);
        return connection.IsConnected;
    }

    /// <summary>§4.2.2.2: the line stays up until then.</summary>
    public static void AcknowledgeInterrupt(in VirtioDevice device, ushort queue)
    {
        uint status = Get(device, InterruptStatus);
        if (status != 0) Set(device, InterruptACK, status);
    }

    public static uint GetConfigGeneration(in VirtioDevice device) => Get(device, ConfigGeneration);

    // §4.2.2.2: the configuration is accessed in the width of its fields.

    public static byte ReadConfig8(in VirtioDevice device, uint offsetBytes) =>
        TMemory.ReadDevice8(device.Config + offsetBytes);

    public static ushort ReadConfig16(in VirtioDevice device, uint offsetBytes) =>
        TMemory.ReadDevice16(device.Config + offsetBytes);

    private static uint Get(in VirtioDevice device, uint register) => TMemory.ReadDevice32(device.Registers + register);

    private static void Set(in VirtioDevice device, uint register, uint value) =>
        TMemory.WriteDevice32(device.Registers + register, value);

    private static void SetWide(in VirtioDevice device, uint low, uint high, ulong value)
    {
        Set(device, low, (uint)value);
        Set(device, high, (uint)(value >> 32));
    }
}
