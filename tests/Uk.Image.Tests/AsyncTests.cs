// What waiting costs the host, and what a wait without end says.

using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class AsyncTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void A_machine_rests_while_its_tasks_wait(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("Rest"), GuestMachine.Named(machine)));
        TimeSpan begin = qemu.WaitForText("resting", s_timeout);
        TimeSpan processorBegin = qemu.ProcessorTime;
        TimeSpan end = qemu.WaitForText("rested", s_timeout);
        TimeSpan used = qemu.ProcessorTime - processorBegin;
        Assert.InRange((end - begin).TotalSeconds, 2.9, 4.5);
        // A core that polled would have used all of the time.
        Assert.InRange(used.TotalSeconds, 0, 0.3);
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
    }

    private static readonly string[] s_waits =
        ["task", "result", "any", "semaphore", "slim event", "event", "countdown", "pulse", "sleep", "lock of who waits", "method"];

    [Fact]
    public void A_wait_that_nothing_can_end_says_so()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("WaitForever"), GuestMachine.Microvm));
        Assert.Equal(new GuestExit(GuestEnd.Status, GuestExit.PanicStatus), qemu.WaitForExit(s_timeout));
        Assert.Contains("This wait can never end", Assert.Single(PanicText.FindAll(qemu.Console.Text)).Reason);
        Assert.DoesNotContain("not reached", qemu.Console.Text);
        foreach (string wait in s_waits) Assert.Contains("refused: " + wait + "\n", qemu.Console.Text.ReplaceLineEndings("\n"));
    }
}
