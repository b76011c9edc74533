// IPv4: the packet as a view over bytes, and its header as a value. RFC 791, RFC 1122.
// Options are stepped over, not interpreted; fragments are recognised, not put together.

using System;
using System.Runtime.InteropServices;

namespace Uk.Net;

/// <summary>What an IP packet carries. IANA, "Protocol Numbers".</summary>
public enum IpProtocol : byte
{
    Icmp = 1,
    Tcp = 6,
    Udp = 17,
}

/// <summary>
/// A packet whose lengths agree with each other and with the buffer and whose header checksum is right: accessors
/// cannot fail. Valid as long as the buffer is.
/// </summary>
/// <remarks>DPDK: <c>rte_ipv4_hdr</c>.</remarks>
[HotPath]
public readonly ref struct Ipv4Packet
{
    public const int MinHeaderLength = 20;

    private const int FlagsOffset = 6;
    private const int TimeToLiveOffset = 8;
    private const int ProtocolOffset = 9;
    private const int ChecksumOffset = 10;
    private const int SourceOffset = 12;
    private const int DestinationOffset = 16;
    /// <summary>More Fragments and the fragment offset. RFC 791, section 3.1.</summary>
    private const ushort FragmentMask = 0x3FFF;

    /// <summary>Exactly the packet: <see cref="TotalLength"/> bytes, without what pads the frame.</summary>
    private readonly Span<byte> _bytes;

    private Ipv4Packet(Span<byte> bytes) => _bytes = bytes;

    private ref byte First => ref MemoryMarshal.GetReference(_bytes);

    /// <summary>
    /// RFC 1122, section 3.2.1: version and checksum are verified, and what fails is dropped in silence. What follows
    /// the packet in <paramref name="bytes"/> is padding of the frame and no part of it.
    /// </summary>
    public static bool TryParse(Span<byte> bytes, out Ipv4Packet packet, out DropReason error)
    {
        packet = default;
        error = Check(bytes, out int totalLength);
        if (error != DropReason.None) return false;
        packet = new Ipv4Packet(bytes.Slice(0, totalLength));
        return true;
    }

    /// <summary>20 to 60 bytes, options included.</summary>
    public int HeaderLength => (First & 0xF) << 2;

    public int TotalLength => _bytes.Length;

    /// <summary>One piece of a larger packet. RFC 791, section 3.2, "Fragmentation and Reassembly".</summary>
    public bool IsFragment => (FlagsAndOffset & FragmentMask) != 0;

    public IpProtocol Protocol => (IpProtocol)NetworkOrder.Load8(ref First, ProtocolOffset);

    public ushort Checksum
    {
        get => NetworkOrder.Load16(ref First, ChecksumOffset);
        private set => NetworkOrder.Store16(ref First, ChecksumOffset, value);
    }

    public byte TimeToLive => NetworkOrder.Load8(ref First, TimeToLiveOffset);
    public Ipv4Address Source => new(NetworkOrder.Load32(ref First, SourceOffset));
    public Ipv4Address Destination => new(NetworkOrder.Load32(ref First, DestinationOffset));

    /// <summary>Flags in bits 15-13, fragment offset in units of 8 bytes below.</summary>
    public ushort FlagsAndOffset => NetworkOrder.Load16(ref First, FlagsOffset);

    /// <summary>0 to 40 bytes. RFC 791, section 3.1, "Options".</summary>
    public Span<byte> Options => _bytes.Slice(MinHeaderLength, HeaderLength - MinHeaderLength);

    public Span<byte> Payload => _bytes.Slice(HeaderLength);

    /// <summary>
    /// Turns the packet round: source and destination change places, all flags are cleared, the time to live starts
    /// again and option space is filled with End of Option List. The checksum stays right.
    /// </summary>
    public void TurnRound(byte timeToLive)
    {
        ref byte first = ref First;
        // Exchanging two fields leaves the sum as it is.
        uint source = NetworkOrder.Load32(ref first, SourceOffset);
        NetworkOrder.Store32(ref first, SourceOffset, NetworkOrder.Load32(ref first, DestinationOffset));
        NetworkOrder.Store32(ref first, DestinationOffset, source);

        ushort oldFlags = FlagsAndOffset;
        ushort oldLifeAndProtocol = NetworkOrder.Load16(ref first, TimeToLiveOffset);
        ushort newLifeAndProtocol = (ushort)((timeToLive << 8) | (oldLifeAndProtocol & 0xFF));
        NetworkOrder.Store16(ref first, FlagsOffset, 0);
        NetworkOrder.Store16(ref first, TimeToLiveOffset, newLifeAndProtocol);
        Checksum = InternetChecksum.Update(Checksum, (uint)oldFlags << 16 | oldLifeAndProtocol, (uint)newLifeAndProtocol);
        if (HeaderLength != MinHeaderLength) ClearOptions();
    }

    /// <summary>
    /// One hop more. False, and unchanged, if the packet may not be passed on: RFC 1812, section 5.3.1. The checksum stays
    /// right: RFC 1624.
    /// </summary>
    public bool TryDecrementTimeToLive()
    {
        ref byte first = ref First;
        ushort oldLifeAndProtocol = NetworkOrder.Load16(ref first, TimeToLiveOffset);
        if (oldLifeAndProtocol < 0x0200) return false;
        ushort newLifeAndProtocol = (ushort)(oldLifeAndProtocol - 0x0100);
        NetworkOrder.Store16(ref first, TimeToLiveOffset, newLifeAndProtocol);
        Checksum = InternetChecksum.Update(Checksum, oldLifeAndProtocol, newLifeAndProtocol);
        return true;
    }

    /// <summary>The pseudo header of UDP and TCP as a sum of 16-bit words. RFC 768, RFC 9293, section 3.1.</summary>
    internal uint SumOfPseudoHeader(int lengthBytes)
    {
        uint source = Source.Value, destination = Destination.Value;
        return (source >> 16) + (source & 0xFFFF) + (destination >> 16) + (destination & 0xFFFF) + (uint)Protocol + (uint)lengthBytes;
    }

    private void ClearOptions()
    {
        Options.Clear();
        Checksum = 0;
        Checksum = InternetChecksum.Compute(_bytes.Slice(0, HeaderLength));
    }

    private static DropReason Check(Span<byte> bytes, out int totalLength)
    {
        totalLength = 0;
        if (bytes.Length < MinHeaderLength) return DropReason.Truncated;
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        if (first >> 4 != 4) return DropReason.Malformed;
        int headerLength = (first & 0xF) << 2;
        if (headerLength < MinHeaderLength) return DropReason.BadLength;
        if (headerLength > bytes.Length) return DropReason.Truncated;
        totalLength = NetworkOrder.Load16(ref first, 2);
        if (totalLength < headerLength || totalLength > bytes.Length) return DropReason.BadLength;
        return InternetChecksum.IsValid(bytes.Slice(0, headerLength)) ? DropReason.None : DropReason.BadChecksum;
    }
}

/// <summary>The header of a packet without options, as a value.</summary>
[HotPath]
public readonly struct Ipv4Header(
    Ipv4Address source,
    Ipv4Address destination,
    IpProtocol protocol,
    ushort payloadLength,
    byte timeToLive,
    ushort identification)
{
    public readonly Ipv4Address Source = source;
    public readonly Ipv4Address Destination = destination;
    public readonly IpProtocol Protocol = protocol;
    /// <summary>In bytes; at most 65515.</summary>
    public readonly ushort PayloadLength = payloadLength;
    public readonly byte TimeToLive = timeToLive;
    public readonly ushort Identification = identification;

    /// <summary>
    /// Writes 20 bytes with their checksum. False, and nothing written, where there is not so much room or the payload
    /// is longer than a packet can be.
    /// </summary>
    public bool TryWrite(Span<byte> destination)
    {
        int totalLength = Ipv4Packet.MinHeaderLength + PayloadLength;
        if (destination.Length < Ipv4Packet.MinHeaderLength || totalLength > ushort.MaxValue) return false;
        ref byte first = ref MemoryMarshal.GetReference(destination);
        NetworkOrder.Store16(ref first, 0, 0x4500);
        NetworkOrder.Store16(ref first, 2, (ushort)totalLength);
        NetworkOrder.Store32(ref first, 4, (uint)Identification << 16);
        NetworkOrder.Store32(ref first, 8, ((uint)TimeToLive << 24) | ((uint)Protocol << 16));
        NetworkOrder.Store32(ref first, 12, Source.Value);
        NetworkOrder.Store32(ref first, 16, Destination.Value);
        ushort checksum = InternetChecksum.Compute(destination.Slice(0, Ipv4Packet.MinHeaderLength));
        NetworkOrder.Store16(ref first, 10, checksum);
        return true;
    }
}
