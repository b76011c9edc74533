// Finds functions, and what memory they have. Every look-up scans anew: it happens a few times at boot, and a table would
// cost memory for the whole run. How their configuration space is reached is in PciBus.Configuration.cs.

using Uk.Bus;
using Uk.Platform;
using static Uk.Pci.PciSpec;

namespace Uk.Pci;

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IBus>]
[Provides<IPciBus>]
[Requires<IPortIo>]
[Requires<IMachineMemory>]
public readonly partial struct PciBus<TPortIo, TMemory>
    : IBus<PciBus<TPortIo, TMemory>>, IPciBus<PciBus<TPortIo, TMemory>>, IInitialize<PciBus<TPortIo, TMemory>>
    where TPortIo : struct, IPortIo<TPortIo>
    where TMemory : struct, IMachineMemory<TMemory>
{
    public static DeviceMatch Find<TDevices>(int port, scoped ref int ahead, out BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>
    {
        device = default;
        return TDevices.HasPci && s_hasHostBridge ? Scan<TDevices>(ref ahead, out device) : DeviceMatch.None;
    }

    public static string SearchedPlaces<TDevices>() where TDevices : struct, IDeviceTable<TDevices> =>
        !TDevices.HasPci ? ""
        : !s_hasHostBridge ? "PCI, no host bridge"
        : s_busesInWindow == 0 ? "PCI, all buses, through ports"
        : "PCI, all buses, through memory at 0x" + Hexadecimal.ToText(s_window);

    /// <summary>
    /// In the order of bus, device and function. A bridge can only add a higher bus, so wrong bus numbers cannot make this
    /// loop.
    /// </summary>
    private static DeviceMatch Scan<TDevices>(scoped ref int ahead, out BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>
    {
        device = default;
        BusSet buses = default;
        buses.Add(0);
        for (int bus = 0; bus < 256; bus++)
        {
            if (!buses.Contains((byte)bus)) continue;
            for (int slot = 0; slot < 32; slot++)
            {
                DeviceMatch match = ScanDevice<TDevices>((byte)bus, (byte)slot, ref ahead, ref buses, ref device);
                if (match != DeviceMatch.None) return match;
            }
        }
        return DeviceMatch.None;
    }

    private static DeviceMatch ScanDevice<TDevices>(byte bus, byte slot, ref int ahead, ref BusSet buses, ref BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>
    {
        int functions = 1;
        for (int function = 0; function < functions; function++)
        {
            PciAddress address = new(bus, slot, (byte)function);
            uint identity = Read32(address, VendorId);
            if ((ushort)identity == InvalidVendor) continue;

            byte headerType = Read8(address, HeaderType);
            if (function == 0 && (headerType & MultiFunction) != 0) functions = 8;
            if ((headerType & HeaderLayoutMask) == HeaderLayoutBridge)
            {
                byte secondary = Read8(address, SecondaryBusNumber);
                if (secondary > bus) buses.Add(secondary);
            }
            DeviceMatch match = TDevices.OfPci((ushort)identity, (ushort)(identity >> 16));
            if (match == DeviceMatch.None || ahead-- != 0) continue;
            device.Location = address.Value;
            return match;
        }
        return DeviceMatch.None;
    }

    public static bool TryGetMemoryBar(PciAddress address, int bar, out PciMemoryBar range)
    {
        range = default;
        if ((uint)bar >= BaseAddressCount) return false;
        if ((Read8(address, HeaderType) & HeaderLayoutMask) != HeaderLayoutDevice) return false;
        byte offset = (byte)(BaseAddress0 + 4 * bar);
        uint low = Read32(address, offset);
        if ((low & BaseAddressIsIo) != 0) return false;
        bool wide = (low & BaseAddressTypeMask) == BaseAddress64;
        if (!wide && (low & BaseAddressTypeMask) != BaseAddress32) return false;
        if (wide && bar == BaseAddressCount - 1) return false;

        ulong start = low & ~BaseAddressFlags;
        if (wide) start |= (ulong)Read32(address, (byte)(offset + 4)) << 32;
        ulong length = MeasureBar(address, offset, wide);
        if (start == 0 || length == 0 || start + (length - 1) < start) return false;
        range = new PciMemoryBar(start, length);
        return true;
    }

    /// <summary>
    /// The bits that stay 0 when all are written tell the size. Meanwhile the function must not decode the addresses
    /// that this makes up. 0 where no bit can be set.
    /// </summary>
    private static ulong MeasureBar(PciAddress address, byte offset, bool wide)
    {
        ushort command = Read16(address, Command);
        Write16(address, Command, (ushort)(command & ~(IoSpace | MemorySpace)));
        ulong mask = Probe(address, offset) & ~BaseAddressFlags;
        ulong high = wide ? Probe(address, (byte)(offset + 4)) : uint.MaxValue;
        Write16(address, Command, command);
        mask |= high << 32;
        // The lowest bit that can be set, which is a power of two whatever the others are.
        return (uint)mask == 0 && !wide ? 0 : mask & (0 - mask);
    }

    private static uint Probe(PciAddress address, byte offset)
    {
        uint value = Read32(address, offset);
        Write32(address, offset, uint.MaxValue);
        uint mask = Read32(address, offset);
        Write32(address, offset, value);
        return mask;
    }

    public static nuint Map(PciMemoryBar range, ulong offsetBytes, nuint lengthBytes) =>
        TMemory.MapDevice(range.Address + offsetBytes, lengthBytes);

    public static void Enable(PciAddress address)
    {
        ushort command = Read16(address, Command);
        Write16(address, Command, (ushort)(command | MemorySpace | BusMaster | InterruptDisable));
    }

    /// <summary>The buses that are known, one bit each.</summary>
    private struct BusSet
    {
        private ulong _buses0, _buses64, _buses128, _buses192;

        public void Add(byte bus)
        {
            ulong bit = 1UL << (bus & 63);
            if (bus < 64) _buses0 |= bit;
            else if (bus < 128) _buses64 |= bit;
            else if (bus < 192) _buses128 |= bit;
            else _buses192 |= bit;
        }

        public readonly bool Contains(byte bus)
        {
            ulong word = bus < 64 ? _buses0 : bus < 128 ? _buses64 : bus < 192 ? _buses128 : _buses192;
            return ((word >> (bus & 63)) & 1) != 0;
        }
    }
}
