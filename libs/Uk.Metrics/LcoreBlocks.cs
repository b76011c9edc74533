using System;
using System.Runtime.CompilerServices;
using Uk.Memory;
using Uk.Platform;

namespace Uk.Metrics;

/// <summary>One piece of memory for each lcore, far enough apart that none shares a cache line with another.</summary>
internal readonly unsafe struct LcoreBlocks<TLcores> where TLcores : struct, ILcores<TLcores>
{
    private const nuint AlignmentBytes = 128;

    private readonly byte* _first;
    private readonly nuint _strideBytes;

    private LcoreBlocks(byte* first, nuint strideBytes)
    {
        _first = first;
        _strideBytes = strideBytes;
    }

    /// <summary>Zeroed memory of the region. Throws where it has not so much, with both figures.</summary>
    public static LcoreBlocks<TLcores> Create<TRegion>(nuint lengthBytes, string purpose)
        where TRegion : struct, IMemoryRegion<TRegion>
    {
        nuint strideBytes = (lengthBytes + AlignmentBytes - 1) & ~(AlignmentBytes - 1);
        nuint allBytes = strideBytes * (nuint)TLcores.Count;
        nuint memory = TRegion.Allocate(allBytes, AlignmentBytes);
        if (memory == 0)
        {
            throw new InvalidOperationException(
                $"{purpose} for {TLcores.Count} lcores needs {(ulong)allBytes} bytes in one piece; its memory region has " +
                $"{(ulong)TRegion.FreeBytes} of {(ulong)TRegion.LengthBytes} bytes free. Raise the Size of the region.");
        }
        return new LcoreBlocks<TLcores>((byte*)memory, strideBytes);
    }

    /// <summary>The caller's.</summary>
    public byte* Own
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLcores.Count == 1 ? _first : _first + (nuint)(uint)TLcores.Id * _strideBytes;
    }

    /// <summary>Control path.</summary>
    public byte* Of(int lcore)
    {
        if ((uint)lcore >= (uint)TLcores.Count)
            throw new ArgumentOutOfRangeException(nameof(lcore), $"There are {TLcores.Count} lcores: there is no lcore {lcore}.");
        return _first + (nuint)(uint)lcore * _strideBytes;
    }
}
