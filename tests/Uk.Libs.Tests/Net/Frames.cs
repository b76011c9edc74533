// Frames for tests, built with the library's own values; the goldens check those against another implementation.

using System;
using Uk.EthDev;
using Uk.Net;
using Xunit;

namespace Uk.Libs.Tests.Net;

internal static class Frames
{
    public static readonly MacAddress OurMac = new(0x0015_1715_5D75);
    public static readonly MacAddress PeerMac = new(0x0200_0000_0002);
    public static readonly Ipv4Address OurAddress = new(10, 10, 0, 3);
    public static readonly Ipv4Address PeerAddress = new(10, 10, 0, 2);

    public const int EthernetBytes = EthernetFrame.HeaderLength;
    public const int IpOffset = EthernetBytes;
    public const int IcmpOffset = IpOffset + Ipv4Packet.MinHeaderLength;

    public static byte[] Ethernet(MacAddress destination, MacAddress source, EtherType type, ReadOnlySpan<byte> payload)
    {
        byte[] frame = new byte[EthernetBytes + payload.Length];
        Assert.True(new EthernetHeader(destination, source, type).TryWrite(frame));
        payload.CopyTo(frame.AsSpan(EthernetBytes));
        return frame;
    }

    public static byte[] ArpRequest(Ipv4Address target, MacAddress? destination = null)
    {
        byte[] arp = new byte[ArpPacket.LengthBytes];
        Assert.True(new ArpHeader(ArpOperation.Request, PeerMac, PeerAddress, default, target).TryWrite(arp));
        return Ethernet(destination ?? MacAddress.Broadcast, PeerMac, EtherType.Arp, arp);
    }

    public static byte[] EchoRequest(int dataBytes = 32, int paddingBytes = 0)
    {
        byte[] packet = new byte[Ipv4Packet.MinHeaderLength + IcmpPacket.HeaderLength + dataBytes + paddingBytes];
        Span<byte> message = packet.AsSpan(Ipv4Packet.MinHeaderLength, IcmpPacket.HeaderLength + dataBytes);
        for (int i = 0; i < dataBytes; i++)
            message[IcmpPacket.HeaderLength + i] = (byte)(i * 7);
        Assert.True(new IcmpEchoHeader(IcmpType.EchoRequest, 0x1234, 5).TryWrite(message));
        Ipv4Header header = new(PeerAddress, OurAddress, IpProtocol.Icmp, (ushort)message.Length, 64, 77);
        Assert.True(header.TryWrite(packet));
        return Ethernet(OurMac, PeerMac, EtherType.Ipv4, packet);
    }

    /// <summary>Inserts options, a multiple of 4 bytes, behind the IP header of a frame.</summary>
    public static byte[] WithOptions(byte[] frame, ReadOnlySpan<byte> options)
    {
        byte[] longer = new byte[frame.Length + options.Length];
        frame.AsSpan(0, IcmpOffset).CopyTo(longer);
        options.CopyTo(longer.AsSpan(IcmpOffset));
        frame.AsSpan(IcmpOffset).CopyTo(longer.AsSpan(IcmpOffset + options.Length));
        longer[IpOffset] = (byte)(0x45 + options.Length / 4);
        int total = longer.Length - IpOffset;
        (longer[IpOffset + 2], longer[IpOffset + 3]) = ((byte)(total >> 8), (byte)total);
        FixIpChecksum(longer);
        return longer;
    }

    public static void FixIpChecksum(Span<byte> frame)
    {
        int headerBytes = (frame[IpOffset] & 0xF) * 4;
        frame[IpOffset + 10] = frame[IpOffset + 11] = 0;
        ushort checksum = InternetChecksum.Compute(frame.Slice(IpOffset, headerBytes));
        (frame[IpOffset + 10], frame[IpOffset + 11]) = ((byte)(checksum >> 8), (byte)checksum);
    }
}
