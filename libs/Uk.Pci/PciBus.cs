// Finds functions and configures them through the two I/O ports of configuration mechanism #1, which pc and q35 have.
// Every look-up scans anew: it happens a few times at boot, and a table would cost memory for the whole run.

using Uk.Platform;
using static Uk.Pci.PciSpec;

namespace Uk.Pci;

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IPciBus>]
[Requires<IPortIo>]
[Requires<IMachineMemory>]
public readonly struct PciBus<TPortIo, TMemory> : IPciBus<PciBus<TPortIo, TMemory>>
    where TPortIo : struct, IPortIo<TPortIo>
    where TMemory : struct, IMachineMemory<TMemory>
{
    public static bool HasHostBridge => Read16(default, VendorId) != InvalidVendor;

    public static int Count(PciIds ids) => Scan(ids, int.MaxValue, out _);

    public static bool TryFind(PciIds ids, int index, out PciAddress address) =>
        Scan(ids, index, out address) > index && index >= 0;

    /// <summary>
    /// Counts matches until there are more than <paramref name="last"/>; the one with that number is
    /// <paramref name="match"/>. Buses are visited in rising order and a bridge can only add a higher one, so wrong bus
    /// numbers cannot make this loop.
    /// </summary>
    private static int Scan(PciIds ids, int last, out PciAddress match)
    {
        match = default;
        int found = 0;
        if (!HasHostBridge) return 0;
        BusSet buses = default;
        buses.Add(0);
        for (int bus = 0; bus < 256; bus++)
        {
            if (!buses.Contains((byte)bus)) continue;
            for (int device = 0; device < 32; device++)
                if (ScanDevice((byte)bus, (byte)device, ids, last, ref found, ref buses, ref match)) return found;
        }
        return found;
    }

    /// <summary>True when the function that was looked for is found.</summary>
    private static bool ScanDevice(
        byte bus, byte device, PciIds ids, int last, ref int found, ref BusSet buses, ref PciAddress match)
    {
        int functions = 1;
        for (int function = 0; function < functions; function++)
        {
            PciAddress address = new(bus, device, (byte)function);
            uint identity = Read32(address, VendorId);
            if ((ushort)identity == InvalidVendor) continue;

            byte headerType = Read8(address, HeaderType);
            if (function == 0 && (headerType & MultiFunction) != 0) functions = 8;
            if ((headerType & HeaderLayoutMask) == HeaderLayoutBridge)
            {
                byte secondary = Read8(address, SecondaryBusNumber);
                if (secondary > bus) buses.Add(secondary);
            }
            if (!ids.Matches((ushort)identity, (ushort)(identity >> 16))) continue;
            match = address;
            if (found++ == last) return true;
        }
        return false;
    }

    public static uint Read32(PciAddress address, byte offset)
    {
        Select(address, offset);
        return TPortIo.In32(CONFIG_DATA);
    }

    public static ushort Read16(PciAddress address, byte offset)
    {
        Select(address, offset);
        return TPortIo.In16((ushort)(CONFIG_DATA + (offset & 2)));
    }

    public static byte Read8(PciAddress address, byte offset)
    {
        Select(address, offset);
        return TPortIo.In8((ushort)(CONFIG_DATA + (offset & 3)));
    }

    public static void Write32(PciAddress address, byte offset, uint value)
    {
        Select(address, offset);
        TPortIo.Out32(CONFIG_DATA, value);
    }

    public static void Write16(PciAddress address, byte offset, ushort value)
    {
        Select(address, offset);
        TPortIo.Out16((ushort)(CONFIG_DATA + (offset & 2)), value);
    }

    public static void Write8(PciAddress address, byte offset, byte value)
    {
        Select(address, offset);
        TPortIo.Out8((ushort)(CONFIG_DATA + (offset & 3)), value);
    }

    private static void Select(PciAddress address, byte offset) =>
        TPortIo.Out32(CONFIG_ADDRESS, CONFIG_ENABLE | ((uint)address.Value << 8) | (offset & 0xFCu));

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
