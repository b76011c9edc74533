using System;
using Uk.EthDev;
using Uk.Net;
using Xunit;

namespace Uk.Libs.Tests.Net;

public sealed class PacketViewTests
{
    [Fact]
    public void Ethernet_fields()
    {
        byte[] bytes = Frames.Ethernet(Frames.OurMac, Frames.PeerMac, EtherType.Arp, [1, 2, 3]);
        Assert.Equal("001517155D750200000000020806010203", Convert.ToHexString(bytes));
        Assert.True(EthernetFrame.TryParse(bytes, out EthernetFrame frame, out DropReason error));
        Assert.Equal(DropReason.None, error);
        Assert.Equal(Frames.OurMac, frame.Destination);
        Assert.Equal(Frames.PeerMac, frame.Source);
        Assert.Equal(EtherType.Arp, frame.EtherType);
        Assert.Equal([1, 2, 3], frame.Payload.ToArray());
        frame.Source = Frames.OurMac;
        frame.Destination = MacAddress.Broadcast;
        Assert.Equal("FFFFFFFFFFFF001517155D750806010203", Convert.ToHexString(bytes));
    }

    [Fact]
    public void Ethernet_needs_14_bytes()
    {
        for (int length = 0; length < 14; length++)
        {
            Assert.False(EthernetFrame.TryParse(new byte[length], out _, out DropReason error));
            Assert.Equal(DropReason.Truncated, error);
            Assert.False(new EthernetHeader(default, default, EtherType.Arp).TryWrite(new byte[length]));
        }
        Assert.True(EthernetFrame.TryParse(new byte[14], out EthernetFrame frame, out _));
        Assert.Equal(0, frame.Payload.Length);
    }

    [Fact]
    public void Arp_fields()
    {
        byte[] bytes = new byte[ArpPacket.LengthBytes];
        ArpHeader header = new(
            ArpOperation.Reply, Frames.OurMac, Frames.OurAddress, Frames.PeerMac, Frames.PeerAddress);
        Assert.True(header.TryWrite(bytes));
        Assert.Equal("0001080006040002001517155D750A0A00030200000000020A0A0002", Convert.ToHexString(bytes));
        Assert.True(ArpPacket.TryParse(bytes, out ArpPacket arp, out _));
        Assert.Equal(ArpOperation.Reply, arp.Operation);
        Assert.Equal(Frames.OurMac, arp.SenderMac);
        Assert.Equal(Frames.OurAddress, arp.SenderAddress);
        Assert.Equal(Frames.PeerMac, arp.TargetMac);
        Assert.Equal(Frames.PeerAddress, arp.TargetAddress);
    }

    [Theory]
    [InlineData(0, 1, DropReason.UnknownProtocol)]
    [InlineData(1, 6, DropReason.UnknownProtocol)]
    [InlineData(2, 0x86, DropReason.UnknownProtocol)]
    [InlineData(3, 1, DropReason.UnknownProtocol)]
    [InlineData(4, 8, DropReason.BadLength)]
    [InlineData(5, 16, DropReason.BadLength)]
    public void Arp_for_anything_but_IPv4_over_Ethernet_is_refused(int offset, byte value, DropReason expected)
    {
        byte[] bytes = new byte[ArpPacket.LengthBytes];
        Assert.True(new ArpHeader(ArpOperation.Request, default, default, default, default).TryWrite(bytes));
        bytes[offset] = value;
        Assert.False(ArpPacket.TryParse(bytes, out _, out DropReason error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Arp_needs_28_bytes()
    {
        byte[] bytes = new byte[ArpPacket.LengthBytes];
        ArpHeader header = new(ArpOperation.Request, default, default, default, default);
        Assert.True(header.TryWrite(bytes));
        for (int length = 0; length < ArpPacket.LengthBytes; length++)
        {
            Assert.False(ArpPacket.TryParse(bytes.AsSpan(0, length), out _, out DropReason error));
            Assert.Equal(DropReason.Truncated, error);
            Assert.False(header.TryWrite(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Ipv4_fields()
    {
        byte[] bytes = Frames.EchoRequest(dataBytes: 4, paddingBytes: 14)[Frames.IpOffset..];
        Assert.True(Ipv4Packet.TryParse(bytes, out Ipv4Packet ip, out _));
        Assert.Equal(20, ip.HeaderLength);
        Assert.Equal(32, ip.TotalLength);
        Assert.Equal(12, ip.Payload.Length);
        Assert.Equal(0, ip.Options.Length);
        Assert.Equal(64, ip.TimeToLive);
        Assert.Equal(IpProtocol.Icmp, ip.Protocol);
        Assert.Equal(Frames.PeerAddress, ip.Source);
        Assert.Equal(Frames.OurAddress, ip.Destination);
        Assert.False(ip.IsFragment);
        Assert.Equal("4500002000" + "4D00004001", Convert.ToHexString(bytes, 0, 10));
    }

    [Fact]
    public void Ipv4_options_are_stepped_over()
    {
        byte[] frame = Frames.WithOptions(Frames.EchoRequest(), [7, 7, 4, 0, 0, 0, 0, 0]);
        Assert.True(Ipv4Packet.TryParse(frame.AsSpan(Frames.IpOffset), out Ipv4Packet ip, out _));
        Assert.Equal(28, ip.HeaderLength);
        Assert.Equal([7, 7, 4, 0, 0, 0, 0, 0], ip.Options.ToArray());
        Assert.True(IcmpPacket.TryParse(ip.Payload, out _, out _));
    }

    [Theory]
    [InlineData(0x2000, true)]
    [InlineData(0x0001, true)]
    [InlineData(0x1FFF, true)]
    [InlineData(0x4000, false)]
    [InlineData(0x8000, false)]
    [InlineData(0x0000, false)]
    public void Ipv4_fragments_are_recognised(int flagsAndOffset, bool fragment)
    {
        byte[] frame = Frames.EchoRequest();
        (frame[Frames.IpOffset + 6], frame[Frames.IpOffset + 7]) = ((byte)(flagsAndOffset >> 8), (byte)flagsAndOffset);
        Frames.FixIpChecksum(frame);
        Assert.True(Ipv4Packet.TryParse(frame.AsSpan(Frames.IpOffset), out Ipv4Packet ip, out _));
        Assert.Equal(fragment, ip.IsFragment);
    }

    [Theory]
    [InlineData(0x55, 60, DropReason.Malformed)]
    [InlineData(0x65, 60, DropReason.Malformed)]
    [InlineData(0x05, 60, DropReason.Malformed)]
    [InlineData(0x44, 60, DropReason.BadLength)]
    [InlineData(0x40, 60, DropReason.BadLength)]
    [InlineData(0x4F, 61, DropReason.Truncated)]
    [InlineData(0x4F, 60, DropReason.Truncated)]
    [InlineData(0x45, 61, DropReason.BadLength)]
    [InlineData(0x45, 65_535, DropReason.BadLength)]
    [InlineData(0x45, 19, DropReason.BadLength)]
    [InlineData(0x46, 23, DropReason.BadLength)]
    [InlineData(0x45, 0, DropReason.BadLength)]
    public void Ipv4_versions_and_lengths_that_cannot_be_are_refused(
        byte versionAndLength, int totalLength, DropReason expected)
    {
        byte[] frame = Frames.EchoRequest(dataBytes: 30, paddingBytes: 0);
        Span<byte> bytes = frame.AsSpan(Frames.IpOffset);
        bytes[0] = versionAndLength;
        (bytes[2], bytes[3]) = ((byte)(totalLength >> 8), (byte)totalLength);
        if ((versionAndLength & 0xF) * 4 is >= 20 and <= 40) Frames.FixIpChecksum(frame);
        Assert.False(Ipv4Packet.TryParse(bytes.Slice(0, 58), out _, out DropReason error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Ipv4_needs_20_bytes()
    {
        byte[] bytes = Frames.EchoRequest()[Frames.IpOffset..];
        for (int length = 0; length < 20; length++)
        {
            Assert.False(Ipv4Packet.TryParse(bytes.AsSpan(0, length), out _, out DropReason error));
            Assert.Equal(DropReason.Truncated, error);
        }
    }

    [Fact]
    public void Any_changed_bit_of_an_Ipv4_header_is_found()
    {
        byte[] bytes = Frames.EchoRequest()[Frames.IpOffset..];
        for (int bit = 0; bit < 160; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Ipv4Packet.TryParse(bytes, out _, out _));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.True(Ipv4Packet.TryParse(bytes, out _, out _));
    }

    [Fact]
    public void Ipv4_headers_that_cannot_be_are_not_written()
    {
        byte[] bytes = new byte[20];
        Assert.False(new Ipv4Header(default, default, IpProtocol.Udp, 65_516, 64, 0).TryWrite(bytes));
        Assert.False(new Ipv4Header(default, default, IpProtocol.Udp, 0, 64, 0).TryWrite(bytes.AsSpan(1)));
        Assert.Equal(new byte[20], bytes);
        Assert.True(new Ipv4Header(default, default, IpProtocol.Udp, 65_515, 64, 0).TryWrite(bytes));
    }

    [Fact]
    public void Icmp_fields()
    {
        byte[] bytes = Frames.EchoRequest(dataBytes: 3)[Frames.IcmpOffset..];
        Assert.True(IcmpPacket.TryParse(bytes, out IcmpPacket icmp, out _));
        Assert.Equal(IcmpType.EchoRequest, icmp.Type);
        Assert.Equal(0, icmp.Code);
        Assert.Equal(0x1234, icmp.Identifier);
        Assert.Equal(5, icmp.SequenceNumber);
        Assert.Equal([0, 7, 14], icmp.Data.ToArray());
        icmp.TurnIntoEchoReply();
        Assert.True(IcmpPacket.TryParse(bytes, out icmp, out _));
        Assert.Equal(IcmpType.EchoReply, icmp.Type);
        Assert.Equal(0x1234, icmp.Identifier);
    }

    [Fact]
    public void Icmp_needs_8_bytes_and_its_checksum()
    {
        byte[] bytes = Frames.EchoRequest(dataBytes: 8)[Frames.IcmpOffset..];
        for (int length = 0; length < 8; length++)
        {
            Assert.False(IcmpPacket.TryParse(bytes.AsSpan(0, length), out _, out DropReason error));
            Assert.Equal(DropReason.Truncated, error);
            Assert.False(new IcmpEchoHeader(IcmpType.EchoRequest, 1, 1).TryWrite(new byte[length]));
        }
        bytes[15] ^= 1;
        Assert.False(IcmpPacket.TryParse(bytes, out _, out DropReason bad));
        Assert.Equal(DropReason.BadChecksum, bad);
    }

    /// <summary>Whatever passes a check can be read to its last accessor and stays inside its buffer.</summary>
    [Fact]
    public void Random_bytes_never_throw_and_views_never_leave_them()
    {
        Random random = new(826);
        byte[] buffer = new byte[256];
        for (int round = 0; round < 200_000; round++)
        {
            int length = random.Next(80);
            Span<byte> bytes = buffer.AsSpan(random.Next(100), length);
            random.NextBytes(bytes);
            if (length > 20 && round % 2 == 0) MakeLikely(bytes, random);
            if (EthernetFrame.TryParse(bytes, out EthernetFrame frame, out _))
                Assert.True(bytes.Overlaps(frame.Payload) || frame.Payload.IsEmpty);
            if (ArpPacket.TryParse(bytes, out ArpPacket arp, out _))
                _ = arp.TargetAddress;
            if (Ipv4Packet.TryParse(bytes, out Ipv4Packet ip, out DropReason error))
            {
                Assert.Equal(ip.TotalLength, ip.HeaderLength + ip.Payload.Length);
                Assert.InRange(ip.TotalLength, 20, length);
                Assert.Equal(ip.HeaderLength - 20, ip.Options.Length);
            }
            else
                Assert.NotEqual(DropReason.None, error);
            if (IcmpPacket.TryParse(bytes, out IcmpPacket icmp, out _))
                Assert.Equal(length - 8, icmp.Data.Length);
        }
    }

    /// <summary>
    /// A plausible version, length and a right checksum, so that half of the bytes come past the first checks.
    /// </summary>
    private static void MakeLikely(Span<byte> bytes, Random random)
    {
        bytes[0] = (byte)(0x40 | random.Next(4, 16));
        (bytes[2], bytes[3]) = (0, (byte)random.Next(90));
        int headerBytes = (bytes[0] & 0xF) * 4;
        if (headerBytes > bytes.Length) return;
        bytes[10] = bytes[11] = 0;
        ushort checksum = InternetChecksum.Compute(bytes.Slice(0, headerBytes));
        if (headerBytes > 11) (bytes[10], bytes[11]) = ((byte)(checksum >> 8), (byte)checksum);
    }
}
