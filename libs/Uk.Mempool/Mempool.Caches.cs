// Free mbufs of a program with several lcores: a ring that all share, and a cache for each lcore in front of it. Most
// calls end in the cache and touch nothing that another lcore writes. DPDK: rte_mempool_cache.
//
// A cache takes CacheSize mbufs from the ring when it is empty, and gives back what it has beyond that when it has
// half as many again. So in the worst case lcores * 1.5 * CacheSize mbufs lie in caches where others cannot have them.

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Uk.Ring;

namespace Uk.Mempool;

public unsafe partial struct Mempool<TRegion, TLcores, TObserver, TOptions>
{
    private const int SharedAlignmentBytes = Ring<nint, Multi, Multi>.AlignmentBytes;

    private static Ring<nint, Multi, Multi> _ring;
    private static LcoreCache* _caches;

    /// <summary>Mbufs that a cache is filled to: as asked for, but all caches together hold at most half of the pool.</summary>
    private static int CacheSize => Math.Max(1, Math.Min(TOptions.CacheSize, TOptions.Mbufs / (3 * TLcores.Count)));

    /// <summary>With so many in it a cache gives some back.</summary>
    private static int CachePlaces => CacheSize + (CacheSize + 1) / 2;

    private static nuint CacheStrideBytes =>
        ((nuint)sizeof(LcoreCache) + (nuint)CachePlaces * (nuint)sizeof(nint) + SharedAlignmentBytes - 1)
        & ~(nuint)(SharedAlignmentBytes - 1);

    /// <summary>The ring has room for all mbufs.</summary>
    private static int RingCapacity => (int)BitOperations.RoundUpToPowerOf2((uint)TOptions.Mbufs);

    private static nuint RingBytes =>
        (Ring<nint, Multi, Multi>.SizeBytes(RingCapacity) + SharedAlignmentBytes - 1) & ~(nuint)(SharedAlignmentBytes - 1);

    private static nuint SharedBytes => RingBytes + (nuint)TLcores.Count * CacheStrideBytes;

    private static void InitializeShared(nuint piece)
    {
        _ring = Ring<nint, Multi, Multi>.At((void*)piece, RingCapacity);
        _caches = (LcoreCache*)(piece + RingBytes);
        for (int lcore = 0; lcore < TLcores.Count; lcore++) CacheOf(lcore)->Count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LcoreCache* CacheOf(int lcore) => (LcoreCache*)((byte*)_caches + (nuint)(uint)lcore * CacheStrideBytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mbuf* TakeFromCache()
    {
        LcoreCache* cache = CacheOf(TLcores.Id);
        nint count = cache->Count;
        if (count == 0)
        {
            count = Refill(cache);
            if (count == 0) return null;
        }
        count--;
        cache->Count = count;
        return (Mbuf*)LcoreCache.Mbufs(cache)[count];
    }

    /// <summary>All or none: from the cache, and what it lacks from the ring.</summary>
    private static bool TryTakeFromCache(Mbuf** mbufs, int count)
    {
        LcoreCache* cache = CacheOf(TLcores.Id);
        int cached = (int)Math.Min(cache->Count, count);
        if (cached < count && !_ring.TryDequeueBulk(new Span<nint>(mbufs + cached, count - cached))) return false;
        nint* top = LcoreCache.Mbufs(cache) + cache->Count;
        for (int i = 0; i < cached; i++) mbufs[i] = (Mbuf*)(*--top);
        cache->Count -= cached;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutIntoCache(Mbuf* mbuf)
    {
        LcoreCache* cache = CacheOf(TLcores.Id);
        nint count = cache->Count;
        LcoreCache.Mbufs(cache)[count] = (nint)mbuf;
        count++;
        cache->Count = count;
        if (count == CachePlaces) Flush(cache, CacheSize);
    }

    /// <summary>The cache is empty: takes what others gave back. Returns how many there are now.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint Refill(LcoreCache* cache) =>
        _ring.DequeueBurst(new Span<nint>(LcoreCache.Mbufs(cache), CacheSize));

    /// <summary>Gives back what the cache has beyond <paramref name="keep"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Flush(LcoreCache* cache, int keep)
    {
        ReadOnlySpan<nint> surplus = new(LcoreCache.Mbufs(cache) + keep, (int)cache->Count - keep);
        // There is room for every mbuf once: who has none freed one twice.
        int given = _ring.EnqueueBurst(surplus);
        if (given != surplus.Length) _badFrees += (ulong)(surplus.Length - given);
        cache->Count = keep;
    }

    /// <summary>Boot filled the cache of lcore 0; all mbufs belong to all.</summary>
    private static void FlushAll() => Flush(CacheOf(TLcores.Id), 0);

    /// <summary>What this lcore can have.</summary>
    private static int CountShared() => (int)CacheOf(TLcores.Id)->Count + _ring.Count;

    private static int CountAll()
    {
        int count = _ring.Count;
        for (int lcore = 0; lcore < TLcores.Count; lcore++) count += (int)CacheOf(lcore)->Count;
        return count;
    }
}
