// `uk run` and `uk symbolize` as processes, with the smallest guests there are.

using System;
using System.IO;
using System.Linq;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class RunCommandTests : IDisposable
{
    private const string Panic = "PANIC: page fault\nrip 0000000000100001\nbuild-id: abcdef0123456789\nstack:\n  at 0x0000000000100001\n";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    private readonly ScratchFolder _scratch = new();
    private readonly string _image;

    public RunCommandTests() => _image = _scratch["App.kvm"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_console_is_passed_on_and_the_status_returned()
    {
        File.WriteAllBytes(_image, PvhImage.Printing("hello\n"u8, status: 5));
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg", "--memory", "2M");
        Assert.Equal(("hello\n", 5), (result.Output, result.Status));
        Assert.Equal("uk: microvm, 2 MiB, tcg: as asked\n", result.Error);
    }

    [Fact]
    public void The_accelerator_is_chosen_and_the_reason_printed()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run("run", _image);
        Assert.Equal(0, result.Status);
        Assert.Matches("^uk: microvm, 128 MiB, (kvm|tcg): .{10,}\n$", result.Error);
    }

    [Fact]
    public void A_dry_run_prints_a_command_line_and_boots_nothing()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(3));
        ToolResult result = UkCommand.Run("run", _image, "--dry-run", "--accel", "tcg", "--machine", "q35", "--memory", "1200K", "--net", "tap:mine", "--gdb", "--", "-d", "int");
        Assert.Equal(0, result.Status);
        Assert.Contains("qemu-system-x86_64 -M q35 -accel tcg -cpu max -m 1200k ", result.Output);
        Assert.Contains("-netdev tap,ifname=mine,script=no,downscript=no,id=net0", result.Output);
        Assert.EndsWith($"-s -S -kernel {_image} -d int\n", result.Output);
    }

    [Theory]
    [InlineData("--memory", "lots")]
    [InlineData("--net", "wifi")]
    [InlineData("--host-address", "here", "--net", "tap")]
    public void A_wrong_value_is_named(params string[] arguments)
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run(["run", _image, "--accel", "tcg", .. arguments]);
        Assert.Equal(GuestExit.NotStartedCode, result.Status);
        Assert.StartsWith($"uk run: error UKT001: {arguments[0]} {arguments[1]}:", result.Error);
    }

    [Fact]
    public void An_unknown_option_is_not_QEMUs()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run("run", _image, "--memmory", "2M");
        Assert.NotEqual(0, result.Status);
        Assert.Contains("'--memmory' is not an option of 'uk run'", result.Error);
    }

    [Fact]
    public void Memory_that_the_image_does_not_fit_into_is_refused()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        File.WriteAllText(_scratch["App.report.json"], """
            {"name":"App","target":"kvm","buildId":"","imageBytes":1,"endOfImage":1200000,"memoryBytes":null,"ports":[],
             "regions":[],"sections":[],"libraries":[],"objects":[],"largestSymbols":[]}
            """);
        ToolResult result = UkCommand.Run("run", _image, "--memory", "1M");
        Assert.Equal(GuestExit.NotStartedCode, result.Status);
        Assert.Contains("takes the first 1172 KiB", result.Error);
    }

    [Fact]
    public void What_QEMU_says_is_passed_on()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg", "--", "-device", "no-such-device");
        Assert.Equal(GuestExit.NotStartedCode, result.Status);
        Assert.Contains("'no-such-device'", result.Error);
    }

    [Fact]
    public void The_report_beside_the_image_says_how_much_memory_and_whether_there_are_ports()
    {
        File.WriteAllBytes(_image, PvhImage.ExitingWith(0));
        File.WriteAllText(_scratch["App.report.json"], """
            {"name":"App","target":"kvm","buildId":"","imageBytes":1,"endOfImage":1,"memoryBytes":3145728,"ports":[{"index":0,"name":"Wan"}],
             "regions":[],"sections":[],"libraries":[],"objects":[],"largestSymbols":[]}
            """);
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg", "--dry-run");
        Assert.Contains(" -m 3072k ", result.Output);
        Assert.Contains("-netdev tap,", result.Output);
        Assert.DoesNotContain("-netdev", UkCommand.Run("run", _image, "--accel", "tcg", "--dry-run", "--net", "none").Output);
    }

    [Fact]
    public void A_panic_is_followed_by_the_names_of_its_stack()
    {
        string text = Panic + "last words";
        File.WriteAllBytes(_image, PvhImage.Printing(System.Text.Encoding.ASCII.GetBytes(text), status: 127));
        Assemble(_image + ".dbg");
        ToolResult result = UkCommand.Run("run", _image, "--accel", "tcg");
        Assert.Equal(127, result.Status);
        Assert.Equal(text + "\nstack with names:\n  0x0000000000100001 Broken in /_/App.cs:12\n", result.Output);
    }

    [Fact]
    public void A_saved_console_is_symbolised_and_foreign_symbols_are_suspected()
    {
        Assemble(_scratch["App.kvm.dbg"]);
        ToolResult result = UkCommand.RunWithInput(Panic, "symbolize", _scratch["App.kvm.dbg"]);
        Assert.Equal((Panic + "stack with names:\n  0x0000000000100001 Broken in /_/App.cs:12\n", 0), (result.Output, result.Status));
        Assert.Contains("these symbols are of another build", UkCommand.RunWithInput(Panic.Replace("abcdef", "bbcdef"), "symbolize", _scratch["App.kvm.dbg"]).Output);
        Assert.Equal(1, UkCommand.RunWithInput(Panic, "symbolize", _scratch["no-such-image"]).Status);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public void No_machine_outlives_the_tool(string signal)
    {
        File.WriteAllBytes(_image, PvhImage.Printing("up\n"u8, status: null));
        using var uk = ChildProcess.Start(UkCommand.Command("run", _image, "--accel", "tcg"), ChildInput.None);
        Assert.Equal("up", uk.StandardOutput.ReadLine());
        Assert.Single(Machines());
        new HostTool("kill", "procps").Output(s_timeout, "-" + signal, uk.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(uk.WaitForExit(s_timeout));
        Assert.True(SpinWait.SpinUntil(() => Machines().Length == 0, s_timeout));
        if (signal != "KILL") Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"uk-qemu-{uk.Id}-*"));
    }

    [Fact]
    public void A_child_takes_its_own_children_with_it()
    {
        var shell = new ChildCommand(new HostTool("sh", "dash").Require(), ["-c", "sleep 987 & echo $!; wait"]);
        using var child = ChildProcess.Start(shell, ChildInput.None);
        string sleeping = "/proc/" + child.StandardOutput.ReadLine();
        Assert.True(Directory.Exists(sleeping));
        child.Dispose();
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(sleeping), s_timeout));
    }

    /// <summary>Processes that have this test's image on their command line, other than the tool.</summary>
    private string[] Machines() => [.. Directory.GetDirectories("/proc").Where(process =>
    {
        try
        {
            string commandLine = File.ReadAllText(Path.Combine(process, "cmdline"));
            return commandLine.Contains(_image) && commandLine.Contains("-nodefaults");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    })];

    private void Assemble(string output)
    {
        File.WriteAllText(_scratch["a.s"], ".file 1 \"/_/App.cs\"\n.globl Broken\n.type Broken, @function\nBroken:\n.loc 1 11\nnop\n.loc 1 12\nnop\n.size Broken, . - Broken\n");
        new HostTool("as", "binutils").Output(s_timeout, "-o", _scratch["a.o"], _scratch["a.s"]);
        new HostTool("ld", "binutils").Output(s_timeout, "--build-id=0xABCDEF0123456789", "-e", "Broken", "-Ttext=0x100000", "-o", output, _scratch["a.o"]);
    }
}
