// `uk top` of a .NET process, which says where its counters are. Images: tests/Uk.Image.Tests/TopTests.cs.

using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class TopTests : IDisposable
{
    private static readonly TimeSpan s_timeout = Patience.Long;
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Counters_of_a_process_are_read_while_it_runs()
    {
        string pipe = _scratch["in.pcap"];
        new HostTool("mkfifo", "coreutils").Output(s_timeout, pipe);
        string program = Path.Combine(AppContext.BaseDirectory, "PingResponder.dll");
        using var process = ChildProcess.Start(new ChildCommand(new HostTool("dotnet", "").Require(), [program, "--port0", $"pcap:{pipe}"]), ChildInput.None);
        using var input = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        WriteFrames(input, count: 64);
        Assert.Contains("answers for", process.StandardOutput.ReadLine());

        string id = process.Id.ToString(CultureInfo.InvariantCulture);
        long deadline = Environment.TickCount64 + (long)s_timeout.TotalMilliseconds;
        JsonElement queue;
        do queue = Top(id).GetProperty("queues")[0];
        while (queue.GetProperty("rxPackets").GetInt64() < 64 && Environment.TickCount64 < deadline);
        // Frames of no protocol that it knows.
        Assert.Equal((0, "Wan", 64, 64 * 60), (queue.GetProperty("port").GetInt32(), queue.GetProperty("name").GetString(), queue.GetProperty("rxPackets").GetInt32(), queue.GetProperty("rxBytes").GetInt32()));
        Assert.Equal(64, queue.GetProperty("drops").GetProperty("UnknownProtocol").GetInt32());
        Assert.Equal(0, queue.GetProperty("rxPacketsPerSecond").GetDouble());

        string table = UkCommand.Run("top", id, "--once", "--interval", "0.05").OutputOrThrow();
        Assert.Contains($"PingResponder (host, process {id})", table);
        Assert.Matches(@"0 Wan +0 +0\.00 +0 +0\.00 +0 +64 +0 +UnknownProtocol 64", table);
    }

    /// <summary>The default of a .NET process is a TAP device, which takes rights.</summary>
    [Fact]
    public void A_process_whose_port_has_no_device_says_what_to_do()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "PingResponder.dll");
        var command = new ChildCommand(new HostTool("dotnet", "").Require(), [program]);
        if (Environment.IsPrivilegedProcess) command = command.RunBy(HostTool.SetPriv.Require(), "--bounding-set=-net_admin", "--");
        ToolResult result = ToolResult.Of(command, s_timeout);
        Assert.Equal((1, ""), (result.Status, result.Output));
        Assert.Matches(@"^error: port 0 \(Wan\): cannot open \S.*\. Run as root; or make the interface once for your user:\n"
            + @"    sudo ip tuntap add dev uk0 mode tap user \$USER && sudo ip link set uk0 up\n"
            + @"or use capture files in its place: --port0 pcap:in\.pcap,out\.pcap\n$", result.Error);
    }

    [Fact]
    public void A_program_that_does_not_run_is_named()
    {
        ToolResult result = UkCommand.Run("top", "NoSuchProgram", "--once");
        Assert.Equal((1, "uk top: error UKT001: 'NoSuchProgram' does not run, or its .dbg does not lie beside it\n"), (result.Status, result.Error));
    }

    private static JsonElement Top(string program)
    {
        using JsonDocument json = JsonDocument.Parse(UkCommand.Run("top", program, "--once", "--json", "--interval", "0.1").OutputOrThrow());
        return json.RootElement.GetProperty("programs")[0].Clone();
    }

    private static void WriteFrames(Stream to, int count)
    {
        using BinaryWriter writer = new(to, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (uint word in (uint[])[0xA1B2C3D4, 0x0004_0002, 0, 0, 65535, 1]) writer.Write(word);
        byte[] frame = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 9, 0x88, 0xB5, .. new byte[46]];
        for (int i = 0; i < count; i++)
        {
            foreach (int word in (int[])[1, 2, frame.Length, frame.Length]) writer.Write(word);
            writer.Write(frame);
        }
    }
}
