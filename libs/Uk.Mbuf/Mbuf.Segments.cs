// Packets of several segments, and rooms that several packets share. Only mbufs of a pool that was declared with Chains
// can do either: that pool's Free looks for it, and the others' need not.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Uk;

public unsafe partial struct Mbuf
{
    /// <summary>As many segments as a packet can have.</summary>
    public const int SegmentsMax = ushort.MaxValue;

    /// <summary>The next segment, or null. DPDK: <c>rte_mbuf.next</c>.</summary>
    public readonly Mbuf* Next => _next;

    /// <summary>Segments of the packet that starts here. DPDK: <c>nb_segs</c>.</summary>
    public readonly int SegmentCount => _moreSegments + 1;

    /// <summary>Bytes of the whole packet that starts here. DPDK: <c>rte_pktmbuf_pkt_len</c>.</summary>
    public readonly uint PacketLength => _dataLength + _moreBytes;

    /// <summary>The data is one piece. DPDK: <c>rte_pktmbuf_is_contiguous</c>.</summary>
    public readonly bool IsContiguous => _moreSegments == 0;

    /// <summary>The pool of this mbuf takes chains and clones back.</summary>
    public readonly bool CanChain => (_kind & MbufKind.Chains) != 0;

    /// <summary>The data is in the room of another mbuf. DPDK: <c>RTE_MBUF_CLONED</c>.</summary>
    public readonly bool IsClone => (_kind & MbufKind.Clone) != 0;

    /// <summary>
    /// Packets whose data is in the room of this segment, itself included: it must not be written where they are several.
    /// DPDK: <c>rte_mbuf_refcnt_read</c>.
    /// </summary>
    public readonly int ReferenceCount => IsClone ? RoomOwner->_references : _references;

    /// <summary>Descriptors lie in regions, which nothing moves.</summary>
    private readonly Mbuf* Self => (Mbuf*)Unsafe.AsPointer(ref Unsafe.AsRef(in this));

    private readonly Mbuf* RoomOwner => Self + _roomOwner;

    /// <summary>The last segment of this packet. DPDK: <c>rte_pktmbuf_lastseg</c>.</summary>
    public readonly Mbuf* LastSegment
    {
        get
        {
            Mbuf* last = Self;
            while (last->_next != null) last = last->_next;
            return last;
        }
    }

    /// <summary>
    /// One segment in its own room, used by nobody else: all that a pool without <c>Chains</c> ever sees. Two loads.
    /// </summary>
    public readonly bool IsPlain
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_state & 0x0000_FFFF_FFFF_0000) == OneReference && !IsClone;
    }

    /// <summary>
    /// Puts another packet's segments behind those of this one; the caller no longer owns <paramref name="tail"/> then.
    /// False, and nothing changed, where one of the pools takes no chains or there would be more than
    /// <see cref="SegmentsMax"/>. DPDK: <c>rte_pktmbuf_chain</c>.
    /// </summary>
    public bool TryChain(Mbuf* tail)
    {
        if (!CanChain || !tail->CanChain || SegmentCount + tail->SegmentCount > SegmentsMax) return false;
        LastSegment->_next = tail;
        AddSegments(tail);
        return true;
    }

    /// <summary>
    /// As <see cref="TryChain"/>, for a driver that knows the last segment of the packet that it puts together.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryChainAfter(Mbuf* last, Mbuf* tail)
    {
        if (!CanChain || !tail->CanChain || SegmentCount + tail->SegmentCount > SegmentsMax) return false;
        last->_next = tail;
        AddSegments(tail);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddSegments(Mbuf* tail)
    {
        _moreSegments += (ushort)tail->SegmentCount;
        _moreBytes += tail->PacketLength;
        tail->_moreSegments = 0;
        tail->_moreBytes = 0;
    }

    /// <summary>Takes over what is known about another packet beside its bytes; a hash is valid as it was there.</summary>
    public void CopyMetadata(Mbuf* packet)
    {
        _offloadWord = packet->_offloadWord;
        _timestamp = packet->_timestamp;
        _port = packet->_port;
        if ((_offloads & MbufOffloads.RxHash) != 0) _hash = packet->_hash;
    }

    /// <summary>
    /// Takes the first segment off, for a pool that frees a packet: the rest, or null. The segment is a packet of its own
    /// then, and the rest is only a list.
    /// </summary>
    public Mbuf* Unlink()
    {
        Mbuf* rest = _next;
        _next = null;
        _moreSegments = 0;
        _moreBytes = 0;
        return rest;
    }

    /// <summary>
    /// Adds bytes behind the data of the last segment, and returns where they are; they are whatever was there. Null,
    /// and unchanged, if its room has not so much. DPDK: <c>rte_pktmbuf_append</c>.
    /// </summary>
    public byte* Append(uint lengthBytes)
    {
        Mbuf* last = LastSegment;
        if (lengthBytes > last->TailroomLength) return null;
        byte* added = last->DataPointer + last->_dataLength;
        last->_dataLength += lengthBytes;
        if (last != Self) _moreBytes += lengthBytes;
        return added;
    }

    /// <summary>
    /// Cuts bytes off the end of the last segment. False, and unchanged, if it has fewer. DPDK: <c>rte_pktmbuf_trim</c>.
    /// </summary>
    public bool TryTrim(uint lengthBytes)
    {
        Mbuf* last = LastSegment;
        if (lengthBytes > last->_dataLength) return false;
        last->_dataLength -= lengthBytes;
        if (last != Self) _moreBytes -= lengthBytes;
        return true;
    }

    /// <summary>
    /// Makes this fresh mbuf show the data of one segment of another packet, in that packet's room, which is kept until
    /// both are free. Neither may be written or lengthened then. False where one of the pools takes no clones back,
    /// where the room has too many users, or where the pools are more than 128 GiB apart. DPDK: <c>rte_pktmbuf_attach</c>.
    /// </summary>
    public bool TryAttach(Mbuf* segment)
    {
        Mbuf* owner = segment->IsClone ? segment->RoomOwner : segment;
        long distance = owner - Self;
        if (!CanChain || !owner->CanChain || distance != (int)distance || !owner->TryShare()) return false;
        _room = owner->_room;
        _roomIova = owner->_roomIova;
        _roomLength = owner->_roomLength;
        _dataOffset = segment->_dataOffset;
        _dataLength = segment->_dataLength;
        _offloadWord = segment->_offloadWord;
        _offloads &= ~MbufOffloads.RxHash;
        _timestamp = segment->_timestamp;
        _port = segment->_port;
        _kind |= MbufKind.Clone;
        _roomOwner = (int)distance;
        return true;
    }

    /// <summary>
    /// For a pool that frees a clone: the mbuf whose room it used, and which the pool then releases. The pool binds the
    /// clone to its own room again. DPDK: <c>rte_pktmbuf_detach</c>.
    /// </summary>
    public readonly Mbuf* AttachedTo => RoomOwner;

    /// <summary>
    /// For a pool that frees an mbuf, or a clone of it: one user of the room is gone. True if that was the last one, and
    /// the mbuf goes back. DPDK: <c>rte_pktmbuf_prefree_seg</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Release()
    {
        // One user is the caller: nobody else can make it two.
        if (_references == 1) return true;
        if ((uint)Interlocked.Add(ref StateLow, -OneReference) >> 16 != 0) return false;
        // The acquire of the locked instruction: what other lcores did with the room happened before this.
        _references = 1;
        return true;
    }

    /// <summary>One more user of the room. The bound leaves room for all lcores to pass it at once.</summary>
    private bool TryShare()
    {
        if (_references >= ushort.MaxValue / 2) return false;
        Interlocked.Add(ref StateLow, OneReference);
        return true;
    }

    private const int OneReference = 1 << 16;

    /// <summary>
    /// The count of references with the offset of the data below it: the locked instructions have four bytes at least.
    /// The offset is not touched: it never is the addition that carries, and a store of the owner to the offset alone
    /// comes before the locked instruction or after it.
    /// </summary>
    [UnscopedRef]
    private ref int StateLow => ref Unsafe.As<ulong, int>(ref _state);
}
