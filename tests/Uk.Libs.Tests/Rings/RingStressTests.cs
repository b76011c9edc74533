using System;
using System.Linq;
using System.Threading;
using Uk.Libs.Tests.Mempool;
using Uk.Ring;
using Xunit;

namespace Uk.Libs.Tests.Rings;

using Region = TestRegion<RingStressTests>;

/// <summary>Threads at both sides: every entry comes out once, whole, and in the order of whoever put it in.</summary>
public sealed class RingStressTests
{
    private const int PerProducer = 100_000;

    /// <summary>The same number twice: an entry that is seen half written shows.</summary>
    private readonly record struct Entry(long Number, long Again);

    [Fact]
    public void One_to_one() => Run<Ring.Single, Ring.Single>(producers: 1, consumers: 1);

    [Fact]
    public void Several_to_one() => Run<Multi, Ring.Single>(producers: 3, consumers: 1);

    [Fact]
    public void One_to_several() => Run<Ring.Single, Multi>(producers: 1, consumers: 3);

    [Fact]
    public void Several_to_several() => Run<Multi, Multi>(producers: 2, consumers: 2);

    [Fact]
    public void In_turn() => Run<Serialized, Serialized>(producers: 3, consumers: 3);

    private static void Run<TProducers, TConsumers>(int producers, int consumers)
        where TProducers : struct, IRingSide
        where TConsumers : struct, IRingSide
    {
        // Of one side no more than there are processors: who waits for a thread that has none waits for its turn to end, as lcores
        // never do.
        producers = Math.Min(producers, Environment.ProcessorCount);
        consumers = Math.Min(consumers, Environment.ProcessorCount);
        Region.Create(64 * Size.KiB);
        var ring = Ring<Entry, TProducers, TConsumers>.Create<Region>(64);
        int left = producers;
        int[][] seen = new int[consumers][];
        string? problem = null;
        Thread[] threads =
        [
            .. Enumerable.Range(0, producers).Select(p => new Thread(() =>
            {
                Produce(ring, p);
                Interlocked.Decrement(ref left);
            })),
            .. Enumerable.Range(0, consumers).Select(c => new Thread(() =>
                seen[c] = Consume(ring, producers, () => Volatile.Read(ref left) == 0, text => problem = text))),
        ];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.Null(problem);
        Assert.Equal(0, ring.Count);
        for (int p = 0; p < producers; p++) Assert.Equal(PerProducer, seen.Sum(counts => counts[p]));
    }

    private static void Produce<TProducers, TConsumers>(Ring<Entry, TProducers, TConsumers> ring, int producer)
        where TProducers : struct, IRingSide
        where TConsumers : struct, IRingSide
    {
        Entry[] burst = new Entry[7];
        for (int next = 0; next < PerProducer;)
        {
            int count = Math.Min(1 + next % burst.Length, PerProducer - next);
            for (int i = 0; i < count; i++)
            {
                long number = (long)producer << 32 | (uint)(next + i);
                burst[i] = new Entry(number, number);
            }
            int put = (next & 1) == 0 ? ring.EnqueueBurst(burst.AsSpan(0, count)) : ring.TryEnqueueBulk(burst.AsSpan(0, count)) ? count : 0;
            next += put;
            if (put == 0) Thread.Yield();
        }
    }

    /// <summary>How many entries of each producer came; those of one come in order at each consumer.</summary>
    private static int[] Consume<TProducers, TConsumers>(
        Ring<Entry, TProducers, TConsumers> ring, int producers, Func<bool> allProduced, Action<string> fail)
        where TProducers : struct, IRingSide
        where TConsumers : struct, IRingSide
    {
        int[] counts = new int[producers];
        long[] last = [.. Enumerable.Repeat(-1L, producers)];
        Entry[] burst = new Entry[5];
        while (true)
        {
            bool isLast = allProduced();
            int taken = ring.DequeueBurst(burst);
            foreach (Entry entry in burst.AsSpan(0, taken))
            {
                int producer = (int)(entry.Number >> 32);
                uint number = (uint)entry.Number;
                if (entry.Number != entry.Again || producer >= producers || number <= last[producer])
                {
                    fail($"{entry} after {last[Math.Clamp(producer, 0, producers - 1)]}");
                    return counts;
                }
                last[producer] = number;
                counts[producer]++;
            }
            if (taken != 0) continue;
            if (isLast) return counts;
            Thread.Yield();
        }
    }
}
