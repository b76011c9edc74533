// Images that wait for packets with the processor halted: they answer as ever, and cost the host nothing meanwhile.

using System;
using System.Diagnostics;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class IdleTests
{
    private const string Address = "10.10.0.3";
    private static readonly TimeSpan s_timeout = Patience.Long;
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("microvm")]
    [InlineData("microvm-acpi")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void A_machine_that_waits_for_packets_rests_and_wakes(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tool(HostTool.Ping);
        string image = Images.Probe("IdlePing");
        using TapNetwork network = Requires.Tap("10.10.0.1");
        var options = new QemuOptions(image, GuestMachine.Named(machine)) { Memory = new MemorySize(4096) };
        using PingSession session = PingSession.Start(options, network, Address, s_timeout);
        for (int round = 0; round < 2; round++)
        {
            // A core that polled would have used all of the time.
            Assert.InRange(UsedAtRest(session.Guest), 0, 0.1);
            // One at a time, each to a halted processor, then without a pause in between: no wake-up is lost.
            PingResult slow = network.Ping(Address, count: 10, TimeSpan.FromMilliseconds(50), s_timeout);
            Assert.True(slow.Received == 10, slow.Output);
            PingResult fast = network.Ping(Address, count: 500, TimeSpan.FromMilliseconds(1), s_timeout);
            Assert.True(fast.Received == 500, fast.Output);
        }
    }

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    public void Tasks_and_timers_go_on_beside_packets(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tool(HostTool.Ping);
        string image = Images.Probe("TasksAndPackets");
        using TapNetwork network = Requires.Tap("10.10.0.1");
        var options = new QemuOptions(image, GuestMachine.Named(machine)) { Memory = new MemorySize(8192) };
        using PingSession session = PingSession.Start(options, network, Address, s_timeout);
        session.Guest.WaitForText("first 20, timer runs", s_timeout);
        session.Guest.WaitForText("second 20, timer runs", s_timeout);
        Assert.InRange(UsedAtRest(session.Guest), 0, 0.33);
        PingResult ping = network.Ping(Address, count: 500, TimeSpan.FromMilliseconds(2), s_timeout);
        Assert.True(ping.Received == 500, ping.Output);
        session.Guest.WaitForText("first 100, timer runs", s_timeout);
    }

    /// <summary>The part of the time that a guest to which nothing happens keeps a processor busy.</summary>
    private static double UsedAtRest(QemuProcess guest)
    {
        TimeSpan before = guest.ProcessorTime;
        long start = Stopwatch.GetTimestamp();
        Thread.Sleep(s_rest);
        return (guest.ProcessorTime - before) / Stopwatch.GetElapsedTime(start);
    }

    [Fact]
    public void A_storm_of_interrupts_and_those_of_nobody_do_no_harm()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("InterruptStorm"), GuestMachine.Microvm));
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal("rested 1000 times, spurious 1000\nvectors 14, then none\n", qemu.Console.Text.ReplaceLineEndings("\n"));
    }
}
