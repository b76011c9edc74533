// MSI-X: a table in the memory of the function, which says for each of its events what to write and where. PCI 3.0, 6.8.2.

using Uk.Platform;

namespace Uk.Pci;

/// <summary>Messages of one function. Boot and control path.</summary>
public static class PciMsix<TBus, TMemory>
    where TBus : struct, IPciBus<TBus>
    where TMemory : struct, IMachineMemory<TMemory>
{
    private const byte CapabilityId = 0x11, CapabilityBytes = 12;

    // Offsets in the capability, and in an entry of the table.
    private const byte MessageControl = 2, Table = 4;
    private const uint EntryBytes = 16, AddressLow = 0, AddressHigh = 4, Data = 8, VectorControl = 12;

    private const ushort TableSizeMask = 0x7FF, FunctionMask = 1 << 14, Enable = 1 << 15;
    private const uint BarMask = 7;

    /// <summary>
    /// Sets an entry, and turns messages on. False where the function has no such entry, or says that its table lies outside
    /// of its memory.
    /// </summary>
    public static bool TrySet(PciAddress address, int entry, in InterruptMessage message)
    {
        if (!TryFindCapability(address, out byte capability)) return false;
        ushort control = TBus.Read16(address, (byte)(capability + MessageControl));
        if (entry > (control & TableSizeMask)) return false;
        uint table = TBus.Read32(address, (byte)(capability + Table));
        ulong offset = (table & ~BarMask) + (ulong)entry * EntryBytes;
        if (!TBus.TryGetMemoryBar(address, (int)(table & BarMask), out PciMemoryBar range)) return false;
        if (!range.Contains(offset, EntryBytes)) return false;

        nuint registers = TBus.Map(range, offset, (nuint)EntryBytes);
        TMemory.WriteDevice32(registers + AddressLow, (uint)message.Address);
        TMemory.WriteDevice32(registers + AddressHigh, (uint)(message.Address >> 32));
        TMemory.WriteDevice32(registers + Data, message.Data);
        TMemory.WriteDevice32(registers + VectorControl, 0);
        TBus.Write16(address, (byte)(capability + MessageControl), (ushort)((control | Enable) & ~FunctionMask));
        return true;
    }

    private static bool TryFindCapability(PciAddress address, out byte offset)
    {
        PciCapabilities<TBus> walk = new(address);
        while (walk.MoveNext())
        {
            if (walk.Id != CapabilityId || !walk.Has(CapabilityBytes)) continue;
            offset = walk.Offset;
            return true;
        }
        offset = 0;
        return false;
    }
}
