// The RAM behind the image: taken from low to high, never given back.
//
//   image | page tables | arena and heap, as they are asked for … | regions at fixed addresses … | end of RAM
//
// Only the piece of RAM that holds the image is used; on machines with more than 3 GiB that is the part below 4 GiB.

using System;
using System.Runtime.InteropServices;

namespace Uk.Platform.Kvm;

internal static unsafe class PhysicalMemory
{
    /// <summary>The heap grows by at least this much, or by what is left.</summary>
    private const nuint HeapStepLength = 64 << 10;

    /// <summary>
    /// Page tables for devices (a directory below 4 GiB, two tables above) and for the ends of ranges. One more for each
    /// GiB of RAM. kvm.ld keeps the memory for them within reach of the image's own page tables.
    /// </summary>
    private const nuint TablesForDevices = 6;

    /// <summary>Next page for a table, mapped by nobody yet.</summary>
    private static nuint s_nextTable;

    /// <summary>Where the tables end and the free RAM begins at first.</summary>
    private static nuint s_tablesEnd;

    /// <summary>First free byte.</summary>
    private static nuint s_next;
    private static nuint s_end;

    /// <summary>The end of the RAM that holds the image.</summary>
    internal static nuint RamEnd { get; private set; }

    /// <summary>Takes the piece of RAM that holds the image from the memory map. Called once, at boot.</summary>
    internal static void FindRam()
    {
        nuint imageEnd = Cpu.uk_image_layout()->ImageEnd;
        foreach (ref readonly MemoryMapEntry entry in StartInfo.MemoryMap)
        {
            if (entry.Type != MemoryMapEntry.XEN_HVM_MEMMAP_TYPE_RAM) continue;
            if (entry.Address >= imageEnd || entry.Size < imageEnd - entry.Address) continue;
            s_end = (nuint)(entry.Address + entry.Size) & ~(PageTables.PageLength - 1);
            RamEnd = s_end;
            s_nextTable = imageEnd;
            s_tablesEnd = imageEnd + (TablesForDevices + (s_end >> 30)) * PageTables.PageLength;
            s_next = s_tablesEnd;
            if (s_next <= s_end) return;
        }
        Traps.Panic("the memory map of the VMM shows no RAM behind the image; start the machine with more memory"u8);
    }

    internal static nuint Reserve(nuint lengthBytes, nuint alignmentBytes)
    {
        nuint start = RoundUp(s_next, alignmentBytes < PageTables.PageLength ? PageTables.PageLength : alignmentBytes);
        if (start > s_end || RoundUp(lengthBytes) > s_end - start)
            throw new InvalidOperationException(
                $"The machine has too little memory: {lengthBytes >> 10} KiB wanted at {start >> 10} KiB, and its RAM "
                + $"ends at {s_end >> 10} KiB. Start it with more, for example -m {((start + lengthBytes) >> 20) + 1}M.");
        s_next = start + RoundUp(lengthBytes);
        nuint huge = alignmentBytes < PageTables.HugePageLength ? 0 : PageTables.MapHugeRam(start, RoundUp(lengthBytes));
        PageTables.MapRam(start + huge, RoundUp(lengthBytes) - huge);
        Clear(start, lengthBytes);
        return start;
    }

    internal static nuint ReserveAt(nuint address, nuint lengthBytes)
    {
        if (address < s_next || address > s_end || RoundUp(lengthBytes) > s_end - address)
            throw new InvalidOperationException(
                $"A memory region at 0x{Hexadecimal.ToText(address)} of {lengthBytes >> 10} KiB does not lie in free RAM, which is "
                + $"0x{Hexadecimal.ToText(s_next)} to 0x{Hexadecimal.ToText(s_end)}. Change its address, or let the composition choose one.");
        // Whatever is asked for later stays below.
        s_end = address;
        Take(address, lengthBytes);
        return address;
    }

    /// <summary>Uncleared memory for the heap of Uk.CoreLib: its start and length, or 0 when there is not so much.</summary>
    [UnmanagedCallersOnly(EntryPoint = "uk_heap_grow")]
    private static nuint GrowHeap(nuint minLengthBytes, nuint* lengthBytes)
    {
        nuint left = s_end - s_next;
        nuint length = RoundUp(minLengthBytes < HeapStepLength ? HeapStepLength : minLengthBytes);
        if (length > left) length = left;
        if (length < minLengthBytes) return 0;
        nuint start = s_next;
        s_next += length;
        PageTables.MapRam(start, length);
        *lengthBytes = length;
        return start;
    }

    /// <summary>A zeroed page for a page table.</summary>
    internal static nuint TakeTable()
    {
        if (s_nextTable == s_tablesEnd) Traps.Panic("no page is left for a page table: too many devices have registers far from each other"u8);
        nuint table = s_nextTable;
        s_nextTable += PageTables.PageLength;
        // Needs no table in turn: this stretch lies within reach of those that boot.S filled.
        PageTables.MapRam(table, PageTables.PageLength);
        Clear(table, PageTables.PageLength);
        return table;
    }

    private static void Take(nuint start, nuint lengthBytes)
    {
        PageTables.MapRam(start, RoundUp(lengthBytes));
        Clear(start, lengthBytes);
    }

    private static void Clear(nuint start, nuint lengthBytes)
    {
        for (ulong* word = (ulong*)start; word < (ulong*)(start + RoundUp(lengthBytes)); word++) *word = 0;
    }

    private static nuint RoundUp(nuint lengthBytes) => RoundUp(lengthBytes, PageTables.PageLength);

    private static nuint RoundUp(nuint value, nuint alignmentBytes) => (value + alignmentBytes - 1) & ~(alignmentBytes - 1);
}
