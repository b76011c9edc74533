// What is typed reaches the program, on the serial console of a machine and at the standard input of a process.

using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class ConsoleInputTests
{
    private const string Probe = "tests/Uk.Image.Tests/Probes/EchoLines";
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Theory]
    [InlineData("microvm")]
    [InlineData("q35")]
    public void A_machine_reads_lines_from_its_serial_console(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Published(Probe, "kvm"), GuestMachine.Named(machine)), ChildInput.Pipe);
        qemu.WaitForText("ready", s_timeout);
        qemu.Input.Write("one\nzwölf\r\ntyped by return\r\r");
        qemu.Input.Flush();
        qemu.WaitForText("[typed by return] 15", s_timeout);
        qemu.WaitForText("[] 0", s_timeout);
        // More than the UART holds.
        qemu.Input.Write(new string('x', 200) + "\nlast\n\u0004");
        qemu.Input.Flush();
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal(Expected("one", "zwölf", "typed by return", "", new string('x', 200), "last"), qemu.Console.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_process_reads_lines_from_its_standard_input()
    {
        using ChildProcess process = ChildProcess.Start(new ChildCommand(Images.Published(Probe, "linux"), []), ChildInput.Pipe);
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        process.StandardInput.Write("one\n");
        process.StandardInput.Flush();
        Assert.Equal("[one] 3", process.StandardOutput.ReadLine());
        process.StandardInput.Write("zwölf\r\nwithout an end");
        process.StandardInput.Close();
        Assert.Equal(Expected("zwölf", "without an end")["ready\n".Length..], process.StandardOutput.ReadToEnd());
        Assert.True(process.WaitForExit(s_timeout));
        Assert.Equal(0, process.ExitCode);
    }

    private static string Expected(params string[] lines)
    {
        string text = "ready\n";
        foreach (string line in lines) text += $"[{line}] {line.Length}\n";
        return text + "the task went on\n";
    }
}
