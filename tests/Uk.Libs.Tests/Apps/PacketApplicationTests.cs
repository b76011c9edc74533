using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Uk.Libs.Tests.HostPorts;
using Uk.Tests.Wire;
using Xunit;

namespace Uk.Libs.Tests.Apps;

/// <summary>Every application with packets, from a capture file to a capture file.</summary>
public sealed class PacketApplicationTests : IDisposable
{
    private static readonly End s_client = new("02:00:00:00:00:0a", "10.10.0.1", 40_000);
    private static readonly End s_server = new("02:00:00:00:00:01", "10.10.0.3", 11_411);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task KeyValue_answers_a_capture()
    {
        byte[] set = StoreRow.Request(1, StoreRow.Set("color", "green")), get = StoreRow.Request(2, StoreRow.Get("color"), StoreRow.Get("size"));
        byte[] tooShort = StoreRow.Request(3, StoreRow.Get("color"))[..^8];
        string input = AppProcess.Write(_folder, "in.pcap",
            [WireFrames.Arp(false, s_client, s_server), Ask(set), Ask(tooShort), Ask(get), WireFrames.With(Ask(get), 60, 0xFF), WireFrames.With(Ask(get), 20, 0x20)]);
        string output = _folder.File("out.pcap");
        AppOutcome outcome = await AppProcess.Run("KeyValue", "--port0", $"pcap:{input},{output}");

        Assert.True(outcome.Status == 0, outcome.Errors);
        Assert.Contains("keyvalue: 02:00:00:00:00:01 serves 65536 keys at 10.10.0.3, UDP port 11411", outcome.Output);
        Assert.Contains("keyvalue: 1 keys at the end", outcome.Output);
        Assert.Contains("wan: drop_bad_length 1\nwan: drop_bad_checksum 1\nwan: drop_fragment 1\n", outcome.Output);
        Assert.Contains("drops BadLength 1, BadChecksum 1, Fragment 1", outcome.PortLine(0));
        Assert.Equal(
            AppProcess.Hex(
                WireFrames.Arp(true, s_server, s_client),
                Answer(StoreRow.Response(1, StoreRow.Set("color", "green"))),
                Answer(StoreRow.Response(2, new StoreRow(1, "color", "green"), StoreRow.Get("size") with { Status = 1 }))),
            AppProcess.Read(output));
        string[] decoded = await AppProcess.Decode(output);
        Assert.Equal(2, decoded.Count(line => line.Contains("10.10.0.3.11411 > 10.10.0.1.40000: [udp sum ok] UDP")));
        Assert.DoesNotContain(decoded, line => line.Contains("bad"));
    }

    [Fact]
    public async Task KeyValue_serves_the_address_that_it_is_given_and_no_other()
    {
        string input = AppProcess.Write(_folder, "in.pcap", [WireFrames.Arp(false, s_client, s_server), WireFrames.Arp(false, s_client, s_server with { Address = "192.0.2.7" })]);
        string output = _folder.File("out.pcap");
        AppOutcome outcome = await AppProcess.Run("KeyValue", "--port0", $"pcap:{input},{output}", "--address", "192.0.2.7");
        Assert.True(outcome.Status == 0, outcome.Errors);
        Assert.Equal(AppProcess.Hex(WireFrames.Arp(true, s_server with { Address = "192.0.2.7" }, s_client)), AppProcess.Read(output));

        AppOutcome refused = await AppProcess.Run("KeyValue", "--port0", $"pcap:{input}", "--address", "224.0.0.1");
        Assert.NotEqual(0, refused.Status);
        Assert.Contains("--address is the IPv4 address of the server", refused.Errors);
    }

    [Fact]
    public async Task L3Forward_routes_between_two_captures()
    {
        End west = new("02:00:00:00:00:01", "10.0.1.1"), east = new("02:00:00:00:00:02", "10.0.2.1");
        End host = new("02:0a:00:00:01:02", "10.0.1.2", 1000), farHost = new("02:00:0a:00:02:fe", "192.168.9.9", 2000), eastHost = new("", "10.0.2.2", 7);
        string fromWest = AppProcess.Write(_folder, "west-in.pcap",
        [
            WireFrames.Arp(false, host, west),
            WireFrames.Datagram(host, farHost with { Mac = west.Mac }, new byte[100]),
            WireFrames.Datagram(host, eastHost with { Mac = west.Mac }, new byte[5]),
            WireFrames.Datagram(host, new End(west.Mac, "172.16.0.1"), "x"u8),
            WireFrames.Datagram(host, farHost with { Mac = west.Mac }, "x"u8, timeToLive: 1),
        ]);
        string fromEast = AppProcess.Write(_folder, "east-in.pcap", [WireFrames.Datagram(farHost, host with { Mac = east.Mac }, "back"u8, timeToLive: 9)]);
        string westOut = _folder.File("west.pcap"), eastOut = _folder.File("east.pcap");
        AppOutcome outcome = await AppProcess.Run("L3Forward", "--port0", $"pcap:{fromWest},{westOut}", "--port1", $"pcap:{fromEast},{eastOut}");

        Assert.True(outcome.Status == 0, outcome.Errors);
        Assert.Contains("l3forward: 10.0.1.1 at 02:00:00:00:00:01, 10.0.2.1 at 02:00:00:00:00:02, 5 routes", outcome.Output);
        Assert.Equal(
            AppProcess.Hex(WireFrames.Arp(true, west, host), WireFrames.Datagram(farHost with { Mac = west.Mac }, host, "back"u8, timeToLive: 8)),
            AppProcess.Read(westOut));
        Assert.Equal(
            AppProcess.Hex(WireFrames.Datagram(host with { Mac = east.Mac }, farHost, new byte[100], timeToLive: 63), WireFrames.Arp(false, east, eastHost)),
            AppProcess.Read(eastOut));
        Assert.EndsWith("drops NoRoute 1, TimeToLive 1, NoNeighbour 1", outcome.PortLine(0));
        Assert.EndsWith("drops none", outcome.PortLine(1));
        Assert.Contains("west: drop_no_route 1\nwest: drop_time_to_live 1\nwest: drop_no_neighbour 1\n", outcome.Output);
        Assert.Contains(await AppProcess.Decode(eastOut), line => line.Contains("ttl 63") && line.Contains("10.0.1.2.1000 > 192.168.9.9.2000: [udp sum ok] UDP, length 100"));
    }

    [Fact]
    public async Task L2Forward_swaps_addresses()
    {
        byte[][] frames = [.. AnyFrames(count: 1000)];
        string input = AppProcess.Write(_folder, "in.pcap", [.. frames, new byte[11]]), output = _folder.File("out.pcap");
        AppOutcome outcome = await AppProcess.Run("L2Forward", "--port0", $"pcap:{input},{output}");
        Assert.True(outcome.Status == 0, outcome.Errors);
        Assert.Equal(AppProcess.Hex([.. frames.Select(f => (byte[])[.. f[6..12], .. f[..6], .. f[12..]])]), AppProcess.Read(output));
        Assert.Contains("wan: rx_good_packets 1001\n", outcome.Output);
        Assert.Contains("wan: tx_good_packets 1000\n", outcome.Output);
        Assert.Contains("wan: drop_truncated 1\n", outcome.Output);
    }

    [Fact]
    public async Task L2Forward_is_a_wire_of_two_ports()
    {
        byte[][] there = [.. AnyFrames(count: 300)], back = [.. AnyFrames(count: 70)];
        string thereIn = AppProcess.Write(_folder, "there.pcap", there), backIn = AppProcess.Write(_folder, "back.pcap", back);
        string wan = _folder.File("wan.pcap"), lan = _folder.File("lan.pcap");
        AppOutcome outcome = await AppProcess.Run("L2Forward.Ports", "--port0", $"pcap:{thereIn},{wan}", "--port1", $"pcap:{backIn},{lan}");
        Assert.True(outcome.Status == 0, outcome.Errors);
        Assert.Equal(AppProcess.Hex(there), AppProcess.Read(lan));
        Assert.Equal(AppProcess.Hex(back), AppProcess.Read(wan));
        Assert.EndsWith("drops none", outcome.PortLine(0));
    }

    [Fact]
    public async Task PacketReceive_counts()
    {
        byte[][] frames = [.. AnyFrames(count: 500)];
        AppOutcome outcome = await AppProcess.Run("PacketReceive", "--port0", $"pcap:{AppProcess.Write(_folder, "in.pcap", frames)}");
        Assert.True(outcome.Status == 0, outcome.Errors);
        Assert.Contains($"wan: rx_good_packets 500\nwan: rx_good_bytes {frames.Sum(f => f.Length)}\n", outcome.Output);
    }

    [Fact]
    public async Task PacketSend_sends_as_many_as_it_is_told()
    {
        string output = _folder.File("out.pcap");
        AppOutcome outcome = await AppProcess.Run("PacketSend", "--port0", $"pcap:,{output}", "--count=1000", "--bytes=200");
        Assert.True(outcome.Status == 0, outcome.Errors);
        End from = new("02:00:00:00:00:01", "198.18.0.1", 9), to = new("ff:ff:ff:ff:ff:ff", "198.18.0.2", 9);
        string expected = Convert.ToHexString(WireFrames.Datagram(from, to, new byte[200 - WireFrames.Payload]));
        Assert.Equal(Enumerable.Repeat(expected, 1000), AppProcess.Read(output));
        Assert.All(await AppProcess.Decode(output), line => Assert.Contains("[udp sum ok]", line));

        AppOutcome refused = await AppProcess.Run("PacketSend", "--port0", "null", "--bytes=59");
        Assert.NotEqual(0, refused.Status);
        Assert.Contains("--bytes is the length of a frame", refused.Errors);
    }

    private static byte[] Ask(byte[] payload) => WireFrames.Datagram(s_client, s_server, payload);
    private static byte[] Answer(byte[] payload) => WireFrames.Datagram(s_server, s_client, payload);

    private static IEnumerable<byte[]> AnyFrames(int count)
    {
        Random random = new(count);
        for (int i = 0; i < count; i++)
        {
            byte[] frame = new byte[random.Next(14, 1515)];
            random.NextBytes(frame);
            yield return frame;
        }
    }
}
