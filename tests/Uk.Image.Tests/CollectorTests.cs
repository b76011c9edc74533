// The collected heap under load: many times the memory there is, in shapes that are hard on a collector.

using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class CollectorTests
{
    private const string Soak = "tests/images/HeapSoak";
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Fact]
    public void A_linux_image_survives_the_soak()
    {
        ToolResult result = ToolResult.Of(new ChildCommand(Images.Published(Soak, "linux"), []), s_timeout);
        Assert.Contains(" 0 failures", result.Output);
        Assert.Equal(0, result.Status);
    }

    [Fact]
    public void A_machine_of_16_MiB_allocates_ten_times_as_much()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Published(Soak, "kvm"), GuestMachine.Microvm) { Memory = new MemorySize(16 * 1024) });
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Matches(@"soak: [12]\d\d MiB allocated, \d{2,} collections, 0 failures", qemu.Console.Text);
    }

    /// <summary>What the collector takes too early, some case misses.</summary>
    [Fact]
    public void Collecting_at_every_few_allocations_changes_no_case()
    {
        ToolResult result = ToolResult.Of(new ChildCommand(Images.Published("tests/images/ConformanceGcStress", "linux"), []), s_timeout);
        Assert.DoesNotContain("FAIL", result.Output);
        Assert.Matches(@"\d{3,} passed, 0 failed", result.Output);
        Assert.Equal(0, result.Status);
    }
}
