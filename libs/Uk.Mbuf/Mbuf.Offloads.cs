// What a device says about a packet, and what it is asked to do to one.

using System.Runtime.CompilerServices;

namespace Uk;

public unsafe partial struct Mbuf
{
    /// <summary>DPDK: <c>ol_flags</c>.</summary>
    public readonly MbufOffloads Offloads => _offloads;

    /// <summary>Bytes of the Ethernet header, for the offloads of sending. DPDK: <c>l2_len</c>.</summary>
    public readonly uint L2Length => _l2Length;

    /// <summary>Bytes of the IP header with its options or extensions. DPDK: <c>l3_len</c>.</summary>
    public readonly uint L3Length => _l3Length;

    /// <summary>Bytes of the TCP header with its options. DPDK: <c>l4_len</c>.</summary>
    public readonly uint L4Length => _l4Length;

    /// <summary>Bytes of TCP payload in one segment of a packet to cut or that was joined. DPDK: <c>tso_segsz</c>.</summary>
    public readonly uint SegmentSize => _segmentSize;

    /// <summary>
    /// The device's hash over the packet's addresses; valid with <see cref="MbufOffloads.RxHash"/>. A clone has none.
    /// DPDK: <c>hash.rss</c>.
    /// </summary>
    public readonly uint Hash => _hash;

    /// <summary>The index of the port that received it, where the driver says. DPDK: <c>rte_mbuf.port</c>.</summary>
    public readonly int Port => _port;

    /// <summary>
    /// Cycles when the packet was received, with <see cref="MbufOffloads.RxTimestamp"/>; else whatever the application
    /// put there. Not emptied by <see cref="Reset"/>.
    /// </summary>
    public ulong Timestamp
    {
        readonly get => _timestamp;
        set => _timestamp = value;
    }

    /// <summary>Says what the device found out. For drivers; the packet is fresh.</summary>
    /// <param name="segmentSizeBytes">With <see cref="MbufOffloads.RxLro"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetReceived(MbufOffloads found, ushort segmentSizeBytes = 0)
    {
        _offloads = found;
        _segmentSize = segmentSizeBytes;
    }

    /// <summary>Says which hash the device has made, which makes it valid. For drivers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetHash(uint hash)
    {
        // The word has another use in a clone, and a driver never has one.
        _hash = hash;
        _offloads |= MbufOffloads.RxHash;
    }

    /// <summary>Says when the packet was received.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetReceiveTime(ulong cycles)
    {
        _timestamp = cycles;
        _offloads |= MbufOffloads.RxTimestamp;
    }

    /// <summary>Says where the packet came from. For drivers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetPort(int index) => _port = (byte)index;

    /// <summary>
    /// Asks the device for checksums or segmentation; replaces what was asked for or found out before, but for the time
    /// of reception. The port must
    /// have asked for the offload. DPDK: <c>ol_flags</c> with <c>tx_offload</c>.
    /// </summary>
    /// <param name="wanted">Flags that begin with Tx.</param>
    /// <param name="l2LengthBytes">Ethernet header, below 256.</param>
    /// <param name="l3LengthBytes">IP header, below 65,536.</param>
    /// <param name="l4LengthBytes">TCP header, below 256; for segmentation.</param>
    /// <param name="segmentSizeBytes">Payload of each segment; for segmentation.</param>
    /// <remarks>
    /// What cannot be, because header lengths lead outside of the first segment, is dropped by the driver as
    /// <see cref="DropReason.BadLength"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequestOffloads(
        MbufOffloads wanted, int l2LengthBytes, int l3LengthBytes, int l4LengthBytes = 0, int segmentSizeBytes = 0)
    {
        // When it was received stays true.
        _offloads = wanted | (_offloads & MbufOffloads.RxTimestamp);
        _l2Length = (byte)l2LengthBytes;
        _l3Length = (ushort)l3LengthBytes;
        _l4Length = (byte)l4LengthBytes;
        _segmentSize = (ushort)segmentSizeBytes;
    }

    /// <summary>Neither asks for anything nor says anything about the packet any longer.</summary>
    public void ClearOffloads() => _offloadWord = 0;
}
