// Symbols and stacks of a real ELF file, made by the assembler.

using System;
using System.Collections.Generic;
using System.IO;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class SymbolTests : IDisposable
{
    private static readonly TimeSpan s_timeout = Patience.Long;
    private readonly ScratchFolder _scratch = new();
    private readonly string _elf;

    public SymbolTests()
    {
        const string Source = """
            .file 1 "/_/App.cs"
            .globl App_Main__Run
            .type App_Main__Run, @function
            App_Main__Run:
            .loc 1 11
            nop
            .loc 1 12
            call Boot
            .size App_Main__Run, . - App_Main__Run
            Boot:
            nop
            .data
            .globl "__NONGCSTATICSUk_EthDev_Uk_EthDev_PortCounters_1<App_Wan>"
            "__NONGCSTATICSUk_EthDev_Uk_EthDev_PortCounters_1<App_Wan>": .quad 1
            "__NONGCSTATICSUk_EthDev_Uk_EthDev_PortCounters_1<App___Parts_WanBackupOptions>": .quad 2

            """;
        File.WriteAllText(_scratch["a.s"], Source);
        new HostTool("as", "binutils").Output(s_timeout, "-o", _scratch["a.o"], _scratch["a.s"]);
        _elf = _scratch["a"];
        new HostTool("ld", "binutils").Output(s_timeout, "--build-id=0xABCDEF0123456789", "-e", "App_Main__Run", "-Ttext=0x100000", "-o", _elf, _scratch["a.o"]);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Symbols_have_an_address_and_a_size()
    {
        GuestSymbols symbols = GuestSymbols.Load(_elf);
        GuestSymbol run = symbols.Named("App_Main__Run");
        Assert.Equal((0x100000UL, 6UL, 't'), (run.Address, run.LengthBytes, run.Kind));
        Assert.Throws<KeyNotFoundException>(() => symbols.Named("App_Main__Walk"));
        Assert.Equal("abcdef0123456789", symbols.BuildId());
    }

    [Fact]
    public void A_stack_is_read_with_the_lines_of_the_calls()
    {
        // The return address is the first byte behind the caller, which already belongs to Boot.
        var frames = GuestSymbols.Load(_elf).Symbolize([0x100006, 0x100006], startsAtInstruction: true);
        Assert.Equal("Boot", frames[0][0].Method);
        Assert.EndsWith("/_/App.cs:12", frames[1][0].Source);
        Assert.EndsWith("/_/App.cs:12", GuestSymbols.Load(_elf).Symbolize([0x100006], startsAtInstruction: false)[0][0].Source);
    }

    [Fact]
    public void Counters_are_found_by_the_name_of_the_port()
    {
        GuestSymbols symbols = GuestSymbols.Load(_elf);
        GuestCounters.Find(symbols, "Wan");
        GuestCounters.Find(symbols, "WanBackup");
        Assert.Contains("WanBackup", Assert.Throws<KeyNotFoundException>(() => GuestCounters.Find(symbols, "Lan")).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        Assert.Contains("no-such-file", Assert.Throws<ToolFailedException>(() => GuestSymbols.Load(_scratch["no-such-file"])).Message);
    }
}
