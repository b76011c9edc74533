// The smallest program on every machine, and as a Linux program.

using System;
using System.IO;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class HelloTests
{
    private const string Greeting = "Hello from a unikernel written in C#.";
    private static readonly TimeSpan s_timeout = Patience.Long;

    /// <summary>The boots of build/test.sh quick.</summary>
    [Theory]
    [Trait("Run", "quick")]
    [InlineData("microvm")]
    [InlineData("microvm-acpi")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void Hello_prints_and_ends_with_status_0(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.HelloWorld, GuestMachine.Named(machine)) { Memory = new MemorySize(2048) };
        using var qemu = QemuProcess.Start(options);
        GuestExit exit = qemu.WaitForExit(s_timeout);
        Assert.Equal(Greeting, qemu.Console.Text.Trim());
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), exit);
    }

    /// <summary>A machine without the exit device is switched off, or reset where it has no switch.</summary>
    [Theory]
    [InlineData("microvm")]
    [InlineData("microvm-acpi")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void Without_an_exit_device_the_machine_stops(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.HelloWorld, GuestMachine.Named(machine)) { Memory = new MemorySize(2048), HasExitDevice = false };
        using var qemu = QemuProcess.Start(options);
        Assert.Equal(new GuestExit(GuestEnd.NoStatus, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal(Greeting, qemu.Console.Text.Trim());
    }

    [Fact]
    public void Hello_prints_with_the_memory_that_was_promised()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.HelloWorld, GuestMachine.Microvm) { Memory = new MemorySize(1224) });
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
    }

    [Fact]
    public void Hello_is_small_and_has_nothing_of_the_network()
    {
        Assert.InRange(new FileInfo(Images.HelloWorld).Length, 1, 24 * 1024);
        foreach (GuestSymbol symbol in GuestSymbols.Load(Images.HelloWorld + ".dbg").All)
        {
            Assert.DoesNotContain("Virtio", symbol.Name);
            Assert.DoesNotContain("Uk_Pci", symbol.Name);
            Assert.DoesNotContain("Mbuf", symbol.Name);
        }
    }

    [Fact]
    public void Hello_for_linux_runs_on_this_kernel_without_a_C_library()
    {
        string image = Images.Published("apps/HelloWorld", "linux");
        ToolResult result = ToolResult.Of(new ChildCommand(image, []), s_timeout);
        Assert.Equal((Greeting, "", 0), (result.Output.Trim(), result.Error, result.Status));
        string headers = HostTool.ReadElf.Output(s_timeout, "--program-headers", "--wide", image);
        Assert.DoesNotContain("INTERP", headers);
        Assert.DoesNotContain("DYNAMIC", headers);
    }
}
