using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Uk.Ring;
using Xunit;

namespace Uk.Libs.Tests.Mempool;

using Pool = TestPool<LcoreCacheTests>;
using Lcores = TestLcores<LcoreCacheTests>;
using Region = TestRegion<LcoreCacheTests>;

public sealed unsafe class LcoreCacheTests
{
    public LcoreCacheTests() => Lcores.IdValue = 0;

    [Fact]
    public void All_mbufs_come_out_once_and_go_back()
    {
        Pool.Create(mbufs: 100, lcores: 2, cacheSize: 8);
        HashSet<nint> seen = [];
        for (int round = 0; round < 3; round++)
        {
            seen.Clear();
            for (int i = 0; i < 100; i++) Assert.True(seen.Add((nint)Pool.Allocate()));
            Assert.True(Pool.Allocate() == null);
            Assert.Equal((0, 100), (Pool.Available, Pool.InUseCount));
            foreach (nint mbuf in seen) Pool.Free((Mbuf*)mbuf);
            Assert.Equal((100, 0), (Pool.Available, Pool.InUseCount));
        }
        Assert.Equal(0UL, Pool.BadFrees);
    }

    [Fact]
    public void A_cache_keeps_at_most_half_as_many_again_from_the_others()
    {
        Pool.Create(mbufs: 300, lcores: 2, cacheSize: 16);
        List<nint> held = [];
        for (int i = 0; i < 300; i++) held.Add((nint)Pool.Allocate());
        foreach (nint mbuf in held) Pool.Free((Mbuf*)mbuf);
        Lcores.IdValue = 1;
        Assert.InRange(Pool.Available, 300 - 24, 300 - 1);
        Assert.Equal(0, Pool.InUseCount);
        int available = Pool.Available;
        for (int i = 0; i < available; i++) Assert.True(Pool.Allocate() != null);
        Assert.True(Pool.Allocate() == null);
        Assert.Equal(available, Pool.InUseCount);
    }

    /// <summary>Few mbufs for many lcores: no lcore can be left without any because all lie in caches.</summary>
    [Fact]
    public void All_caches_hold_at_most_half_of_the_pool()
    {
        Pool.Create(mbufs: 96, lcores: 4, cacheSize: 512);
        List<nint> held = [];
        for (int i = 0; i < 96; i++) held.Add((nint)Pool.Allocate());
        for (int i = 0; i < 96; i++)
        {
            Lcores.IdValue = i % 3;
            Pool.Free((Mbuf*)held[i]);
        }
        Lcores.IdValue = 3;
        Assert.InRange(Pool.Available, 48, 96);
    }

    [Fact]
    public void A_bulk_is_all_or_nothing()
    {
        Pool.Create(mbufs: 20, lcores: 2, cacheSize: 4);
        Burst burst = default;
        Assert.False(Pool.TryAllocate(ref burst, 21));
        Assert.False(Pool.TryAllocate(ref burst, 33));
        Assert.Equal((0, 0), (burst.Count, Pool.InUseCount));
        Assert.True(Pool.TryAllocate(ref burst, 12));
        Assert.True(Pool.TryAllocate(ref burst, 8));
        Assert.False(Pool.TryAllocate(ref burst, 1));
        Assert.Equal((20, 20), (burst.Count, Pool.InUseCount));
        Pool.Free(ref burst);
        Assert.Equal((0, 0), (burst.Count, Pool.InUseCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_double_free_ends_the_program_where_that_is_asked_for(int lcores)
    {
        Pool.Create(mbufs: 20, lcores: lcores, stopOnBadFree: true);
        Mbuf* mbuf = Pool.Allocate();
        Pool.Free(mbuf);
        Assert.Contains("freed it twice", Assert.Throws<InvalidOperationException>(() => Pool.Free(mbuf)).Message);
        Assert.Contains("no mbuf", Assert.Throws<InvalidOperationException>(() => Pool.Free((Mbuf*)16)).Message);
        Assert.Equal(2UL, Pool.BadFrees);
        Assert.Equal(0, Pool.InUseCount);
    }

    /// <summary>
    /// Three lcores take, keep, hand over to the next and give back. Who has an mbuf writes its own mark into it: a
    /// packet that two have shows.
    /// </summary>
    [Fact]
    public void No_mbuf_is_lost_or_doubled_between_lcores()
    {
        const int lcores = 3, rounds = 30_000;
        Pool.Create(mbufs: 200, lcores: lcores, cacheSize: 16, trackOwnership: true);
        Ring<nint, Ring.Single, Ring.Single>[] toNext =
            [.. Enumerable.Range(0, lcores).Select(_ => Ring<nint, Ring.Single, Ring.Single>.Create<Region>(32))];
        int problems = 0;
        Thread[] threads = [.. Enumerable.Range(0, lcores).Select(id => new Thread(() =>
        {
            Lcores.IdValue = id;
            Random random = new(id);
            List<nint> held = [];
            for (int round = 0; round < rounds; round++)
            {
                if (toNext[id].TryDequeue(out nint passed)) Take(passed);
                Mbuf* mbuf = random.Next(3) == 0 ? Pool.Allocate() : null;
                if (mbuf != null) Take((nint)mbuf);
                if (held.Count == 0 || (held.Count < 40 && random.Next(2) == 0)) continue;
                nint given = held[random.Next(held.Count)];
                held.Remove(given);
                if (*(int*)((Mbuf*)given)->DataPointer != id) Interlocked.Increment(ref problems);
                *(int*)((Mbuf*)given)->DataPointer = -1;
                if (random.Next(2) == 0 || !toNext[(id + 1) % lcores].TryEnqueue(given)) Pool.Free((Mbuf*)given);
            }
            foreach (nint mbuf in held) Pool.Free((Mbuf*)mbuf);

            void Take(nint mbuf)
            {
                int* mark = (int*)((Mbuf*)mbuf)->DataPointer;
                if (Interlocked.Exchange(ref *mark, id) != -1) Interlocked.Increment(ref problems);
                held.Add(mbuf);
            }
        }))];
        MarkAllAsNobodys();
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Lcores.IdValue = 0;
        foreach (var ring in toNext)
            while (ring.TryDequeue(out nint left)) Pool.Free((Mbuf*)left);
        Assert.Equal((0, 0, 0UL), (problems, Pool.InUseCount, Pool.BadFrees));
    }

    private static void MarkAllAsNobodys()
    {
        List<nint> all = [];
        for (Mbuf* mbuf = Pool.Allocate(); mbuf != null; mbuf = Pool.Allocate())
        {
            *(int*)mbuf->DataPointer = -1;
            all.Add((nint)mbuf);
        }
        foreach (nint mbuf in all) Pool.Free((Mbuf*)mbuf);
    }
}
