// The packet buffer: one descriptor of a cache line, and the room that it describes. Mempools create them, drivers fill
// them, applications rewrite them in place. Packets of several segments and shared rooms are in Mbuf.Segments.cs, what
// the device is asked for in Mbuf.Offloads.cs. DPDK: rte_mbuf.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Uk;

/// <summary>
/// A packet, or a segment of one. Lives in a mempool and is handled by reference; the holder of a burst owns the packets
/// in it.
/// </summary>
/// <remarks>
/// The room is <see cref="Headroom"/> bytes, then as many bytes of data as the pool was made with. Drivers put their
/// headers into the headroom, so that a packet is one contiguous piece for the device.
/// Invariant: _dataOffset + _dataLength is at most _roomLength, so a span over the data never leaves the room.
/// The layout: what is written when an mbuf is allocated are the three words from 16, 24 and 40 on.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 64)]
[HotPath]
public unsafe partial struct Mbuf
{
    /// <summary>Bytes before the data. DPDK: <c>RTE_PKTMBUF_HEADROOM</c>.</summary>
    public const int Headroom = 128;

    /// <summary>The longest room, headroom included.</summary>
    public const int RoomBytesMax = ushort.MaxValue;

    [FieldOffset(0)] private byte* _room;
    [FieldOffset(8)] private ulong _roomIova;

    [FieldOffset(16)] private ulong _state;
    [FieldOffset(16)] private ushort _dataOffset;
    /// <summary>Packets whose data lies in this mbuf's own room: 1, or more where there are clones.</summary>
    [FieldOffset(18)] private ushort _references;
    /// <summary>Segments behind this one; in the first segment alone.</summary>
    [FieldOffset(20)] private ushort _moreSegments;
    [FieldOffset(22)] private DropReason _dropReason;

    [FieldOffset(24)] private ulong _lengths;
    [FieldOffset(24)] private uint _dataLength;
    /// <summary>Bytes in the segments behind this one; in the first segment alone.</summary>
    [FieldOffset(28)] private uint _moreBytes;

    /// <summary>The next segment; null in an mbuf that is in its pool.</summary>
    [FieldOffset(32)] private Mbuf* _next;

    [FieldOffset(40)] private ulong _offloadWord;
    [FieldOffset(40)] private MbufOffloads _offloads;
    [FieldOffset(42)] private byte _l2Length;
    [FieldOffset(43)] private byte _l4Length;
    [FieldOffset(44)] private ushort _l3Length;
    [FieldOffset(46)] private ushort _segmentSize;

    [FieldOffset(48)] private ulong _timestamp;

    [FieldOffset(56)] private ushort _roomLength;
    [FieldOffset(58)] private byte _port;
    [FieldOffset(59)] private MbufKind _kind;
    [FieldOffset(60)] private uint _hash;
    /// <summary>Of a clone: where the mbuf is whose room it uses, in descriptors from here.</summary>
    [FieldOffset(60)] private int _roomOwner;

    /// <summary>An mbuf as <see cref="Reset"/> leaves it: full headroom, one reference, one segment, not dropped.</summary>
    private const ulong FreshState = Headroom | 1UL << 16;

    /// <summary>Called once, by the pool that owns the memory.</summary>
    /// <param name="room">Start of the room, valid for <paramref name="roomLengthBytes"/>.</param>
    /// <param name="roomIova">The same byte as a device addresses it.</param>
    /// <param name="roomLengthBytes">From <see cref="Headroom"/> to <see cref="RoomBytesMax"/>.</param>
    /// <param name="chains">The pool takes chains and clones back; without it the mbuf refuses to become one.</param>
    public void Bind(byte* room, ulong roomIova, uint roomLengthBytes, bool chains = false)
    {
        this = default;
        _room = room;
        _roomIova = roomIova;
        _roomLength = (ushort)roomLengthBytes;
        _kind = chains ? MbufKind.Chains : MbufKind.None;
        Reset();
    }

    /// <summary>
    /// Empties a packet of one segment: no data, full headroom, not dropped, no offloads. DPDK: <c>rte_pktmbuf_reset</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reset()
    {
        _state = FreshState;
        _lengths = 0;
        _offloadWord = 0;
    }

    /// <summary>The bytes of this segment. Valid while the caller owns the packet.</summary>
    public readonly Span<byte> Data => MemoryMarshal.CreateSpan(ref _room[_dataOffset], (int)_dataLength);

    /// <summary>First byte of the data. DPDK: <c>rte_pktmbuf_mtod</c>.</summary>
    public readonly byte* DataPointer => _room + _dataOffset;

    /// <summary>The first byte of the data as a device addresses it. DPDK: <c>rte_pktmbuf_iova</c>.</summary>
    public readonly ulong DataIova => _roomIova + _dataOffset;

    /// <summary>Bytes in this segment. DPDK: <c>rte_pktmbuf_data_len</c>.</summary>
    public readonly uint DataLength => _dataLength;

    /// <summary>Bytes free before the data. DPDK: <c>rte_pktmbuf_headroom</c>.</summary>
    public readonly uint HeadroomLength => _dataOffset;

    /// <summary>Bytes that this segment's data may have from where it starts.</summary>
    public readonly uint Capacity => (uint)(_roomLength - _dataOffset);

    /// <summary>Bytes free behind the data of this segment. DPDK: <c>rte_pktmbuf_tailroom</c>.</summary>
    public readonly uint TailroomLength => Capacity - _dataLength;

    public readonly DropReason DropReason => _dropReason;

    /// <summary>Sets the length of this segment's data. False, and unchanged, if the room has not so much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySetLength(uint lengthBytes)
    {
        if (lengthBytes > Capacity) return false;
        _dataLength = lengthBytes;
        return true;
    }

    /// <summary>
    /// Takes room before the data: the packet is longer by that, and the bytes are whatever was there. Null, and
    /// unchanged, if the headroom has not so much. DPDK: <c>rte_pktmbuf_prepend</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Prepend(uint lengthBytes)
    {
        if (lengthBytes > _dataOffset) return null;
        _dataOffset -= (ushort)lengthBytes;
        _dataLength += lengthBytes;
        return DataPointer;
    }

    /// <summary>
    /// Cuts bytes off the start of the first segment. False, and unchanged, if it has fewer. DPDK: <c>rte_pktmbuf_adj</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdjust(uint lengthBytes)
    {
        if (lengthBytes > _dataLength) return false;
        _dataOffset += (ushort)lengthBytes;
        _dataLength -= lengthBytes;
        return true;
    }

    /// <summary>Do not send this packet: <c>TxBurst</c> frees it and counts the reason.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Drop(DropReason reason) => _dropReason = reason;
}
