// Everything from the network is untrusted: what is wrong is dropped and counted by reason, and the guest goes on.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Uk.EthDev;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class MalformedInputTests
{
    private static readonly byte[] s_echo = Frames.EchoRequest(1, 1, "0123456789"u8);
    private static readonly TimeSpan s_askAgain = TimeSpan.FromSeconds(5);
    private const int Ip = Frames.EthernetHeader, Icmp = Ip + Frames.Ipv4Header;

    /// <summary>Each crafted frame with what it is to be counted as.</summary>
    private static readonly (DropReason Reason, string What, byte[] Frame)[] s_crafted =
    [
        (DropReason.Truncated, "no Ethernet header", s_echo[..13]),
        (DropReason.Truncated, "a single byte", [0x52]),
        (DropReason.Truncated, "an Ethernet header and nothing", s_echo[..Ip]),
        (DropReason.Truncated, "half an IPv4 header", s_echo[..(Ip + 10)]),
        (DropReason.Truncated, "half an ARP packet", Frames.ArpRequest()[..30]),
        (DropReason.Truncated, "ICMP of 4 bytes", Frames.Ipv4(1, [8, 0, 0xF7, 0xFF])),
        (DropReason.Truncated, "IPv4 options behind the end", Frames.WithIpv4Byte(s_echo[..(Ip + 20)], 0, 0x4F)),
        (DropReason.BadLength, "an IPv4 header of 16 bytes", Frames.WithIpv4Byte(s_echo, 0, 0x44)),
        (DropReason.BadLength, "total length beyond the frame", Frames.WithIpv4Byte(s_echo, 2, 0x40)),
        (DropReason.BadLength, "total length below the header", Frames.WithIpv4Byte(s_echo, 3, 19)),
        (DropReason.BadLength, "ARP for addresses of 16 bytes", Frames.WithByte(Frames.ArpRequest(), Ip + 5, 16)),
        (DropReason.BadChecksum, "a wrong IPv4 checksum", Frames.WithByte(s_echo, Ip + 10, 0x55)),
        (DropReason.BadChecksum, "a wrong ICMP checksum", Frames.WithByte(s_echo, Icmp + 9, 0x55)),
        (DropReason.Malformed, "IPv6 under the EtherType of IPv4", Frames.WithIpv4Byte(s_echo, 0, 0x65)),
        (DropReason.Malformed, "a group as the sender", Frames.WithByte(s_echo, 6, 0x01)),
        (DropReason.Malformed, "an ARP operation that there is not", Frames.WithByte(Frames.ArpRequest(), Ip + 7, 9)),
        (DropReason.UnknownProtocol, "an unknown EtherType", Frames.Ethernet(Frames.GuestMac, 0x88B5, new byte[46])),
        (DropReason.UnknownProtocol, "a length in place of an EtherType", Frames.Ethernet(Frames.GuestMac, 46, new byte[46])),
        (DropReason.UnknownProtocol, "UDP", Frames.Ipv4(17, new byte[16])),
        (DropReason.UnknownProtocol, "an echo reply", Frames.Ipv4(1, Frames.IcmpEcho(0, 1, 1, "x"u8))),
        (DropReason.UnknownProtocol, "ARP for another hardware", Frames.WithByte(Frames.ArpRequest(), Ip + 1, 6)),
        (DropReason.NotForUs, "another host's frame", Frames.Ethernet([0x52, 0x54, 0, 0x12, 0x34, 0x57], 0x0800, s_echo.AsSpan(Ip))),
        (DropReason.NotForUs, "another host's packet", Frames.WithIpv4Byte(s_echo, 19, 4)),
        (DropReason.NotForUs, "a question for another host", Frames.WithByte(Frames.ArpRequest(), Ip + 27, 4)),
        (DropReason.Fragment, "a first fragment", Frames.WithIpv4Byte(s_echo, 6, 0x20)),
        (DropReason.Fragment, "a later fragment", Frames.WithIpv4Byte(s_echo, 7, 0x01)),
        (DropReason.Oversize, "more than one mbuf holds", Frames.EchoRequest(1, 1, new byte[3000])),
        (DropReason.Oversize, "a jumbo frame", Frames.EchoRequest(1, 1, new byte[8972])),
    ];

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void Every_crafted_frame_is_counted_under_its_reason(string machine)
    {
        using var guest = new PingGuest(machine);
        guest.Ping(0, "before"u8);
        PortStatistics before = guest.ReadCounters();
        ushort sequence = 1;
        foreach ((DropReason reason, string what, byte[] frame) in s_crafted)
        {
            guest.Peer.Send(frame);
            // The reply comes behind the frame, and is the only one: nothing else was answered.
            guest.Ping(sequence++, "after"u8);
            PortStatistics after = guest.ReadCounters();
            AssertCounted(before, after, reason, what);
            before = after;
        }
        guest.AssertStillRuns();
    }

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void Ten_thousand_frames_of_garbage_are_all_accounted_for(string machine)
    {
        const int Count = 10_000;
        using var guest = new PingGuest(machine);
        var random = new Random(20261121);
        for (int i = 0; i < Count; i++) guest.Peer.Send(Garbage(random));
        // Garbage can happen to be a question, with an answer before the one that is waited for. And so many frames at once
        // may be more than a slow host takes answers for; then another question is asked. Frames do not overtake each other,
        // so all that was sent before the last question is done when that is answered.
        ulong answers = 0;
        ulong sent = Count;
        byte[]? last = null, reply = null;
        long start = Stopwatch.GetTimestamp();
        while (reply is null && Stopwatch.GetElapsedTime(start) < Patience.Long)
        {
            last = Frames.EchoRequest(0xFFFF, 0xFFFF, Encoding.ASCII.GetBytes($"still there? {sent}"));
            guest.Peer.Send(last);
            sent++;
            while ((reply = guest.Receive(s_askAgain)) is not null)
            {
                answers++;
                if (reply.AsSpan(Icmp + Frames.IcmpHeader).StartsWith(last.AsSpan(Icmp + Frames.IcmpHeader))) break;
            }
        }
        Assert.NotNull(reply);
        PingGuest.AssertEchoReply(last!, reply);

        PortStatistics statistics = guest.ReadCounters();
        Assert.Equal(answers, statistics.TxPackets);
        Assert.Equal(sent, statistics.TxPackets + GuestCounters.TotalDrops(statistics));
        foreach (DropReason reason in (DropReason[])[DropReason.None, DropReason.DeviceError, DropReason.Policy])
            Assert.Equal(0UL, statistics.Drops[(int)reason]);
        guest.AssertStillRuns();
    }

    /// <summary>Half noise, half a right frame that noise has hit: so that it gets past the first checks.</summary>
    private static byte[] Garbage(Random random)
    {
        byte[] frame;
        if (random.Next(2) == 0)
        {
            frame = new byte[random.Next(1, 2500)];
            random.NextBytes(frame);
            if (frame.Length >= 14 && random.Next(2) == 0)
            {
                Frames.GuestMac.CopyTo(frame, 0);
                frame[12] = 8;
                frame[13] = (byte)(random.Next(2) * 6);
            }
            return frame;
        }
        frame = random.Next(3) == 0 ? Frames.ArpRequest() : Frames.EchoRequest(9, 9, new byte[random.Next(200)]);
        for (int hits = random.Next(1, 4); hits > 0; hits--) frame[random.Next(frame.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? frame[..random.Next(1, frame.Length)] : frame;
    }

    private static void AssertCounted(in PortStatistics before, in PortStatistics after, DropReason expected, string what)
    {
        var changed = new List<string>();
        for (int reason = 0; reason < DropCounters.Length; reason++)
        {
            ulong count = after.Drops[reason] - before.Drops[reason];
            if (count != 0) changed.Add($"{(DropReason)reason} {count}");
        }
        Assert.Equal($"{what}: {expected} 1", $"{what}: {string.Join(", ", changed)}");
        // The frame and the ping behind it went in; the reply alone came out.
        Assert.Equal(1UL, after.TxPackets - before.TxPackets);
        Assert.InRange(after.RxPackets - before.RxPackets, 1UL, 2UL);
    }
}
