// Ports of an image for linux against real peers: the kernel's network stack, capture files, DPDK.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class LinuxPortTests
{
    private const string Guest = "10.10.0.3";
    private static readonly TimeSpan s_timeout = Patience.Long;

    private static string PingResponder => Images.Published("apps/PingResponder", "linux");
    private static string L2Forward => Images.Published("apps/L2Forward", "linux");

    [Fact]
    public void Tap_answers_the_kernels_ping()
    {
        string image = PingResponder;
        using TapNetwork network = Requires.Tap("10.10.0.1");
        using ChildProcess program = StartIn(network.Namespace, image, "--port0=tap:uk0");
        PingResult ping = network.Ping(Guest, 50, TimeSpan.FromMilliseconds(2), patience: s_timeout);
        Assert.Equal(50, ping.Received);
        // Longer than a frame: the kernel sends fragments, which nobody answers, and goes on.
        Assert.Equal(0, network.Ping(Guest, 1, TimeSpan.FromMilliseconds(2), TimeSpan.FromSeconds(1), payloadBytes: 3000).Received);
        Assert.Equal(5, network.Ping(Guest, 5, TimeSpan.FromMilliseconds(2), s_timeout, payloadBytes: 1400).Received);
        Assert.False(program.HasExited);
    }

    [Fact]
    public void Packet_socket_answers_ping_over_a_pair_of_interfaces()
    {
        string image = PingResponder;
        using TapNetwork network = Requires.Tap("10.20.0.1");
        foreach (string arguments in (string[])
            ["link add near type veth peer name far", "address add 10.10.0.1/24 dev near", "link set near up", "link set far up"])
            Assert.Equal(0, network.Namespace.Run(s_timeout, HostTool.Ip, arguments.Split(' ')).Status);
        using ChildProcess program = StartIn(network.Namespace, image, "--port0", "af_packet:far");
        PingResult ping = network.Ping(Guest, 50, TimeSpan.FromMilliseconds(2), patience: s_timeout);
        Assert.Equal(50, ping.Received);
        Assert.Equal(5, network.Ping(Guest, 5, TimeSpan.FromMilliseconds(2), s_timeout, payloadBytes: 1400).Received);
    }

    [Fact]
    public void Capture_goes_in_and_answers_come_out()
    {
        using TemporaryFolder folder = TemporaryFolder.Create();
        List<byte[]> frames = [];
        for (int i = 0; i < 1000; i++)
        {
            byte[] frame = new byte[14 + i % 1500];
            new Random(i).NextBytes(frame);
            frames.Add(frame);
        }
        CaptureFile.Write(folder.File("in.pcap"), frames);
        ToolResult result = Run(L2Forward, $"--port0=pcap:{folder.File("in.pcap")},{folder.File("out.pcap")}", "--mac0=02:11:22:33:44:55");
        Assert.Equal(0, result.Status);
        Assert.Contains("02:11:22:33:44:55", result.Output);
        List<byte[]> answers = CaptureFile.Read(folder.File("out.pcap"));
        Assert.Equal(frames.Select(frame => (byte[])[.. frame[6..12], .. frame[..6], .. frame[12..]]), answers);
    }

    [Fact]
    public void Capture_that_is_cut_off_is_answered_up_to_there()
    {
        using TemporaryFolder folder = TemporaryFolder.Create();
        CaptureFile.Write(folder.File("in.pcap"), [new byte[60], new byte[61], new byte[62]]);
        byte[] whole = File.ReadAllBytes(folder.File("in.pcap"));
        File.WriteAllBytes(folder.File("cut.pcap"), whole[..^10]);
        ToolResult result = Run(L2Forward, $"--port0=pcap:{folder.File("cut.pcap")},{folder.File("out.pcap")}");
        Assert.Equal(1, result.Status);
        Assert.Contains($"error: port 0: '{folder.File("cut.pcap")}' is cut off in frame 3: 52 of its 62 bytes are there.", result.Error);
        Assert.Equal([60, 61], CaptureFile.Read(folder.File("out.pcap")).Select(frame => frame.Length));
    }

    /// <summary>What the .NET process says of the same files, and its status: one reading of capture files for both.</summary>
    [Theory]
    [InlineData("frame", "is cut off in frame 3: 52 of its 62 bytes are there")]
    [InlineData("record", "is cut off in frame 3: 7 of the 16 bytes of its header are there")]
    [InlineData("huge", "is broken at frame 2: it claims 2147483648 bytes, and no frame has more than 262144")]
    [InlineData("grown", "is broken at frame 2: it claims 61 bytes of a frame of 60")]
    [InlineData("header", "is cut off: it has 23 of the 24 bytes of its header")]
    [InlineData("version", "is of pcap version 2.3; only 2.4 can be read")]
    [InlineData("link", "has frames of link type 101 (field 0x65); only Ethernet (1) can be read")]
    [InlineData("pcapng", "is a pcapng file. Convert it: editcap -F pcap")]
    [InlineData("text", "is no capture file: it starts with 0x68656c6c")]
    [InlineData("short", "is no capture file: it has 2 bytes")]
    public void Capture_that_cannot_be_read_is_named_with_the_place(string damage, string message)
    {
        using TemporaryFolder folder = TemporaryFolder.Create();
        string input = folder.File("in.pcap");
        CaptureFile.Write(input, [new byte[60], new byte[61], new byte[62]]);
        File.WriteAllBytes(input, Damaged(File.ReadAllBytes(input), damage));
        ToolResult result = Run(L2Forward, $"--port0=pcap:{input}");
        Assert.Equal((1, true), (result.Status, result.Error.Contains(message)));
        Assert.Contains($"error: port 0: '{input}' ", result.Error);
    }

    private static byte[] Damaged(byte[] whole, string damage)
    {
        const int Second = 24 + 16 + 60, Third = Second + 16 + 61;
        switch (damage)
        {
            case "frame": return whole[..^10];
            case "record": return whole[..(Third + 7)];
            case "huge": BitConverter.TryWriteBytes(whole.AsSpan(Second + 8), 0x8000_0000u); break;
            case "grown": BitConverter.TryWriteBytes(whole.AsSpan(Second + 12), 60u); break;
            case "header": return whole[..23];
            case "version": whole[6] = 3; break;
            case "link": whole[20] = 101; break;
            case "pcapng": BitConverter.TryWriteBytes(whole, 0x0A0D_0D0Au); break;
            case "text": return "hello, world"u8.ToArray();
            case "short": return whole[..2];
        }
        return whole;
    }

    /// <summary>Both byte orders, both resolutions, a check sequence of none and of four bytes, frames beyond the file's limit.</summary>
    [Theory]
    [InlineData(0xA1B2_C3D4, false, 0x0400_0001u, 0)]
    [InlineData(0xA1B2_C3D4, true, 0x2400_0001u, 4)]
    [InlineData(0xA1B2_3C4D, false, 0x2400_0001u, 4)]
    [InlineData(0xA1B2_3C4D, true, 1u, 0)]
    public void Every_form_of_a_capture_is_read(uint magic, bool bigEndian, uint linkType, int checkSequence)
    {
        using TemporaryFolder folder = TemporaryFolder.Create();
        var file = new MemoryStream();
        void Put(params ReadOnlySpan<uint> words)
        {
            foreach (uint word in words)
            {
                byte[] bytes = BitConverter.GetBytes(word);
                if (bigEndian) Array.Reverse(bytes);
                file.Write(bytes);
            }
        }
        Put(magic, bigEndian ? 0x0002_0004u : 0x0004_0002u, 0, 0, 32, linkType);
        int[] lengths = [60, 1000, 64];
        foreach (int length in lengths)
        {
            Put(1, 2, (uint)(length + checkSequence), (uint)(length + checkSequence));
            file.Write(new byte[length + checkSequence]);
        }
        File.WriteAllBytes(folder.File("in.pcap"), file.ToArray());
        ToolResult result = Run(L2Forward, $"--port0=pcap:{folder.File("in.pcap")},{folder.File("out.pcap")}");
        Assert.Equal(0, result.Status);
        Assert.Equal(lengths, CaptureFile.Read(folder.File("out.pcap")).Select(frame => frame.Length));
    }

    [Theory]
    [InlineData("nonsense", "vhost-user:<socket>")]
    [InlineData("pcap:/nowhere/in.pcap", "there is no such file")]
    [InlineData("pcap:/etc/hostname", "is no capture file")]
    [InlineData("af_packet:nothere", "find the interface 'nothere'")]
    [InlineData("tap:aninterfacewithalongname", "aninterfacewithalongname")]
    public void Wrong_option_ends_the_program_with_a_message(string port, string message)
    {
        ToolResult result = Run(L2Forward, "--port0", port);
        Assert.NotEqual(0, result.Status);
        Assert.Contains(message, result.Output + result.Error);
    }

    [Fact]
    public void Environment_chooses_where_the_command_line_does_not()
    {
        using TemporaryFolder folder = TemporaryFolder.Create();
        CaptureFile.Write(folder.File("in.pcap"), [new byte[60]]);
        var command = new ChildCommand("env", [$"UK_PORT0=pcap:{folder.File("in.pcap")},{folder.File("out.pcap")}", "UK_MAC0=02:00:00:00:00:77", L2Forward]);
        ToolResult result = ToolResult.Of(command, s_timeout);
        Assert.Contains("02:00:00:00:00:77", result.OutputOrThrow());
        Assert.Single(CaptureFile.Read(folder.File("out.pcap")));
    }

    /// <summary>DPDK sends, takes back and is killed, with packets in all rings; the image waits, and goes on with the next.</summary>
    [Fact]
    public void Backend_that_is_killed_and_started_anew_is_served_again()
    {
        Requires.Tool(Testpmd.Tool);
        string image = L2Forward;
        using TemporaryFolder folder = TemporaryFolder.Create();
        var options = new TestpmdOptions(TestpmdRole.Backend, folder.File("vhost"), "flowgen", Core: 0);
        using ChildProcess program = ChildProcess.Start(new ChildCommand(image, [$"--port0=vhost-user:{options.Socket}"]), ChildInput.None);
        for (int round = 0; round < 3; round++)
        {
            using Testpmd backend = Testpmd.Start(options);
            long received = WaitForPackets(backend, 100_000);
            Assert.False(program.HasExited, $"{received} packets, then the image ended");
            // As a crash: no message, no reset.
            using (Process process = Process.GetProcessById(backend.ForwardingProcessId)) process.Kill();
            Assert.True(SpinWait.SpinUntil(() => backend.HasExited, s_timeout));
            File.Delete(options.Socket);
        }
        Assert.False(program.HasExited);
    }

    [Fact]
    public void What_DPDK_sends_comes_back_once()
    {
        Requires.Tool(Testpmd.Tool);
        using TemporaryFolder folder = TemporaryFolder.Create();
        var options = new TestpmdOptions(TestpmdRole.Backend, folder.File("vhost"), "flowgen", Core: 0);
        using Testpmd backend = Testpmd.Start(options);
        using ChildProcess program = ChildProcess.Start(new ChildCommand(L2Forward, [$"--port0=vhost-user:{options.Socket}"]), ChildInput.None);
        WaitForPackets(backend, 300_000);
        backend.Say("stop");
        backend.WaitFor("Telling cores to stop");
        // The image goes on until it has seen all. What nobody takes any more waits in its transmit ring, and what that has no
        // room for it drops: how many depends on when the backend's processor was another's, so it is the image that says it.
        TestpmdCounters counters;
        long received, transmitted, dropped;
        long start = Stopwatch.GetTimestamp();
        do
        {
            counters = backend.ReadCounters();
            JsonElement queue = TopTests.Top(program.Id).GetProperty("queues")[0];
            (received, transmitted) = (queue.GetProperty("rxPackets").GetInt64(), queue.GetProperty("txPackets").GetInt64());
            dropped = queue.GetProperty("drops").EnumerateObject().Sum(reason => reason.Value.GetInt64());
        }
        while ((received != counters.Sent || transmitted + dropped != received) && Stopwatch.GetElapsedTime(start) < s_timeout);
        Assert.Equal(counters.Sent, received);
        Assert.Equal(received, transmitted + dropped);
        Assert.InRange(transmitted - counters.Received, 0, options.Descriptors);
    }

    /// <summary><c>build/bench.sh soak</c> does it with a hundred million.</summary>
    [Fact]
    public void Every_mbuf_is_accounted_for_after_a_million_frames()
    {
        Requires.Tool(Testpmd.Tool);
        string image = Images.Published("tests/images/ForwardSoak", "linux");
        using TemporaryFolder folder = TemporaryFolder.Create();
        using Testpmd backend = Testpmd.Start(new TestpmdOptions(TestpmdRole.Backend, folder.File("vhost"), "flowgen", Core: 0));
        using ChildProcess program = ChildProcess.Start(new ChildCommand(image, [$"--port0=vhost-user:{folder.File("vhost")}", "--frames=1000000"]), ChildInput.None);
        string output = "";
        while (program.StandardOutput.ReadLine() is { } line)
        {
            output += line + "\n";
            if (line.Contains("balance", StringComparison.Ordinal)) backend.Dispose();
        }
        Assert.Contains(", 0 otherwise\nsoak: balance 0\n", output);
        Assert.Contains("soak: 1023 of 1023 mbufs, 1023 of them once", output);
    }

    private static long WaitForPackets(Testpmd backend, long count)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            TestpmdCounters counters = backend.ReadCounters();
            if (counters.Received >= count) return counters.Received;
            Assert.True(Stopwatch.GetElapsedTime(start) < s_timeout, $"{counters.Received} packets came back of {counters.Sent}: {backend.Log}");
            Thread.Sleep(50);
        }
    }

    private static ChildProcess StartIn(NetworkNamespace inside, string image, params string[] arguments) =>
        ChildProcess.Start(new ChildCommand(image, [.. arguments]), ChildInput.None, inside.Enter);

    private static ToolResult Run(string image, params string[] arguments) => ToolResult.Of(new ChildCommand(image, [.. arguments]), s_timeout);
}
