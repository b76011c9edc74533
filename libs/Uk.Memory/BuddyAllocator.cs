// The allocator for regions whose pieces come and go.

using Uk.Platform;

namespace Uk.Memory;

/// <summary>Hands out a region in cache lines, takes pieces back and joins free neighbours.</summary>
/// <remarks>
/// Boot and control path; one lcore. Costs one byte in 65 for its map, which lies at the end of the region. A piece
/// must fit into a free block whose length is a power of two and which is aligned to its length: what is larger than
/// half the region is better served by <see cref="BumpAllocator{TArena,TMemory,TRegion}"/>. Time is proportional to the
/// length of the piece, because memory is zeroed and the map is exact.
/// </remarks>
[UkLibrary]
[Provides<IMemoryRegion>]
[Requires<IRegionArena>]
[Requires<IMachineMemory>]
[Requires<IMemoryRegionOptions>]
public struct BuddyAllocator<TArena, TMemory, TRegion>
    : IMemoryRegion<BuddyAllocator<TArena, TMemory, TRegion>>, IInitialize<BuddyAllocator<TArena, TMemory, TRegion>>
    where TArena : struct, IRegionArena<TArena>
    where TMemory : struct, IMachineMemory<TMemory>
    where TRegion : struct, IMemoryRegionOptions
{
    private static nuint _baseAddress;
    private static nuint _lengthBytes;
    private static BuddyHeap _heap;

    public static nuint BaseAddress => _baseAddress;
    public static nuint LengthBytes => _lengthBytes;

    /// <summary>The sum of all free blocks, without the map.</summary>
    public static nuint FreeBytes => _heap.FreeBytes;

    public static void Initialize()
    {
        RegionPlacement placement = RegionPlacement.Find<TArena, TMemory, TRegion>();
        _baseAddress = placement.BaseAddress;
        _lengthBytes = placement.LengthBytes;
        _heap.Initialize(placement.BaseAddress, placement.LengthBytes);
    }

    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes) =>
        _heap.Allocate(lengthBytes, alignmentBytes);

    /// <summary>False for an address or a length that was not handed out, or was given back before.</summary>
    public static bool Free(nuint address, nuint lengthBytes) => _heap.Free(address, lengthBytes);

    public static ulong ToIova(nuint address) => address;
}
