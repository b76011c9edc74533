// The rate of the time stamp counter, where no CPUID leaf tells it: QEMU's translator has none.

using System;
using System.Linq;
using System.Text.RegularExpressions;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed partial class ClockTests
{
    /// <summary>With counted instructions, each takes a nanosecond of the guest's time and one cycle.</summary>
    private const double CountedHertz = 1e9;

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    public void The_rate_is_learnt_without_waiting(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.Probe("CycleRate"), GuestMachine.Named(machine)) { Memory = new MemorySize(4096), CountInstructions = true };
        using var qemu = QemuProcess.Start(options);
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(Patience.Long));
        Match said = Said().Match(qemu.Console.Text);
        Assert.True(said.Success, qemu.Describe());
        Assert.InRange(double.Parse(said.Groups["hertz"].ValueSpan), 0.99 * CountedHertz, 1.01 * CountedHertz);
        // The first question is answered at once, by "not yet known".
        Assert.InRange(int.Parse(said.Groups["questions"].ValueSpan), 2, int.MaxValue);
    }

    /// <summary>The HPET says it where there is no interval timer.</summary>
    [Theory]
    [InlineData("q35")]
    [InlineData("pc")]
    public void The_rate_is_learnt_without_an_interval_timer(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        var options = new QemuOptions(Images.Probe("CycleRate"), Without(machine, "pit")) { CountInstructions = true };
        using var qemu = QemuProcess.Start(options);
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(Patience.Long));
        Match said = Said().Match(qemu.Console.Text);
        Assert.True(said.Success, qemu.Describe());
        Assert.InRange(double.Parse(said.Groups["hertz"].ValueSpan), 0.99 * CountedHertz, 1.01 * CountedHertz);
    }

    /// <summary>Nobody waits for a device that is not there.</summary>
    [Theory]
    [InlineData("pit")]
    [InlineData("pit", "pic", "rtc")]
    public void A_machine_without_any_clock_is_told_what_it_lacks(params string[] without)
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("CycleRate"), Without("microvm", without)));
        Assert.Equal(new GuestExit(GuestEnd.Status, GuestExit.PanicStatus), qemu.WaitForExit(Patience.Long));
        PanicText panic = Assert.Single(PanicText.FindAll(qemu.Console.Text));
        Assert.StartsWith("the machine has no clock to learn the processor's frequency from", panic.Reason);
        Assert.Contains("no interval timer (PIT) and no HPET", panic.Reason);
    }

    private static GuestMachine Without(string machine, params string[] devices)
    {
        GuestMachine whole = GuestMachine.Named(machine);
        string without = string.Concat(devices.Select(device => $",{device}=off"));
        return whole with { QemuMachine = whole.QemuMachine + without };
    }

    [GeneratedRegex(@"(?<hertz>\d+) Hz after (?<questions>\d+) questions")]
    private static partial Regex Said();
}
