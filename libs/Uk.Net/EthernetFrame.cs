// Ethernet II: the frame as a view over bytes, and its header as a value. IEEE 802.3-2018, 3.1.1; RFC 894.
// The frame check sequence is the device's business.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Uk.EthDev;

namespace Uk.Net;

/// <summary>What an Ethernet frame carries. IANA, "IEEE 802 Numbers".</summary>
public enum EtherType : ushort
{
    Ipv4 = 0x0800,
    Arp = 0x0806,
}

/// <summary>
/// A frame in somebody's buffer, at least <see cref="HeaderLength"/> bytes long: <see cref="TryParse"/> has checked
/// that, so accessors cannot fail. Valid as long as the buffer is.
/// </summary>
/// <remarks>DPDK: <c>rte_ether_hdr</c>.</remarks>
[HotPath]
public readonly ref struct EthernetFrame
{
    public const int HeaderLength = 14;

    private const int DestinationOffset = 0;
    private const int SourceOffset = 6;
    private const int EtherTypeOffset = 12;

    private readonly Span<byte> _bytes;

    private EthernetFrame(Span<byte> bytes) => _bytes = bytes;

    private ref byte First => ref MemoryMarshal.GetReference(_bytes);

    /// <summary>False for fewer than 14 bytes: <see cref="DropReason.Truncated"/>.</summary>
    public static bool TryParse(Span<byte> bytes, out EthernetFrame frame, out DropReason error)
    {
        if (bytes.Length < HeaderLength)
        {
            frame = default;
            error = DropReason.Truncated;
            return false;
        }
        frame = new EthernetFrame(bytes);
        error = DropReason.None;
        return true;
    }

    public MacAddress Destination
    {
        get => NetworkOrder.LoadMac(ref First, DestinationOffset);
        set => NetworkOrder.StoreMac(ref First, DestinationOffset, value);
    }

    public MacAddress Source
    {
        get => NetworkOrder.LoadMac(ref First, SourceOffset);
        set => NetworkOrder.StoreMac(ref First, SourceOffset, value);
    }

    /// <summary>The source is a group, and a group cannot send: an answer would go to many. IEEE 802.3, 3.2.3.</summary>
    public bool IsFromGroup
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (NetworkOrder.Load8(ref First, SourceOffset) & 1) != 0;
    }

    /// <summary>Below 1536 this is a length: an IEEE 802.3 frame without EtherType.</summary>
    public EtherType EtherType => (EtherType)NetworkOrder.Load16(ref First, EtherTypeOffset);

    /// <summary>What follows the header, padding included.</summary>
    public Span<byte> Payload => _bytes.Slice(HeaderLength);
}

/// <summary>The header of a frame as a value.</summary>
[HotPath]
public readonly struct EthernetHeader(MacAddress destination, MacAddress source, EtherType etherType)
{
    public readonly MacAddress Destination = destination;
    public readonly MacAddress Source = source;
    public readonly EtherType EtherType = etherType;

    /// <summary>Writes 14 bytes. False, and nothing written, where there is not so much room.</summary>
    public bool TryWrite(Span<byte> destination)
    {
        if (destination.Length < EthernetFrame.HeaderLength) return false;
        ref byte first = ref MemoryMarshal.GetReference(destination);
        NetworkOrder.StoreMac(ref first, 0, Destination);
        NetworkOrder.StoreMac(ref first, 6, Source);
        NetworkOrder.Store16(ref first, 12, (ushort)EtherType);
        return true;
    }
}
