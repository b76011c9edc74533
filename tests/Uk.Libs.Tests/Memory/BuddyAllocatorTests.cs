using System;
using System.Collections.Generic;
using System.Linq;
using Uk.Memory;
using Xunit;

namespace Uk.Libs.Tests.Memory;

using Arena = RegionArena<TestMachine<BuddyAllocatorTests>, TestArenaOptions<BuddyAllocatorTests>>;
using Region = BuddyAllocator<
    RegionArena<TestMachine<BuddyAllocatorTests>, TestArenaOptions<BuddyAllocatorTests>>,
    TestMachine<BuddyAllocatorTests>,
    TestRegionOptions<BuddyAllocatorTests>>;

public sealed unsafe class BuddyAllocatorTests
{
    private const int RegionBytes = 256 * Size.KiB;
    private const nuint Granule = 64;

    private readonly nuint _wholeBytes;

    public BuddyAllocatorTests()
    {
        // A start that is not a power of two times its length: the heap begins and ends with blocks of many sizes.
        TestArenaOptions<BuddyAllocatorTests>.LengthValue = RegionBytes + 12 * Size.KiB;
        TestArenaOptions<BuddyAllocatorTests>.AlignmentValue = Size.MiB;
        TestRegionOptions<BuddyAllocatorTests>.SizeValue = RegionBytes;
        TestRegionOptions<BuddyAllocatorTests>.OffsetValue = 12 * Size.KiB;
        Arena.Initialize();
        Region.Initialize();
        _wholeBytes = Region.FreeBytes;
    }

    [Fact]
    public void Map_takes_one_byte_in_65() =>
        Assert.Equal((nuint)RegionBytes / 65 * 64, _wholeBytes);

    [Fact]
    public void A_piece_takes_whole_cache_lines_and_no_more()
    {
        nuint piece = Region.Allocate(5 * Granule + 1, Granule);
        Assert.NotEqual((nuint)0, piece);
        Assert.Equal(_wholeBytes - 6 * Granule, Region.FreeBytes);
        Assert.True(Region.Free(piece, 5 * Granule + 1));
        Assert.Equal(_wholeBytes, Region.FreeBytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(4096)]
    [InlineData(65536)]
    public void Pieces_are_aligned(int alignment)
    {
        Region.Allocate(1, 1);
        nuint piece = Region.Allocate(100, (nuint)alignment);
        Assert.NotEqual((nuint)0, piece);
        Assert.Equal((nuint)0, piece % (nuint)alignment);
    }

    [Fact]
    public void Neighbours_join_again()
    {
        nuint largest = LargestPiece();
        List<nuint> pieces = [];
        for (nuint piece; (piece = Region.Allocate(Granule, Granule)) != 0;)
            pieces.Add(piece);
        Assert.Equal(_wholeBytes / Granule, (nuint)pieces.Count);
        Assert.Equal((nuint)0, Region.FreeBytes);

        // Every second one first: nothing can join until the others come.
        foreach (nuint piece in pieces.Where((_, i) => i % 2 == 0).Concat(pieces.Where((_, i) => i % 2 == 1)))
            Assert.True(Region.Free(piece, Granule));
        Assert.Equal(_wholeBytes, Region.FreeBytes);
        Assert.Equal(largest, LargestPiece());
    }

    [Fact]
    public void Memory_is_zeroed_when_it_is_handed_out_again()
    {
        nuint piece = Region.Allocate(1000, 64);
        new Span<byte>((void*)piece, 1000).Fill(0xFF);
        Assert.True(Region.Free(piece, 1000));
        nuint again = Region.Allocate(1000, 64);
        Assert.Equal(piece, again);
        Assert.Equal(-1, new ReadOnlySpan<byte>((void*)again, 1000).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void A_wrong_free_is_rejected_and_changes_nothing()
    {
        nuint piece = Region.Allocate(10 * Granule, Granule);
        nuint next = Region.Allocate(10 * Granule, Granule);
        nuint free = Region.FreeBytes;
        (nuint Address, nuint Length)[] wrong =
        [
            (0, 64), (piece + 1, 10 * Granule), (piece + Granule, 9 * Granule), (piece, 9 * Granule),
            (piece, 11 * Granule), (piece, nuint.MaxValue), (piece, 0), (Region.BaseAddress - Granule, Granule),
            (Region.BaseAddress + RegionBytes, Granule), (Region.BaseAddress + _wholeBytes, Granule),
            (nuint.MaxValue - 63, Granule), (next + 16 * Granule, Granule),
        ];
        foreach ((nuint address, nuint length) in wrong)
        {
            Assert.False(Region.Free(address, length), $"{address - piece:x} {length}");
            Assert.Equal(free, Region.FreeBytes);
        }
        Assert.True(Region.Free(piece, 10 * Granule));
        Assert.False(Region.Free(piece, 10 * Granule));
        Assert.True(Region.Free(next, 10 * Granule));
        Assert.Equal(_wholeBytes, Region.FreeBytes);
    }

    [Theory]
    [InlineData(ulong.MaxValue, 64)]
    [InlineData(RegionBytes, 64)]
    [InlineData(64, 3)]
    [InlineData(64, 0)]
    [InlineData(64, 1UL << 63)]
    public void Impossible_requests_change_nothing(ulong length, ulong alignment)
    {
        Assert.Equal((nuint)0, Region.Allocate((nuint)length, (nuint)alignment));
        Assert.Equal(_wholeBytes, Region.FreeBytes);
    }

    /// <summary>Against a model: a list of pieces, each filled with its own byte.</summary>
    [Fact]
    public void Random_use_never_overlaps_loses_or_dirties_memory()
    {
        Random random = new(20_261);
        List<(nuint Address, int Length, byte Fill)> live = [];
        nuint largest = LargestPiece();
        int allocated = 0;
        for (int step = 0; step < 20_000; step++)
        {
            if (live.Count > 0 && random.Next(100) < 48)
                FreeOne(live, random.Next(live.Count));
            else if (AllocateOne(live, random))
                allocated++;
            nuint expected = _wholeBytes - (nuint)live.Sum(p => (long)RoundUp(p.Length));
            Assert.Equal(expected, Region.FreeBytes);
        }
        Assert.True(allocated > 5_000, $"only {allocated} pieces");
        while (live.Count > 0)
            FreeOne(live, live.Count - 1);
        Assert.Equal(_wholeBytes, Region.FreeBytes);
        Assert.Equal(largest, LargestPiece());
    }

    private static bool AllocateOne(List<(nuint Address, int Length, byte Fill)> live, Random random)
    {
        int length = random.Next(4) == 0 ? random.Next(1, 20_000) : random.Next(1, 700);
        nuint alignment = (nuint)1 << random.Next(13);
        nuint address = Region.Allocate((nuint)length, alignment);
        if (address == 0) return false;
        Assert.Equal((nuint)0, address % alignment);
        Assert.InRange(address, Region.BaseAddress, Region.BaseAddress + RegionBytes - (nuint)length);
        Span<byte> bytes = new((void*)address, length);
        // A piece that overlapped a live one would have that one's fill in it.
        Assert.Equal(-1, bytes.IndexOfAnyExcept((byte)0));
        byte fill = (byte)random.Next(1, 256);
        bytes.Fill(fill);
        live.Add((address, length, fill));
        return true;
    }

    private static void FreeOne(List<(nuint Address, int Length, byte Fill)> live, int index)
    {
        (nuint address, int length, byte fill) = live[index];
        Assert.Equal(-1, new ReadOnlySpan<byte>((void*)address, length).IndexOfAnyExcept(fill));
        Assert.True(Region.Free(address, (nuint)length));
        live.RemoveAt(index);
    }

    private static nuint RoundUp(int length) => ((nuint)length + Granule - 1) & ~(Granule - 1);

    private static nuint LargestPiece()
    {
        for (nuint length = RegionBytes; length >= Granule; length /= 2)
        {
            nuint piece = Region.Allocate(length, Granule);
            if (piece == 0) continue;
            Assert.True(Region.Free(piece, length));
            return length;
        }
        return 0;
    }
}
