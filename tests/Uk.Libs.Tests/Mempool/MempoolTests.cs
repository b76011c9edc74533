using System;
using System.Collections.Generic;
using Xunit;

namespace Uk.Libs.Tests.Mempool;

using Pool = TestPool<MempoolTests>;
using Region = TestRegion<MempoolTests>;

public sealed unsafe class MempoolTests
{
    [Fact]
    public void Mbufs_are_cache_lines_with_rooms_of_their_own()
    {
        Pool.Create(mbufs: 33, dataRoom: 1518);
        HashSet<nuint> descriptors = [];
        List<(nuint Start, nuint End)> rooms = [];
        for (int i = 0; i < 33; i++)
        {
            Mbuf* mbuf = Pool.Allocate();
            Assert.True(mbuf != null);
            Assert.Equal((nuint)0, (nuint)mbuf % 64);
            Assert.True(descriptors.Add((nuint)mbuf));
            Assert.Equal(1518u, mbuf->Capacity);
            Assert.Equal((uint)Mbuf.Headroom, mbuf->HeadroomLength);
            nuint room = (nuint)mbuf->DataPointer - Mbuf.Headroom;
            Assert.Equal((nuint)0, room % 64);
            Assert.Equal((ulong)mbuf->DataPointer + Region.IovaDistance, mbuf->DataIova);
            rooms.Add((room, room + Mbuf.Headroom + 1518));
        }
        rooms.Sort();
        for (int i = 1; i < rooms.Count; i++)
            Assert.True(rooms[i].Start >= rooms[i - 1].End);
        Assert.InRange(rooms[^1].End, Region.BaseAddress, Region.BaseAddress + Region.LengthBytes - Region.FreeBytes);
        foreach (nuint descriptor in descriptors)
            Assert.DoesNotContain(rooms, r => descriptor + 64 > r.Start && descriptor < r.End);
    }

    [Fact]
    public void An_empty_pool_gives_null_and_recovers()
    {
        Pool.Create(mbufs: 2);
        Mbuf* first = Pool.Allocate();
        Mbuf* second = Pool.Allocate();
        Assert.True(Pool.Allocate() == null);
        Assert.Equal(0, Pool.Available);
        Pool.Free(first);
        Assert.Equal(1, Pool.Available);
        Assert.True(Pool.Allocate() == first);
        Pool.Free(first);
        Pool.Free(second);
        Assert.Equal(Pool.Capacity, Pool.Available);
        Assert.Equal(0UL, Pool.BadFrees);
    }

    [Fact]
    public void The_mbuf_freed_last_comes_first()
    {
        Pool.Create(mbufs: 8);
        Mbuf* first = Pool.Allocate();
        Mbuf* second = Pool.Allocate();
        Pool.Free(first);
        Pool.Free(second);
        Assert.True(Pool.Allocate() == second);
        Assert.True(Pool.Allocate() == first);
    }

    [Fact]
    public void An_mbuf_comes_back_empty_and_not_dropped()
    {
        Pool.Create(mbufs: 1);
        Mbuf* mbuf = Pool.Allocate();
        Assert.True(mbuf->TrySetLength(100));
        mbuf->Drop(DropReason.Policy);
        Pool.Free(mbuf);
        mbuf = Pool.Allocate();
        Assert.Equal(0u, mbuf->DataLength);
        Assert.Equal(DropReason.None, mbuf->DropReason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pointer_that_is_no_mbuf_of_the_pool_is_refused(bool trackOwnership)
    {
        Pool.Create(mbufs: 4, trackOwnership: trackOwnership);
        Mbuf* mbuf = Pool.Allocate();
        byte* address = (byte*)mbuf;
        Mbuf*[] wrong =
        [
            null, (Mbuf*)(address + 1), (Mbuf*)(address + 32), (Mbuf*)(address - 64), mbuf + 4,
            (Mbuf*)mbuf->DataPointer, (Mbuf*)nuint.MaxValue, (Mbuf*)(nuint.MaxValue - 63),
        ];
        foreach (Mbuf* pointer in wrong)
            Pool.Free(pointer);
        Assert.Equal((ulong)wrong.Length, Pool.BadFrees);
        Assert.Equal(3, Pool.Available);
    }

    [Fact]
    public void A_double_free_cannot_push_the_stack_beyond_its_end()
    {
        Pool.Create(mbufs: 4);
        Mbuf* mbuf = Pool.Allocate();
        Pool.Free(mbuf);
        Pool.Free(mbuf);
        Assert.Equal(4, Pool.Available);
        Assert.Equal(1UL, Pool.BadFrees);
    }

    [Fact]
    public void A_double_free_is_recognised_where_ownership_is_tracked()
    {
        Pool.Create(mbufs: 4, trackOwnership: true);
        Mbuf* mbuf = Pool.Allocate();
        Mbuf* other = Pool.Allocate();
        Pool.Free(mbuf);
        Pool.Free(mbuf);
        Assert.Equal(3, Pool.Available);
        Assert.Equal(1UL, Pool.BadFrees);
        Assert.True(Pool.Allocate() == mbuf);
        Assert.True(Pool.Allocate() != mbuf);
        Pool.Free(other);
        Assert.Equal(1UL, Pool.BadFrees);
    }

    [Fact]
    public void A_region_that_is_too_small_is_reported_with_both_figures()
    {
        var problem = Assert.Throws<InvalidOperationException>(
            () => Pool.Create(mbufs: 127, regionBytes: 64 * Size.KiB));
        int needed = 127 * (64 + 128 + 2048 + 8);
        Assert.Contains($"127 mbufs with 2048 bytes", problem.Message);
        Assert.Contains($"needs {needed} bytes", problem.Message);
        Assert.Contains("65536 of 65536 bytes free", problem.Message);
        Assert.Contains("Size", problem.Message);
    }

    [Theory]
    [InlineData(0, 2048)]
    [InlineData(16, 0)]
    [InlineData(-1, 2048)]
    public void Numbers_that_make_no_pool_are_refused(int mbufs, int dataRoom) =>
        Assert.Throws<InvalidOperationException>(() => Pool.Create(mbufs, dataRoom));

    [Fact]
    public void Random_use_never_hands_out_an_mbuf_twice()
    {
        Pool.Create(mbufs: 64, trackOwnership: true);
        Random random = new(7);
        List<nint> live = [];
        for (int step = 0; step < 50_000; step++)
        {
            if (random.Next(2) == 0)
            {
                Mbuf* mbuf = Pool.Allocate();
                Assert.Equal(live.Count == 64, mbuf == null);
                if (mbuf == null) continue;
                Assert.DoesNotContain((nint)mbuf, live);
                live.Add((nint)mbuf);
            }
            else if (live.Count > 0)
            {
                int index = random.Next(live.Count);
                Pool.Free((Mbuf*)live[index]);
                live.RemoveAt(index);
            }
            Assert.Equal(64 - live.Count, Pool.Available);
        }
        Assert.Equal(0UL, Pool.BadFrees);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bulks_are_all_or_nothing_and_refuse_what_is_no_mbuf(bool tracks)
    {
        Pool.Create(mbufs: 40, trackOwnership: tracks);
        Burst burst = default;
        Assert.True(Pool.TryAllocate(ref burst, 30));
        Assert.False(Pool.TryAllocate(ref burst, 3));
        Burst rest = default;
        Assert.False(Pool.TryAllocate(ref rest, 11));
        Assert.False(Pool.TryAllocate(ref rest, -1));
        Assert.True(Pool.TryAllocate(ref rest, 10));
        Assert.Equal((0, 40), (Pool.Available, Pool.InUseCount));
        HashSet<nint> all = [.. burst.Packets, .. rest.Packets];
        Assert.Equal(40, all.Count);
        nint wrong = burst.Packets[3] + 8;
        rest.Packets[9] = wrong;
        Pool.Free(ref burst);
        Pool.Free(ref rest);
        Assert.Equal((39, 1UL), (Pool.Available, Pool.BadFrees));
        all.Clear();
        for (int i = 0; i < 39; i++) Assert.True(all.Add((nint)Pool.Allocate()));
        Assert.DoesNotContain(wrong, all);
    }
}
