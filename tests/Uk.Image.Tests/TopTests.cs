// `uk top` of images that run: their counters and heap, read from outside while packets flow.

using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class TopTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    public void Counters_of_a_machine_are_those_of_its_traffic(string machine)
    {
        using var guest = new AppGuest(Images.PingResponder, machine, "ping responder: ");
        for (int i = 0; i < 200; i++) guest.Peer.Send(Frames.Ethernet(Frames.GuestMac, 0x88B5, new byte[46]));
        guest.Counters("Wan", statistics => statistics.RxPackets == 200);
        JsonElement program = Top(guest.Qemu.ProcessId);
        Assert.Equal(("PingResponder", "kvm"), (program.GetProperty("name").GetString(), program.GetProperty("target").GetString()));
        JsonElement queue = Assert.Single(program.GetProperty("queues").EnumerateArray());
        Assert.Equal((200, 200 * 60, 0), (Number(queue, "rxPackets"), Number(queue, "rxBytes"), Number(queue, "txPackets")));
        Assert.Equal(200, Number(queue.GetProperty("drops"), "UnknownProtocol"));
        // The one processor polls, whatever it is called by this QEMU.
        Assert.StartsWith("CPU 0/", Assert.Single(program.GetProperty("threads").EnumerateArray()).GetProperty("name").GetString());
        Assert.InRange(Number(program, "heapBytes"), 1, 100_000);
    }

    [Fact]
    public void Rates_of_a_process_are_those_of_its_backend()
    {
        Requires.Tool(Testpmd.Tool);
        using TemporaryFolder folder = TemporaryFolder.Create();
        using Testpmd backend = Testpmd.Start(new TestpmdOptions(TestpmdRole.Backend, folder.File("vhost"), "flowgen", Core: 0));
        using var program = ChildProcess.Start(new ChildCommand(Images.Published("apps/L2Forward", "linux"), [$"--port0=vhost-user:{folder.File("vhost")}"]), ChildInput.None);
        for (long start = Stopwatch.GetTimestamp(); backend.ReadCounters().Received < 10_000;)
            Assert.False(program.HasExited || Stopwatch.GetElapsedTime(start) > s_timeout, backend.Log);
        TestpmdCounters before = backend.ReadCounters();
        JsonElement top = Top(program.Id, interval: "1");
        TestpmdCounters after = backend.ReadCounters();
        Assert.Equal("linux", top.GetProperty("target").GetString());
        JsonElement queue = top.GetProperty("queues")[0];
        // What the backend has sent in between is more, because starting the tool takes a while.
        double rate = queue.GetProperty("rxPacketsPerSecond").GetDouble();
        Assert.InRange(rate, 1, after.Sent - before.Sent);
        Assert.InRange(queue.GetProperty("rxBitsPerSecond").GetDouble(), rate * 8 * 14, rate * 8 * 1514);
        Assert.InRange(Number(queue, "rxPackets"), before.Received, after.Sent);
        Assert.InRange(top.GetProperty("threads")[0].GetProperty("busy").GetDouble(), 0.01, 1.2);
    }

    /// <summary>Every kind of heap: what is read from outside is what the image says itself, but for the saying.</summary>
    [Theory]
    [InlineData("kvm", "bump", "")]
    [InlineData("kvm", "bump", "-p:SeveralLcores=true")]
    [InlineData("linux", "region", "")]
    [InlineData("linux", "collected", "")]
    public void The_heap_is_as_full_as_the_image_says(string target, string heap, string option)
    {
        if (target == "kvm") Requires.Tool(HostTool.Qemu);
        string[] options = option.Length == 0 ? [] : [option];
        string image = AppImage.Publish(System.IO.Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/HeapUse"), target, [$"-p:UkHeap={heap}", .. options]);
        using var uk = ChildProcess.Start(target == "kvm" ? UkCommand.Command("run", image, "--accel", "tcg") : new ChildCommand(image, []), ChildInput.None);
        Match said = Regex.Match(uk.StandardOutput.ReadLine() ?? "", @"^uses (\d+) bytes");
        Assert.True(said.Success);
        long used = long.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.InRange(Number(Top("HeapUse"), "heapBytes"), used, used + 4096);
    }

    internal static JsonElement Top(int process, string interval = "0.2") => Top(process.ToString(CultureInfo.InvariantCulture), interval);

    private static JsonElement Top(string program, string interval = "0.2")
    {
        using JsonDocument json = JsonDocument.Parse(UkCommand.Run("top", program, "--once", "--json", "--interval", interval).OutputOrThrow());
        return json.RootElement.GetProperty("programs")[0].Clone();
    }

    private static long Number(JsonElement of, string name) => of.GetProperty(name).GetInt64();
}
