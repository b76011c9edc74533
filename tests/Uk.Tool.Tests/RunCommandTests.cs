// `uk run` and `uk symbolize` as processes, with the smallest guests there are.

using System;
using System.IO;
using System.Linq;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class RunCommandTests : IDisposable
{
    private const string Panic = "PANIC: page fault\nrip 0000000000100001\nbuild-id: abcdef0123456789\nstack:\n  at 0x0000000000100001\n";
    private static readonly TimeSpan s_timeout = Patience.Long;
    private readonly ScratchFolder _scratch = new();
    private readonly string _image;

    public RunCommandTests() => _image = _scratch["App.kvm"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_console_is_passed_on_and_the_status_returned()
    {
        File.WriteAllBytes(_image, PvhImage.Printing("hello\n"u8, status: 5));
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg", "--memory", "2M");
        Assert.Equal(("hello\n", 5), (result.Output, result.Status));
        Assert.Equal("uk: microvm, 2 MiB, tcg: as asked\n", result.Error);
    }

    [Fact]
    public void The_accelerator_is_chosen_and_the_reason_printed()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run("run", _image);
        Assert.Equal(0, result.Status);
        Assert.Matches("^uk: microvm, 128 MiB, (kvm|tcg): .{10,}\n$", result.Error);
    }

    [Fact]
    public void A_dry_run_prints_a_command_line_and_boots_nothing()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(3));
        ToolResult result = UkCommand.Run("run", _image, "--dry-run", "--accel", "tcg", "--machine", "q35", "--memory", "1200K", "--net", "tap:mine", "--gdb", "--", "-d", "int");
        Assert.Equal(0, result.Status);
        Assert.Contains("qemu-system-x86_64 -M q35 -accel tcg -cpu max -m 1200k ", result.Output);
        Assert.Contains("-netdev tap,ifname=mine,script=no,downscript=no,id=net0", result.Output);
        Assert.EndsWith($"-gdb tcp:127.0.0.1:1234 -S -kernel {_image} -d int\n", result.Output);
    }

    [Theory]
    [InlineData("--memory", "lots")]
    [InlineData("--net", "wifi")]
    [InlineData("--host-address", "here", "--net", "tap")]
    public void A_wrong_value_is_named(params string[] arguments)
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run(["run", _image, "--accel", "tcg", .. arguments]);
        Assert.Equal(GuestExit.NotStartedCode, result.Status);
        Assert.StartsWith($"uk run: error UKT001: {arguments[0]} {arguments[1]}:", result.Error);
    }

    [Theory]
    [InlineData("--port0 wifi", "--port0 wifi: not one of pcap:<in.pcap>,<out.pcap>, tap, tap:<name>, vhost-user:<socket>, socket:<path>, user, null")]
    [InlineData("--port0 pcap:", "--port0 pcap:: not one of pcap:<in.pcap>")]
    [InlineData("--port0 af_packet:eth0", "--port0 af_packet:eth0: QEMU has no packet sockets. Use one of pcap:")]
    [InlineData("--port0 null --mac0 01:00:00:00:00:01", "--mac0 01:00:00:00:00:01: a MAC address of one device looks like 02:00:00:00:00:01")]
    [InlineData("--port0 pcap:/no/such.pcap", "--port0: Could not find a part of the path '/no/such.pcap'.")]
    [InlineData("--port0 pcap:/etc/os-release", "--port0: '/etc/os-release' is no capture file")]
    [InlineData("--port0 pcap:a.pcap,./a.pcap", "--port0: 'a.pcap' would be read and overwritten at the same time. Name another file for the output")]
    [InlineData("--port0 tap:uknone", "--port0 tap:uknone: there is no such device. Make it: sudo ip tuntap add dev uknone mode tap user $USER && sudo ip link set uknone up")]
    [InlineData("--port0 tap --port1 tap:other", "--port1 tap:other: tap makes a network of its own, in which there is no other. Name a device for each port, or for none")]
    [InlineData("--port0 null --net tap", "--net tap: says the same as --port0. Leave one of them out")]
    public void A_port_that_cannot_be_is_refused_with_what_can(string options, string message)
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run(["run", _image, "--accel", "tcg", .. options.Split(' ')]);
        Assert.Equal((GuestExit.NotStartedCode, ""), (result.Status, result.Output));
        Assert.StartsWith("uk run: error UKT001: " + message, result.Error);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--port1 null", "-device virtio-net-device,netdev=net1,id=nic1,mac=02:00:00:00:00:02")]
    [InlineData("--port0 null", "-device virtio-net-device,netdev=net0,id=nic0,mac=02:00:00:00:00:01")]
    [InlineData("--port0 user --mac0 02:00:00:00:00:77", "-netdev user,id=net0 -device virtio-net-device,netdev=net0,id=nic0,mac=02:00:00:00:00:77")]
    [InlineData("--port0 tap --port1 tap", "-netdev tap,ifname=uk1,script=no,downscript=no,id=net1")]
    [InlineData("--port0 vhost-user:/run/a,b.sock", "-chardev socket,path=/run/a,,b.sock,reconnect=1,id=charnet0 -netdev vhost-user,chardev=charnet0,id=net0")]
    [InlineData("--port0 vhost-user:/run/s", "-M microvm,acpi=off,memory-backend=memory -accel tcg -cpu max -m 131072k -object memory-backend-memfd,id=memory,size=131072k,share=on")]
    [InlineData("--net user", "-netdev user,id=net0 -device virtio-net-device,netdev=net0,id=nic0 ")]
    [InlineData("--cpus 3", " -smp 3 ")]
    [InlineData("--smp 3", " -smp 3 ")]
    [InlineData("--gdb=4321", "-gdb tcp:127.0.0.1:4321 -S ")]
    public void Options_become_QEMUs(string options, string expected)
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run(["run", _image, "--accel", "tcg", "--dry-run", .. options.Split(' ')]);
        Assert.Contains(expected, result.OutputOrThrow());
    }

    [Fact]
    public void A_port_that_the_image_does_not_have_is_refused()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        File.WriteAllText(_scratch["App.report.json"], Report);
        Assert.Contains("--port1: the image has no such port, but 0 (Wan)", UkCommand.Run("run", _image, "--accel", "tcg", "--port1", "null").Error);
    }

    [Fact]
    public void A_guest_that_runs_too_long_is_stopped()
    {
        File.WriteAllBytes(_image, PvhImage.Printing("up\n"u8, status: null));
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg", "--timeout", "1.5");
        Assert.Equal((124, "up\n"), (result.Status, result.Output));
        Assert.EndsWith("uk: stopped after 1.5 s, as --timeout says\n", result.Error);
        Assert.Empty(Machines());
    }

    /// <summary>Any program will do for one: it gets the options of ports, and what stands behind the dashes.</summary>
    [Theory]
    [InlineData("cat; exit 3", 3, "")]
    [InlineData("kill -ABRT $$", 134, "uk: a signal ended the image: 6 (SIGABRT)\n")]
    [InlineData("kill -SEGV $$", 139, "uk: a signal ended the image: 11 (SIGSEGV)\n")]
    [InlineData("echo bad >&2", 0, "bad\n")]
    [InlineData("exec sleep 60", 124, "uk: stopped after 1 s, as --timeout says\n")]
    public void A_linux_image_is_a_process(string script, int status, string error)
    {
        string image = _scratch["App.linux"];
        File.WriteAllText(image, $"#!/bin/sh\necho \"$@\"\n{script}\n");
        new HostTool("chmod", "coreutils").Output(s_timeout, "+x", image);
        ToolResult result = UkCommand.RunWithInput("typed\n", "run", image, "--timeout", "1", "--port0", "tap:x", "--mac1", "m", "--", "--mine", "a b");
        Assert.Equal((status, error), (result.Status, result.Error));
        Assert.Equal("--port0=tap:x --mac1=m --mine a b\n" + (script.StartsWith("cat") ? "typed\n" : ""), result.Output);
    }

    [Fact]
    public void A_linux_image_has_no_machine()
    {
        File.WriteAllText(_scratch["App.linux"], "");
        ToolResult result = UkCommand.Run("run", _scratch["App.linux"], "--memory", "2M");
        Assert.Equal((125, "uk run: error UKT001: --memory: App is a linux image, a process without a machine. Publish it with -p:UkTarget=kvm for one\n"), (result.Status, result.Error));
        Assert.Contains($"uk-gdb.py --args {_scratch["App.linux"]}.dbg --port0=null", UkCommand.Run("run", _scratch["App.linux"], "--gdb", "--port0", "null").Output);
    }

    private const string Report = """
        {"name":"App","target":"kvm","buildId":"","imageBytes":1,"endOfImage":1,"memoryBytes":3145728,"ports":[{"index":0,"name":"Wan"}],
         "regions":[],"sections":[],"libraries":[],"objects":[],"largestSymbols":[]}
        """;

    [Fact]
    public void An_unknown_option_is_not_QEMUs()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run("run", _image, "--memmory", "2M");
        Assert.NotEqual(0, result.Status);
        Assert.Contains("'--memmory' is not an option of 'uk run'", result.Error);
    }

    [Fact]
    public void Memory_that_the_image_does_not_fit_into_is_refused()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        File.WriteAllText(_scratch["App.report.json"], """
            {"name":"App","target":"kvm","buildId":"","imageBytes":1,"endOfImage":1200000,"memoryBytes":null,"ports":[],
             "regions":[],"sections":[],"libraries":[],"objects":[],"largestSymbols":[]}
            """);
        ToolResult result = UkCommand.Run("run", _image, "--memory", "1M");
        Assert.Equal(GuestExit.NotStartedCode, result.Status);
        Assert.Contains("takes the first 1172 KiB", result.Error);
    }

    [Fact]
    public void What_QEMU_says_is_passed_on()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg", "--", "-device", "no-such-device");
        Assert.Equal(GuestExit.NotStartedCode, result.Status);
        Assert.Contains("'no-such-device'", result.Error);
    }

    [Fact]
    public void The_report_beside_the_image_says_how_much_memory_and_whether_there_are_ports()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        File.WriteAllText(_scratch["App.report.json"], Report);
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg", "--dry-run");
        Assert.Contains(" -m 3072k ", result.Output);
        Assert.Contains("-netdev tap,", result.Output);
        Assert.DoesNotContain("-netdev", UkCommand.Run("run", _image, "--accel", "tcg", "--dry-run", "--net", "none").Output);
    }

    [Fact]
    public void A_panic_is_followed_by_the_names_of_its_stack()
    {
        string text = Panic + "last words";
        File.WriteAllBytes(_image, PvhImage.Printing(System.Text.Encoding.ASCII.GetBytes(text), status: 127));
        Assemble(_image + ".dbg");
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg");
        Assert.Equal(127, result.Status);
        Assert.Equal(text + "\nstack with names:\n  0x0000000000100001 Broken in /_/App.cs:12\n", result.Output);
    }

    [Fact]
    public void A_saved_console_is_symbolised_and_foreign_symbols_are_suspected()
    {
        Assemble(_scratch["App.kvm.dbg"]);
        ToolResult result = UkCommand.RunWithInput(Panic, "symbolize", _scratch["App.kvm.dbg"]);
        Assert.Equal((Panic + "stack with names:\n  0x0000000000100001 Broken in /_/App.cs:12\n", 0), (result.Output, result.Status));
        Assert.Contains("these symbols are of another build", UkCommand.RunWithInput(Panic.Replace("abcdef", "bbcdef"), "symbolize", _scratch["App.kvm.dbg"]).Output);
        Assert.Equal(1, UkCommand.RunWithInput(Panic, "symbolize", _scratch["no-such-image"]).Status);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public void No_machine_outlives_the_tool(string signal)
    {
        File.WriteAllBytes(_image, PvhImage.Printing("up\n"u8, status: null));
        using var uk = ChildProcess.Start(UkCommand.Command("run", _image, "--accel", "tcg"), ChildInput.None);
        Assert.Equal("up", uk.StandardOutput.ReadLine());
        Assert.Single(Machines());
        new HostTool("kill", "procps").Output(s_timeout, "-" + signal, uk.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(uk.WaitForExit(s_timeout));
        Assert.True(SpinWait.SpinUntil(() => Machines().Length == 0, s_timeout));
        if (signal != "KILL") Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"uk-qemu-{uk.Id}-*"));
    }

    [Fact]
    public void A_child_takes_its_own_children_with_it()
    {
        var shell = new ChildCommand(new HostTool("sh", "dash").Require(), ["-c", "sleep 987 & echo $!; wait"]);
        using var child = ChildProcess.Start(shell, ChildInput.None);
        string sleeping = "/proc/" + child.StandardOutput.ReadLine();
        Assert.True(Directory.Exists(sleeping));
        child.Dispose();
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(sleeping), s_timeout));
    }

    /// <summary>Processes that have this test's image on their command line, other than the tool.</summary>
    private string[] Machines() => [.. Directory.GetDirectories("/proc").Where(process =>
    {
        try
        {
            string commandLine = File.ReadAllText(Path.Combine(process, "cmdline"));
            return commandLine.Contains(_image) && commandLine.Contains("-nodefaults");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    })];

    private void Assemble(string output)
    {
        File.WriteAllText(_scratch["a.s"], ".file 1 \"/_/App.cs\"\n.globl Broken\n.type Broken, @function\nBroken:\n.loc 1 11\nnop\n.loc 1 12\nnop\n.size Broken, . - Broken\n");
        new HostTool("as", "binutils").Output(s_timeout, "-o", _scratch["a.o"], _scratch["a.s"]);
        new HostTool("ld", "binutils").Output(s_timeout, "--build-id=0xABCDEF0123456789", "-e", "Broken", "-Ttext=0x100000", "-o", output, _scratch["a.o"]);
    }
}
