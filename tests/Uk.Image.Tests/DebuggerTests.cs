// gdb with our script, on a machine and on a process: frames, lines, sources and values of C#. And what a crash prints.

using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed partial class DebuggerTests
{
    private const string Project = "tests/Uk.Image.Tests/Probes/Debugged";
    private static readonly TimeSpan s_timeout = Patience.Long;
    private static readonly HostTool s_gdb = new("gdb", "gdb");

    private static readonly string[] s_look =
    [
        "break Debugged_Debugged__Inspect", "continue", "uk-bt", "uk-locals", "print thing", "uk-print numbers", "list 30,45",
    ];

    /// <summary>With the command that `uk run --gdb` prints.</summary>
    [Fact]
    public void A_machine_is_looked_into()
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tool(s_gdb);
        int port = FreePort();
        using var uk = ChildProcess.Start(UkCommand.Command("run", Images.Published(Project, "kvm"), "--accel", "tcg", "--port0", "null", $"--gdb={port}"), ChildInput.None);
        string line;
        do line = uk.StandardError.ReadLine() ?? throw new EndOfStreamException();
        while (!line.StartsWith("uk: waiting for: gdb ", StringComparison.Ordinal));
        string[] words = [.. Word().Matches(line["uk: waiting for: gdb ".Length..]).Select(word => word.Value.Trim('\''))];
        Assert.Equal(["-ex", $"target remote :{port}"], words[^2..]);
        // Software breakpoints would be in memory that the firmware has still to load.
        string output = Gdb([.. words, .. Commands([.. s_look.Select(command => command.Replace("break ", "hbreak ")), "kill"])]);
        AssertLook(output);
    }

    [Fact]
    public void A_process_is_looked_into()
    {
        Requires.Tool(s_gdb);
        string image = Images.Published(Project, "linux");
        using TemporaryFolder folder = TemporaryFolder.Create();
        CaptureFile.Write(folder.File("in.pcap"), [[2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 9, 0x88, 0xB5, 0xAB, 0xCD]]);
        string command = UkCommand.Run("run", image, "--gdb", "--port0", $"pcap:{folder.File("in.pcap")}").OutputOrThrow();
        string[] words = [.. Word().Matches(command[(command.IndexOf(" gdb ", StringComparison.Ordinal) + 5)..].Trim()).Select(word => word.Value.Trim('\''))];
        int arguments = Array.IndexOf(words, "--args");
        string[] look = ["starti", "break Debugged_Debugged__Look", "continue", "uk-print packet", "uk-bt values", .. s_look, "kill"];
        string output = Gdb([.. words[..arguments], .. Commands(look), .. words[arguments..]]);
        AssertLook(output);
        Assert.Contains("\nmbuf of 16 bytes, headroom 128 [02 00 00 00 00 01 02 00 00 00 00 09 88 b5 ab cd]\n", output);
        Assert.Contains("#0  Debugged.Look(packet = mbuf of 16 bytes, ", output);
    }

    private static void AssertLook(string output)
    {
        const string Order = "Debugged_RushOrder { Number = 42, Customer = \"König \\\"& Co\\\"\", Previous = Debugged_Order { Number = 41, Customer = \"before\", "
            + "Previous = null, Prices = Double[2] [1.5, 2.25] }, Prices = Double[2] [1.5, 2.25], IsPaid = true }";
        Assert.Matches(@"\n#0  Debugged\.Inspect at \S+Debugged\.cs:\d+\n#1  Debugged\.Loop at \S+Debugged\.cs:\d+\n#2  Debugged_UkGenerated_EntryPoint\.Main at ", output);
        Assert.Contains("\nname = \"packet\"\n", output);
        Assert.Contains("\nnumbers = Int32[6] [3, 1, 4, 1, 5, 9]\n", output);
        Assert.Contains("\nwords = List[2] [\"alpha\", \"beta\"]\n", output);
        Assert.Contains("\nthing = " + Order + "\n", output);
        Assert.Contains("\nbytes = Span[5] [98, 121, 116, 101, 115]\n", output);
        Assert.Contains(" = " + Order + "\n", output[output.IndexOf("\nbytes = ", StringComparison.Ordinal)..]);
        Assert.Contains("\nInt32[6] [3, 1, 4, 1, 5, 9]\n", output);
        // The sources are found although the build has hidden where they lie.
        Assert.Matches(@"\n\d+\s+.*new RushOrder\(42", output);
    }

    /// <summary>However it is started: the stack of a crash has methods and lines.</summary>
    [Theory]
    [InlineData("kvm", "uk")]
    [InlineData("linux", "uk")]
    [InlineData("kvm", "dotnet")]
    [InlineData("linux", "dotnet")]
    [InlineData("linux", "pipe")]
    public void A_crash_names_methods_and_lines(string target, string how)
    {
        if (target == "kvm") Requires.Tool(HostTool.Qemu);
        string image = Images.Published(Project, target);
        ToolResult result = how switch
        {
            "uk" => UkCommand.Run("run", image, "--port0", "null"),
            "dotnet" => ToolResult.Of(new ChildCommand("dotnet", ["run", "--no-build", "--project", Path.Combine(Images.Root, Project), $"-p:UkTarget={target}",
                target == "kvm" ? "-p:UkRunArguments=--accel tcg" : "-p:UkRunArguments=", "--", "--port0", "null"]), s_timeout),
            _ => ToolResult.Of(UkCommand.Command("symbolize", image), s_timeout, ToolResult.Of(new ChildCommand(image, ["--port0=null"]), s_timeout).Error),
        };
        Assert.Equal(how == "pipe" ? 0 : GuestExit.PanicStatus, result.Status);
        string said = how != "pipe" && target == "linux" ? result.Error : result.Output;
        Assert.Contains("PANIC: divide error", said.ToLowerInvariant().Replace("panic", "PANIC"));
        string names = said[said.IndexOf("stack with names:\n", StringComparison.Ordinal)..];
        Assert.Matches(@"^stack with names:\n  0x[0-9a-f]{16} Debugged\.Divide in /_/tests/Uk\.Image\.Tests/Probes/Debugged/Debugged\.cs:\d+\n", names);
        Assert.Matches(@"\n  0x[0-9a-f]{16} Debugged\.Loop in /_/tests/Uk\.Image\.Tests/Probes/Debugged/Debugged\.cs:\d+\n", names);
    }

    /// <summary>How callers are found is beside the symbols, and nothing of it in the image.</summary>
    [Theory]
    [InlineData("kvm")]
    [InlineData("linux")]
    public void Debuggers_are_not_paid_for(string target)
    {
        string image = Images.Published(Project, target);
        string sections = HostTool.ReadElf.Output(s_timeout, "--section-headers", "--wide", image);
        Assert.DoesNotContain(".eh_frame", sections);
        Assert.DoesNotContain(".debug", sections);
        Assert.Contains(".eh_frame", HostTool.ReadElf.Output(s_timeout, "--section-headers", "--wide", image + ".dbg"));
    }

    private static string Gdb(string[] arguments)
    {
        ToolResult result = s_gdb.Run(s_timeout, ["-nx", "-batch", "-ex", "set pagination off", "-ex", "set confirm off", .. arguments]);
        return result.Output + result.Error;
    }

    private static string[] Commands(string[] commands) => [.. commands.SelectMany(command => (string[])["-ex", command])];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>As a shell reads them, as far as ChildCommand writes them.</summary>
    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex Word();
}
