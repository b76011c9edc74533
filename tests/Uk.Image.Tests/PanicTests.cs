// Programs that do what they must not: the machine stops with the panic status, the cause and a stack that has names.

using System;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class PanicTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Fact]
    public void A_linux_image_says_that_the_stack_ended()
    {
        ToolResult result = ToolResult.Of(new ChildCommand(Images.Published("tests/Uk.Image.Tests/Probes/StackOverflow", "linux"), []), s_timeout);
        Assert.StartsWith("PANIC: stack overflow\n", result.Error);
        Assert.Equal(127, result.Status);
    }

    [Fact]
    public void A_write_to_the_first_page_stops_with_a_stack_that_has_names_and_lines()
    {
        PanicText panic = Crash("WriteToNull", out GuestSymbols symbols);
        Assert.Contains("page fault", panic.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.True(panic.IsFault);
        Assert.Equal(symbols.BuildId(), panic.BuildId);

        StackFrame[] frames = [.. symbols.Symbolize(panic.Stack, panic.IsFault).SelectMany(frames => frames)];
        Assert.Equal("WriteToNull.Inner", frames[0].Method);
        Assert.Equal("/_/tests/Uk.Image.Tests/Probes/WriteToNull/WriteToNull.cs:19", frames[0].Source);
        // What lies between may be missing: the compiler keeps no frame pointer in the smallest methods.
        Assert.Contains(frames, frame => frame.Method == "WriteToNull.Main" && frame.Source.EndsWith("WriteToNull.cs:7"));
    }

    [Fact]
    public void Code_cannot_be_written()
    {
        PanicText panic = Crash("WriteToText", out _);
        Assert.Contains("page fault", panic.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Constants_cannot_be_written()
    {
        PanicText panic = Crash("WriteToConstants", out GuestSymbols symbols);
        Assert.Contains("page fault", panic.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("WriteToConstants.Overwrite", symbols.Symbolize(panic.Stack, panic.IsFault)[0][0].Method);
    }

    [Fact]
    public void Data_cannot_be_executed()
    {
        PanicText panic = Crash("ExecuteData", out _);
        Assert.Contains("page fault", panic.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_end_of_the_stack_is_guarded()
    {
        PanicText panic = Crash("StackOverflow", out GuestSymbols symbols);
        Assert.Equal("StackOverflow.Deeper", symbols.Symbolize(panic.Stack, panic.IsFault)[0][0].Method);
    }

    /// <summary>All of the machine's memory was handed out before.</summary>
    [Fact]
    public void A_full_heap_says_so()
    {
        PanicText panic = Crash("FillHeap", out _, new MemorySize(32 << 10), out string console);
        Assert.Contains("Out of memory", panic.Reason);
        Assert.Contains("taken 29 MB", console);
    }

    [Fact]
    public void An_exception_that_nobody_catches_says_its_message()
    {
        PanicText panic = Crash("Throw", out GuestSymbols symbols);
        Assert.Contains("the pool has 2 mbufs, not 3", panic.Reason);
        Assert.Contains(symbols.Symbolize(panic.Stack, panic.IsFault).SelectMany(frames => frames), frame => frame.Method == "Throw.Fail");
        Assert.Equal("System.InvalidOperationException", SymbolName.ToReadableType(symbols.NameAt(panic.ExceptionType)!));
    }

    private static readonly string[] s_named =
    [
        "PANIC: Probes.Named.PoolException: the pool has 2",
        " ---> System.FormatException: not a number: three",
        " Probes.Named.Pool`1.Slot.Take(List`1 from)",
        " Probes.Named.Program.Main()",
    ];

    [Fact]
    public void An_image_with_stack_traces_names_them_itself_on_linux()
    {
        string image = Images.Published("tests/Uk.Image.Tests/Probes/ThrowNamed", "linux");
        ToolResult result = ToolResult.Of(new ChildCommand(image, []), s_timeout);
        Assert.Equal(127, result.Status);
        AssertNamed(result.Error);
    }

    [Fact]
    public void An_image_with_stack_traces_names_them_itself_in_a_machine()
    {
        PanicText panic = Crash("ThrowNamed", out GuestSymbols symbols, new MemorySize(2048), out string console);
        AssertNamed(console.Replace("\r", ""));
        // The addresses are still there, for the lines that only the symbols know.
        Assert.Contains(symbols.Symbolize(panic.Stack, panic.IsFault).SelectMany(frames => frames), frame => frame.Source.EndsWith("ThrowNamed.cs:24"));
    }

    private static void AssertNamed(string console)
    {
        string[] lines = console.Split('\n');
        Assert.Equal(s_named[..2], lines.Where(line => line.StartsWith("PANIC") || line.StartsWith(" --->")));
        string[] frames = [.. lines.Where(line => line.StartsWith("  at 0x"))];
        Assert.EndsWith(s_named[2], frames[0]);
        Assert.EndsWith(s_named[3], frames[1]);
    }

    /// <summary>Names are paid for by those who ask.</summary>
    [Fact]
    public void An_image_without_stack_traces_has_no_names()
    {
        byte[] image = System.IO.File.ReadAllBytes(Images.Probe("Throw"));
        Assert.Equal(-1, image.AsSpan().IndexOf("InvalidOperationException"u8));
        Assert.Equal(-1, image.AsSpan().IndexOf("Fail("u8));
        Assert.DoesNotContain(GuestSymbols.Load(Images.Probe("Throw") + ".dbg").All, symbol => symbol.Name.StartsWith("uk_") && symbol.Name.EndsWith("_names"));
    }

    private static PanicText Crash(string probe, out GuestSymbols symbols) => Crash(probe, out symbols, new MemorySize(2048), out _);

    private static PanicText Crash(string probe, out GuestSymbols symbols, MemorySize memory, out string console)
    {
        Requires.Tool(HostTool.Qemu);
        string image = Images.Probe(probe);
        using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Microvm) { Memory = memory });
        GuestExit exit = qemu.WaitForExit(s_timeout);
        Assert.True(exit == new GuestExit(GuestEnd.Status, GuestExit.PanicStatus), $"ended with {exit}\n{qemu.Describe()}");
        Assert.DoesNotContain("not reached", qemu.Console.Text);
        console = qemu.Console.Text;
        symbols = GuestSymbols.Load(image + ".dbg");
        return Assert.Single(PanicText.FindAll(qemu.Console.Text));
    }
}
