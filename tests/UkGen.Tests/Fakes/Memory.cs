// An arena, two allocators of which one is the default, and a pool.

using Uk;
using Uk.Memory;
using Uk.Mempool;
using Uk.Platform;

namespace Fakes.Memory;

[UkLibrary]
[Provides<IRegionArena>]
[Requires<IMachineMemory>, Requires<IRegionArenaOptions>]
public struct RegionArena<TMemory, TOptions> : IRegionArena<RegionArena<TMemory, TOptions>>, IInitialize<RegionArena<TMemory, TOptions>>
    where TMemory : struct, IMachineMemory<TMemory>
    where TOptions : struct, IRegionArenaOptions
{
    public static nuint BaseAddress => 0;
    public static void Initialize() => TMemory.Reserve((nuint)TOptions.Length, (nuint)TOptions.Alignment);
}

[UkLibrary]
[Provides<IMemoryRegion>(Default = true)]
[Requires<IRegionArena>, Requires<IMachineMemory>, Requires<IMemoryRegionOptions>]
public struct BumpAllocator<TArena, TMemory, TRegion>
    : IMemoryRegion<BumpAllocator<TArena, TMemory, TRegion>>, IInitialize<BumpAllocator<TArena, TMemory, TRegion>>
    where TArena : struct, IRegionArena<TArena>
    where TMemory : struct, IMachineMemory<TMemory>
    where TRegion : struct, IMemoryRegionOptions
{
    public static nuint BaseAddress => 0;
    public static nuint LengthBytes => (nuint)TRegion.Size;
    public static nuint FreeBytes => 0;
    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes) => 0;
    public static bool Free(nuint address, nuint lengthBytes) => false;
    public static ulong ToIova(nuint address) => address;
    public static void Initialize() { }
}

[UkLibrary]
[Provides<IMemoryRegion>]
[Requires<IRegionArena>, Requires<IMemoryRegionOptions>]
public struct BuddyAllocator<TArena, TRegion> : IMemoryRegion<BuddyAllocator<TArena, TRegion>>
    where TArena : struct, IRegionArena<TArena>
    where TRegion : struct, IMemoryRegionOptions
{
    public static nuint BaseAddress => 0;
    public static nuint LengthBytes => (nuint)TRegion.Size;
    public static nuint FreeBytes => 0;
    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes) => 0;
    public static bool Free(nuint address, nuint lengthBytes) => true;
    public static ulong ToIova(nuint address) => address;
}

[UkLibrary]
[Provides<IMempool>]
[Requires<IMemoryRegion>, Requires<IMempoolOptions>]
public unsafe struct StackMempool<TRegion, TPool> : IMempool<StackMempool<TRegion, TPool>>, IInitialize<StackMempool<TRegion, TPool>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TPool : struct, IMempoolOptions
{
    public static int Capacity => TPool.Mbufs;
    public static int Available => 0;
    public static int InUseCount => 0;
    public static int DataRoomBytes => TPool.DataRoom;
    public static Mbuf* Allocate() => null;
    public static void Free(Mbuf* packet) { }
    public static bool TryAllocate(ref Burst burst, int count) => false;
    public static void Free(ref Burst burst) { }
    public static Mbuf* Clone(Mbuf* packet) => null;
    public static Mbuf* Copy(Mbuf* packet, uint offsetBytes, uint lengthBytes) => null;
    public static bool TryLinearize(Mbuf* packet) => false;
    public static void Initialize() { }
}
