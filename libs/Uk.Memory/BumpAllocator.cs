// The smallest allocator: an address that only grows. For everything that is allocated once and kept.

using Uk.Platform;

namespace Uk.Memory;

/// <summary>Hands out a region from front to back and takes nothing back.</summary>
/// <remarks>
/// Boot and control path; one lcore. Costs no memory beside the padding for alignment. Memory is zeroed because the
/// machine delivers it so and no byte is handed out twice.
/// </remarks>
[UkLibrary]
[Provides<IMemoryRegion>(Default = true)]
[Requires<IRegionArena>]
[Requires<IMachineMemory>]
[Requires<IMemoryRegionOptions>]
public struct BumpAllocator<TArena, TMemory, TRegion>
    : IMemoryRegion<BumpAllocator<TArena, TMemory, TRegion>>, IInitialize<BumpAllocator<TArena, TMemory, TRegion>>
    where TArena : struct, IRegionArena<TArena>
    where TMemory : struct, IMachineMemory<TMemory>
    where TRegion : struct, IMemoryRegionOptions
{
    private static nuint _baseAddress;
    private static nuint _lengthBytes;
    private static nuint _usedBytes;

    public static nuint BaseAddress => _baseAddress;
    public static nuint LengthBytes => _lengthBytes;
    public static nuint FreeBytes => _lengthBytes - _usedBytes;

    public static void Initialize()
    {
        RegionPlacement placement = RegionPlacement.Find<TArena, TMemory, TRegion>();
        _baseAddress = placement.BaseAddress;
        _lengthBytes = placement.LengthBytes;
        _usedBytes = 0;
    }

    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes)
    {
        nuint unaligned = _baseAddress + _usedBytes;
        nuint paddingBytes = (0 - unaligned) & (alignmentBytes - 1);
        nuint freeBytes = FreeBytes;
        // Two comparisons, so that no sum can wrap around.
        if (alignmentBytes == 0 || paddingBytes > freeBytes || lengthBytes > freeBytes - paddingBytes) return 0;
        _usedBytes += paddingBytes + lengthBytes;
        return unaligned + paddingBytes;
    }

    /// <summary>Always false: nothing is taken back.</summary>
    public static bool Free(nuint address, nuint lengthBytes) => false;

    public static ulong ToIova(nuint address) => address;
}
