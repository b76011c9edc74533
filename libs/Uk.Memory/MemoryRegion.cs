// Memory regions: named pieces of RAM that an application declares, each with its own allocator. The contract and the
// attribute are here; allocators stand in files of their own; who gets which addresses is the composition's work.

using System;

namespace Uk.Memory;

/// <summary>The size of the pages that map a region.</summary>
public enum PageSize
{
    /// <summary>Whatever maps the memory: small pages near the image, 2 MiB pages elsewhere.</summary>
    Any = 0,
    FourKilobytes = 4 << 10,
    TwoMegabytes = 2 << 20,
    OneGigabyte = 1 << 30,
}

/// <summary>Declares a region: <c>[MemoryRegion(Size = 1 &lt;&lt; 20)] partial struct PacketMemory;</c></summary>
/// <remarks>DPDK: <c>rte_memzone</c>; Unikraft: <c>ukallocregion</c>.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IMemoryRegion, IMemoryRegionOptions>]
public sealed class MemoryRegionAttribute : Attribute
{
    /// <summary>In bytes; rounded up to whole pages.</summary>
    public long Size { get; set; }
    public PageSize PageSize { get; set; }
    /// <summary>A fixed physical address, a multiple of the page size; 0 lets the composition choose.</summary>
    public long At { get; set; }
    /// <summary>The NUMA node that its memory is of. Left out: any. DPDK: <c>socket_id</c>.</summary>
    public int Node { get; set; }
}

/// <summary>
/// A region as its allocator sees it. The defaults are those of the region that nobody declares: a program that has a
/// port and no region gets one of this size, out of what the machine has free.
/// </summary>
public interface IMemoryRegionOptions : IOptions
{
    [Range(1, 1L << 46)] static virtual long Size => Uk.Size.MiB;
    static virtual PageSize PageSize => PageSize.Any;
    [Range(0, 1L << 46)] static virtual long At => 0;
    /// <summary>Negative: any.</summary>
    [Range(0, 63)] static virtual int Node => -1;
    /// <summary>
    /// Distance from the start of the arena, in bytes, as the composition computes it for each declared region without
    /// <see cref="At"/>. Negative: not in the arena.
    /// </summary>
    static virtual long Offset => -1;
}

public interface IMemoryRegion : IContract;

/// <summary>A named region of RAM with an allocator. Boot and control path; one lcore at a time.</summary>
public interface IMemoryRegion<TSelf> : IMemoryRegion where TSelf : struct, IMemoryRegion<TSelf>
{
    static abstract nuint BaseAddress { get; }
    static abstract nuint LengthBytes { get; }
    static abstract nuint FreeBytes { get; }

    /// <summary>Zeroed memory owned by the caller, or 0 when the region has no such piece left.</summary>
    /// <param name="alignmentBytes">A power of two.</param>
    static abstract nuint Allocate(nuint lengthBytes, nuint alignmentBytes);

    /// <summary>
    /// Gives back what <see cref="Allocate"/> returned, with the same length. False where the allocator does not take
    /// pieces back.
    /// </summary>
    static abstract bool Free(nuint address, nuint lengthBytes);

    /// <summary>
    /// The address by which a device reaches this byte of the region. DPDK: <c>rte_malloc_virt2iova</c>.
    /// </summary>
    [HotPath]
    static abstract ulong ToIova(nuint address);
}

/// <summary>The piece of RAM that holds all regions without a fixed address. The composition sets both.</summary>
public interface IRegionArenaOptions : IOptions
{
    static virtual long Length => 0;
    static virtual long Alignment => 4096;
}

public interface IRegionArena : IContract;

public interface IRegionArena<TSelf> : IRegionArena where TSelf : struct, IRegionArena<TSelf>
{
    /// <summary>Valid once the arena is initialised.</summary>
    static abstract nuint BaseAddress { get; }
}
