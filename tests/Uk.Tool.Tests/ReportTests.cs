// `uk report` over a small image that the assembler and the linker make, and over this assembly as the application.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Uk.EthDev;
using Uk.Memory;
using Uk.Qemu;
using Xunit;

[assembly: Uk.Machine(Memory = 3 * Uk.Size.MiB)]

namespace Uk.Tool.Tests;

[MemoryRegion(Size = 1 << 20, PageSize = PageSize.TwoMegabytes)]
internal struct PacketMemory;

[Port(1, RxDescriptors = 256)]
internal struct Lan;

[Port(0)]
internal struct Wan;

public sealed class ReportTests : IDisposable
{
    private static readonly TimeSpan s_timeout = Patience.Long;
    private readonly ScratchFolder _scratch = new();

    public ReportTests()
    {
        const string Source = """
            .globl Acme_Net_Tcp__Send
            .type Acme_Net_Tcp__Send, @function
            Acme_Net_Tcp__Send: .skip 300, 0x90
            .size Acme_Net_Tcp__Send, 300
            .globl Acme_Other__Run
            .type Acme_Other__Run, @function
            Acme_Other__Run: .skip 20, 0x90
            .size Acme_Other__Run, 20
            _start: .skip 10, 0x90
            .data
            __Acme_Net_Tcp__statics: .skip 40, 1
            .bss
            .comm Acme_Other__big, 5000, 8

            """;
        File.WriteAllText(_scratch["a.s"], Source);
        new HostTool("as", "binutils").Output(s_timeout, "-o", _scratch["a.o"], _scratch["a.s"]);
        new HostTool("ld", "binutils").Output(s_timeout, "--build-id=0xABCDEF0123456789", "--section-start=.note.gnu.build-id=0xff000", "-e", "_start", "-Ttext=0x100000", "-Tdata=0x101000",
            "-Map", _scratch["App.kvm.map"], "-o", _scratch["App.kvm.dbg"], _scratch["a.o"]);
        new HostTool("strip", "binutils").Output(s_timeout, "-o", _scratch["App.kvm"], _scratch["App.kvm.dbg"]);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_report_says_whose_the_bytes_are_and_what_the_application_declares()
    {
        ToolResult result = UkCommand.Run("report", "--image", _scratch["App.kvm"], "--dbg", _scratch["App.kvm.dbg"], "--map", _scratch["App.kvm.map"],
            "--name", "App", "--target", "kvm", "--out", _scratch["App.report.json"], "--assembly", typeof(ReportTests).Assembly.Location,
            "--library", "Acme", "/somewhere/Acme.Net.dll");
        Assert.Equal(("", 0), (result.Error, result.Status));

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_scratch["App.report.json"]));
        JsonElement report = json.RootElement;
        Assert.Equal("abcdef0123456789", report.GetProperty("buildId").GetString());
        Assert.Equal(new FileInfo(_scratch["App.kvm"]).Length, report.GetProperty("imageBytes").GetInt64());
        Assert.Equal(0x101028 + 5000, report.GetProperty("endOfImage").GetInt64());
        Assert.Equal(3 << 20, report.GetProperty("memoryBytes").GetInt64());
        Assert.Equal(["Wan", "Lan"], report.GetProperty("ports").EnumerateArray().Select(port => port.GetProperty("name").GetString()));
        Assert.Equal(1 << 20, report.GetProperty("regions")[0].GetProperty("bytes").GetInt64());
        Assert.Equal([("Acme", 5020), ("Acme.Net", 340), ("(a.o)", 10)],
            report.GetProperty("libraries").EnumerateArray().Select(library => (library.GetProperty("name").GetString(), library.GetProperty("bytes").GetInt32())));
        Assert.Equal("Acme_Other__big", report.GetProperty("largestSymbols")[0].GetProperty("name").GetString());
        Assert.Equal("a.o", report.GetProperty("objects")[0].GetProperty("name").GetString());
        // And the build id, which ld adds to the first object.
        Assert.Equal(330 + 40 + 5000 + 24, report.GetProperty("objects")[0].GetProperty("bytes").GetInt32());
        Assert.Contains(report.GetProperty("sections").EnumerateArray(), section => section.GetProperty("name").GetString() == ".bss" && !section.GetProperty("inImage").GetBoolean());

        string text = File.ReadAllText(_scratch["App.report.txt"]);
        Assert.StartsWith("App for kvm: ", text);
        Assert.Contains("port 0: Wan\nport 1: Lan\nmemory region PacketMemory: 1,048,576 bytes\n", text);
        Assert.Contains("       340  Acme.Net (2 symbols)\n", text);
    }

    [Fact]
    public void An_image_that_is_not_there_is_named()
    {
        ToolResult result = UkCommand.Run("report", "--image", _scratch["no"], "--dbg", _scratch["no.dbg"], "--name", "App", "--target", "kvm", "--out", _scratch["App.report.json"]);
        Assert.Equal(1, result.Status);
        Assert.Equal($"uk report: error UKT001: there is no image at {_scratch["no"]}\n", result.Error);
    }
}
