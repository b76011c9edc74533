// The contract of packet buffer pools and the attribute that declares one.

using System;
using Uk.Memory;

namespace Uk.Mempool;

/// <summary>
/// Declares a pool of packet buffers: <c>[Mempool&lt;PacketMemory&gt;(Mbufs = 511)] partial struct Packets;</c>
/// </summary>
/// <remarks>DPDK: <c>rte_pktmbuf_pool_create</c>.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IMempool, IMempoolOptions>]
public sealed class MempoolAttribute<TRegion> : Attribute where TRegion : struct
{
    public int Mbufs { get; set; }
    /// <summary>Bytes of packet data that one mbuf holds, without the headroom.</summary>
    public int DataRoom { get; set; }
    /// <summary>
    /// Packets may have several segments and share rooms: <c>TryChain</c>, <c>Clone</c>. Costs a comparison at each Free.
    /// </summary>
    public bool Chains { get; set; }
    /// <summary>
    /// Mbufs that each lcore keeps for itself, where there are several; 1 to 512. All caches together hold at most half
    /// of the pool. DPDK: <c>cache_size</c>.
    /// </summary>
    public int CacheSize { get; set; }
    /// <summary>Recognise an mbuf that is freed twice, at the price of two more memory accesses per mbuf.</summary>
    public bool TrackOwnership { get; set; }
    /// <summary>
    /// End the program, with its stack, where an mbuf is freed twice or what is freed is none: for finding the culprit.
    /// Includes <see cref="TrackOwnership"/>. DPDK: <c>RTE_LIBRTE_MEMPOOL_DEBUG</c>.
    /// </summary>
    public bool StopOnBadFree { get; set; }
}

public interface IMempoolOptions : IOptions
{
    [Range(1, 1 << 24)] static virtual int Mbufs => 255;
    [Range(64, 65407)] static virtual int DataRoom => 2048;
    static virtual bool Chains => false;
    [Range(1, 512)] static virtual int CacheSize => 128;
    static virtual bool TrackOwnership => false;
    static virtual bool StopOnBadFree => false;
}

public interface IMempool : IContract;

/// <summary>A pool of packet buffers in one memory region. Data path; any lcore of the composition.</summary>
public unsafe interface IMempool<TSelf> : IMempool where TSelf : struct, IMempool<TSelf>
{
    static abstract int Capacity { get; }
    /// <summary>
    /// Mbufs that this lcore can have now. With several lcores others may be quicker, and what lies in their caches does
    /// not count.
    /// </summary>
    [HotPath]
    static abstract int Available { get; }
    /// <summary>
    /// Mbufs that are neither in the pool nor in a cache: who counts what rings and bursts have, finds none missing.
    /// Control path. DPDK: <c>rte_mempool_in_use_count</c>.
    /// </summary>
    static abstract int InUseCount { get; }
    /// <summary>Bytes of packet data that one mbuf holds behind its headroom.</summary>
    [HotPath]
    static abstract int DataRoomBytes { get; }

    /// <summary>Packets of this pool may have several segments and share rooms. Constant.</summary>
    [HotPath]
    static virtual bool AllowsChains => false;

    /// <summary>
    /// An mbuf with no data, owned by the caller; null when the pool is empty. DPDK: <c>rte_pktmbuf_alloc</c>.
    /// </summary>
    [HotPath]
    [return: Owned]
    static abstract Mbuf* Allocate();

    /// <summary>Gives a packet back, all segments of it. DPDK: <c>rte_pktmbuf_free</c>.</summary>
    [HotPath]
    static abstract void Free([Owned] Mbuf* packet);

    /// <summary>
    /// Appends empty mbufs to a burst that has room for them: all, or none where the pool has not so many.
    /// DPDK: <c>rte_pktmbuf_alloc_bulk</c>.
    /// </summary>
    [HotPath]
    static abstract bool TryAllocate([Received(Appends = true)] ref Burst burst, int count);

    /// <summary>Gives all packets of a burst back and empties it. DPDK: <c>rte_pktmbuf_free_bulk</c>.</summary>
    [HotPath]
    static abstract void Free([Owned] ref Burst burst);

    /// <summary>
    /// A packet that shows the same bytes, in the same rooms; nobody may write them until one of the two is free. Null
    /// where the pool is empty or takes no clones back. DPDK: <c>rte_pktmbuf_clone</c>.
    /// </summary>
    [HotPath]
    [return: Owned]
    static abstract Mbuf* Clone(Mbuf* packet);

    /// <summary>
    /// A packet with a copy of some of the bytes, in as many segments as that takes. Null where the bytes are not all in
    /// the packet, the pool has not so many mbufs, or they need several and the pool makes no chains.
    /// DPDK: <c>rte_pktmbuf_copy</c>.
    /// </summary>
    [HotPath]
    [return: Owned]
    static abstract Mbuf* Copy(Mbuf* packet, uint offsetBytes, uint lengthBytes);

    /// <summary>
    /// Moves all bytes into the first segment and frees the others. False, and unchanged, where its room is too small or
    /// shared. DPDK: <c>rte_pktmbuf_linearize</c>.
    /// </summary>
    [HotPath]
    static abstract bool TryLinearize(Mbuf* packet);

    /// <summary>
    /// As many empty mbufs as asked for, or none and false. For drivers. DPDK: <c>rte_pktmbuf_alloc_bulk</c>.
    /// </summary>
    [HotPath]
    static virtual bool TryAllocateBulk(Mbuf** mbufs, int count)
    {
        for (int i = 0; i < count; i++)
        {
            mbufs[i] = TSelf.Allocate();
            if (mbufs[i] != null) continue;
            TSelf.FreeBulk(mbufs, i);
            return false;
        }
        return true;
    }

    /// <summary>Gives packets back. For drivers. DPDK: <c>rte_pktmbuf_free_bulk</c>.</summary>
    [HotPath]
    static virtual void FreeBulk(Mbuf** packets, int count)
    {
        for (int i = 0; i < count; i++) TSelf.Free(packets[i]);
    }
}
