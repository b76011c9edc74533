// The structures of the data plane, timed from inside. Each line is a name, nanoseconds for one operation, and what was
// computed. tests/Uk.Bench/Dpdk/structures.c does the same, in the same order and with the same numbers, with DPDK.

using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Uk;
using Uk.Hash;
using Uk.Lpm;
using Uk.Memory;
using Uk.Mempool;
using Uk.Ring;

[MemoryRegion(Size = 96 * Size.MiB)]
partial struct Tables;

[MemoryRegion(Size = 8 * Size.MiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 2047)]
partial struct Packets;

/// <summary>16 bytes, as an IPv6 address or two IPv4 endpoints have.</summary>
internal struct Key
{
    public ulong Low;
    public ulong High;
}

internal static unsafe class StructureBench
{
    private const int Burst32 = 32;
    private const int Samples = 7;
    private const int Keys = 50_000;
    private const int Routes = 10_000;
    private const int Lookups = 1 << 16;

    private static ulong s_random;

    private static uint Next()
    {
        s_random = s_random * 6364136223846793005 + 1442695040888963407;
        return (uint)(s_random >> 32);
    }

    private static int Main()
    {
        RingBulk<Uk.Ring.Single, Uk.Ring.Single>("ring.sp_sc.bulk32");
        RingBulk<Multi, Multi>("ring.mp_mc.bulk32");
        RingOne<Multi, Multi>("ring.mp_mc.single");
        Pool("mempool.bulk32");
        Hashes();
        Lookup();
        return 0;
    }

    /// <summary>Prints the best of several samples: what disturbs a measurement only ever makes it longer.</summary>
    private static void Print(string name, long bestTicks, long operations, ulong result) =>
        Console.WriteLine($"{name} {bestTicks * 1e9 / Stopwatch.Frequency / operations:f3} {result}");

    private static void RingBulk<TProducers, TConsumers>(string name)
        where TProducers : struct, IRingSide
        where TConsumers : struct, IRingSide
    {
        const int rounds = 200_000;
        var ring = Ring<ulong, TProducers, TConsumers>.Create<Tables>(1024);
        Span<ulong> burst = stackalloc ulong[Burst32];
        for (int i = 0; i < burst.Length; i++) burst[i] = (ulong)i;
        long best = long.MaxValue;
        ulong sum = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int round = 0; round < rounds; round++)
            {
                ring.TryEnqueueBulk(burst);
                ring.TryDequeueBulk(burst);
                sum += burst[Burst32 - 1];
            }
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        Print(name, best, (long)rounds * Burst32, sum);
    }

    private static void RingOne<TProducers, TConsumers>(string name)
        where TProducers : struct, IRingSide
        where TConsumers : struct, IRingSide
    {
        const int rounds = 1_000_000;
        var ring = Ring<ulong, TProducers, TConsumers>.Create<Tables>(1024);
        long best = long.MaxValue;
        ulong sum = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int round = 0; round < rounds; round++)
            {
                ring.TryEnqueue((ulong)round);
                ring.TryDequeue(out ulong entry);
                sum += entry;
            }
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        Print(name, best, rounds, sum);
    }

    private static void Pool(string name)
    {
        const int rounds = 200_000;
        long best = long.MaxValue;
        ulong sum = 0;
        Burst burst = default;
        for (int sample = 0; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int round = 0; round < rounds; round++)
            {
                Packets.TryAllocate(ref burst, Burst32);
                sum += burst.At(7)->HeadroomLength;
                Packets.Free(ref burst);
            }
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        Print(name, best, (long)rounds * Burst32, sum);
    }

    private static void Hashes()
    {
        var table = HashTable<Key, ulong>.Create<Tables>(65536);
        s_random = 1;
        Key* keys = (Key*)Tables.Allocate(Keys * (nuint)sizeof(Key), 64);
        for (int i = 0; i < Keys; i++) keys[i] = new Key { Low = Next(), High = Next() };
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Keys; i++) table.Set(in keys[i], (ulong)i);
        Print("hash.add", Stopwatch.GetTimestamp() - start, Keys, (ulong)table.Count);

        Key* asked = (Key*)Tables.Allocate(Lookups * (nuint)sizeof(Key), 64);
        // One of eight is not there.
        for (int i = 0; i < Lookups; i++)
        {
            asked[i] = keys[Next() % Keys];
            if (i % 8 == 0) asked[i].High ^= 1UL << 63;
        }
        long best = long.MaxValue;
        ulong sum = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Lookups; i++)
                if (table.TryGet(in asked[i], out ulong value)) sum += value;
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        Print("hash.lookup", best, Lookups, sum);

        best = long.MaxValue;
        sum = 0;
        Span<nint> found = stackalloc nint[Burst32];
        for (int sample = 0; sample < Samples; sample++)
        {
            start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Lookups; i += Burst32)
            {
                table.FindBulk(new ReadOnlySpan<Key>(asked + i, Burst32), found);
                foreach (nint value in found)
                    if (value != 0) sum += *(ulong*)value;
            }
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        Print("hash.lookup_bulk32", best, Lookups, sum);
    }

    private static void Lookup()
    {
        Lpm routes = Lpm.Create<Tables>(Routes, groups: 2048);
        s_random = 2;
        for (int i = 0; i < Routes; i++)
        {
            uint address = Next();
            int length = 16 + (int)(Next() % 9) + (i % 10 == 0 ? 6 : 0);
            routes.Set(address, length, (uint)i & 0xFFFF);
        }
        uint* addresses = (uint*)Tables.Allocate(Lookups * sizeof(uint), 64);
        for (int i = 0; i < Lookups; i++) addresses[i] = Next();

        long best = long.MaxValue;
        ulong sum = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Lookups; i++)
            {
                // Added up without a branch, as gcc compiles the other side.
                bool found = routes.TryLookup(addresses[i], out uint hop);
                sum += hop & (uint)-Unsafe.BitCast<bool, byte>(found);
            }
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        Print("lpm.lookup", best, Lookups, sum);

        best = long.MaxValue;
        sum = 0;
        uint* hops = stackalloc uint[Burst32];
        for (int sample = 0; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Lookups; i += Burst32)
            {
                routes.LookupBulk(new ReadOnlySpan<uint>(addresses + i, Burst32), new Span<uint>(hops, Burst32));
                for (int k = 0; k < Burst32; k++)
                    sum += hops[k] & (uint)~((int)hops[k] >> 31);
            }
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        Print("lpm.lookup_bulk32", best, Lookups, sum);
    }
}
