// Programs with several lcores, on each machine that images boot on, as Linux processes and under .NET.

using System;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class LcoreTests
{
    private const string Probes = "tests/Uk.Image.Tests/Probes/";
    private static readonly TimeSpan s_timeout = Patience.Long;

    /// <summary>What three lcores find that share locks, exceptions, objects, constructors, waits and collections.</summary>
    private const string Expected = """
        lcore 0 of 3
        identity: 1000 2000 3000; 100 101 102; threads differ: True
        counting: 60000 60000 60000 60000 fffffffffffffff
        exceptions: 125125250 125125250 125125250; 500 500 500
        objects: 9000 9000 9000; wrong 0 0 0
        constructors: ran 1, seen 20000 20000 20000, circle complete: True
        waiting: 600: 200 200 200; 0: 2 of 3, 1: 2 of 3, 2: 2 of 3
        tables: 100 keys, 6000; taken 6000, sum 5997000
        end of lcore 0

        """;

    [Theory]
    [InlineData("microvm", 3)]
    [InlineData("microvm-acpi", 3)]
    [InlineData("q35", 3)]
    [InlineData("pc", 3)]
    [InlineData("microvm", 5)]
    public void Three_lcores_share_a_machine(string machine, int processors)
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("Lcores"), GuestMachine.Named(machine)) { Processors = processors });
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal(Expected, qemu.Console.Text.ReplaceLineEndings("\n"));
    }

    /// <summary>Ports that are the ends of a wire in the program, and a loop that is a task.</summary>
    private const string ExpectedOfRingPorts = """
        near 02:00:00:00:00:01, up: True; far 02:00:00:00:00:02, up: True
        sent 200000, received 200000, wrong 0

        """;

    [Fact]
    public void Ring_ports_connect_two_lcores_of_a_machine()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("RingPorts"), GuestMachine.Microvm) { Processors = 2 });
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(s_timeout));
        Assert.Equal(ExpectedOfRingPorts, qemu.Console.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Ring_ports_connect_two_lcores_of_a_process() =>
        Assert.Equal(ExpectedOfRingPorts, Linux("RingPorts", []).Output);

    /// <summary>Three seconds of two lcores that would poll otherwise.</summary>
    [Fact]
    public void Lcores_rest_at_the_ends_of_a_ring()
    {
        string image = Images.Published(Probes + "RingRest", "linux");
        ToolResult result = ToolResult.Of(new ChildCommand("bash", ["-c", $"TIMEFORMAT='%U %S'; time {image}"]), s_timeout);
        Assert.Equal("asked 300, answered 300\n", result.Output);
        double seconds = result.Error.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Sum(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(seconds, 0, 1);
    }

    [Fact]
    public void Three_lcores_share_a_process() =>
        Assert.Equal(Expected, Linux("Lcores", []).Output);

    [Fact]
    public void The_same_program_runs_under_dotnet()
    {
        ToolResult result = ToolResult.Of(new ChildCommand("dotnet", ["run", "-c", "Release", "--project", Path.Combine(Images.Root, Probes, "Lcores")]), TimeSpan.FromMinutes(5));
        Assert.Equal(Expected, result.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_machine_with_too_few_processors_is_told_what_to_do()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("Lcores"), GuestMachine.Microvm) { Processors = 2 });
        Assert.Equal(new GuestExit(GuestEnd.Status, GuestExit.PanicStatus), qemu.WaitForExit(s_timeout));
        PanicText panic = Assert.Single(PanicText.FindAll(qemu.Console.Text));
        Assert.Equal("The machine has 2 processors and the program has 3 lcores. Start the machine with -smp 3.", panic.Reason);
    }

    [Fact]
    public void A_process_with_too_few_processors_is_warned_and_runs()
    {
        ToolResult result = ToolResult.Of(new ChildCommand("taskset", ["-c", FirstProcessor(), Images.Published(Probes + "Lcores", "linux")]), s_timeout);
        Assert.Equal(Expected, result.Output);
        Assert.StartsWith("uk: fewer processors than lcores", result.Error);
    }

    [Fact]
    public void The_user_says_which_processors()
    {
        string first = FirstProcessor();
        Assert.Equal(Expected, Linux("Lcores", ["-l", $"{first},{first},{first}"]).Output);
        Assert.Equal(Expected, Linux("Lcores", [$"--lcores=2@{first},0@{first},1@{first}"]).Output);
    }

    [Theory]
    [InlineData("-l", "0", "each lcore wants one processor")]
    [InlineData("-l", "0,x,0", "each lcore wants one processor")]
    [InlineData("-l", "0,0,0,0", "an lcore that the program does not have")]
    [InlineData("--lcores", "0@0,1@0,3@0", "an lcore that the program does not have")]
    [InlineData("--lcores", "0@1023,1@0,2@0", "a processor that this process may not use")]
    public void A_choice_of_processors_that_cannot_be_followed_is_refused(string option, string value, string problem)
    {
        ToolResult result = Linux("Lcores", [option, value]);
        Assert.Equal(127, result.Status);
        Assert.Contains(problem, result.Error);
    }

    [Fact]
    public void An_lcore_that_dies_stops_the_others_and_says_who_it_was()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("LcorePanic"), GuestMachine.Microvm) { Processors = 3 });
        Assert.Equal(new GuestExit(GuestEnd.Status, GuestExit.PanicStatus), qemu.WaitForExit(s_timeout));
        CheckPanic(qemu.Console.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_thread_that_dies_ends_the_process()
    {
        ToolResult result = Linux("LcorePanic", []);
        Assert.Equal(127, result.Status);
        CheckPanic(result.Output + result.Error[result.Error.IndexOf("PANIC: ", StringComparison.Ordinal)..]);
    }

    /// <summary>Whole lines, then the panic, and nothing of the others in it.</summary>
    private static void CheckPanic(string text)
    {
        int panic = text.IndexOf("PANIC: ", StringComparison.Ordinal);
        Assert.True(panic > 0, text);
        foreach (string line in text[..panic].Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1]) Assert.Matches("^line of lcore [02]$", line);
        string report = text[panic..];
        Assert.DoesNotContain("line of", report);
        Assert.Contains("\nlcore: 1\n", report);
        Assert.Contains("a null reference", report);
        Assert.EndsWith("\n", report);
    }

    [Fact]
    public void The_end_of_the_stack_of_each_lcore_is_guarded()
    {
        Requires.Tool(HostTool.Qemu);
        using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("LcoreStackOverflow"), GuestMachine.Q35) { Processors = 2 });
        Assert.Equal(new GuestExit(GuestEnd.Status, GuestExit.PanicStatus), qemu.WaitForExit(s_timeout));
        Assert.StartsWith("PANIC: stack overflow\n", Panic(qemu.Console.Text));
        Assert.Contains("\nlcore: 1\n", Panic(qemu.Console.Text));

        ToolResult result = Linux("LcoreStackOverflow", []);
        Assert.StartsWith("PANIC: stack overflow\n", result.Error);
        Assert.Contains("\nlcore: 1\n", result.Error);
    }

    /// <summary>
    /// What many processors bring with them: those that nobody wants come through the code below 1 MiB as well, some of them
    /// late, and halt. Several starts, since it is a race.
    /// </summary>
    [Theory]
    [InlineData("q35", 16, 6)]
    [InlineData("microvm", 16, 6)]
    [InlineData("q35", 255, 1)]
    public void Processors_that_nobody_wants_harm_nobody(string machine, int processors, int starts)
    {
        Requires.Tool(HostTool.Qemu);
        for (int i = 0; i < starts; i++)
        {
            using var qemu = QemuProcess.Start(new QemuOptions(Images.Probe("TwoLcores"), GuestMachine.Named(machine)) { Processors = processors });
            Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(Patience.Long));
        }
    }

    private static string Panic(string console)
    {
        string text = console.ReplaceLineEndings("\n");
        return text[text.IndexOf("PANIC: ", StringComparison.Ordinal)..];
    }

    [Theory]
    [InlineData("collected")]
    [InlineData("region")]
    public void A_heap_for_one_lcore_is_refused(string heap)
    {
        ToolResult result = ToolResult.Of(new ChildCommand("dotnet",
            ["build", Path.Combine(Images.Root, Probes, "LcorePanic"), "-v", "q", "--nologo", "-p:UkTarget=kvm", "-p:UkHeap=" + heap]), TimeSpan.FromMinutes(5));
        Assert.NotEqual(0, result.Status);
        Assert.Contains("error UK3011: LcorePanic has 3 lcores, and a heap that is " + heap + " works with one", result.Output);
    }

    private static ToolResult Linux(string probe, string[] arguments) =>
        ToolResult.Of(new ChildCommand(Images.Published(Probes + probe, "linux"), [.. arguments]), s_timeout);

    private static string FirstProcessor()
    {
        foreach (string line in File.ReadLines("/proc/self/status"))
            if (line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)) return line.Split(':')[1].Trim().Split('-', ',')[0];
        return "0";
    }
}
