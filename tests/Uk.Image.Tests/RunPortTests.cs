// `uk run` with ports by option: real frames through real devices, and what is said where a port has none.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed partial class RunPortTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    /// <summary>The same capture gives the same answers as a process and in a machine, and both end with it.</summary>
    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    public void A_capture_goes_through_a_machine_as_through_a_process(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        using TemporaryFolder folder = TemporaryFolder.Create();
        byte[][] frames = [.. AnyFrames(700)];
        CaptureFile.Write(folder.File("in.pcap"), frames);
        string ports = $"pcap:{folder.File("in.pcap")},{folder.File("out.pcap")}";

        ToolResult guest = UkCommand.Run("run", Images.Application("L2Forward"), "--accel", "tcg", "--machine", machine, "--port0", ports, "--timeout", "40");
        Assert.True(guest.Status == 0, guest.Error + guest.Output);
        Assert.Contains("l2forward: 02:00:00:00:00:01 swaps addresses", guest.Output);
        Assert.Contains("uk: stopped: port 0 is at the end of its capture, after 700 frames\n", guest.Error);
        List<byte[]> answers = CaptureFile.Read(folder.File("out.pcap"));
        Assert.Equal(frames.Select(frame => (byte[])[.. frame[6..12], .. frame[..6], .. frame[12..]]), answers);

        ToolResult process = UkCommand.Run("run", Images.Published("apps/L2Forward", "linux"), "--port0", ports);
        Assert.Contains("l2forward: 02:00:00:00:00:01 swaps addresses", process.OutputOrThrow());
        Assert.Equal(answers, CaptureFile.Read(folder.File("out.pcap")));
    }

    [Fact]
    public void Each_port_has_what_its_option_says()
    {
        Requires.Tool(HostTool.Qemu);
        using TemporaryFolder folder = TemporaryFolder.Create();
        byte[][] west = [.. AnyFrames(60)], east = [.. AnyFrames(90)];
        CaptureFile.Write(folder.File("west.pcap"), west);
        CaptureFile.Write(folder.File("east.pcap"), east);
        ToolResult result = UkCommand.Run("run", Images.Application("L2Forward.Ports"), "--accel", "tcg", "--timeout", "40",
            "--port0", $"pcap:{folder.File("west.pcap")},{folder.File("0.pcap")}", "--port1", $"pcap:{folder.File("east.pcap")},{folder.File("1.pcap")}");
        Assert.True(result.Status == 0, result.Error + result.Output);
        Assert.Equal(east, CaptureFile.Read(folder.File("0.pcap")));
        Assert.Equal(west, CaptureFile.Read(folder.File("1.pcap")));
    }

    [Fact]
    public void A_capture_that_is_cut_off_is_sent_up_to_there()
    {
        Requires.Tool(HostTool.Qemu);
        using TemporaryFolder folder = TemporaryFolder.Create();
        CaptureFile.Write(folder.File("in.pcap"), [new byte[60], new byte[61], new byte[62]]);
        File.WriteAllBytes(folder.File("cut.pcap"), File.ReadAllBytes(folder.File("in.pcap"))[..^10]);
        ToolResult result = UkCommand.Run("run", Images.Application("L2Forward"), "--accel", "tcg", "--port0", $"pcap:{folder.File("cut.pcap")},{folder.File("out.pcap")}", "--timeout", "40");
        Assert.Equal([60, 61], CaptureFile.Read(folder.File("out.pcap")).Select(frame => frame.Length));
        Assert.Contains("is cut off in frame 3", result.Error);
        Assert.Equal(0, result.Status);
    }

    /// <summary>The command that it prints is one that works.</summary>
    [Fact]
    public void A_port_on_tap_answers_ping_by_the_command_that_is_printed()
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tap("10.10.0.1").Dispose();
        using var uk = ChildProcess.Start(UkCommand.Command("run", Images.PingResponder, "--accel", "tcg", "--port0", "tap"), ChildInput.None);
        Assert.StartsWith("uk: microvm", uk.StandardError.ReadLine());
        Match command = ReachCommand().Match(uk.StandardError.ReadLine() ?? "");
        Assert.True(command.Success);
        Assert.Contains("answers for 10.10.0.3", uk.StandardOutput.ReadLine());
        string[] words = command.Groups["command"].Value.Split(' ');
        ToolResult ping = ToolResult.Of(new ChildCommand(words[0], [.. words[1..], "-c", "3", "-i", "0.05", "-w", "20", "10.10.0.3"]), s_timeout);
        Assert.Contains("3 received", ping.OutputOrThrow());
    }

    [GeneratedRegex("reach the guest with: (?<command>nsenter .* ping) ADDRESS")]
    private static partial Regex ReachCommand();

    /// <summary>A real DPDK backend: it comes after the machine, goes, and comes again.</summary>
    [Theory]
    [InlineData("microvm")]
    [InlineData("pc")]
    public void A_vhost_user_port_serves_DPDK(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tool(Testpmd.Tool);
        using TemporaryFolder folder = TemporaryFolder.Create();
        var options = new TestpmdOptions(TestpmdRole.Backend, folder.File("vhost"), "flowgen", Core: 0);
        using var uk = ChildProcess.Start(UkCommand.Command("run", Images.Application("L2Forward"), "--accel", "tcg", "--machine", machine, "--port0", $"vhost-user:{options.Socket}"), ChildInput.None);
        Assert.StartsWith($"uk: {machine}", uk.StandardError.ReadLine());
        Assert.StartsWith($"uk: port 0 waits for a backend at {options.Socket}, for example: dpdk-testpmd ", uk.StandardError.ReadLine());
        for (int round = 0; round < (machine == "pc" ? 2 : 1); round++)
        {
            File.Delete(options.Socket);
            using Testpmd backend = Testpmd.Start(options);
            long start = Stopwatch.GetTimestamp();
            while (backend.ReadCounters().Received < 20_000)
            {
                Assert.False(uk.HasExited);
                Assert.True(Stopwatch.GetElapsedTime(start) < s_timeout, $"round {round}: {backend.Log}");
                Thread.Sleep(50);
            }
        }
    }

    [Theory]
    [InlineData("microvm", "Searched: PCI, no host bridge; virtio-mmio, 24 slots from 0xfeb00000")]
    [InlineData("q35", "Searched: PCI, all buses, through memory at 0xb0000000; virtio-mmio, no slots (none on the command line, and this machine has PCI)")]
    [InlineData("pc", "Searched: PCI, all buses, through ports; virtio-mmio, no slots (none on the command line, and this machine has PCI)")]
    public void A_machine_without_the_device_of_a_port_says_which_and_how_to_add_it(string machine, string searched)
    {
        Requires.Tool(HostTool.Qemu);
        ToolResult result = UkCommand.Run("run", Images.PingResponder, "--accel", "tcg", "--machine", machine, "--net", "none");
        Assert.Equal(GuestExit.PanicStatus, result.Status);
        string panic = Assert.Single(result.Output.Split('\n'), line => line.StartsWith("PANIC: "));
        Assert.StartsWith("PANIC: Port 0 (Wan): the machine has 0 virtio network devices. " + searched, panic);
        Assert.Contains(". Add one: uk run --port0 with user, tap, pcap:in.pcap,out.pcap or vhost-user:/path.sock. To QEMU itself: -netdev user,id=n0 and, on microvm, "
            + "-device virtio-net-device,netdev=n0 -global virtio-mmio.force-legacy=false; on pc and q35, -device virtio-net-pci,netdev=n0.", panic);
    }

    [Fact]
    public void The_second_port_is_missed_by_its_own_name()
    {
        Requires.Tool(HostTool.Qemu);
        ToolResult result = UkCommand.Run("run", Images.Application("L3Forward"), "--accel", "tcg", "--net", "user");
        Assert.Contains("PANIC: Port 1 (East): the machine has 1 virtio network devices. Searched: ", result.Output);
        Assert.Contains("Add one: uk run --port1 with user, tap, ", result.Output);
    }

    [Fact]
    public void A_process_without_the_interface_of_a_port_says_what_there_is_instead()
    {
        ToolResult result = UkCommand.Run("run", Images.Published("apps/PingResponder", "linux"), "--port0", "af_packet:uknone");
        Assert.Equal(GuestExit.PanicStatus, result.Status);
        Assert.Contains("PANIC: Port 0: cannot find the interface 'uknone': there is no such device. 'ip link' lists what there is; "
            + "'sudo ip tuntap add dev uknone mode tap user $USER && sudo ip link set uknone up' makes a TAP for --port0=tap:uknone; "
            + "--port0=pcap:in.pcap,out.pcap and --port0=null need no device.\n", result.Error);
    }

    [Fact]
    public void A_process_that_may_have_no_TAP_says_what_to_do()
    {
        var command = new ChildCommand(Images.Published("apps/PingResponder", "linux"), ["--port0=tap:uknone"]);
        if (Environment.IsPrivilegedProcess) command = command.RunBy(HostTool.SetPriv.Require(), "--bounding-set=-net_admin", "--");
        ToolResult result = ToolResult.Of(command, s_timeout);
        Assert.Equal(GuestExit.PanicStatus, result.Status);
        Assert.Contains("PANIC: Port 0: cannot as root or its owner attach to the TAP 'uknone': this user may not do that. 'ip link' lists what there is; "
            + "'sudo ip tuntap add dev uknone mode tap user $USER && sudo ip link set uknone up' makes a TAP for --port0=tap:uknone; ", result.Error);
    }

    /// <summary>Of all lengths, none of them padded on the way.</summary>
    private static IEnumerable<byte[]> AnyFrames(int count)
    {
        Random random = new(count);
        for (int i = 0; i < count; i++)
        {
            byte[] frame = new byte[random.Next(60, 1515)];
            random.NextBytes(frame);
            new byte[] { 2, 0, 0, 0, 0, 1 }.CopyTo(frame, 0);
            yield return frame;
        }
    }
}
