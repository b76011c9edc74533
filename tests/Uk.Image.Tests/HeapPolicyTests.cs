// The heaps that an application may choose.

using System;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class HeapPolicyTests
{
    private const string Probes = "tests/Uk.Image.Tests/Probes/";
    private static readonly TimeSpan s_timeout = Patience.Long;

    private static string ProbePath(string name) => Path.Combine(Images.Root, Probes + name);

    [Fact]
    public void A_program_that_allocates_nothing_needs_no_heap()
    {
        ToolResult result = ToolResult.Of(new ChildCommand(Images.Published(Probes + "NoHeap", "linux"), []), s_timeout);
        Assert.Equal("no heap: done\n", result.Output);
        Assert.Equal(0, result.Status);
    }

    [Fact]
    public void Without_a_heap_every_line_that_allocates_is_an_error()
    {
        ToolResult publish = AppImage.Dotnet("publish", ProbePath("NoHeapAllocates"), "-p:UkTarget=linux");
        Assert.NotEqual(0, publish.Status);
        string[] errors = [.. publish.Output.Split('\n').Where(line => line.Contains("error UK3010"))];
        Assert.Contains(errors, line => line.Contains("NoHeapAllocates.cs(20)") && line.Contains("Itself") && line.Contains("Int32[]"));
        Assert.Contains(errors, line => line.Contains("NoHeapAllocates.cs(23)") && line.Contains("Through") && line.Contains("which allocates"));
        Assert.Contains(errors, line => line.Contains("has no heap (its policy is none)"));
        Assert.False(File.Exists(AppImage.PathOf(ProbePath("NoHeapAllocates"), "linux")));
    }

    [Fact]
    public void The_build_goes_before_the_attribute()
    {
        ToolResult publish = AppImage.Dotnet("publish", ProbePath("NoHeapAllocates"), "-p:UkTarget=linux", "-p:UkHeap=bump", "-p:PublishDir=bin/bump/");
        Assert.Equal(0, publish.Status);
    }

    [Fact]
    public void A_region_is_given_back_as_a_whole()
    {
        ToolResult result = ToolResult.Of(new ChildCommand(Images.Published(Probes + "RegionHeap", "linux"), []), s_timeout);
        Assert.Matches(@"^kept 1, 1 logged, \d+ characters, \d{2,} MiB allocated, 0 MiB in use\n", result.Output);
        Assert.Contains("The region is not reset: a static field", result.Output);
        Assert.EndsWith("done\n", result.Output);
        Assert.Equal(0, result.Status);
    }

    [Fact]
    public void A_region_runs_in_a_small_machine()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Published(Probes + "RegionHeap", "kvm"), GuestMachine.Microvm) { Memory = new MemorySize(4 * 1024) });
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Contains("done", qemu.Console.Text);
    }
}
