// The slots of a machine as a bus: which of them have devices, and of which type.

using Uk.Bus;
using Uk.Platform;
using static Uk.Virtio.Mmio.MmioRegister;

namespace Uk.Virtio.Mmio;

/// <summary>Windows of registers in physical memory, in the order in which the machine was given their devices.</summary>
[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IBus>]
[Requires<IMachineInfo>]
[Requires<IPortIo>]
[Requires<IMachineMemory>]
public readonly struct VirtioMmioBus<TInfo, TPortIo, TMemory> : IBus<VirtioMmioBus<TInfo, TPortIo, TMemory>>
    where TInfo : struct, IMachineInfo<TInfo>
    where TPortIo : struct, IPortIo<TPortIo>
    where TMemory : struct, IMachineMemory<TMemory>
{
    public static DeviceMatch Find<TDevices>(int port, scoped ref int ahead, out BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>
    {
        device = default;
        if (!TDevices.HasVirtio) return DeviceMatch.None;
        MmioSlots<TInfo, TPortIo> slots = MmioSlots<TInfo, TPortIo>.All;
        while (slots.MoveNext())
        {
            DeviceMatch match = TDevices.OfVirtio(TypeIn(slots.Current));
            if (match == DeviceMatch.None || ahead-- != 0) continue;
            device.Bus = BusKind.VirtioMmio;
            device.Location = slots.Current.Address;
            device.LengthBytes = slots.Current.LengthBytes;
            device.InterruptLine = slots.Current.Line;
            return match;
        }
        return DeviceMatch.None;
    }

    /// <summary>The type of the device in this slot; that of an empty one where there is none. §4.2.3.1.1.</summary>
    private static uint TypeIn(MmioSlot slot)
    {
        nuint registers = TMemory.MapDevice(slot.Address, slot.LengthBytes);
        if (TMemory.ReadDevice32(registers + MagicValue) != MmioValue.Magic) return MmioValue.NoDevice;
        uint version = TMemory.ReadDevice32(registers + MmioRegister.Version);
        return version is MmioValue.Version or MmioValue.LegacyVersion
            ? TMemory.ReadDevice32(registers + DeviceID)
            : MmioValue.NoDevice;
    }

    public static string SearchedPlaces<TDevices>() where TDevices : struct, IDeviceTable<TDevices> =>
        TDevices.HasVirtio ? MmioSlots<TInfo, TPortIo>.Description : "";
}
