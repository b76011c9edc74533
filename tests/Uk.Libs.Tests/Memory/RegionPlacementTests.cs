using System;
using Uk.Memory;
using Xunit;

namespace Uk.Libs.Tests.Memory;

using Machine = TestMachine<RegionPlacementTests>;
using ArenaOptions = TestArenaOptions<RegionPlacementTests>;
using RegionOptions = TestRegionOptions<RegionPlacementTests>;
using Arena = RegionArena<TestMachine<RegionPlacementTests>, TestArenaOptions<RegionPlacementTests>>;
using Region = BumpAllocator<
    RegionArena<TestMachine<RegionPlacementTests>, TestArenaOptions<RegionPlacementTests>>,
    TestMachine<RegionPlacementTests>,
    TestRegionOptions<RegionPlacementTests>>;

public sealed class RegionPlacementTests
{
    private static readonly long FixedAddress = 0x7_1000_0000;

    public RegionPlacementTests()
    {
        Machine.Reserved.Clear();
        Machine.Fixed.Clear();
        ArenaOptions.LengthValue = 64 * Size.KiB;
        ArenaOptions.AlignmentValue = 4096;
        RegionOptions.SizeValue = 8 * Size.KiB;
        RegionOptions.PageSizeValue = PageSize.Any;
        RegionOptions.AtValue = 0;
        RegionOptions.OffsetValue = 0;
    }

    [Fact]
    public void Arena_reserves_its_length_with_its_alignment()
    {
        ArenaOptions.AlignmentValue = 64 * Size.KiB;
        Arena.Initialize();
        Assert.Equal([((nuint)(64 * Size.KiB), (nuint)(64 * Size.KiB))], Machine.Reserved);
        Assert.NotEqual((nuint)0, Arena.BaseAddress);
        Assert.Equal((nuint)0, Arena.BaseAddress % (64 * Size.KiB));
    }

    [Fact]
    public void Arena_without_regions_reserves_nothing()
    {
        ArenaOptions.LengthValue = 0;
        Arena.Initialize();
        Assert.Empty(Machine.Reserved);
    }

    [Fact]
    public void Region_that_no_composition_has_placed_comes_from_the_machine()
    {
        RegionOptions.OffsetValue = -1;
        Region.Initialize();
        Assert.Equal([((nuint)(8 * Size.KiB), (nuint)4096)], Machine.Reserved);
        Assert.NotEqual((nuint)0, Region.BaseAddress);
        Assert.Equal((nuint)(8 * Size.KiB), Region.LengthBytes);
    }

    [Fact]
    public void Region_lies_at_its_offset_in_the_arena()
    {
        RegionOptions.OffsetValue = 16 * Size.KiB;
        Arena.Initialize();
        Region.Initialize();
        Assert.Equal(Arena.BaseAddress + 16 * Size.KiB, Region.BaseAddress);
        Assert.Equal((nuint)(8 * Size.KiB), Region.LengthBytes);
        Assert.Empty(Machine.Fixed);
    }

    [Theory]
    [InlineData(1, PageSize.Any, 4096)]
    [InlineData(4096, PageSize.Any, 4096)]
    [InlineData(4097, PageSize.FourKilobytes, 8192)]
    [InlineData(4097, PageSize.TwoMegabytes, 2 * Size.MiB)]
    [InlineData(4097, PageSize.OneGigabyte, Size.GiB)]
    public void Size_is_rounded_up_to_whole_pages(long size, PageSize pageSize, long expected)
    {
        RegionOptions.SizeValue = size;
        RegionOptions.PageSizeValue = pageSize;
        Arena.Initialize();
        Region.Initialize();
        Assert.Equal((nuint)expected, Region.LengthBytes);
    }

    [Fact]
    public void Region_with_a_fixed_address_comes_from_the_machine()
    {
        RegionOptions.AtValue = FixedAddress;
        Region.Initialize();
        Assert.Equal([((nuint)FixedAddress, (nuint)(8 * Size.KiB))], Machine.Fixed);
        Assert.Equal((nuint)FixedAddress, Region.BaseAddress);
        Assert.Equal((nuint)FixedAddress, Region.Allocate(64, 64));
    }

    [Fact]
    public void Fixed_address_must_be_a_multiple_of_the_page_size()
    {
        RegionOptions.AtValue = 0x7_1000_1000;
        RegionOptions.PageSizeValue = PageSize.TwoMegabytes;
        var problem = Assert.Throws<InvalidOperationException>(Region.Initialize);
        Assert.Contains("0x710001000", problem.Message);
        Assert.Contains("2097152", problem.Message);
        Assert.Empty(Machine.Fixed);
    }

    [Fact]
    public void Region_without_size_is_refused()
    {
        RegionOptions.SizeValue = 0;
        var problem = Assert.Throws<InvalidOperationException>(Region.Initialize);
        Assert.Contains("Size", problem.Message);
    }
}
