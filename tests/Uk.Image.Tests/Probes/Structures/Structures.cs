// The structures of the data plane in regions of an image: ring, hash table, routes, histogram, pool. What it prints does
// not depend on the machine.

using System;
using Uk;
using Uk.Cycles;
using Uk.Hash;
using Uk.Lpm;
using Uk.Memory;
using Uk.Mempool;
using Uk.Metrics;
using Uk.Ring;

[assembly: Machine(Memory = 96 * Size.MiB)]

[MemoryRegion(Size = Size.MiB)]
partial struct Tables;

[MemoryRegion(Size = 68 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct RouteMemory;

[Mempool<Tables>(Mbufs = 63, DataRoom = 256, Chains = true, StopOnBadFree = true)]
partial struct Packets;

[PacketRing<Tables>(Entries = 64, Producers = RingSync.Multi)]
partial struct Work;

[CycleClock]
partial struct Clock;

internal static unsafe class Structures
{
    private static Histogram s_histogram;

    private static int Main()
    {
        ulong start = Clock.Now;
        Rings();
        Packet();
        Hashes();
        Routes();
        Histograms();
        Console.WriteLine(Clock.Now > start && Clock.PerSecond > 1_000_000 ? "clock: goes" : "clock: stands");
        return 0;
    }

    private static void Rings()
    {
        var ring = Ring<ulong, Multi, Uk.Ring.Single>.Create<Tables>(16);
        ulong sum = 0;
        ulong next = 0;
        Span<ulong> burst = stackalloc ulong[7];
        for (int round = 0; round < 10_000; round++)
        {
            foreach (ref ulong value in burst) value = next++;
            next -= (ulong)(7 - ring.EnqueueBurst(burst));
            int taken = ring.DequeueBurst(burst[..(round % 7 + 1)]);
            foreach (ulong value in burst[..taken]) sum = sum * 31 + value;
        }
        Console.WriteLine($"ring: {ring.Count} of {ring.Capacity}, {sum:x}");
    }

    private static void Packet()
    {
        Burst burst = default;
        if (!Packets.TryAllocate(ref burst, 20)) Console.WriteLine("the pool is too small");
        for (int i = 0; i < burst.Count; i++) burst.At(i)->TrySetLength((uint)i * 10);
        Mbuf* clone = Packets.Clone(burst.At(19));
        int put = Work.Enqueue(ref burst);
        Work.Dequeue(ref burst);
        Mbuf* chain = burst.At(0);
        bool chained = chain->TryChain(Packets.Copy(burst.At(10), 50, 50)) && chain->TryChain(clone);
        Console.WriteLine($"packets: {put}, {chained}, {chain->PacketLength} bytes in {chain->SegmentCount}, {Packets.InUseCount} in use");
        Packets.Free(ref burst);
        Console.WriteLine($"packets: {Packets.InUseCount} in use, {Packets.Available} available");
    }

    private static void Hashes()
    {
        var table = HashTable<ulong, int>.Create<Tables>(7000, seed: 42);
        int added = 0;
        for (ulong i = 0; i < 8000; i++)
            if (table.Set(i * i, (int)i) == HashResult.Added) added++;
        for (ulong i = 0; i < 8000; i += 3) table.Remove(i * i);
        Span<ulong> keys = stackalloc ulong[64];
        Span<nint> values = stackalloc nint[64];
        for (int i = 0; i < keys.Length; i++) keys[i] = (ulong)(i * i);
        int found = table.FindBulk(keys, values);
        Console.WriteLine($"hash: {added} added, {table.Count} left, {found} found, {*(int*)values[8]}");
    }

    private static void Routes()
    {
        Lpm routes = Lpm.Create<RouteMemory>(routes: 1000, groups: 64);
        routes.Set(0x0A00_0000, 8, 1);
        routes.Set(0x0A0A_0000, 16, 2);
        routes.Set(0x0A0A_0A00, 28, 3);
        routes.Set(0x0A0A_0A01, 32, 4);
        uint[] addresses = [0x0A01_0101, 0x0A0A_0101, 0x0A0A_0A0F, 0x0A0A_0A01, 0x0A0A_0A10, 0x0B00_0000];
        uint[] hops = new uint[addresses.Length];
        routes.LookupBulk(addresses, hops);
        routes.Remove(0x0A0A_0A01, 32);
        routes.TryLookup(0x0A0A_0A01, out uint after);
        Console.WriteLine($"routes: {hops[0]} {hops[1]} {hops[2]} {hops[3]} {hops[4]} {hops[5] == Lpm.NoRoute}, then {after}");
    }

    private static void Histograms()
    {
        for (ulong value = 1; value <= 100_000; value++) s_histogram.Record(value);
        Console.WriteLine($"histogram: {s_histogram.Count} values, half {s_histogram.Percentile(50)}, most {s_histogram.Percentile(99)}, all {s_histogram.Max}");
    }
}
