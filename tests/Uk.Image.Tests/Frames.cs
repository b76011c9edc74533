// Ethernet frames for and from the guest, written without the libraries that the guest parses them with.

using System;
using System.Buffers.Binary;

namespace Uk.Image.Tests;

/// <summary>Frames between this peer and the guest.</summary>
internal static class Frames
{
    public const int EthernetHeader = 14;
    public const int Ipv4Header = 20;
    public const int IcmpHeader = 8;

    /// <summary>QEMU's first network device has this address.</summary>
    public static readonly byte[] GuestMac = [0x52, 0x54, 0x00, 0x12, 0x34, 0x56];
    public static readonly byte[] PeerMac = [0x02, 0x00, 0x00, 0x00, 0x00, 0x01];
    public static readonly byte[] Broadcast = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
    public static readonly byte[] GuestAddress = [10, 10, 0, 3];
    public static readonly byte[] PeerAddress = [10, 10, 0, 1];

    public static byte[] Ethernet(byte[] destination, ushort etherType, ReadOnlySpan<byte> payload) =>
        [.. destination, .. PeerMac, (byte)(etherType >> 8), (byte)etherType, .. payload];

    /// <summary>Who has the guest's address? RFC 826.</summary>
    public static byte[] ArpRequest() =>
        Ethernet(Broadcast, 0x0806, [0, 1, 8, 0, 6, 4, 0, 1, .. PeerMac, .. PeerAddress, 0, 0, 0, 0, 0, 0, .. GuestAddress]);

    /// <summary>An IPv4 packet for the guest. RFC 791.</summary>
    public static byte[] Ipv4(byte protocol, ReadOnlySpan<byte> payload)
    {
        var header = new byte[Ipv4Header];
        header[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(Ipv4Header + payload.Length));
        header[8] = 64;
        header[9] = protocol;
        PeerAddress.CopyTo(header, 12);
        GuestAddress.CopyTo(header, 16);
        SetIpv4Checksum(header);
        return Ethernet(GuestMac, 0x0800, [.. header, .. payload]);
    }

    /// <summary>An ICMP echo request. RFC 792.</summary>
    public static byte[] EchoRequest(ushort identifier, ushort sequence, ReadOnlySpan<byte> data) =>
        Ipv4(1, IcmpEcho(8, identifier, sequence, data));

    public static byte[] IcmpEcho(byte type, ushort identifier, ushort sequence, ReadOnlySpan<byte> data)
    {
        byte[] message = [type, 0, 0, 0, (byte)(identifier >> 8), (byte)identifier, (byte)(sequence >> 8), (byte)sequence, .. data];
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), Checksum(message));
        return message;
    }

    /// <summary>A frame with one byte changed, and the header checksum right again.</summary>
    public static byte[] WithIpv4Byte(byte[] frame, int offset, byte value)
    {
        byte[] changed = [.. frame];
        changed[EthernetHeader + offset] = value;
        SetIpv4Checksum(changed.AsSpan(EthernetHeader, Ipv4Header));
        return changed;
    }

    public static byte[] WithByte(byte[] frame, int offset, byte value)
    {
        byte[] changed = [.. frame];
        changed[offset] = value;
        return changed;
    }

    /// <summary>The one's complement of the one's complement sum, word by word as RFC 1071 defines it.</summary>
    public static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++) sum += (uint)(bytes[i] << (i % 2 == 0 ? 8 : 0));
        while (sum >> 16 != 0) sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }

    private static void SetIpv4Checksum(Span<byte> header)
    {
        header[10] = 0;
        header[11] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], Checksum(header));
    }
}
