// The packet buffer: one descriptor of a cache line, and the room that it describes. Mempools create them, drivers fill
// them, applications rewrite them in place. DPDK: rte_mbuf.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Uk;

/// <summary>
/// A packet. Lives in a mempool and is handled by reference; the holder of a burst owns the packets in it.
/// </summary>
/// <remarks>
/// The room is <see cref="Headroom"/> bytes, then as many bytes of data as the pool was made with. Drivers put their
/// headers into the headroom, so that a packet is one contiguous piece for the device.
/// Invariant: _dataOffset + _dataLength is at most _roomLength, so a span over the data never leaves the room.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 64)]
public unsafe struct Mbuf
{
    /// <summary>Bytes before the data. DPDK: <c>RTE_PKTMBUF_HEADROOM</c>.</summary>
    public const int Headroom = 128;

    private byte* _room;
    private ulong _roomIova;
    private uint _roomLength;
    private uint _dataOffset;
    private uint _dataLength;
    private DropReason _dropReason;

    /// <summary>Called once, by the pool that owns the memory.</summary>
    /// <param name="room">Start of the room, valid for <paramref name="roomLengthBytes"/>.</param>
    /// <param name="roomIova">The same byte as a device addresses it.</param>
    public void Bind(byte* room, ulong roomIova, uint roomLengthBytes)
    {
        _room = room;
        _roomIova = roomIova;
        _roomLength = roomLengthBytes;
        Reset();
    }

    /// <summary>Empties the packet: no data, full headroom, not dropped. DPDK: <c>rte_pktmbuf_reset</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reset()
    {
        _dataOffset = Headroom;
        _dataLength = 0;
        _dropReason = DropReason.None;
    }

    /// <summary>The packet's bytes. Valid while the caller owns the packet.</summary>
    public readonly Span<byte> Data => MemoryMarshal.CreateSpan(ref _room[_dataOffset], (int)_dataLength);

    /// <summary>First byte of the data. DPDK: <c>rte_pktmbuf_mtod</c>.</summary>
    public readonly byte* DataPointer => _room + _dataOffset;

    /// <summary>The first byte of the data as a device addresses it. DPDK: <c>rte_pktmbuf_iova</c>.</summary>
    public readonly ulong DataIova => _roomIova + _dataOffset;

    public readonly uint DataLength => _dataLength;

    /// <summary>Bytes free before the data.</summary>
    public readonly uint HeadroomLength => _dataOffset;

    /// <summary>Bytes that the data may have from where it starts.</summary>
    public readonly uint Capacity => _roomLength - _dataOffset;

    public readonly DropReason DropReason => _dropReason;

    /// <summary>Sets the length of the data. False, and unchanged, if the room has not so much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySetLength(uint lengthBytes)
    {
        if (lengthBytes > Capacity) return false;
        _dataLength = lengthBytes;
        return true;
    }

    /// <summary>Do not send this packet: <c>TxBurst</c> frees it and counts the reason.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Drop(DropReason reason) => _dropReason = reason;
}
