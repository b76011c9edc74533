// UDP over IPv4: the datagram as a view over bytes, and its header as a value. RFC 768.

using System;
using System.Runtime.InteropServices;

namespace Uk.Net;

/// <summary>
/// A datagram whose length agrees with its packet and whose checksum is right, or was left out by the sender: accessors
/// cannot fail. Valid as long as the buffer is.
/// </summary>
/// <remarks>DPDK: <c>rte_udp_hdr</c>.</remarks>
[HotPath]
public readonly ref struct UdpPacket
{
    public const int HeaderLength = 8;

    private const int SourcePortOffset = 0;
    private const int DestinationPortOffset = 2;
    private const int LengthOffset = 4;
    private const int ChecksumOffset = 6;

    /// <summary>Exactly the datagram: header and payload, without what may follow it in the packet.</summary>
    private readonly Span<byte> _bytes;

    /// <summary>The same for the answer: exchanging the addresses leaves the sum as it is.</summary>
    private readonly uint _sumOfPseudoHeader;

    private UdpPacket(Span<byte> bytes, uint sumOfPseudoHeader)
    {
        _bytes = bytes;
        _sumOfPseudoHeader = sumOfPseudoHeader;
    }

    private ref byte First => ref MemoryMarshal.GetReference(_bytes);

    /// <summary>
    /// False for another protocol (<see cref="DropReason.UnknownProtocol"/>), a piece of a datagram
    /// (<see cref="DropReason.Fragment"/>), fewer than 8 bytes (<see cref="DropReason.Truncated"/>), a length that is below
    /// 8 or leads out of the packet (<see cref="DropReason.BadLength"/>), a wrong checksum. A checksum of 0 is none: RFC
    /// 768, "Fields".
    /// </summary>
    public static bool TryParse(Ipv4Packet ip, out UdpPacket packet, out DropReason error)
    {
        packet = default;
        error = DropReason.UnknownProtocol;
        if (ip.Protocol != IpProtocol.Udp) return false;
        error = DropReason.Fragment;
        if (ip.IsFragment) return false;
        Span<byte> bytes = ip.Payload;
        error = Check(bytes, out int length);
        if (error != DropReason.None) return false;

        packet = new UdpPacket(bytes.Slice(0, length), ip.SumOfPseudoHeader(length));
        if (packet.Checksum == 0 || InternetChecksum.IsValid(packet._bytes, packet._sumOfPseudoHeader)) return true;
        error = DropReason.BadChecksum;
        return false;
    }

    public ushort SourcePort => NetworkOrder.Load16(ref First, SourcePortOffset);
    public ushort DestinationPort => NetworkOrder.Load16(ref First, DestinationPortOffset);

    /// <summary>0: the sender left it out.</summary>
    public ushort Checksum => NetworkOrder.Load16(ref First, ChecksumOffset);

    /// <summary>0 to 65,507 bytes.</summary>
    public Span<byte> Payload => _bytes.Slice(HeaderLength);

    /// <summary>
    /// Makes the datagram its answer once its payload has been rewritten: the ports change places, and the checksum is
    /// computed anew where there was one. The addresses of the packet must be exchanged as well, or not at all.
    /// </summary>
    public void TurnRound()
    {
        ref byte first = ref First;
        ushort source = SourcePort;
        NetworkOrder.Store16(ref first, SourcePortOffset, DestinationPort);
        NetworkOrder.Store16(ref first, DestinationPortOffset, source);
        if (Checksum == 0) return;
        NetworkOrder.Store16(ref first, ChecksumOffset, 0);
        NetworkOrder.Store16(ref first, ChecksumOffset, NotZero(InternetChecksum.Compute(_bytes, _sumOfPseudoHeader)));
    }

    /// <summary>A sum of 0 is sent as its other form, since 0 means none. RFC 768, "Fields".</summary>
    internal static ushort NotZero(ushort checksum) => checksum == 0 ? (ushort)0xFFFF : checksum;

    private static DropReason Check(Span<byte> bytes, out int length)
    {
        length = 0;
        if (bytes.Length < HeaderLength) return DropReason.Truncated;
        length = NetworkOrder.Load16(ref MemoryMarshal.GetReference(bytes), LengthOffset);
        return length < HeaderLength || length > bytes.Length ? DropReason.BadLength : DropReason.None;
    }
}

/// <summary>The header of a datagram as a value.</summary>
[HotPath]
public readonly struct UdpHeader(Ipv4Address source, ushort sourcePort, Ipv4Address destination, ushort destinationPort)
{
    public readonly Ipv4Address Source = source;
    public readonly ushort SourcePort = sourcePort;
    public readonly Ipv4Address Destination = destination;
    public readonly ushort DestinationPort = destinationPort;

    /// <summary>
    /// Writes 8 bytes in front of the payload that is there already, with the length and the checksum of all of
    /// <paramref name="datagram"/>. False, and nothing written, for fewer than 8 bytes or more than 65,535.
    /// </summary>
    public bool TryWrite(Span<byte> datagram)
    {
        if (datagram.Length is < UdpPacket.HeaderLength or > ushort.MaxValue) return false;
        ref byte first = ref MemoryMarshal.GetReference(datagram);
        NetworkOrder.Store16(ref first, 0, SourcePort);
        NetworkOrder.Store16(ref first, 2, DestinationPort);
        NetworkOrder.Store32(ref first, 4, (uint)datagram.Length << 16);
        uint pseudoHeader = (Source.Value >> 16) + (Source.Value & 0xFFFF) + (Destination.Value >> 16)
            + (Destination.Value & 0xFFFF) + (uint)IpProtocol.Udp + (uint)datagram.Length;
        NetworkOrder.Store16(ref first, 6, UdpPacket.NotZero(InternetChecksum.Compute(datagram, pseudoHeader)));
        return true;
    }
}
