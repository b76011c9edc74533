using System;
using Uk.Memory;
using Xunit;

namespace Uk.Libs.Tests.Memory;

using Arena = RegionArena<TestMachine<BumpAllocatorTests>, TestArenaOptions<BumpAllocatorTests>>;
using Region = BumpAllocator<
    RegionArena<TestMachine<BumpAllocatorTests>, TestArenaOptions<BumpAllocatorTests>>,
    TestMachine<BumpAllocatorTests>,
    TestRegionOptions<BumpAllocatorTests>>;

public sealed class BumpAllocatorTests
{
    private const int RegionBytes = 16 * Size.KiB;

    public BumpAllocatorTests()
    {
        TestArenaOptions<BumpAllocatorTests>.LengthValue = RegionBytes;
        TestRegionOptions<BumpAllocatorTests>.SizeValue = RegionBytes;
        Arena.Initialize();
        Region.Initialize();
    }

    [Fact]
    public void Pieces_follow_each_other_with_padding_for_alignment_only()
    {
        nuint first = Region.Allocate(10, 1);
        nuint second = Region.Allocate(1, 64);
        nuint third = Region.Allocate(1, 1);
        Assert.Equal(Region.BaseAddress, first);
        Assert.Equal(Region.BaseAddress + 64, second);
        Assert.Equal(Region.BaseAddress + 65, third);
        Assert.Equal((nuint)RegionBytes - 66, Region.FreeBytes);
    }

    [Fact]
    public void The_last_byte_can_be_had_and_not_one_more()
    {
        Assert.NotEqual((nuint)0, Region.Allocate(RegionBytes - 1, 1));
        Assert.Equal((nuint)0, Region.Allocate(2, 1));
        Assert.Equal((nuint)1, Region.FreeBytes);
        Assert.Equal(Region.BaseAddress + RegionBytes - 1, Region.Allocate(1, 1));
        Assert.Equal((nuint)0, Region.FreeBytes);
        Assert.Equal((nuint)0, Region.Allocate(1, 1));
    }

    [Theory]
    [InlineData(ulong.MaxValue, 1)]
    [InlineData(ulong.MaxValue - 63, 64)]
    [InlineData(1, 1UL << 63)]
    [InlineData(RegionBytes + 1, 1)]
    [InlineData(1, 0)]
    public void Impossible_requests_change_nothing(ulong length, ulong alignment)
    {
        Region.Allocate(1, 1);
        nuint before = Region.FreeBytes;
        Assert.Equal((nuint)0, Region.Allocate((nuint)length, (nuint)alignment));
        Assert.Equal(before, Region.FreeBytes);
    }

    [Fact]
    public unsafe void Memory_is_zeroed()
    {
        nuint piece = Region.Allocate(RegionBytes, 1);
        Assert.Equal(-1, new ReadOnlySpan<byte>((void*)piece, RegionBytes).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void Nothing_is_taken_back()
    {
        nuint piece = Region.Allocate(64, 64);
        Assert.False(Region.Free(piece, 64));
        Assert.NotEqual(piece, Region.Allocate(64, 64));
    }

    [Fact]
    public void Devices_see_the_same_addresses() =>
        Assert.Equal((ulong)Region.BaseAddress, Region.ToIova(Region.BaseAddress));
}
