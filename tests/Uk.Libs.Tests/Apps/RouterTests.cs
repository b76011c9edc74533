using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Net;
using Uk.Tests.Wire;
using Xunit;

namespace Uk.Libs.Tests.Apps;

using Pool = TestPool<RouterTests>;
using Region = TestRegion<RouterTests.Routes>;

/// <summary>The router of apps/L3Forward with the network that it declares.</summary>
public sealed unsafe class RouterTests
{
    internal struct Routes;

    private static readonly End s_west = new("02:00:00:00:00:01", "10.0.1.1"), s_east = new("02:00:00:00:00:02", "10.0.2.1");
    private static readonly End s_westHost = new("02:0a:00:00:01:02", "10.0.1.2", 1000), s_eastHost = new("02:0a:00:00:02:02", "10.0.2.2", 2000);
    /// <summary>Its MAC address is declared.</summary>
    private static readonly End s_eastRouter = new("02:00:0a:00:02:fe", "10.0.2.254");

    /// <summary>One for all tests: its table is 64 MiB.</summary>
    private static readonly Lazy<Router> s_declared = new(() =>
    {
        Region.Create(66 * Size.MiB);
        Router router = Router.Create<Region>();
        router.SetPort(Router.West, new MacAddress(0x0200_0000_0001), Network.WestAddress);
        router.SetPort(Router.East, new MacAddress(0x0200_0000_0002), Network.EastAddress);
        Network.Describe(ref router);
        return router;
    });

    /// <summary>A copy: neighbours are learned in each test anew.</summary>
    private Router _router = s_declared.Value;

    public RouterTests() => Pool.Create(mbufs: 64);

    /// <summary>What became of a burst.</summary>
    private sealed record Outcome(List<string> West, List<string> East, List<string> Back, List<DropReason> Drops);

    [Theory]
    [InlineData("192.168.7.7", true)]       // the /16
    [InlineData("192.168.255.255", true)]
    [InlineData("192.168.1.127", false)]    // the /24 beside the /25
    public void The_longest_prefix_decides(string address, bool east)
    {
        Learn(s_westHost, Router.West);
        End from = east ? s_westHost : s_eastHost, to = new(east ? s_west.Mac : s_east.Mac, address, 53);
        Outcome outcome = Forward(east ? Router.West : Router.East, WireFrames.Datagram(from, to, "payload"u8, timeToLive: 64));
        End sender = new(east ? s_east.Mac : s_west.Mac, from.Address, from.Port);
        End next = new(east ? s_eastRouter.Mac : s_westHost.Mac, address, 53);
        string expected = Convert.ToHexString(WireFrames.Datagram(sender, next, "payload"u8, timeToLive: 63));
        Assert.Equal([expected], east ? outcome.East : outcome.West);
        Assert.Empty(east ? outcome.West : outcome.East);
        Assert.Empty(outcome.Back);
    }

    [Fact]
    public void A_neighbour_is_asked_for_once_and_used_when_it_has_answered()
    {
        byte[] packet = WireFrames.Datagram(s_westHost, s_eastHost with { Mac = s_west.Mac }, "x"u8);
        Outcome first = Forward(Router.West, packet, packet);
        Assert.Equal(AppProcess.Hex(WireFrames.Arp(isReply: false, s_east, s_eastHost)), first.East);
        Assert.Equal([DropReason.NoNeighbour, DropReason.NoNeighbour], first.Drops);

        Outcome reply = Forward(Router.East, WireFrames.Arp(isReply: true, s_eastHost, s_east));
        Assert.Equal((0, 0, 0, 0), (reply.West.Count, reply.East.Count, reply.Back.Count, reply.Drops.Count));

        Outcome then = Forward(Router.West, packet);
        Assert.Equal(
            AppProcess.Hex(WireFrames.Datagram(s_westHost with { Mac = s_east.Mac }, s_eastHost, "x"u8, timeToLive: 63)), then.East);
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    [Fact]
    public void A_neighbour_that_does_not_answer_is_asked_again_after_a_second()
    {
        byte[] packet = WireFrames.Datagram(s_westHost, s_eastHost with { Mac = s_west.Mac }, "x"u8);
        long asked = Environment.TickCount64;
        Assert.Single(Forward(Router.West, packet).East);
        int again = Forward(Router.West, packet).East.Count;
        // On a machine with other work the second may have passed already.
        if (Environment.TickCount64 - asked < 1_000) Assert.Equal(0, again);
        Thread.Sleep(1_050);
        Assert.Single(Forward(Router.West, packet).East);
    }

    [Fact]
    public void Arp_for_its_addresses_is_answered_and_teaches()
    {
        Outcome outcome = Forward(Router.West, WireFrames.Arp(isReply: false, s_westHost, s_west));
        Assert.Equal(AppProcess.Hex(WireFrames.Arp(isReply: true, s_west, s_westHost)), outcome.Back);
        Outcome forwarded = Forward(Router.East, WireFrames.Datagram(s_eastHost, s_westHost with { Mac = s_east.Mac }, "x"u8));
        Assert.Single(forwarded.West);
        // Not for the address of its other port: hosts of the west have no business with it.
        Assert.Equal([DropReason.NotForUs], Forward(Router.West, WireFrames.Arp(isReply: false, s_westHost, s_east)).Drops);
    }

    /// <summary>Who says that it is somebody else's neighbour is not believed.</summary>
    [Fact]
    public void Nobody_takes_the_place_of_a_neighbour_whose_address_was_declared()
    {
        End liar = new("02:66:66:66:66:66", s_eastRouter.Address);
        Forward(Router.East, WireFrames.Arp(isReply: true, liar, s_east));
        // From the wrong port, and a reply that was sent to nobody in particular with a group as its sender.
        Forward(Router.West, WireFrames.Arp(isReply: true, new("02:66:66:66:66:66", s_eastHost.Address), s_west));
        Forward(Router.East, WireFrames.Arp(isReply: true, new("03:66:66:66:66:66", s_eastHost.Address), s_east));
        Outcome outcome = Forward(Router.West, WireFrames.Datagram(s_westHost, new End(s_west.Mac, "192.168.9.9", 5), "x"u8));
        Assert.Equal("02000A0002FE", outcome.East.Single()[..12]);
        Assert.Equal([DropReason.NoNeighbour], Forward(Router.West, WireFrames.Datagram(s_westHost, s_eastHost with { Mac = s_west.Mac }, "x"u8)).Drops);
    }

    private static readonly byte[] s_good = WireFrames.Datagram(s_westHost, new End(s_west.Mac, "192.168.9.9", 5), "x"u8);

    private static readonly (DropReason Reason, string What, byte[] Frame)[] s_wrong =
    [
        (DropReason.NoRoute, "no prefix covers it", WireFrames.Datagram(s_westHost, new End(s_west.Mac, "172.16.0.1"), "x"u8)),
        (DropReason.TimeToLive, "one hop left", WireFrames.With(s_good, WireFrames.Ip + 8, 1)),
        (DropReason.TimeToLive, "no hop left", WireFrames.With(s_good, WireFrames.Ip + 8, 0)),
        (DropReason.BadChecksum, "a wrong checksum", WireFrames.With(s_good, WireFrames.Ip + 11, 0x55)),
        (DropReason.BadLength, "longer than its frame", WireFrames.With(s_good, WireFrames.Ip + 2, 9)),
        (DropReason.BadLength, "a header of 16 bytes", WireFrames.With(s_good, WireFrames.Ip, 0x44)),
        (DropReason.Truncated, "half a header", s_good[..24]),
        (DropReason.Truncated, "no Ethernet header", s_good[..13]),
        (DropReason.Malformed, "version 6", WireFrames.With(s_good, WireFrames.Ip, 0x65)),
        (DropReason.Malformed, "from loopback", WireFrames.With(s_good, WireFrames.Ip + 12, 127)),
        (DropReason.Malformed, "to a group", WireFrames.With(s_good, WireFrames.Ip + 16, 224)),
        (DropReason.Malformed, "to everybody", WireFrames.Datagram(s_westHost, new End(s_west.Mac, "255.255.255.255"), "x"u8)),
        (DropReason.NotForUs, "sent to another MAC address", WireFrames.With(s_good, 5, 9)),
        (DropReason.NotForUs, "broadcast", WireFrames.Datagram(s_westHost, new End("ff:ff:ff:ff:ff:ff", "192.168.9.9"), "x"u8)),
        (DropReason.UnknownProtocol, "IPv6", WireFrames.With(WireFrames.With(s_good, 12, 0x86), 13, 0xDD)),
        (DropReason.UnknownProtocol, "for the router itself", WireFrames.Datagram(s_westHost, s_west, "x"u8)),
        (DropReason.UnknownProtocol, "for its other side", WireFrames.Datagram(s_westHost, s_east with { Mac = s_west.Mac }, "x"u8)),
        (DropReason.Truncated, "half of ARP", WireFrames.Arp(false, s_westHost, s_west)[..30]),
    ];

    public static TheoryData<DropReason, string> Wrong => new(s_wrong.Select(w => (w.Reason, w.What)));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_not_passed_on_is_counted_by_reason_and_left_as_it_came(DropReason reason, string what)
    {
        byte[] frame = s_wrong.Single(w => w.What == what && w.Reason == reason).Frame;
        Outcome outcome = Forward(Router.West, frame);
        Assert.Equal([reason], outcome.Drops);
        Assert.Equal((0, 0, 0), (outcome.West.Count, outcome.East.Count, outcome.Back.Count));
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    /// <summary>
    /// Any frame with damage: it is passed on with right checksums and one hop less, answered, or dropped; and no mbuf is
    /// lost.
    /// </summary>
    [Fact]
    public void Damaged_frames_are_passed_on_right_or_counted()
    {
        Random random = new(1812);
        Learn(s_westHost, Router.West);
        int[] outcomes = new int[DropCounters.Length];
        int passedOn = 0;
        byte[][] seeds = [s_good, WireFrames.Arp(false, s_westHost, s_west), WireFrames.Datagram(s_eastHost, new End(s_west.Mac, "192.168.1.1"), new byte[80])];
        for (int round = 0; round < 30_000; round++)
        {
            byte[] frame = Damage(seeds[random.Next(seeds.Length)], random);
            Outcome outcome = Forward(Router.West, frame);
            foreach (DropReason reason in outcome.Drops) outcomes[(int)reason]++;
            foreach (byte[] sent in outcome.East.Concat(outcome.West).Select(Convert.FromHexString))
            {
                if (sent[13] != 0) continue;
                passedOn++;
                Assert.Equal(frame.Length, sent.Length);
                Assert.Equal(0xFFFF, WireFrames.Sum(sent.AsSpan(WireFrames.Ip, (sent[WireFrames.Ip] & 0xF) * 4)));
                Assert.Equal(frame[WireFrames.Ip + 8] - 1, sent[WireFrames.Ip + 8]);
                Assert.Equal(frame[(WireFrames.Ip + 12)..], sent[(WireFrames.Ip + 12)..]);
            }
            Assert.Equal(Pool.Capacity, Pool.Available);
        }
        Assert.True(passedOn > 1_000, $"{passedOn}");
        Assert.All(
            (DropReason[])
            [
                DropReason.Truncated, DropReason.BadLength, DropReason.BadChecksum, DropReason.Malformed,
                DropReason.UnknownProtocol, DropReason.NotForUs, DropReason.NoRoute,
            ],
            reason => Assert.True(outcomes[(int)reason] > 20, $"{reason}: {outcomes[(int)reason]}"));
    }

    private static byte[] Damage(byte[] seed, Random random)
    {
        byte[] frame = [.. seed];
        if (random.Next(5) == 0) frame = frame[..random.Next(frame.Length + 1)];
        for (int changes = random.Next(3); changes > 0 && frame.Length > 0; changes--)
            frame[random.Next(Math.Min(frame.Length, 40))] = (byte)random.Next(256);
        bool hasHeader = frame.Length >= WireFrames.Udp && frame[WireFrames.Ip] == 0x45;
        return hasHeader && random.Next(2) == 0 ? WireFrames.SetIpv4Checksum(frame) : frame;
    }

    private void Learn(End host, int port) => Forward(port, WireFrames.Arp(isReply: true, host, port == Router.West ? s_west : s_east));

    private Outcome Forward(int port, params byte[][] frames)
    {
        Burst burst = default, west = default, east = default;
        foreach (byte[] frame in frames)
        {
            Mbuf* packet = Pool.Allocate();
            Assert.True(packet->TrySetLength((uint)frame.Length));
            frame.CopyTo(packet->Data);
            burst.Add(packet);
        }
        _router.Forward<Pool>(ref burst, port, ref west, ref east);
        Outcome outcome = new(Take(ref west, []), Take(ref east, []), [], []);
        outcome.Back.AddRange(Take(ref burst, outcome.Drops));
        return outcome;
    }

    /// <summary>The frames that are not dropped. All mbufs go back.</summary>
    private static List<string> Take(ref Burst burst, List<DropReason> drops)
    {
        List<string> frames = [];
        foreach (ref Mbuf packet in burst)
        {
            if (packet.DropReason == DropReason.None) frames.Add(Convert.ToHexString(packet.Data));
            else drops.Add(packet.DropReason);
        }
        Pool.Free(ref burst);
        return frames;
    }
}
