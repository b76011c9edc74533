// Memory for the regions of a process: of a memfd, so that a device that is another process can share it.

using System.Runtime.CompilerServices;
using Uk.Platform;
using static Uk.Linux.LinuxFile;

namespace Uk.Linux;

/// <summary>How memory for a region came to be.</summary>
public enum RegionMemoryResult : byte
{
    Good,
    /// <summary>As it should be, but in pages of 4 KiB: the kernel has no free huge pages.</summary>
    SmallPages,
    /// <summary>As it should be, but in pages of 2 MiB: the kernel has none of 1 GiB free.</summary>
    SmallerPages,
    /// <summary>The kernel refuses; the error says why.</summary>
    Refused,
}

/// <summary>What the platforms of processes have in common. Boot only.</summary>
public static unsafe class RegionMemory<TCalls> where TCalls : struct, ISystemCalls<TCalls>
{
    /// <summary>What is reserved beyond these is memory like any other, but cannot be shared.</summary>
    private const int PiecesMax = 32;

    private const nuint SmallPageBytes = 4096, HugePageBytes = 2 << 20, GiganticPageBytes = 1 << 30;
    private const int F_SEAL_SEAL = 1, F_SEAL_SHRINK = 2, F_SEAL_GROW = 4;
    private const uint MFD_CLOEXEC = 1, MFD_ALLOW_SEALING = 2, MFD_HUGETLB = 4, MFD_HUGE_2MB = 21u << 26, MFD_HUGE_1GB = 30u << 26;
    private const int MPOL_BIND = 2, NodesMax = 64;
    private const int MADV_HUGEPAGE = 14;

    private static Pieces s_pieces;
    private static int s_count;

    public static int PieceCount => s_count;

    public static SharedPiece Piece(int index) => s_pieces[index];

    /// <summary>
    /// Zeroed memory. From an alignment of 2 MiB on it is made of huge pages where the kernel has them, from 1 GiB on of
    /// pages of that size.
    /// </summary>
    /// <param name="at">0, or the address that it must have, which is free.</param>
    /// <param name="error">Where it is refused: a negated errno.</param>
    public static RegionMemoryResult TryReserve(
        nuint at, nuint lengthBytes, nuint alignmentBytes, out nuint address, out nint error)
    {
        address = 0;
        error = 0;
        bool wantsHuge = alignmentBytes >= HugePageBytes, wantsGigantic = alignmentBytes >= GiganticPageBytes;
        if (wantsGigantic && TryMapFile(MFD_HUGETLB | MFD_HUGE_1GB, at, RoundUp(lengthBytes, GiganticPageBytes), alignmentBytes, out address, out error))
            return RegionMemoryResult.Good;
        if (wantsHuge && TryMapFile(MFD_HUGETLB | MFD_HUGE_2MB, at, RoundUp(lengthBytes, HugePageBytes), alignmentBytes, out address, out error))
            return wantsGigantic ? RegionMemoryResult.SmallerPages : RegionMemoryResult.Good;
        if (!TryMapFile(0, at, RoundUp(lengthBytes, SmallPageBytes), alignmentBytes, out address, out error))
            return RegionMemoryResult.Refused;
        // A wish: transparent huge pages, where the kernel makes them for shared memory.
        if (wantsHuge) LinuxCalls<TCalls>.Advise(address, lengthBytes, MADV_HUGEPAGE);
        return wantsHuge ? RegionMemoryResult.SmallPages : RegionMemoryResult.Good;
    }

    /// <summary>
    /// The pages of this memory, which nobody has written to, will be of one NUMA node. A negated errno where the kernel
    /// refuses; a kernel without NUMA has node 0.
    /// </summary>
    public static int TryPlaceOnNode(nuint address, nuint lengthBytes, int node)
    {
        if ((uint)node >= NodesMax) return -LinuxError.EINVAL;
        ulong nodes = 1UL << node;
        // The kernel takes one bit less than it is told.
        int error = LinuxCalls<TCalls>.BindMemory(address, lengthBytes, MPOL_BIND, &nodes, NodesMax + 1);
        return error == -LinuxError.ENOSYS && node == 0 ? 0 : error;
    }

    private static bool TryMapFile(
        uint flags, nuint at, nuint lengthBytes, nuint alignmentBytes, out nuint address, out nint error)
    {
        address = 0;
        int file;
        fixed (byte* name = "uk-region\0"u8) file = LinuxCalls<TCalls>.MemoryFile(name, flags | MFD_CLOEXEC | MFD_ALLOW_SEALING);
        error = file;
        if (file < 0) return false;
        error = LinuxCalls<TCalls>.Truncate(file, lengthBytes);
        // Whoever is given the file could otherwise take the memory away under the feet of this process.
        if (error == 0) error = LinuxCalls<TCalls>.Seal(file, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
        if (error == 0) error = at != 0 ? MapAt(file, at, lengthBytes) : MapAligned(file, lengthBytes, alignmentBytes);
        if (error is < 0 and > -4096)
        {
            LinuxCalls<TCalls>.Close(file);
            return false;
        }
        address = (nuint)error;
        error = 0;
        if (s_count == PiecesMax) LinuxCalls<TCalls>.Close(file);
        else s_pieces[s_count++] = new SharedPiece(file, address, lengthBytes);
        return true;
    }

    private static nint MapAt(int file, nuint at, nuint lengthBytes)
    {
        nint mapped = LinuxCalls<TCalls>.Map(at, lengthBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE, file, 0);
        if (mapped is < 0 and > -4096 || (nuint)mapped == at) return mapped;
        // Kernels before 4.17 take the address as a wish.
        LinuxCalls<TCalls>.Unmap((nuint)mapped, lengthBytes);
        return -LinuxError.EEXIST;
    }

    /// <summary>Address space with room to align in, then the file over the aligned part of it.</summary>
    private static nint MapAligned(int file, nuint lengthBytes, nuint alignmentBytes)
    {
        nuint space = alignmentBytes <= SmallPageBytes ? lengthBytes : lengthBytes + alignmentBytes;
        nint around = LinuxCalls<TCalls>.Map(0, space, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (around is < 0 and > -4096) return around;
        nuint start = RoundUp((nuint)around, alignmentBytes);
        nint mapped = LinuxCalls<TCalls>.Map(start, lengthBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0);
        nuint before = start - (nuint)around, after = space - before - lengthBytes;
        if (mapped is < 0 and > -4096)
        {
            LinuxCalls<TCalls>.Unmap((nuint)around, space);
            return mapped;
        }
        if (before != 0) LinuxCalls<TCalls>.Unmap((nuint)around, before);
        if (after != 0) LinuxCalls<TCalls>.Unmap(start + lengthBytes, after);
        return mapped;
    }

    private static nuint RoundUp(nuint value, nuint unit) => (value + unit - 1) & ~(unit - 1);

    [InlineArray(PiecesMax)]
    private struct Pieces
    {
        private SharedPiece _first;
    }
}
