// `dotnet build -t:UkDescribe`, as users run it.

using System;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class DescribeTests
{
    [Fact]
    public void A_composition_is_described_with_graph_order_memory_ports_and_features()
    {
        string said = Describe("PingResponder", "-p:UkTarget=kvm");
        Assert.Contains("PingResponder for kvm\n", said);
        Assert.Contains("Wan: Port\n└── EthDev (Uk.EthDev)\n    ├── VirtioNet (Uk.Virtio.Net)\n    │   ├── BothBuses (Uk.Bus)\n", said);
        Assert.Contains("lcore 0: PingResponder.Loop\n", said);
        AssertRow(said, "1", "RegionArena", "Uk.Memory");
        AssertRow(said, "6", "EthDev", "Uk.EthDev");
        Assert.Contains("Memory map: arena of 288 KiB, aligned to 4 KiB\n", said);
        AssertRow(said, "arena+0x00000000", "arena+0x00047fff", "PacketMemory", "288 KiB", "4 KiB");
        AssertRow(said, "Queues", "1", "Pairs of a receive and a transmit queue; each is used by one lcore at a time");
        AssertRow(said, "Packets", "Mbufs", "127", "255");
        AssertRow(said, "VirtioNetOptions", "ControlQueue", "off");
        Assert.Matches(@"\n *heap +bump +memory is never given back *\n", said);
        Assert.Matches(@"\n *exceptions +off +catch, filters and finally", said);
    }

    [Fact]
    public void The_same_program_as_a_process_has_other_drivers_and_no_image_s_features()
    {
        string said = Describe("PingResponder");
        Assert.Contains("PingResponder for a .NET process\n", said);
        Assert.Contains("HostPlatform (Uk.Platform.Host)", said);
        Assert.DoesNotContain("VirtioPci", said);
        Assert.DoesNotContain("stack-traces", said);
    }

    [Fact]
    public void A_program_without_a_composition_says_so() =>
        Assert.Contains("HelloWorld has no composition: it declares no ports, pools or regions", Describe("HelloWorld", "-p:UkTarget=kvm"));

    /// <summary>A description compiles the program; a build that takes nothing for done has to know of what was compiled.</summary>
    [Fact]
    public void What_a_description_has_compiled_is_compiled_again_by_a_build_without_memory()
    {
        string project = Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/Budget"), objects = Path.Combine(project, "obj/kvm/Release/net10.0");
        if (Directory.Exists(objects)) Directory.Delete(objects, recursive: true);
        AppImage.Dotnet("build", project, "-t:UkDescribe", "-p:UkTarget=kvm").OutputOrThrow();
        DateTime described = File.GetLastWriteTimeUtc(Path.Combine(objects, "Budget.dll"));
        // This project alone: new libraries, though the same, would have every other image compiled again.
        AppImage.Dotnet("build", project, "--no-incremental", "-p:UkTarget=kvm", "-p:BuildProjectReferences=false").OutputOrThrow();
        Assert.True(File.GetLastWriteTimeUtc(Path.Combine(objects, "Budget.dll")) > described, "the compiler was not started again");
    }

    /// <summary>What is printed, without the build's indentation.</summary>
    private static string Describe(string application, params string[] properties)
    {
        string output = AppImage.Dotnet(["build", Path.Combine(Images.Root, "apps", application), "-t:UkDescribe", .. properties]).OutputOrThrow();
        return string.Join('\n', output.Split('\n').Select(line => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line).Select(line => line.TrimEnd())) + "\n";
    }

    /// <summary>A line of a table that begins with these cells.</summary>
    private static void AssertRow(string said, params string[] cells) =>
        Assert.Contains(said.Split('\n'), line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(cells.Length).SequenceEqual(cells));
}
