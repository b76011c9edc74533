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
    /// <summary>Recognise an mbuf that is freed twice, at the price of two more memory accesses per mbuf.</summary>
    public bool TrackOwnership { get; set; }
}

public interface IMempoolOptions : IOptions
{
    [Range(1, 1 << 24)] static virtual int Mbufs => 255;
    [Range(64, 65408)] static virtual int DataRoom => 2048;
    static virtual bool TrackOwnership => false;
}

public interface IMempool : IContract;

/// <summary>A pool of packet buffers in one memory region. Data path; one lcore.</summary>
public unsafe interface IMempool<TSelf> : IMempool where TSelf : struct, IMempool<TSelf>
{
    static abstract int Capacity { get; }
    static abstract int Available { get; }
    /// <summary>Bytes of packet data that one mbuf holds behind its headroom.</summary>
    static abstract int DataRoomBytes { get; }

    /// <summary>
    /// An mbuf with no data, owned by the caller; null when the pool is empty. DPDK: <c>rte_pktmbuf_alloc</c>.
    /// </summary>
    static abstract Mbuf* Allocate();

    /// <summary>Gives an mbuf back. DPDK: <c>rte_pktmbuf_free</c>.</summary>
    static abstract void Free(Mbuf* mbuf);
}
