// The structures of the data plane, and what looks on at a port, in images; and that they are not in those that do not
// ask for them.

using System;
using System.Text.RegularExpressions;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed partial class DataPlaneTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    private const string Said = """
        ring: 12 of 16, 7a68866ef79ca61d
        packets: 20, True, 240 bytes in 3, 22 in use
        packets: 0 in use, 63 available
        hash: 7000 added, 4666 left, 42 found, 8
        routes: 1 2 3 4 2 True, then 3
        histogram: 100000 values, half 50175, most 100000, all 100000
        clock: goes
        """;

    [Fact]
    public void Structures_work_in_a_machine()
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.Probe("Structures"), GuestMachine.Microvm) { Memory = new MemorySize(96 << 10) };
        using var qemu = QemuProcess.Start(options);
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal(Said, qemu.Console.Text.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public void Structures_work_in_a_process()
    {
        string image = Images.Published("tests/Uk.Image.Tests/Probes/Structures", "linux");
        ToolResult result = ToolResult.Of(new ChildCommand(image, []), s_timeout);
        Assert.Equal((Said, 0), (result.Output.Trim(), result.Status));
    }

    /// <summary>Mbufs go through the caches of two lcores and the ring behind them, and none is lost.</summary>
    [Fact]
    public void No_mbuf_is_lost_between_lcores_of_a_process()
    {
        string image = Images.Published("tests/Uk.Image.Tests/Probes/TwoLcores", "linux");
        ToolResult result = ToolResult.Of(new ChildCommand(image, []), s_timeout);
        Assert.Equal((Passed, 0), (result.Output.Trim(), result.Status));
        Assert.Contains(GuestSymbols.Load(image + ".dbg").All, symbol => symbol.Name.Contains("Uk_Mempool") && symbol.Name.Contains("Refill"));
    }

    [Fact]
    public void No_mbuf_is_lost_between_lcores_of_a_machine()
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.Probe("TwoLcores"), GuestMachine.Microvm) { Memory = new MemorySize(4096), Processors = 2 };
        using var qemu = QemuProcess.Start(options);
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal(Passed, qemu.Console.Text.Trim());
    }

    private const string Passed = "passed on: 20000, in use: 0, capacity: 255";

    [Fact]
    public void Observers_see_what_passes()
    {
        Requires.Tool(HostTool.Qemu);
        using var peer = new FramePeer();
        var options = new QemuOptions(Images.Probe("Observed"), GuestMachine.Microvm) { Memory = new MemorySize(4096), Network = peer.Backend };
        using var qemu = QemuProcess.Start(options);
        qemu.WaitForText("ready", s_timeout);
        for (int i = 1; i <= 100; i++)
        {
            peer.Send(Frames.Ethernet(Frames.GuestMac, 0x88B5, BitConverter.GetBytes(i)));
            // The last answer may still be on its way when the machine ends.
            if (i < 100) Assert.True(peer.Receive(s_timeout) is not null, qemu.Describe());
        }
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        string text = qemu.Console.Text;
        Assert.Contains("latency: 100 packets, True, True", text);
        Assert.Contains("stages: 100 in, 100 out, True", text);
        Assert.Matches(LastRecord(), text);
        Assert.Contains("rx_good_packets: 100", text);
        Assert.Contains("tx_good_packets: 100", text);
    }

    /// <summary>The frame with the number 100, after the address of the guest and its own.</summary>
    [GeneratedRegex(@"trace: 16 records, \d+\.\d{9} tx 0/0 \d+ [0-9a-f]{24}88b564000000")]
    private static partial Regex LastRecord();

    /// <summary>A program with one lcore and no observer: no ring, no cache, no histogram, no check of queues.</summary>
    [Fact]
    public void What_nobody_asked_for_is_not_there()
    {
        foreach (GuestSymbol symbol in GuestSymbols.Load(Images.PingResponder + ".dbg").All)
        {
            Assert.DoesNotContain("Uk_Metrics", symbol.Name);
            Assert.DoesNotContain("Uk_Ring", symbol.Name);
            Assert.DoesNotContain("Uk_Cycles", symbol.Name);
            Assert.DoesNotContain("BothObserve", symbol.Name);
            Assert.DoesNotContain("RefuseQueue", symbol.Name);
            Assert.DoesNotContain("LcoreCache", symbol.Name);
            Assert.DoesNotContain("FreeSegment", symbol.Name);
            Assert.DoesNotContain("Linearize", symbol.Name);
        }
        Assert.Contains(GuestSymbols.Load(Images.Probe("Observed") + ".dbg").All, symbol => symbol.Name.Contains("Uk_Metrics"));
    }
}
