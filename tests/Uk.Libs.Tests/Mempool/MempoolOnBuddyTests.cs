using System;
using Uk.Libs.Tests.Memory;
using Uk.Memory;
using Uk.Mempool;
using Xunit;

namespace Uk.Libs.Tests.Mempool;

using Arena = RegionArena<TestMachine<MempoolOnBuddyTests>, TestArenaOptions<MempoolOnBuddyTests>>;
using Region = BuddyAllocator<
    RegionArena<TestMachine<MempoolOnBuddyTests>, TestArenaOptions<MempoolOnBuddyTests>>,
    TestMachine<MempoolOnBuddyTests>,
    TestRegionOptions<MempoolOnBuddyTests>>;
using Pool = Mempool<
    BuddyAllocator<
        RegionArena<TestMachine<MempoolOnBuddyTests>, TestArenaOptions<MempoolOnBuddyTests>>,
        TestMachine<MempoolOnBuddyTests>,
        TestRegionOptions<MempoolOnBuddyTests>>,
    TestLcores<MempoolOnBuddyTests>,
    Uk.Mempool.NobodyObservesPool,
    TestPoolOptions<MempoolOnBuddyTests>>;

public sealed unsafe class MempoolOnBuddyTests
{
    public MempoolOnBuddyTests()
    {
        TestPoolOptions<MempoolOnBuddyTests>.DataRoomValue = 2048;
        TestArenaOptions<MempoolOnBuddyTests>.LengthValue = Size.MiB;
        TestArenaOptions<MempoolOnBuddyTests>.AlignmentValue = Size.MiB;
        TestRegionOptions<MempoolOnBuddyTests>.SizeValue = Size.MiB;
        Arena.Initialize();
        Region.Initialize();
    }

    [Fact]
    public void A_pool_and_other_pieces_share_a_region()
    {
        TestPoolOptions<MempoolOnBuddyTests>.MbufsValue = 100;
        nuint piece = Region.Allocate(100, 64);
        Pool.Initialize();
        Assert.True(Region.Free(piece, 100));
        for (int i = 0; i < 100; i++)
            new Span<byte>(Pool.Allocate()->DataPointer, 2048).Fill(0xFF);
        Assert.True(Pool.Allocate() == null);
        Assert.NotEqual((nuint)0, Region.Allocate(200_000, 64));
    }

    [Fact]
    public void Memory_that_is_free_but_not_in_one_piece_is_explained()
    {
        TestPoolOptions<MempoolOnBuddyTests>.MbufsValue = 400;
        var problem = Assert.Throws<InvalidOperationException>(Pool.Initialize);
        Assert.Contains("its allocator has no such piece", problem.Message);
        Assert.Contains("BumpAllocator", problem.Message);
    }
}
