using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Uk.Libs.Tests.Mempool;
using Uk.Ring;
using Xunit;

namespace Uk.Libs.Tests.Rings;

using Region = TestRegion<RingTests>;

public sealed unsafe class RingTests
{
    public RingTests() => Region.Create(1 * Size.MiB);

    /// <summary>As wide as no register, so that a torn entry would show.</summary>
    internal readonly record struct Wide(long A, int B, byte C);

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_capacity_is_a_power_of_two(int capacity)
    {
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => Ring<int, Ring.Single, Ring.Single>.Create<Region>(capacity));
        Assert.Contains(capacity.ToString(), problem.Message);
    }

    [Fact]
    public void A_region_that_is_too_small_is_named_with_both_figures()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => Ring<long, Multi, Multi>.Create<Region>(1 << 20));
        Assert.Contains("8388992", problem.Message);
        Assert.Contains("1048576", problem.Message);
    }

    [Fact]
    public void A_ring_holds_as_many_as_its_capacity_says()
    {
        var ring = Ring<int, Ring.Single, Ring.Single>.Create<Region>(4);
        Assert.True(ring.IsCreated);
        Assert.False(default(Ring<int, Ring.Single, Ring.Single>).IsCreated);
        for (int i = 0; i < 4; i++) Assert.True(ring.TryEnqueue(i));
        Assert.False(ring.TryEnqueue(4));
        Assert.Equal((4, 0), (ring.Count, ring.FreeCount));
        for (int i = 0; i < 4; i++)
        {
            Assert.True(ring.TryDequeue(out int entry));
            Assert.Equal(i, entry);
        }
        Assert.False(ring.TryDequeue(out _));
    }

    [Fact]
    public void Bulk_is_all_or_nothing_and_burst_is_what_there_is()
    {
        var ring = Ring<int, Multi, Multi>.Create<Region>(8);
        Assert.True(ring.TryEnqueueBulk([1, 2, 3, 4, 5, 6]));
        Assert.False(ring.TryEnqueueBulk([7, 8, 9]));
        Assert.Equal(6, ring.Count);
        Assert.Equal(2, ring.EnqueueBurst([7, 8, 9]));
        Assert.False(ring.TryDequeueBulk(new int[9]));
        int[] taken = new int[5];
        Assert.True(ring.TryDequeueBulk(taken));
        Assert.Equal([1, 2, 3, 4, 5], taken);
        Assert.Equal(3, ring.DequeueBurst(taken));
        Assert.Equal([6, 7, 8], taken[..3]);
        Assert.True(ring.TryEnqueueBulk([]));
        Assert.True(ring.TryDequeueBulk([]));
    }

    /// <summary>Enough turns for the 32-bit numbers of entries to wrap around, which start close to their end.</summary>
    [Fact]
    public void Numbers_of_entries_wrap_around()
    {
        nuint memory = Region.Allocate(Ring<int, Multi, Serialized>.SizeBytes(8), 128);
        var ring = Ring<int, Multi, Serialized>.At((void*)memory, 8);
        // Head and tail of both sides, which begin 128 bytes apart.
        for (int side = 0; side < 2; side++) *(ulong*)(memory + (nuint)side * 128) = 0xFFFF_FFFB_FFFF_FFFB;
        for (int round = 0; round < 20; round++)
        {
            Assert.Equal(0, ring.Count);
            Assert.True(ring.TryEnqueueBulk([round, round + 1, round + 2]));
            Assert.Equal((3, 5), (ring.Count, ring.FreeCount));
            int[] taken = new int[3];
            Assert.True(ring.TryDequeueBulk(taken));
            Assert.Equal([round, round + 1, round + 2], taken);
        }
    }

    [Fact]
    public void Any_sequence_of_calls_does_what_a_queue_does()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<int[]>(BehavesLikeQueue<Ring.Single, Ring.Single>));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<int[]>(BehavesLikeQueue<Multi, Ring.Single>));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<int[]>(BehavesLikeQueue<Serialized, Multi>));
    }

    /// <summary>Each number is a call: what it does in its low bits, how many entries in the others.</summary>
    private static bool BehavesLikeQueue<TProducers, TConsumers>(int[] calls)
        where TProducers : struct, IRingSide
        where TConsumers : struct, IRingSide
    {
        Region.Create(64 * Size.KiB);
        var ring = Ring<Wide, TProducers, TConsumers>.Create<Region>(16);
        Queue<Wide> model = new();
        int next = 0;
        foreach (int call in calls)
        {
            int count = Math.Abs(call / 8 % 20);
            Wide[] entries = [.. Enumerable.Range(next, count).Select(n => new Wide(n * 7L, n, (byte)n))];
            switch (call & 7)
            {
                case 0 or 1:
                    next += count;
                    int put = ring.EnqueueBurst(entries);
                    if (put != Math.Min(count, 16 - model.Count)) return false;
                    foreach (Wide entry in entries[..put]) model.Enqueue(entry);
                    break;
                case 2:
                    next += count;
                    if (ring.TryEnqueueBulk(entries) != count <= 16 - model.Count) return false;
                    if (count <= 16 - model.Count) Array.ForEach(entries, model.Enqueue);
                    break;
                case 3 or 4:
                    int taken = ring.DequeueBurst(entries);
                    if (taken != Math.Min(count, model.Count)) return false;
                    if (entries[..taken].Any(entry => entry != model.Dequeue())) return false;
                    break;
                case 5:
                    bool fits = count <= model.Count;
                    if (ring.TryDequeueBulk(entries) != fits) return false;
                    if (fits && entries.Any(entry => entry != model.Dequeue())) return false;
                    break;
                case 6:
                    Wide one = new(next, next, 1);
                    if (ring.TryEnqueue(one) != model.Count < 16) return false;
                    if (model.Count < 16) model.Enqueue(one);
                    next++;
                    break;
                default:
                    if (ring.TryDequeue(out Wide first) != model.Count > 0) return false;
                    if (model.Count > 0 && first != model.Dequeue()) return false;
                    break;
            }
            if (ring.Count != model.Count || ring.FreeCount != 16 - model.Count) return false;
        }
        return true;
    }
}
