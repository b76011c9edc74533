// The real thing: the host's ping, its own network stack, a TAP device.

using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class HostPingTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Theory]
    [InlineData("microvm")]
    [InlineData("microvm-acpi")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void The_hosts_own_ping_is_answered(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tool(HostTool.Ping);
        string image = Images.PingResponder;
        using TapNetwork network = Requires.Tap("10.10.0.1");
        var options = new QemuOptions(image, GuestMachine.Named(machine)) { Memory = new MemorySize(4096) };
        using PingSession session = PingSession.Start(options, network, "10.10.0.3", s_timeout);
        foreach (int payload in (int[])[0, 56, 1000, 1472])
        {
            PingResult ping = network.Ping("10.10.0.3", count: 5, TimeSpan.FromMilliseconds(20), s_timeout, payload);
            Assert.True(ping.Received == 5, ping.Output);
            Assert.DoesNotContain("wrong data byte", ping.Output);
        }
        // Nobody else answers there.
        Assert.Equal(0, network.Ping("10.10.0.4", count: 2, TimeSpan.FromMilliseconds(20)).Received);
    }

    [Fact]
    public void Two_MiB_of_memory_are_enough_on_pc()
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tool(HostTool.Ping);
        string image = Images.PingResponder;
        using TapNetwork network = Requires.Tap("10.10.0.1");
        var options = new QemuOptions(image, GuestMachine.Pc) { Memory = new MemorySize(2048) };
        using PingSession session = PingSession.Start(options, network, "10.10.0.3", s_timeout);
        PingResult ping = network.Ping("10.10.0.3", count: 50, TimeSpan.FromMilliseconds(10), s_timeout);
        Assert.True(ping.Received == 50, ping.Output);
    }
}
