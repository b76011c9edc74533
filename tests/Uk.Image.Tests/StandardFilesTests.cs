// Standard output and standard error are two things where the target has both.

using System;
using System.Linq;
using System.Threading.Tasks;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class StandardFilesTests
{
    private const string Probe = "tests/Uk.Image.Tests/Probes/StandardFiles";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private static readonly string[] s_output = ["out: a line", "out: a writer", "out: a stream", "out: kept"];
    private static readonly string[] s_errors = ["error: a line", "error: 42", "error: a stream", "error: a stream with a buffer"];

    [Fact]
    public async Task A_process_has_two()
    {
        using ChildProcess process = ChildProcess.Start(new ChildCommand(Images.Published(Probe, "linux"), []), ChildInput.None);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string[] errors = (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal(string.Concat(s_output.Select(line => line + "\n")), await output);
        Assert.Equal(s_errors, errors[..4]);
        // The end of a program is an error, with all that is said about it.
        Assert.Equal("PANIC: error: nobody catches this", errors[4]);
        Assert.Contains(errors[5..], line => line.StartsWith("build-id: ", StringComparison.Ordinal));
        Assert.True(process.WaitForExit(s_timeout));
        Assert.Equal(127, process.ExitCode);
    }

    [Fact]
    public void A_machine_has_one()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Published(Probe, "kvm"), GuestMachine.Named("microvm")));
        qemu.WaitForText("nobody catches this", s_timeout);
        string[] lines = [.. qemu.Console.Text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.Contains("PANIC"))];
        Assert.Equal(
            ["out: a line", "error: a line", "error: 42", "out: a writer", "out: a stream", "error: a stream", "error: a stream with a buffer", "out: kept"],
            lines[..8]);
    }
}
