// The one piece of RAM in which the regions without a fixed address lie. How long it is and where each region starts in
// it is the composition's work; what to do with a region is its allocator's.

using System;
using Uk.Platform;

namespace Uk.Memory;

/// <summary>Reserves the arena when the program starts.</summary>
/// <remarks>Boot only. Throws, as the machine does, where there is not so much free RAM.</remarks>
[UkLibrary]
[Provides<IRegionArena>]
[Requires<IMachineMemory>]
[Requires<IRegionArenaOptions>]
public struct RegionArena<TMemory, TOptions>
    : IRegionArena<RegionArena<TMemory, TOptions>>, IInitialize<RegionArena<TMemory, TOptions>>
    where TMemory : struct, IMachineMemory<TMemory>
    where TOptions : struct, IRegionArenaOptions
{
    private static nuint _baseAddress;

    public static nuint BaseAddress => _baseAddress;

    public static void Initialize()
    {
        // Without regions there is nothing to reserve; an address of 0 then serves nobody.
        if (TOptions.Length == 0) return;
        _baseAddress = TMemory.Reserve((nuint)TOptions.Length, (nuint)TOptions.Alignment);
    }
}
