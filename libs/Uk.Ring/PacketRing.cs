// Rings of packets, declared by attribute: how one lcore hands packets to another.

using System;
using System.Runtime.CompilerServices;
using Uk.Memory;

namespace Uk.Ring;

/// <summary>
/// Declares a ring of packets: <c>[PacketRing&lt;PacketMemory&gt;(Entries = 1024)] partial struct ToWorker;</c>
/// </summary>
/// <remarks>DPDK: an <c>rte_ring</c> of mbufs.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IPacketRing, IPacketRingOptions>]
public sealed class PacketRingAttribute<TRegion> : Attribute where TRegion : struct
{
    /// <summary>A power of two.</summary>
    public int Entries { get; set; }
    /// <summary>Who puts packets in.</summary>
    public RingSync Producers { get; set; }
    /// <summary>Who takes packets out.</summary>
    public RingSync Consumers { get; set; }
}

public interface IPacketRingOptions : IOptions
{
    [PowerOfTwo, Range(1, 1 << 30)] static virtual int Entries => 512;
    static virtual RingSync Producers => RingSync.Single;
    static virtual RingSync Consumers => RingSync.Single;
}

public interface IPacketRing : IContract;

/// <summary>A queue of packets between lcores. Data path; as many lcores at each side as its attribute says.</summary>
public interface IPacketRing<TSelf> : IPacketRing where TSelf : struct, IPacketRing<TSelf>
{
    /// <summary>Packets that are there, or were a moment ago.</summary>
    [HotPath]
    static abstract int Count { get; }

    /// <summary>
    /// Puts as many packets in, from the front of the burst, as there is room for, and returns how many: who takes them
    /// out owns them. The others stay in the burst. DPDK: <c>rte_ring_enqueue_burst</c>.
    /// </summary>
    [HotPath]
    static abstract int Enqueue(ref Burst burst);

    /// <summary>
    /// Appends packets to the burst, as many as are there and it has room for, and returns how many: the caller owns
    /// them. DPDK: <c>rte_ring_dequeue_burst</c>.
    /// </summary>
    [HotPath]
    static abstract int Dequeue(ref Burst burst);
}

/// <summary>A ring of mbufs in one memory region.</summary>
[UkLibrary]
[Provides<IPacketRing>]
[Requires<IMemoryRegion>]
[Requires<IPacketRingOptions>]
public struct PacketRing<TRegion, TOptions>
    : IPacketRing<PacketRing<TRegion, TOptions>>, IInitialize<PacketRing<TRegion, TOptions>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TOptions : struct, IPacketRingOptions
{
    private static Ring<nint, Producing, Consuming> s_ring;

    public static int Count => s_ring.Count;

    /// <summary>Throws where the region has not enough memory, with both figures.</summary>
    public static void Initialize() => s_ring = Ring<nint, Producing, Consuming>.Create<TRegion>(TOptions.Entries);

    public static int Enqueue(ref Burst burst)
    {
        Span<nint> packets = burst.Packets;
        int count = s_ring.EnqueueBurst(packets);
        if (count != packets.Length) packets[count..].CopyTo(packets);
        burst.Truncate(packets.Length - count);
        return count;
    }

    public static int Dequeue(ref Burst burst)
    {
        int count = s_ring.DequeueBurst(burst.Room);
        burst.Extend(count);
        return count;
    }

    private readonly struct Producing : IRingSide
    {
        public static RingSync Sync => TOptions.Producers;
    }

    private readonly struct Consuming : IRingSide
    {
        public static RingSync Sync => TOptions.Consumers;
    }
}
