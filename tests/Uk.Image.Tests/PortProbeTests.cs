// Small programs with a port: the least that can be declared, and another allocator.

using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class PortProbeTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Theory]
    [InlineData("OnePort", "microvm")]
    [InlineData("OnePort", "q35")]
    [InlineData("BuddyPort", "microvm")]
    public void Frames_come_back(string probe, string machine) =>
        Echo(probe, GuestMachine.Named(machine));

    /// <summary>A bus of PCI Express of its own, which the firmware has numbered.</summary>
    [Fact]
    public void Frames_come_back_from_behind_a_root_port() => Echo(
        "OnePort",
        GuestMachine.Q35 with { NetworkDevice = "virtio-net-pci,romfile=,bus=root", Arguments = ["-device", "pcie-root-port,id=root"] });

    /// <summary>The port number of a device in software is not one of the machine's.</summary>
    [Fact]
    public void A_port_that_is_chosen_to_be_nothing_needs_no_device()
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.Probe("NullPorts"), GuestMachine.Microvm) { Memory = new MemorySize(4096), CommandLine = "--port0=null --mac0=02:00:00:00:00:07" };
        using var qemu = QemuProcess.Start(options);
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal("wan 02:00:00:00:00:07, drain 02:00:00:00:00:02\nwan 800, drain 800, received 0\n", qemu.Console.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Without_a_choice_the_port_has_the_device_of_the_machine()
    {
        Requires.Tool(HostTool.Qemu);
        using var peer = new FramePeer();
        var options = new QemuOptions(Images.Probe("NullPorts"), GuestMachine.Q35) { Memory = new MemorySize(4096), Network = peer.Backend };
        using var qemu = QemuProcess.Start(options);
        for (int i = 0; i < 800; i++) Assert.True(peer.Receive(s_timeout) is not null, qemu.Describe());
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Contains("wan 800, drain 800, received 0", qemu.Console.Text);
    }

    [Fact]
    public void A_choice_that_the_image_does_not_have_is_refused()
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.Probe("NullPorts"), GuestMachine.Microvm) { Memory = new MemorySize(4096), CommandLine = "--port0=tap" };
        using var qemu = QemuProcess.Start(options);
        Assert.Equal(new GuestExit(GuestEnd.Status, GuestExit.PanicStatus), qemu.WaitForExit(s_timeout));
        Assert.Contains("PANIC: --port0: none of null. Other drivers are not in this program.", qemu.Console.Text);
    }

    /// <summary>QEMU hashes for itself, or lets the kernel's TAP do it; what comes out must be what the library says.</summary>
    [Fact]
    public void Flows_come_to_the_queues_that_the_hash_predicts()
    {
        Requires.Tool(HostTool.Qemu);
        string image = Images.Probe("RssFlows");
        using TapNetwork network = Requires.Tap("10.10.0.1", queues: 4);
        GuestMachine machine = GuestMachine.Q35 with { NetworkDevice = "virtio-net-pci,romfile=,rss=on" };
        var options = new QemuOptions(image, machine) { Memory = new MemorySize(8192), Network = network.Backend };
        using var qemu = QemuProcess.Start(options);
        qemu.WaitForText("ready", s_timeout);
        ChildCommand Inside(string program, params string[] arguments) => network.Namespace.Enter(new ChildCommand(program, [.. arguments]));
        ToolResult.Of(Inside("ip", "neighbour", "replace", "10.10.0.3", "lladdr", "52:54:00:12:34:56", "dev", TapNetwork.Device), s_timeout).OutputOrThrow();
        // Each datagram from a port of its own, until the guest has had enough: what comes before it is ready is lost.
        ToolResult.Of(Inside("bash", "-c", "for i in $(seq 400); do echo $i > /dev/udp/10.10.0.3/7777; done"), s_timeout).OutputOrThrow();
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Matches(@"right \d+, wrong 0, queues used f\r?\n", qemu.Console.Text);
    }

    private static void Echo(string probe, GuestMachine machine)
    {
        Requires.Tool(HostTool.Qemu);
        using var peer = new FramePeer();
        var options = new QemuOptions(Images.Probe(probe), machine) { Memory = new MemorySize(4096), Network = peer.Backend };
        using var qemu = QemuProcess.Start(options);
        qemu.WaitForText("ready", s_timeout);
        // More than the pool has mbufs: each is given back.
        for (int i = 0; i < 600; i++)
        {
            byte[] frame = Frames.Ethernet(Frames.GuestMac, 0x88B5, BitConverter.GetBytes((long)i * 0x0101_0101_0101));
            peer.Send(frame);
            byte[]? back = peer.Receive(s_timeout);
            Assert.True(back is not null, qemu.Describe());
            Assert.Equal(frame, back[..frame.Length]);
        }
    }
}
