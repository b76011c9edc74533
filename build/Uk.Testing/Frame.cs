// Frames, written byte by byte from the specifications, without the libraries that programs parse and write them with.

using System;
using System.Buffers.Binary;

namespace Uk.Testing;

/// <summary>The control bits of TCP. RFC 9293, section 3.1.</summary>
[Flags]
public enum TcpFlags : byte
{
    None = 0,
    Fin = 1,
    Syn = 2,
    Rst = 4,
    Psh = 8,
    Ack = 16,
}

/// <summary>Ethernet frames without frame check sequence; every checksum is right.</summary>
public static class Frame
{
    /// <summary>Where headers begin in the frames that this class makes.</summary>
    public const int Ip = 14, Transport = Ip + 20;

    private const byte IcmpProtocol = 1, TcpProtocol = 6, UdpProtocol = 17;

    /// <summary>A UDP datagram. RFC 768.</summary>
    public static byte[] Udp(Endpoint from, Endpoint to, ReadOnlySpan<byte> payload = default, byte timeToLive = 64)
    {
        byte[] frame = Ipv4(from, to, UdpProtocol, 8 + payload.Length, timeToLive);
        Span<byte> udp = frame.AsSpan(Transport);
        BinaryPrimitives.WriteUInt16BigEndian(udp, from.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], to.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)udp.Length);
        payload.CopyTo(udp[8..]);
        ushort checksum = TransportChecksum(frame, UdpProtocol);
        BinaryPrimitives.WriteUInt16BigEndian(udp[6..], checksum == 0 ? (ushort)0xFFFF : checksum);
        return frame;
    }

    /// <summary>A TCP segment without options. RFC 9293, section 3.1.</summary>
    public static byte[] Tcp(Endpoint from, Endpoint to, TcpFlags flags, ReadOnlySpan<byte> payload = default, uint sequence = 1)
    {
        byte[] frame = Ipv4(from, to, TcpProtocol, 20 + payload.Length, timeToLive: 64);
        Span<byte> tcp = frame.AsSpan(Transport);
        BinaryPrimitives.WriteUInt16BigEndian(tcp, from.Port);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], to.Port);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], sequence);
        tcp[12] = 5 << 4;
        tcp[13] = (byte)flags;
        BinaryPrimitives.WriteUInt16BigEndian(tcp[14..], ushort.MaxValue);
        payload.CopyTo(tcp[20..]);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[16..], TransportChecksum(frame, TcpProtocol));
        return frame;
    }

    /// <summary>An echo request. RFC 792.</summary>
    public static byte[] EchoRequest(Endpoint from, Endpoint to, ushort sequence = 1, ReadOnlySpan<byte> data = default) => Echo(from, to, 8, 64, sequence, data);

    /// <summary>The reply to an echo request. RFC 792.</summary>
    public static byte[] EchoReply(Endpoint from, Endpoint to, ushort sequence = 1, ReadOnlySpan<byte> data = default, byte timeToLive = 64) =>
        Echo(from, to, 0, timeToLive, sequence, data);

    /// <summary>Who has the address of <paramref name="to"/>? RFC 826.</summary>
    public static byte[] ArpRequest(Endpoint from, Endpoint to) =>
        Arp(operation: 1, from, [255, 255, 255, 255, 255, 255], new byte[6], to.AddressBytes);

    /// <summary>I have the address of <paramref name="from"/>. RFC 826.</summary>
    public static byte[] ArpReply(Endpoint from, Endpoint to) => Arp(operation: 2, from, to.MacBytes, to.MacBytes, to.AddressBytes);

    /// <summary>
    /// A copy with one byte changed. The checksum of the IPv4 header is right again where the byte is covered by it, unless it
    /// is the checksum itself that is changed.
    /// </summary>
    public static byte[] With(byte[] frame, int offset, byte value)
    {
        byte[] changed = [.. frame];
        changed[offset] = value;
        if (offset is >= Ip and < Transport and not (Ip + 10 or Ip + 11)) SetIpv4Checksum(changed);
        return changed;
    }

    private static byte[] Echo(Endpoint from, Endpoint to, byte type, byte timeToLive, ushort sequence, ReadOnlySpan<byte> data)
    {
        byte[] frame = Ipv4(from, to, IcmpProtocol, 8 + data.Length, timeToLive);
        Span<byte> icmp = frame.AsSpan(Transport);
        icmp[0] = type;
        BinaryPrimitives.WriteUInt16BigEndian(icmp[6..], sequence);
        data.CopyTo(icmp[8..]);
        BinaryPrimitives.WriteUInt16BigEndian(icmp[2..], (ushort)~Sum(icmp));
        return frame;
    }

    private static byte[] Arp(byte operation, Endpoint from, byte[] frameTo, byte[] targetMac, byte[] targetAddress) =>
    [
        .. frameTo, .. from.MacBytes, 8, 6, 0, 1, 8, 0, 6, 4, 0, operation,
        .. from.MacBytes, .. from.AddressBytes, .. targetMac, .. targetAddress,
    ];

    /// <summary>Ethernet (RFC 894) and IPv4 (RFC 791) headers, and room for what they carry.</summary>
    private static byte[] Ipv4(Endpoint from, Endpoint to, byte protocol, int length, byte timeToLive)
    {
        var frame = new byte[Transport + length];
        to.MacBytes.CopyTo(frame, 0);
        from.MacBytes.CopyTo(frame, 6);
        frame[12] = 8;
        frame[Ip] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Ip + 2), (ushort)(frame.Length - Ip));
        frame[Ip + 8] = timeToLive;
        frame[Ip + 9] = protocol;
        from.AddressBytes.CopyTo(frame, Ip + 12);
        to.AddressBytes.CopyTo(frame, Ip + 16);
        SetIpv4Checksum(frame);
        return frame;
    }

    private static void SetIpv4Checksum(byte[] frame)
    {
        frame[Ip + 10] = frame[Ip + 11] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Ip + 10), (ushort)~Sum(frame.AsSpan(Ip, 20)));
    }

    /// <summary>With the pseudo header of RFC 768 and RFC 9293, section 3.1.</summary>
    private static ushort TransportChecksum(byte[] frame, byte protocol)
    {
        int length = frame.Length - Transport;
        return (ushort)~Sum([.. frame[(Ip + 12)..Transport], 0, protocol, (byte)(length >> 8), (byte)length, .. frame[Transport..]]);
    }

    /// <summary>The one's complement sum, word by word as RFC 1071 defines it.</summary>
    private static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++) sum += (uint)(bytes[i] << (i % 2 == 0 ? 8 : 0));
        while (sum >> 16 != 0) sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)sum;
    }
}
