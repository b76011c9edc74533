// Machines that really run, with the smallest guests there are.

using System;
using System.IO;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class QemuProcessTests : IDisposable
{
    private static readonly TimeSpan s_timeout = Patience.Long;
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("microvm")]
    [InlineData("microvm-acpi")]
    [InlineData("q35")]
    [InlineData("pc")]
    public void A_guest_prints_and_ends_with_its_status(string machine)
    {
        using var qemu = QemuProcess.Start(Options(PvhImage.Printing("hello"u8, status: 7)) with { Machine = GuestMachine.Named(machine) });
        Assert.Equal(new GuestExit(GuestEnd.Status, 7), qemu.WaitForExit(s_timeout));
        Assert.Equal("hello", qemu.Console.Text);
        Assert.NotNull(qemu.Console.FirstByteTimestamp);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(GuestExit.PanicStatus)]
    public void Every_status_comes_through(byte status)
    {
        using var qemu = QemuProcess.Start(Options(PvhImage.ExitingWith(status)));
        Assert.Equal(new GuestExit(GuestEnd.Status, status), qemu.WaitForExit(s_timeout));
    }

    [Fact]
    public void A_machine_that_QEMU_refuses_is_not_a_status()
    {
        using var qemu = QemuProcess.Start(Options(PvhImage.ExitingWith(0)) with { Extra = ["-device", "no-such-device"] });
        Assert.Equal(GuestEnd.NotStarted, qemu.WaitForExit(s_timeout).End);
        Assert.Contains("no-such-device", qemu.ErrorText);
    }

    [Fact]
    public void A_text_that_does_not_come_is_reported_with_what_came()
    {
        using var qemu = QemuProcess.Start(Options(PvhImage.Printing("hello"u8, status: null)));
        qemu.WaitForText("hel", s_timeout);
        var error = Assert.Throws<TimeoutException>(() => qemu.WaitForText("good-bye", TimeSpan.FromMilliseconds(50)));
        Assert.Contains("console: hello", error.Message);
        Assert.Contains("qemu-system-x86_64", error.Message);
        Assert.Throws<TimeoutException>(() => qemu.WaitForExit(TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public void A_guest_that_ends_stops_the_waiting_at_once()
    {
        using var qemu = QemuProcess.Start(Options(PvhImage.Printing("hello"u8, status: 3)));
        long start = Environment.TickCount64;
        var error = Assert.Throws<TimeoutException>(() => qemu.WaitForText("good-bye", TimeSpan.FromMinutes(5)));
        Assert.True(Environment.TickCount64 - start < 60_000);
        Assert.Contains("hello", error.Message);
    }

    [Fact]
    public void The_monitor_reads_the_memory_of_the_guest()
    {
        byte[] image = PvhImage.Printing("hello"u8, status: null);
        using var qemu = QemuProcess.Start(Options(image));
        qemu.WaitForText("hello", s_timeout);
        qemu.Monitor.Stop();
        Assert.Equal(image, qemu.Monitor.ReadPhysical(0x10_0000, image.Length));
        qemu.Monitor.Continue();
        Assert.Throws<QmpException>(() => qemu.Monitor.Execute("no-such-command"));
        qemu.Monitor.Quit();
        Assert.Equal(GuestEnd.NoStatus, qemu.WaitForExit(s_timeout).End);
    }

    [Fact]
    public void Nothing_is_left_of_a_machine_that_is_disposed_while_it_runs()
    {
        var qemu = QemuProcess.Start(Options(PvhImage.Printing("hello"u8, status: null)));
        qemu.WaitForText("hello", s_timeout);
        // Other tests of this process have folders as well: this machine's is the one that its command line names.
        string process = $"/proc/{qemu.ProcessId}", commandLine = File.ReadAllText(process + "/cmdline");
        string folder = Assert.Single(Directory.GetDirectories(Path.GetTempPath(), $"uk-qemu-{Environment.ProcessId}-*"), commandLine.Contains);
        qemu.Dispose();
        Assert.False(Directory.Exists(folder));
        Assert.False(Directory.Exists(process));
    }

    private QemuOptions Options(byte[] image)
    {
        string path = _scratch["image"];
        File.WriteAllBytes(path, image);
        return new QemuOptions(path, GuestMachine.Microvm) { Memory = new MemorySize(2048) };
    }
}
