using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Libs.Tests.Net;
using Uk.Platform;
using Uk.Port.Host;
using Uk.Sched;
using Xunit;

namespace Uk.Libs.Tests.HostPorts;

using Driver = HostPort<TestPool<HostPortTests>, HostPortTests.Options>;
using Pool = TestPool<HostPortTests>;
using Port = EthDev<
    HostPort<TestPool<HostPortTests>, HostPortTests.Options>,
    TestPool<HostPortTests>,
    RunToCompletion<HostPlatform>,
    NobodyObserves,
    HostPortTests.Options>;

public sealed class HostPortTests : IDisposable
{
    internal struct Options : IPortOptions
    {
        public static string Name => "Wan";
    }

    private readonly TempFolder _folder = new();

    public HostPortTests()
    {
        Pool.Create(mbufs: 64, dataRoom: 1600);
        PortCounters<Options>.Statistics = default;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Frames_go_from_file_to_file_and_the_port_ends()
    {
        Capture capture = new();
        byte[][] frames = [.. Enumerable.Range(0, 100).Select(i => Enumerable.Repeat((byte)i, 60 + i).ToArray())];
        foreach (byte[] frame in frames)
            capture.Frame(frame);
        Open(capture);
        Burst burst = default;
        int bursts = 0;
        while (Port.RxBurst(ref burst))
        {
            bursts++;
            Port.TxBurst(ref burst);
        }
        Assert.Equal(4, bursts);
        Driver.Close();
        Assert.Equal(frames, ReadOutput());
        Assert.Equal(100UL, Port.Statistics.RxPackets);
        Assert.Equal(100UL, Port.Statistics.TxPackets);
        Assert.Equal((ulong)frames.Sum(f => f.Length), Port.Statistics.TxBytes);
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    /// <summary>A whole application on the host, composed by hand, against the capture of the real Click.</summary>
    [Fact]
    public void The_ping_responder_answers_a_capture_as_Click_does()
    {
        string golden = Path.Combine(AppContext.BaseDirectory, "Golden");
        Open($"pcap:{golden}/ping-responder.in0.pcap,{_folder.File("out.pcap")}", "00:15:17:15:5d:75");
        Burst burst = default;
        while (Port.RxBurst(ref burst))
        {
            foreach (ref Mbuf packet in burst)
                EchoResponder.Answer(ref packet, Port.MacAddress, Frames.OurAddress);
            Port.TxBurst(ref burst);
        }
        Driver.Close();
        Assert.Equal(Read(Path.Combine(golden, "ping-responder.out1.pcap")), ReadOutput());
        Assert.Equal(
            "port 0 (Wan): rx 12 packets 2140 bytes, tx 5 packets 1674 bytes, " +
            "drops BadLength 1, BadChecksum 1, UnknownProtocol 4, NotForUs 1",
            HostPortReport.Format("port 0 (Wan)", Port.Statistics));
    }

    [Fact]
    public void Sent_frames_are_in_the_file_before_it_is_closed()
    {
        Capture capture = new();
        capture.Frame(new byte[60]);
        Open(capture);
        Burst burst = default;
        Assert.True(Port.RxBurst(ref burst));
        Port.TxBurst(ref burst);
        Assert.Single(ReadOutput());
        Driver.Close();
        Driver.Close();
        Assert.Single(ReadOutput());
    }

    [Fact]
    public void Frames_that_do_not_fit_and_frames_cut_by_the_capture_are_counted()
    {
        Capture capture = new();
        capture.Frame(new byte[1600]);
        capture.Frame(new byte[1601]);
        capture.Record(60, 1514, new byte[60]);
        capture.Frame(new byte[60]);
        Open(capture);
        Burst burst = default;
        Assert.Equal(2, Port.TryRxBurst(ref burst));
        Assert.Equal(1UL, Port.Statistics.Drops[(int)DropReason.Oversize]);
        Assert.Equal(1UL, Port.Statistics.Drops[(int)DropReason.Truncated]);
        Port.TxBurst(ref burst);
        Assert.Equal([1600, 60], ReadOutput().Select(f => f.Length));
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    [Fact]
    public void Nothing_is_lost_while_the_pool_is_empty()
    {
        Pool.Create(mbufs: 3, dataRoom: 1600);
        Capture capture = new();
        for (int i = 0; i < 5; i++)
            capture.Frame([(byte)i]);
        Open(capture);
        Burst burst = default, later = default;
        Assert.Equal(3, Port.TryRxBurst(ref burst));
        Assert.Equal(0, Port.TryRxBurst(ref later));
        Assert.False(Driver.Ended);
        Port.TxBurst(ref burst);
        Assert.Equal(2, Port.TryRxBurst(ref later));
        Port.TxBurst(ref later);
        Assert.Equal([0, 1, 2, 3, 4], ReadOutput().Select(f => f[0]));
    }

    [Fact]
    public void A_flood_of_frames_to_drop_does_not_hold_the_caller()
    {
        Capture capture = new();
        for (int i = 0; i < 100; i++)
            capture.Frame(new byte[1601]);
        Open(capture);
        Burst burst = default;
        Assert.Equal(0, Port.TryRxBurst(ref burst));
        Assert.Equal(32UL, Port.Statistics.Drops[(int)DropReason.Oversize]);
        Assert.False(Driver.Ended);
        Assert.False(Port.RxBurst(ref burst));
        Assert.Equal(100UL, Port.Statistics.Drops[(int)DropReason.Oversize]);
    }

    [Fact]
    public void Frames_before_the_place_where_a_file_is_cut_off_are_delivered()
    {
        Capture capture = new();
        capture.Frame([1]);
        capture.Frame([2]);
        File.WriteAllBytes(_folder.File("in.pcap"), capture.Bytes[..^1]);
        HostBackend backend = new PcapBackend(_folder.File("in.pcap"), "");
        byte[] room = new byte[100];
        Assert.True(backend.TryReceive(room, out int length, out _));
        Assert.Equal(1, length);
        Assert.False(backend.TryReceive(room, out _, out _));
        Assert.False(backend.Ended);
        var problem = Assert.Throws<HostPortException>(() => backend.TryReceive(room, out _, out _));
        Assert.Contains("frame 2", problem.Message);
    }

    [Fact]
    public void A_port_without_input_has_ended_and_can_send()
    {
        Open($"pcap:,{_folder.File("out.pcap")}");
        Burst burst = default;
        Assert.False(Port.RxBurst(ref burst));
        unsafe
        {
            Mbuf* packet = Pool.Allocate();
            Assert.True(packet->TrySetLength(77));
            burst.Add(packet);
        }
        Assert.Equal(1, Port.TxBurst(ref burst));
        Assert.Equal([77], ReadOutput().Select(f => f.Length));
    }

    [Fact]
    public void A_null_port_is_up_receives_nothing_and_swallows_all()
    {
        Open("null");
        Burst burst = default;
        Assert.True(Driver.LinkUp);
        Assert.Equal(0, Port.TryRxBurst(ref burst));
        Assert.False(Driver.Ended);
        unsafe
        {
            burst.Add(Pool.Allocate());
        }
        Assert.Equal(1, Port.TxBurst(ref burst));
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    [Theory]
    [InlineData("pcap:missing/in.pcap", "missing/in.pcap")]
    [InlineData("pcap:,missing/out.pcap", "missing/out.pcap")]
    [InlineData("pcap:/", "'/'")]
    public void Files_that_cannot_be_opened_are_named(string option, string message)
    {
        var problem = Assert.Throws<HostPortException>(() => Open(option));
        Assert.Contains(message, problem.Message);
    }

    /// <summary>/dev/full: every write fails as on a full disk.</summary>
    [Fact]
    public void A_full_disk_is_reported()
    {
        var problem = Assert.Throws<HostPortException>(() => Open("pcap:,/dev/full"));
        Assert.Contains("/dev/full", problem.Message);
    }

    [Fact]
    public void A_report_without_drops_says_so() =>
        Assert.Equal(
            "port 1: rx 0 packets 0 bytes, tx 0 packets 0 bytes, drops none", HostPortReport.Format("port 1", default));

    private void Open(Capture capture)
    {
        File.WriteAllBytes(_folder.File("in.pcap"), capture.Bytes);
        Open($"pcap:{_folder.File("in.pcap")},{_folder.File("out.pcap")}");
    }

    private static void Open(string port, string mac = "02:00:00:00:00:01") =>
        Driver.Open(HostPortSettings.Parse(["--port0", port, "--mac0", mac], _ => null, 0));

    private List<byte[]> ReadOutput() => Read(_folder.File("out.pcap"));

    private static List<byte[]> Read(string path)
    {
        List<byte[]> frames = [];
        using PcapReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), path);
        while (reader.TryRead(out PcapFrame frame))
            frames.Add(frame.Bytes.ToArray());
        return frames;
    }
}
