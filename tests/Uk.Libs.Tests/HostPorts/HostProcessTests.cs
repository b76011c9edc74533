using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Uk.Port.Host;
using Xunit;

namespace Uk.Libs.Tests.HostPorts;

/// <summary>An application with its generated composition, as its user starts it.</summary>
public sealed class HostProcessTests : IDisposable
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Golden");

    private readonly TempFolder _folder = new();

    private sealed record Outcome(int Status, string Output, string Errors);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_capture_goes_in_and_Clicks_answers_come_out()
    {
        string output = _folder.File("out.pcap");
        Outcome outcome = await Run(
            "--port0", $"pcap:{Golden}/ping-responder.in0.pcap,{output}", "--mac0", "00:15:17:15:5d:75", "--mine", "@x");
        Assert.Equal(0, outcome.Status);
        Assert.Contains("00:15:17:15:5d:75 answers for 10.10.0.3", outcome.Output);
        Assert.Equal(
            "port 0 (Wan): rx 12 packets 2140 bytes, tx 5 packets 1674 bytes, " +
            "drops BadLength 1, BadChecksum 1, UnknownProtocol 4, NotForUs 1",
            outcome.Errors.Trim().Split('\n')[^1]);
        Assert.Equal(Read($"{Golden}/ping-responder.out1.pcap"), Read(output));
    }

    [Fact]
    public async Task What_precedes_a_broken_frame_is_answered()
    {
        byte[] capture = File.ReadAllBytes($"{Golden}/ping-responder.in0.pcap");
        File.WriteAllBytes(_folder.File("cut.pcap"), capture[..300]);
        string output = _folder.File("out.pcap");
        Outcome outcome = await Run("--port0", $"pcap:{_folder.File("cut.pcap")},{output}");
        Assert.Equal(1, outcome.Status);
        Assert.Contains("cut.pcap' is cut off in frame 4", outcome.Errors);
        Assert.DoesNotContain("   at ", outcome.Errors);
        Assert.Contains("rx 3 packets 180 bytes, tx 1 packets", outcome.Errors);
        Assert.Single(Read(output));
    }

    [Theory]
    [InlineData("nonsense", "not one of tap")]
    [InlineData("pcap:missing.pcap", "missing.pcap")]
    public async Task A_wrong_option_ends_the_program_with_a_message(string port, string message)
    {
        Outcome outcome = await Run("--port0", port);
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("error: port 0 (Wan): ", outcome.Errors);
        Assert.Contains(message, outcome.Errors);
        Assert.Equal("", outcome.Output);
    }

    /// <summary>Drivers that images for linux have too: they refuse by an exception, which the entry point makes a line of.</summary>
    [Theory]
    [InlineData("--port0=af_packet:nothere", "error: Port 0: cannot find the interface 'nothere': ", "--port0=null need no device.")]
    [InlineData("--port0=af_packet:", "error: Port 0: cannot find the interface '': ", "--port0=null need no device.")]
    [InlineData("--port0=vhost-user:", "error: Port 0 (Wan): ", "--port0=vhost-user:<socket>.")]
    [InlineData("--port0=tap:a/b", "error: port 0 (Wan): 'a/b' cannot be the name of an interface: ", "1 to 15 ASCII characters without blank, '/', ':' and '%'.")]
    [InlineData("--port0=tap:lo", "error: port 0 (Wan): cannot open ", "--port0 pcap:in.pcap,out.pcap")]
    public async Task A_device_that_is_not_there_is_one_error_with_the_fix(string option, string begin, string end)
    {
        Outcome outcome = await Run(option);
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith(begin, outcome.Errors);
        Assert.EndsWith(end, outcome.Errors.TrimEnd());
        Assert.DoesNotContain("   at ", outcome.Errors);
        Assert.DoesNotContain("Exception", outcome.Errors);
    }

    [Fact]
    public async Task Help_is_printed_and_nothing_is_opened()
    {
        Outcome outcome = await Run("--help");
        Assert.Equal(0, outcome.Status);
        Assert.Contains("--port<n>", outcome.Output);
        Assert.Equal("", outcome.Errors);
    }

    [Fact]
    public async Task A_program_that_is_ended_from_outside_reports_its_counters()
    {
        using Process process = Start("--port0", "null");
        string? started = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains("02:00:00:00:00:01 answers", started);
        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        Outcome outcome = await Finish(process);
        Assert.Equal(128 + 15, outcome.Status);
        Assert.Contains("port 0 (Wan): rx 0 packets 0 bytes, tx 0 packets 0 bytes, drops none", outcome.Errors);
    }

    private static Task<Outcome> Run(params string[] arguments) => Finish(Start(arguments));

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PingResponder.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<Outcome> Finish(Process process)
    {
        using CancellationTokenSource timeout =
            CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience.Long);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new Outcome(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static List<string> Read(string path)
    {
        List<string> frames = [];
        using PcapReader reader = new(File.OpenRead(path), path);
        while (reader.TryRead(out PcapFrame frame))
            frames.Add(Convert.ToHexString(frame.Bytes));
        return frames;
    }
}
