// Where a region lies and how long it is: the same for every allocator.

using System;
using Uk.Platform;

namespace Uk.Memory;

internal readonly struct RegionPlacement(nuint baseAddress, nuint lengthBytes)
{
    /// <summary>The page that <see cref="PageSize.Any"/> rounds to: the smallest of the processor.</summary>
    private const ulong SmallestPageBytes = 4096;

    public readonly nuint BaseAddress = baseAddress;
    public readonly nuint LengthBytes = lengthBytes;

    /// <summary>Whole pages for the region's size: from the arena, or from the machine where the region is not in it.</summary>
    public static RegionPlacement Find<TArena, TMemory, TRegion>()
        where TArena : struct, IRegionArena<TArena>
        where TMemory : struct, IMachineMemory<TMemory>
        where TRegion : struct, IMemoryRegionOptions
    {
        RegionPlacement placement = FindMemory<TArena, TMemory, TRegion>();
        // Before anything is written to it: from then on its pages are where they are.
        if (TRegion.Node >= 0) TMemory.PlaceOnNode(placement.BaseAddress, placement.LengthBytes, TRegion.Node);
        return placement;
    }

    private static RegionPlacement FindMemory<TArena, TMemory, TRegion>()
        where TArena : struct, IRegionArena<TArena>
        where TMemory : struct, IMachineMemory<TMemory>
        where TRegion : struct, IMemoryRegionOptions
    {
        ulong pageBytes = TRegion.PageSize == PageSize.Any ? SmallestPageBytes : (ulong)TRegion.PageSize;
        if (TRegion.Size <= 0)
            throw new InvalidOperationException($"A memory region needs a Size above 0, not {TRegion.Size} bytes.");
        ulong lengthBytes = ((ulong)TRegion.Size + pageBytes - 1) & ~(pageBytes - 1);
        ulong address = (ulong)TRegion.At;
        if (address == 0 && TRegion.Offset < 0)
            return new RegionPlacement(TMemory.Reserve((nuint)lengthBytes, (nuint)pageBytes), (nuint)lengthBytes);
        if (address == 0)
            return new RegionPlacement(TArena.BaseAddress + (nuint)TRegion.Offset, (nuint)lengthBytes);
        if ((address & (pageBytes - 1)) != 0)
        {
            throw new InvalidOperationException(
                $"A memory region is fixed at 0x{Hexadecimal.ToText(address)}, which is not a multiple of its page size, {pageBytes} bytes. " +
                "Change At or PageSize.");
        }
        return new RegionPlacement(TMemory.ReserveAt((nuint)address, (nuint)lengthBytes), (nuint)lengthBytes);
    }
}
