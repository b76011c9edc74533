// The ping responder, frame by frame, on every bus.

using System;
using System.Diagnostics;
using System.Linq;
using Uk.EthDev;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class PingFrameTests
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    /// <summary>An Ethernet payload has at most 1500 bytes.</summary>
    private const int LargestEchoData = 1500 - Frames.Ipv4Header - Frames.IcmpHeader;

    [Theory]
    [InlineData("microvm")]
    [InlineData("microvm-acpi")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void Arp_and_echo_requests_of_all_sizes_are_answered(string machine)
    {
        using var guest = new PingGuest(machine);
        byte[] arp = guest.Ask(Frames.ArpRequest());
        Assert.Equal(
            [.. Frames.PeerMac, .. Frames.GuestMac, 8, 6, 0, 1, 8, 0, 6, 4, 0, 2, .. Frames.GuestMac, .. Frames.GuestAddress, .. Frames.PeerMac, .. Frames.PeerAddress],
            arp[..42]);

        int[] sizes = [.. Enumerable.Range(0, 67), 127, 128, 129, 255, 256, 511, 512, 1000, 1001, 1471, LargestEchoData];
        for (int i = 0; i < sizes.Length; i++)
        {
            byte[] data = [.. Enumerable.Range(0, sizes[i]).Select(at => (byte)(at * 7 + i))];
            guest.Ping((ushort)i, data);
        }

        PortStatistics statistics = guest.ReadCounters();
        Assert.Equal((ulong)sizes.Length + 1, statistics.RxPackets);
        Assert.Equal((ulong)sizes.Length + 1, statistics.TxPackets);
        Assert.Equal((ulong)(42 + sizes.Sum(size => 42 + size)), statistics.RxBytes);
        Assert.Equal(0UL, GuestCounters.TotalDrops(statistics));
    }

    [Fact]
    public void A_frame_that_is_padded_is_answered_by_its_packet_alone()
    {
        using var guest = new PingGuest("microvm");
        byte[] request = Frames.EchoRequest(1, 2, "abc"u8);
        byte[] padded = new byte[60];
        request.CopyTo(padded, 0);
        PingGuest.AssertEchoReply(request, guest.Ask(padded));
    }

    /// <summary>
    /// A burst faster than the device takes answers: what the transmit ring had no room for is counted, all else is
    /// answered, in order.
    /// </summary>
    [Fact]
    public void Of_more_packets_at_once_than_the_rings_hold_each_is_answered_or_counted()
    {
        const ushort Count = 1000;
        using var guest = new PingGuest("microvm");
        for (ushort i = 0; i < Count; i++) guest.Peer.Send(Frames.EchoRequest(7, i, new byte[i % 64]));
        int expected = 0, answered = 0;
        PortStatistics statistics = default;
        long start = Stopwatch.GetTimestamp();
        // Until each is accounted for: a pause is no end.
        while (Done(statistics) + answered < Count && Stopwatch.GetElapsedTime(start) < Patience.Long)
        {
            while (guest.Receive(s_pause) is { } reply)
            {
                int sequence = reply[40] << 8 | reply[41];
                Assert.InRange(sequence, expected, Count - 1);
                PingGuest.AssertEchoReply(Frames.EchoRequest(7, (ushort)sequence, new byte[sequence % 64]), reply);
                expected = sequence + 1;
                answered++;
            }
            statistics = guest.ReadCounters();
        }
        string counters = GuestCounters.Describe(statistics);
        Assert.True(answered == (int)statistics.TxPackets, counters);
        Assert.True(answered + Done(statistics) == Count, counters);
        Assert.True(answered >= 64, counters);
        guest.Ping(Count, "and then"u8);
        TestContext.Current.SendDiagnosticMessage(counters);

        static int Done(in PortStatistics statistics) => (int)(statistics.Drops[(int)DropReason.TxFull] + statistics.Drops[(int)DropReason.NoMbuf]);
    }
}
