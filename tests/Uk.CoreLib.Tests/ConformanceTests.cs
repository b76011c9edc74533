// The conformance suite is one program. It runs on .NET, as a Linux program on the core library, and in a machine, and
// must print the same lines everywhere.

using System;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.CoreLib.Tests;

[Trait("Run", "whole")]
public sealed class ConformanceTests
{
    private const int LeastCases = 1000;
    private static readonly TimeSpan s_timeout = Patience.Long;
    private static readonly string s_project = Path.Combine(Repository.Root, "tests/images/Conformance");
    private static readonly Lazy<string[]> s_expected = new(RunOnNet);

    [Fact]
    public void On_NET_every_case_passes()
    {
        Assert.DoesNotContain(s_expected.Value, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.True(s_expected.Value.Count(line => line.StartsWith("pass ", StringComparison.Ordinal)) >= LeastCases);
    }

    /// <summary>A name that stands for two cases hides which of them differs.</summary>
    [Fact]
    public void No_two_cases_have_the_same_name()
    {
        var names = s_expected.Value.Where(line => line.StartsWith("pass ", StringComparison.Ordinal)).Select(line => line[..line.LastIndexOf(": ", StringComparison.Ordinal)]);
        Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void A_linux_image_prints_what_NET_prints()
    {
        string image = AppImage.Publish(s_project, "linux");
        ToolResult result = ToolResult.Of(new ChildCommand(image, []), s_timeout);
        AssertSame(result.Output);
        Assert.Equal(0, result.Status);
    }

    [Fact]
    public void A_machine_prints_what_NET_prints()
    {
        if (HostTool.Qemu.Find() is null)
        {
            string reason = new MissingToolException(HostTool.Qemu).Message;
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
            Assert.Skip(reason);
        }
        string image = AppImage.Publish(s_project, "kvm");
        using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Microvm));
        GuestExit exit = qemu.WaitForExit(s_timeout);
        AssertSame(qemu.Console.Text);
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), exit);
    }

    private static string[] RunOnNet()
    {
        ToolResult built = AppImage.Dotnet("build", s_project, "-c:Release");
        built.OutputOrThrow();
        string program = AppImage.Dotnet("msbuild", s_project, "-p:Configuration=Release", "-getProperty:TargetPath").OutputOrThrow().Trim();
        string dotnet = Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet";
        // Local time is UTC in an image.
        ToolResult result = ToolResult.Of(new ChildCommand(dotnet, ["exec", program]).RunBy("env", "TZ=UTC"), s_timeout);
        return Lines(result.OutputOrThrow());
    }

    private static string[] Lines(string output) => output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static void AssertSame(string output)
    {
        string[] actual = Lines(output);
        string[] expected = s_expected.Value;
        for (int i = 0; i < expected.Length; i++)
            if (i >= actual.Length || actual[i] != expected[i])
                Assert.Fail($"line {i + 1}\n.NET : {expected[i]}\nimage: {(i < actual.Length ? actual[i] : "(nothing)")}");
        Assert.Equal(expected.Length, actual.Length);
    }
}
