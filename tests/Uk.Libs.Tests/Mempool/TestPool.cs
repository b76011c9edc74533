// A region and a pool of a given size for each test class that wants packets.

using System;
using Uk.Libs.Tests.Memory;
using Uk.Memory;
using Uk.Mempool;
using Uk.Platform;

namespace Uk.Libs.Tests.Mempool;

internal struct TestPoolOptions<TTest> : IMempoolOptions
{
    public static int MbufsValue;
    public static int DataRoomValue = 2048;
    public static bool TrackOwnershipValue;
    public static bool ChainsValue;
    public static bool StopOnBadFreeValue;
    public static int CacheSizeValue = 128;

    public static int Mbufs => MbufsValue;
    public static int DataRoom => DataRoomValue;
    public static bool TrackOwnership => TrackOwnershipValue;
    public static bool Chains => ChainsValue;
    public static bool StopOnBadFree => StopOnBadFreeValue;
    public static int CacheSize => CacheSizeValue;
}

/// <summary>Lcores are threads that say which one they are.</summary>
internal struct TestLcores<TTest> : ILcores<TestLcores<TTest>>
{
    public static int CountValue = 1;
    [ThreadStatic] public static int IdValue;

    public static int Count => CountValue;
    public static int Id => IdValue;
}

/// <summary>The composition of a pool, closed by hand: what the generator writes for an application.</summary>
internal unsafe struct TestPool<TTest> : IMempool<TestPool<TTest>>
{
    /// <summary>Makes the pool anew; what was allocated before is no longer valid.</summary>
    public static void Create(
        int mbufs, int dataRoom = 2048, bool trackOwnership = false, int regionBytes = 4 * Size.MiB,
        bool chains = false, int lcores = 1, int cacheSize = 128, bool stopOnBadFree = false)
    {
        TestPoolOptions<TTest>.MbufsValue = mbufs;
        TestPoolOptions<TTest>.DataRoomValue = dataRoom;
        TestPoolOptions<TTest>.TrackOwnershipValue = trackOwnership;
        TestPoolOptions<TTest>.ChainsValue = chains;
        TestPoolOptions<TTest>.StopOnBadFreeValue = stopOnBadFree;
        TestPoolOptions<TTest>.CacheSizeValue = cacheSize;
        TestLcores<TTest>.CountValue = lcores;
        TestRegion<TTest>.Create(regionBytes);
        Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Initialize();
    }

    public static int Capacity => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Capacity;
    public static int Available => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Available;
    public static int InUseCount => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.InUseCount;
    public static int DataRoomBytes => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.DataRoomBytes;
    public static ulong BadFrees => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.BadFrees;

    public static Mbuf* Allocate() => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Allocate();
    public static void Free(Mbuf* mbuf) => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Free(mbuf);
    public static bool TryAllocateBulk(Mbuf** mbufs, int count) =>
        Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.TryAllocateBulk(mbufs, count);
    public static void FreeBulk(Mbuf** packets, int count) =>
        Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.FreeBulk(packets, count);
    public static bool AllowsChains => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.AllowsChains;
    public static bool TryAllocate(ref Burst burst, int count) =>
        Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.TryAllocate(ref burst, count);
    public static void Free(ref Burst burst) => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Free(ref burst);
    public static Mbuf* Clone(Mbuf* packet) => Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Clone(packet);
    public static Mbuf* Copy(Mbuf* packet, uint offsetBytes, uint lengthBytes) =>
        Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.Copy(packet, offsetBytes, lengthBytes);
    public static bool TryLinearize(Mbuf* packet) =>
        Mempool<TestRegion<TTest>, TestLcores<TTest>, NobodyObservesPool, TestPoolOptions<TTest>>.TryLinearize(packet);
}

/// <summary>A region of its own memory; devices see it elsewhere than the processor does.</summary>
internal struct TestRegion<TTest> : IMemoryRegion<TestRegion<TTest>>
{
    public const ulong IovaDistance = 1UL << 40;

    private static nuint _baseAddress;
    private static nuint _lengthBytes;
    private static nuint _usedBytes;

    public static void Create(int lengthBytes)
    {
        _baseAddress = TestMachine<TTest>.Reserve((nuint)lengthBytes, 4096);
        _lengthBytes = (nuint)lengthBytes;
        _usedBytes = 0;
    }

    public static nuint BaseAddress => _baseAddress;
    public static nuint LengthBytes => _lengthBytes;
    public static nuint FreeBytes => _lengthBytes - _usedBytes;

    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes)
    {
        nuint start = (_usedBytes + alignmentBytes - 1) & ~(alignmentBytes - 1);
        if (start > _lengthBytes || lengthBytes > _lengthBytes - start) return 0;
        _usedBytes = start + lengthBytes;
        return _baseAddress + start;
    }

    public static bool Free(nuint address, nuint lengthBytes) => false;
    public static ulong ToIova(nuint address) => address + IovaDistance;
}
