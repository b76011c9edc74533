// The one address space: every address is its own physical address. boot.S maps the image; the rest is mapped here as it
// is taken, with 2 MiB pages where RAM has a whole one, else with pages of 4 KiB. Nothing mapped here can be executed.

namespace Uk.Platform.Kvm;

internal static unsafe class PageTables
{
    internal const nuint PageLength = 4096;
    internal const nuint LargePageLength = 2 << 20;
    internal const nuint HugePageLength = 1 << 30;

    private const ulong Present = 1 << 0, Writable = 1 << 1, WriteThrough = 1 << 3, CacheDisable = 1 << 4;
    private const ulong Large = 1 << 7;
    private const ulong NoExecute = 1ul << 63;
    private const ulong AddressMask = 0x000F_FFFF_FFFF_F000;

    private const ulong Ram = Present | Writable | NoExecute;
    private const ulong Registers = Ram | WriteThrough | CacheDisable;

    /// <param name="start">A multiple of <see cref="PageLength"/>, like the length.</param>
    internal static void MapRam(nuint start, nuint lengthBytes) => Map(start, lengthBytes, Ram, PhysicalMemory.RamEnd);

    /// <summary>
    /// Maps whole GiB, with one entry for each, as far as the processor can and nothing of them is mapped so far. Returns
    /// how many bytes that was: the rest is for <see cref="MapRam"/>.
    /// </summary>
    /// <param name="start">A multiple of <see cref="HugePageLength"/>.</param>
    internal static nuint MapHugeRam(nuint start, nuint lengthBytes)
    {
        const uint ExtendedFeatures = 0x8000_0001, Edx = 3, Page1GB = 1 << 26;
        uint* registers = stackalloc uint[4];
        Cpu.uk_cpuid(ExtendedFeatures, 0, registers);
        if ((registers[Edx] & Page1GB) == 0) return 0;
        nuint mapped = 0;
        for (; lengthBytes - mapped >= HugePageLength; mapped += HugePageLength)
        {
            ulong* entry = Entry(Descend(Cpu.uk_image_layout()->PageMapLevel4, start + mapped, 39), start + mapped, 30);
            if ((*entry & Present) != 0) break;
            *entry = (start + mapped) | Ram | Large;
        }
        return mapped;
    }

    /// <summary>Uncached. Whole 2 MiB pages: where device registers are, there is no RAM.</summary>
    internal static void MapRegisters(ulong start, nuint lengthBytes)
    {
        nuint first = (nuint)start & ~(LargePageLength - 1);
        nuint end = ((nuint)start + lengthBytes + LargePageLength - 1) & ~(LargePageLength - 1);
        Map(first, end - first, Registers, end);
    }

    /// <param name="limit">
    /// Up to here may be mapped as well: what is taken in small steps then shares large pages and needs no tables.
    /// </param>
    private static void Map(nuint start, nuint lengthBytes, ulong flags, nuint limit)
    {
        nuint end = start + lengthBytes;
        while (start < end)
        {
            ulong* directory = Descend(Descend(Cpu.uk_image_layout()->PageMapLevel4, start, 39), start, 30);
            ulong* entry = Entry(directory, start, 21);
            nuint page = start & ~(LargePageLength - 1);
            // An entry that is not present has nothing of the image in its reach.
            if ((*entry & Present) == 0 && page + LargePageLength <= limit) *entry = page | flags | Large;
            if ((*entry & Large) != 0)
            {
                start = page + LargePageLength;
            }
            else
            {
                *Entry(Descend(directory, start, 21), start, 12) = start | flags;
                start += PageLength;
            }
        }
    }

    /// <summary>From here on a null reference faults.</summary>
    internal static void UnmapFirstPage()
    {
        ulong* table = Cpu.uk_image_layout()->PageMapLevel4;
        for (int level = 3; level > 0; level--) table = (ulong*)(*table & AddressMask);
        *table = 0;
        Cpu.uk_flush_page(0);
    }

    /// <summary>A page of the image, which has entries of 4 KiB: from here on it faults.</summary>
    internal static void UnmapPage(nuint address)
    {
        ulong* table = Cpu.uk_image_layout()->PageMapLevel4;
        for (int shift = 39; shift > 12; shift -= 9) table = (ulong*)(*Entry(table, address, shift) & AddressMask);
        *Entry(table, address, 12) = 0;
        Cpu.uk_flush_page(address);
    }

    private static ulong* Entry(ulong* table, nuint address, int shift) => table + ((address >> shift) & 511);

    /// <summary>The table below an entry, made if there is none.</summary>
    private static ulong* Descend(ulong* table, nuint address, int shift)
    {
        ulong* entry = Entry(table, address, shift);
        if ((*entry & Present) == 0) *entry = PhysicalMemory.TakeTable() | Present | Writable;
        return (ulong*)(*entry & AddressMask);
    }
}
