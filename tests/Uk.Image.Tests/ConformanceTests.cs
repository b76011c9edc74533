// The same program on .NET and in images: every line of its output must be the same.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class ConformanceTests
{
    private const string Conformance = "tests/images/Conformance";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(120);

    /// <summary>What .NET says. The program is built with the solution.</summary>
    private static readonly Lazy<string[]> s_dotnet = new(() =>
    {
        string program = Path.Combine(Images.Root, Conformance, "bin/Release/net10.0/Conformance.dll");
        Assert.True(File.Exists(program), $"{program} is missing: build UkGen.sln in Release first");
        return LinesOf(ToolResult.Of(new ChildCommand("dotnet", [program]), s_timeout));
    });

    [Fact]
    public void All_cases_hold_on_dotnet()
    {
        Assert.DoesNotContain(s_dotnet.Value, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.InRange(s_dotnet.Value.Length, 280, int.MaxValue);
    }

    [Fact]
    public void A_linux_image_says_what_dotnet_says() =>
        AssertSame(LinesOf(ToolResult.Of(new ChildCommand(Images.Published(Conformance, "linux"), []), s_timeout)));

    [Fact]
    public void A_kvm_image_says_what_dotnet_says()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Published(Conformance, "kvm"), GuestMachine.Microvm) { Memory = new MemorySize(64 * 1024) });
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        AssertSame(Lines(qemu.Console.Text));
    }

    [Fact]
    public void Collecting_all_the_time_changes_nothing() =>
        AssertSame(LinesOf(ToolResult.Of(new ChildCommand(Images.Published("tests/images/ConformanceGcStress", "linux"), []), s_timeout)));

    private static void AssertSame(string[] image)
    {
        IEnumerable<string> different = s_dotnet.Value.Zip(image)
            .Where(pair => pair.First != pair.Second)
            .Select(pair => $".NET:  {pair.First}\nimage: {pair.Second}");
        Assert.Equal("", string.Join("\n", different.Take(10)));
        Assert.Equal(s_dotnet.Value.Length, image.Length);
    }

    private static string[] LinesOf(ToolResult result)
    {
        Assert.True(result.Status == 0, $"status {result.Status}\n{result.Error}\n{string.Join('\n', Lines(result.Output).TakeLast(30))}");
        return Lines(result.Output);
    }

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
