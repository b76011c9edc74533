// The applications in virtual machines, with frames from outside.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.EthDev;
using Uk.Qemu;
using Uk.Tests.Wire;
using Xunit;

namespace Uk.Image.Tests;

public sealed class PacketApplicationTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    // QEMU's network devices.
    private const string FirstMac = "52:54:00:12:34:56", SecondMac = "52:54:00:12:34:57";

    private static readonly End s_client = new("02:00:00:00:00:0a", "10.10.0.1", 40_000);
    private static readonly End s_server = new(FirstMac, "10.10.0.3", 11_411);

    /// <summary>What a forwarder may cost: 64 KiB. `build/bench.sh size` has the figures of all applications.</summary>
    [Fact]
    public void L2Forward_is_no_larger_than_its_budget() =>
        Assert.InRange(new FileInfo(Images.Application("L2Forward")).Length, 16 << 10, 64 << 10);

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    public void KeyValue_answers_requests_and_drops_what_is_none(string machine)
    {
        using var guest = new AppGuest(Images.Application("KeyValue"), machine, "keyvalue: ");
        AppGuest.AssertFrame(WireFrames.Arp(true, s_server, s_client), guest.Ask(guest.Peer, WireFrames.Arp(false, s_client, s_server)));
        for (uint i = 0; i < 200; i++)
        {
            StoreRow[] asked = [StoreRow.Set($"key {i}", $"value {i}"), StoreRow.Get($"key {i / 2}"), StoreRow.Get("none")];
            StoreRow[] said = [asked[0], new StoreRow(1, $"key {i / 2}", $"value {i / 2}"), asked[2] with { Status = 1 }];
            AppGuest.AssertFrame(Answer(StoreRow.Response(i, said)), guest.Ask(guest.Peer, Request(StoreRow.Request(i, asked))));
        }
        (DropReason Reason, byte[] Frame)[] wrong =
        [
            (DropReason.BadLength, Request(StoreRow.Request(1, StoreRow.Get("a"))[..^1])),
            (DropReason.BadLength, Request([.. StoreRow.Request(1, StoreRow.Get("a")), .. new byte[8]])),
            (DropReason.Truncated, Request([1])),
            (DropReason.Malformed, Request(StoreRow.Request(1, new StoreRow(9, "a")))),
            (DropReason.BadChecksum, WireFrames.With(Request(StoreRow.Request(1, StoreRow.Get("a"))), 50, 0x55)),
            (DropReason.Fragment, WireFrames.With(Request(StoreRow.Request(1, StoreRow.Get("a"))), WireFrames.Ip + 6, 0x20)),
        ];
        foreach ((_, byte[] frame) in wrong) guest.Peer.Send(frame);
        // The only answer is to what comes behind them.
        AppGuest.AssertFrame(
            Answer(StoreRow.Response(9, new StoreRow(1, "key 7", "value 7"))), guest.Ask(guest.Peer, Request(StoreRow.Request(9, StoreRow.Get("key 7")))));
        PortStatistics statistics = guest.Counters("Wan", s => s.TxPackets == 202);
        Assert.Equal("202", $"{statistics.TxPackets}");
        Assert.Equal((ulong)wrong.Length, GuestCounters.TotalDrops(statistics));
        foreach (IGrouping<DropReason, byte[]> group in wrong.GroupBy(w => w.Reason, w => w.Frame))
            Assert.Equal((group.Key, (ulong)group.Count()), (group.Key, statistics.Drops[(int)group.Key]));
    }

    /// <summary>Ordinary sockets of the host's kernel, a TAP device, and the load generator that users have.</summary>
    [Fact]
    public void KeyValue_answers_the_load_generator()
    {
        Requires.Tool(HostTool.Qemu);
        string image = Images.Application("KeyValue");
        using TapNetwork network = Requires.Tap("10.10.0.1");
        using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Q35) { Network = network.Backend });
        qemu.WaitForText("keyvalue: ", s_timeout);
        string load = Path.Combine(AppContext.BaseDirectory, "KeyValue.Load.dll");
        ChildCommand command = new("dotnet", [load, "--seconds", "2", "--window", "16", "--batch", "4", "--keys", "500"]);
        ToolResult result = ToolResult.Of(network.Namespace.Enter(command), s_timeout);
        Assert.True(result.Status == 0, result.Error + result.Output + qemu.Describe());
        Assert.Contains("wrong       0", result.Output);
        Assert.Contains("latency     median", result.Output);
        TestContext.Current.SendDiagnosticMessage(result.Output);
    }

    [Theory]
    [InlineData("microvm")]
    [InlineData("pc")]
    public void L3Forward_routes_between_its_ports(string machine)
    {
        using var guest = new AppGuest(Images.Application("L3Forward"), machine, " routes", ports: 2);
        // Which device is the first port depends on the bus; the router says which it took.
        bool swapped = guest.Qemu.Console.Text.Contains($"10.0.1.1 at {SecondMac}");
        (FramePeer west, FramePeer east) = swapped ? (guest.Peers[1], guest.Peers[0]) : (guest.Peers[0], guest.Peers[1]);
        End westPort = new(swapped ? SecondMac : FirstMac, "10.0.1.1"), eastPort = new(swapped ? FirstMac : SecondMac, "10.0.2.1");
        End westHost = new("02:0a:00:00:01:02", "10.0.1.2", 1000), eastHost = new("02:0a:00:00:02:02", "10.0.2.2", 2000);

        AppGuest.AssertFrame(WireFrames.Arp(true, westPort, westHost), guest.Ask(west, WireFrames.Arp(false, westHost, westPort)));
        // The first packet finds out who the neighbour is, and is lost.
        west.Send(WireFrames.Datagram(westHost, eastHost with { Mac = westPort.Mac }, "lost"u8));
        AppGuest.AssertFrame(WireFrames.Arp(false, eastPort, eastHost), guest.Receive(east));
        east.Send(WireFrames.Arp(true, eastHost, eastPort));
        // A question behind its answer: when that is answered, both have been read.
        AppGuest.AssertFrame(WireFrames.Arp(true, eastPort, eastHost), guest.Ask(east, WireFrames.Arp(false, eastHost, eastPort)));
        for (byte i = 2; i < 100; i++)
        {
            AppGuest.AssertFrame(
                WireFrames.Datagram(westHost with { Mac = eastPort.Mac }, eastHost, new byte[i], timeToLive: (byte)(i - 1)),
                AskThrough(guest, west, east, WireFrames.Datagram(westHost, eastHost with { Mac = westPort.Mac }, new byte[i], timeToLive: i)));
            AppGuest.AssertFrame(
                WireFrames.Datagram(eastHost with { Mac = westPort.Mac }, westHost, "back"u8, timeToLive: 63),
                AskThrough(guest, east, west, WireFrames.Datagram(eastHost, westHost with { Mac = eastPort.Mac }, "back"u8)));
        }
        west.Send(WireFrames.Datagram(westHost, eastHost with { Mac = westPort.Mac }, "x"u8, timeToLive: 1));
        west.Send(WireFrames.Datagram(westHost, new End(westPort.Mac, "172.16.0.1"), "x"u8));
        PortStatistics statistics = guest.Counters("West", s => s.Drops[(int)DropReason.NoRoute] == 1);
        Assert.Equal(1UL, statistics.Drops[(int)DropReason.TimeToLive]);
        Assert.Equal(1UL, statistics.Drops[(int)DropReason.NoRoute]);
    }

    private static byte[] AskThrough(AppGuest guest, FramePeer from, FramePeer to, byte[] frame)
    {
        from.Send(frame);
        return guest.Receive(to);
    }

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    public void L2Forward_sends_every_frame_back_with_its_addresses_swapped(string machine)
    {
        using var guest = new AppGuest(Images.Application("L2Forward"), machine, "l2forward: ");
        foreach (byte[] frame in AnyFrames(count: 300, FirstMac))
            AppGuest.AssertFrame([.. frame[6..12], .. frame[..6], .. frame[12..]], guest.Ask(guest.Peer, frame));
        PortStatistics statistics = guest.Counters("Wan", s => s.TxPackets == 300);
        Assert.Equal((300UL, 300UL, 0UL), (statistics.RxPackets, statistics.TxPackets, GuestCounters.TotalDrops(statistics)));
    }

    [Fact]
    public void L2Forward_is_a_wire_of_two_ports()
    {
        string image = Images.Application("L2Forward.Ports");
        using var guest = new AppGuest(image, "q35", "l2forward: ", ports: 2);
        foreach (byte[] frame in AnyFrames(count: 100, FirstMac)) AppGuest.AssertFrame(frame, AskThrough(guest, guest.Peers[0], guest.Peers[1], frame));
        foreach (byte[] frame in AnyFrames(count: 100, SecondMac)) AppGuest.AssertFrame(frame, AskThrough(guest, guest.Peers[1], guest.Peers[0], frame));
    }

    [Fact]
    public void PacketReceive_counts_every_frame()
    {
        using var guest = new AppGuest(Images.Application("PacketReceive"), "q35", "packetreceive: ");
        byte[][] frames = [.. AnyFrames(count: 2000, FirstMac)];
        foreach (byte[] frame in frames) guest.Peer.Send(frame);
        PortStatistics statistics = guest.Counters("Wan", s => s.RxPackets == 2000);
        Assert.Equal((2000UL, (ulong)frames.Sum(f => f.Length)), (statistics.RxPackets, statistics.RxBytes));
    }

    [Fact]
    public void PacketSend_sends_as_many_as_the_command_line_says_and_ends()
    {
        using var guest = new AppGuest(Images.Application("PacketSend"), "q35", "packetsend: ", commandLine: "--bytes=200 --count 1000");
        End from = new(FirstMac, "198.18.0.1", 9), to = new("ff:ff:ff:ff:ff:ff", "198.18.0.2", 9);
        string expected = Convert.ToHexString(WireFrames.Datagram(from, to, new byte[200 - WireFrames.Payload]));
        for (int i = 0; i < 1000; i++) Assert.Equal(expected, Convert.ToHexString(guest.Receive(guest.Peer)));
        Assert.Null(guest.Peer.Receive(TimeSpan.FromMilliseconds(200)));
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), guest.Qemu.WaitForExit(s_timeout));
        Assert.Contains("wan: tx_good_packets 1000", guest.Qemu.Console.Text);
    }

    private static byte[] Request(byte[] payload) => WireFrames.Datagram(s_client, s_server, payload);
    private static byte[] Answer(byte[] payload) => WireFrames.Datagram(s_server, s_client, payload);

    /// <summary>Of all lengths, to one MAC address, so that no device filters them.</summary>
    private static IEnumerable<byte[]> AnyFrames(int count, string destination)
    {
        Random random = new(count);
        for (int i = 0; i < count; i++)
        {
            byte[] frame = new byte[random.Next(14, 1515)];
            random.NextBytes(frame);
            new End(destination, "").MacBytes.CopyTo(frame, 0);
            yield return frame;
        }
    }
}
