using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Net;
using Uk.Port.Host;
using Xunit;

namespace Uk.Libs.Tests.Net;

using Pool = TestPool<EchoResponderTests>;

public sealed unsafe class EchoResponderTests
{
    public EchoResponderTests() => Pool.Create(mbufs: 4);

    /// <summary>
    /// What the real Click answers to the same frames, byte for byte and in the same order. The responder is stricter
    /// than the Click configuration (it looks at the destination's addresses and at the ICMP checksum), but no frame of
    /// this capture tells the difference: the answers are equal, none left out and none added.
    /// </summary>
    [Fact]
    public void Answers_are_those_of_Click()
    {
        List<byte[]> answers = [];
        List<DropReason> drops = [];
        foreach (byte[] frame in ReadCapture("ping-responder.in0.pcap"))
        {
            DropReason reason = Answer(frame, out byte[] answer);
            if (reason == DropReason.None) answers.Add(answer);
            else drops.Add(reason);
        }
        Assert.Equal(
            ReadCapture("ping-responder.out1.pcap").Select(Convert.ToHexString),
            answers.Select(Convert.ToHexString));
        Assert.Equal(
            [
                DropReason.NotForUs,        // frame 1: ARP request for 10.10.0.9
                DropReason.UnknownProtocol, // frame 2: ARP reply
                DropReason.BadChecksum,     // frame 7: IP header
                DropReason.UnknownProtocol, // frame 8: echo reply
                DropReason.UnknownProtocol, // frame 9: UDP
                DropReason.UnknownProtocol, // frame 10: IPv6
                DropReason.BadLength,       // frame 11: total length 0
            ],
            drops);
    }

    /// <summary>
    /// Identifier, sequence number and data of a request such that the reply is all zero, or only adds up to zero. RFC 1071,
    /// section 1: the checksum is the complement of the sum, and that of nothing but zeros is 0xFFFF.
    /// </summary>
    [Theory]
    [InlineData("00000000", 0xFFFF)]
    [InlineData("0000000000", 0xFFFF)]
    [InlineData("000000000000000000000000", 0xFFFF)]
    [InlineData("FFFF0000", 0x0000)]
    [InlineData("0000000000FFFF", 0x0000)]
    [InlineData("0001FFFE", 0x0000)]
    public void The_checksum_of_a_reply_is_that_of_its_bytes(string identifierAndData, int checksum)
    {
        byte[] rest = Convert.FromHexString(identifierAndData);
        byte[] message = [8, 0, 0, 0, .. rest];
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), InternetChecksum.Compute(message));
        Assert.True(IcmpPacket.TryParse(message, out IcmpPacket icmp, out _));

        icmp.TurnIntoEchoReply();

        Assert.Equal(checksum, icmp.Checksum);
        Assert.Equal(checksum, InternetChecksum.Compute([0, 0, 0, 0, .. rest]));
    }

    [Fact]
    public void Arp_probe_is_answered()
    {
        // RFC 5227, section 2.1.1: the sender has no address yet.
        byte[] frame = Frames.ArpRequest(Frames.OurAddress);
        frame.AsSpan(28, 4).Clear();
        Assert.Equal(DropReason.None, Answer(frame, out byte[] answer));
        Assert.True(EthernetFrame.TryParse(answer, out EthernetFrame ethernet, out _));
        Assert.True(ArpPacket.TryParse(ethernet.Payload, out ArpPacket arp, out _));
        Assert.Equal(Frames.PeerMac, ethernet.Destination);
        Assert.Equal(Frames.OurMac, arp.SenderMac);
        Assert.Equal(default, arp.TargetAddress);
    }

    [Fact]
    public void Arp_request_to_our_own_MAC_is_answered() =>
        Assert.Equal(DropReason.None, Answer(Frames.ArpRequest(Frames.OurAddress, Frames.OurMac), out _));

    [Theory]
    [InlineData(0, 0x02, DropReason.NotForUs)]          // sent to another host
    [InlineData(6, 0x01, DropReason.Malformed)]         // sent by a group
    [InlineData(22, 0xFF, DropReason.Malformed)]        // asks that a group be answered
    [InlineData(21, 3, DropReason.Malformed)]           // neither request nor reply
    [InlineData(41, 4, DropReason.NotForUs)]            // asks for another address
    [InlineData(15, 6, DropReason.UnknownProtocol)]     // another hardware
    [InlineData(18, 8, DropReason.BadLength)]
    public void Arp_that_is_not_answered(int offset, byte value, DropReason expected)
    {
        byte[] frame = Frames.ArpRequest(Frames.OurAddress);
        frame[offset] = value;
        AssertDropped(expected, frame);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1472)]
    public void Echo_is_answered_with_the_same_data_and_without_padding(int dataBytes)
    {
        byte[] frame = Frames.EchoRequest(dataBytes, paddingBytes: 10);
        Assert.Equal(DropReason.None, Answer(frame, out byte[] answer));
        Assert.Equal(frame.Length - 10, answer.Length);
        AssertValidReply(answer, frame.AsSpan(Frames.IcmpOffset + 4, dataBytes + 4));
    }

    [Fact]
    public void Options_are_emptied_in_the_answer()
    {
        byte[] request = Frames.EchoRequest(dataBytes: 12);
        byte[] frame = Frames.WithOptions(request, [131, 7, 4, 10, 10, 0, 9, 1]);
        Assert.Equal(DropReason.None, Answer(frame, out byte[] answer));
        Assert.Equal(frame.Length, answer.Length);
        Assert.Equal(new byte[8], answer[Frames.IcmpOffset..(Frames.IcmpOffset + 8)]);
        AssertValidReply(answer, request.AsSpan(Frames.IcmpOffset + 4));
    }

    [Fact]
    public void Dont_fragment_is_cleared_and_the_time_to_live_starts_again()
    {
        byte[] frame = Frames.EchoRequest();
        frame[Frames.IpOffset + 6] = 0x40;
        frame[Frames.IpOffset + 8] = 1;
        Frames.FixIpChecksum(frame);
        Assert.Equal(DropReason.None, Answer(frame, out byte[] answer));
        Assert.Equal(0, answer[Frames.IpOffset + 6]);
        Assert.Equal(255, answer[Frames.IpOffset + 8]);
        AssertValidReply(answer, frame.AsSpan(Frames.IcmpOffset + 4));
    }

    [Theory]
    [InlineData(0, 0x02, DropReason.NotForUs)]          // another MAC
    [InlineData(0, 0xFF, DropReason.NotForUs)]          // a group
    [InlineData(6, 0x03, DropReason.Malformed)]         // sent by a group
    [InlineData(12, 0x81, DropReason.UnknownProtocol)]  // another EtherType
    public void Frames_that_are_not_answered(int offset, byte value, DropReason expected)
    {
        byte[] frame = Frames.EchoRequest();
        frame[offset] = value;
        AssertDropped(expected, frame);
    }

    [Theory]
    [InlineData(19, 4, DropReason.NotForUs)]            // destination 10.10.0.4
    [InlineData(16, 255, DropReason.NotForUs)]
    [InlineData(12, 0, DropReason.Malformed)]           // source 0.10.0.2
    [InlineData(12, 127, DropReason.Malformed)]
    [InlineData(12, 224, DropReason.Malformed)]
    [InlineData(15, 3, DropReason.Malformed)]           // source is our own address
    [InlineData(6, 0x20, DropReason.Fragment)]
    [InlineData(7, 0x01, DropReason.Fragment)]
    [InlineData(9, 17, DropReason.UnknownProtocol)]     // UDP
    [InlineData(3, 27, DropReason.Truncated)]           // 7 bytes of ICMP
    [InlineData(3, 28, DropReason.BadChecksum)]         // ICMP cut to 8 bytes: its checksum covered more
    public void Packets_with_a_right_header_checksum_that_are_not_answered(int offset, byte value, DropReason expected)
    {
        byte[] frame = Frames.EchoRequest();
        frame[Frames.IpOffset + offset] = value;
        Frames.FixIpChecksum(frame);
        AssertDropped(expected, frame);
    }

    [Fact]
    public void A_wrong_ICMP_checksum_is_not_answered()
    {
        byte[] frame = Frames.EchoRequest();
        frame[^1] ^= 0x10;
        AssertDropped(DropReason.BadChecksum, frame);
    }

    [Fact]
    public void An_echo_reply_is_not_answered()
    {
        byte[] frame = Frames.EchoRequest();
        Assert.True(new IcmpEchoHeader(IcmpType.EchoReply, 1, 1).TryWrite(frame.AsSpan(Frames.IcmpOffset)));
        AssertDropped(DropReason.UnknownProtocol, frame);
    }

    [Fact]
    public void Frames_cut_anywhere_are_dropped()
    {
        byte[] echo = Frames.EchoRequest();
        byte[] arp = Frames.ArpRequest(Frames.OurAddress);
        for (int length = 0; length < echo.Length; length++)
            Assert.NotEqual(DropReason.None, Answer(echo.AsSpan(0, length), out _));
        for (int length = 0; length < arp.Length; length++)
            Assert.Equal(DropReason.Truncated, Answer(arp.AsSpan(0, length), out _));
    }

    /// <summary>
    /// Frames with random damage: nothing is thrown, nothing outside the frame is touched, what is answered is a valid
    /// answer, and the outcome is always an answer or a reason.
    /// </summary>
    [Fact]
    public void Damaged_frames_stay_inside_their_room()
    {
        Random random = new(10_103);
        int[] outcomes = new int[DropCounters.Length];
        byte[][] seeds =
        [
            .. ReadCapture("ping-responder.in0.pcap"),
            Frames.EchoRequest(200),
            Frames.ArpRequest(Frames.OurAddress, Frames.OurMac),
            Frames.WithOptions(Frames.EchoRequest(), [7, 7, 4, 0, 0, 0, 0, 0]),
        ];
        for (int round = 0; round < 60_000; round++)
        {
            byte[] frame = Damage(seeds[random.Next(seeds.Length)], random);
            DropReason reason = Answer(frame, out byte[] answer);
            Assert.InRange(reason, DropReason.None, (DropReason)(DropCounters.Length - 1));
            outcomes[(int)reason]++;
            if (reason == DropReason.None) AssertAnswerFromUs(answer, frame.Length);
        }
        // The damage is neither always fatal nor never, and reaches every rule.
        Assert.All(
            (DropReason[])
            [
                DropReason.None, DropReason.Truncated, DropReason.BadLength, DropReason.BadChecksum,
                DropReason.Malformed, DropReason.UnknownProtocol, DropReason.NotForUs, DropReason.Fragment,
            ],
            reason => Assert.True(outcomes[(int)reason] > 20, $"{reason}: {outcomes[(int)reason]}"));
    }

    private static byte[] Damage(byte[] seed, Random random)
    {
        byte[] frame = seed[..];
        switch (random.Next(4))
        {
            case 0:
                frame = frame[..random.Next(frame.Length + 1)];
                break;
            case 1:
                Array.Resize(ref frame, frame.Length + random.Next(100));
                break;
        }
        for (int changes = random.Next(3); changes > 0 && frame.Length > 0; changes--)
        {
            int end = random.Next(2) == 0 ? Math.Min(frame.Length, 64) : frame.Length;
            frame[random.Next(end)] = (byte)random.Next(256);
        }
        // Half of them get a right checksum again, so that the damage reaches the rules behind it.
        if (random.Next(2) == 0 && frame.Length >= Frames.IcmpOffset && frame[12] == 8 && frame[13] == 0)
        {
            int headerBytes = (frame[Frames.IpOffset] & 0xF) * 4;
            if (headerBytes >= 20 && frame.Length >= Frames.IpOffset + headerBytes) Frames.FixIpChecksum(frame);
        }
        return frame;
    }

    private static void AssertAnswerFromUs(byte[] answer, int questionBytes)
    {
        Assert.InRange(answer.Length, 42, questionBytes);
        Assert.True(EthernetFrame.TryParse(answer, out EthernetFrame frame, out _));
        Assert.Equal(Frames.OurMac, frame.Source);
        Assert.False(frame.Destination.IsMulticast);
        if (frame.EtherType == EtherType.Arp) return;
        Assert.True(Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet ip, out DropReason error), $"{error}");
        Assert.Equal(Frames.OurAddress, ip.Source);
        Assert.True(IcmpPacket.TryParse(ip.Payload, out IcmpPacket icmp, out _));
        Assert.Equal(IcmpType.EchoReply, icmp.Type);
    }

    private static void AssertValidReply(byte[] answer, ReadOnlySpan<byte> identifierToEnd)
    {
        AssertAnswerFromUs(answer, answer.Length);
        Assert.True(EthernetFrame.TryParse(answer, out EthernetFrame frame, out _));
        Assert.Equal(Frames.PeerMac, frame.Destination);
        Assert.True(Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet ip, out _));
        Assert.Equal(Frames.PeerAddress, ip.Destination);
        Assert.Equal(identifierToEnd.ToArray(), ip.Payload[4..].ToArray());
    }

    private static void AssertDropped(DropReason expected, byte[] frame)
    {
        Assert.Equal(expected, Answer(frame, out byte[] left));
        // What is dropped is left as it came: nothing was half answered.
        Assert.Equal(frame, left);
    }

    /// <summary>Runs one frame through a real mbuf whose surroundings are watched.</summary>
    private static DropReason Answer(ReadOnlySpan<byte> frame, out byte[] after)
    {
        const byte Guard = 0xA5;
        Mbuf* packet = Pool.Allocate();
        int capacity = (int)packet->Capacity;
        Span<byte> room = new(packet->DataPointer - Mbuf.Headroom, Mbuf.Headroom + capacity);
        room.Fill(Guard);
        frame.CopyTo(room[Mbuf.Headroom..]);
        Assert.True(packet->TrySetLength((uint)frame.Length));
        EchoResponder.Answer(ref *packet, Frames.OurMac, Frames.OurAddress);
        after = packet->Data.ToArray();
        Assert.Equal(-1, room[..Mbuf.Headroom].IndexOfAnyExcept(Guard));
        Assert.Equal(-1, room[(Mbuf.Headroom + frame.Length)..].IndexOfAnyExcept(Guard));
        DropReason reason = packet->DropReason;
        Pool.Free(packet);
        return reason;
    }

    private static List<byte[]> ReadCapture(string name)
    {
        List<byte[]> frames = [];
        using PcapReader reader = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", name)), name);
        while (reader.TryRead(out PcapFrame frame))
            frames.Add(frame.Bytes.ToArray());
        return frames;
    }
}
