// An application with its generated composition, as its user starts it: a .NET process on capture files.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Uk.Libs.Tests.HostPorts;
using Uk.Port.Host;
using Xunit;

namespace Uk.Libs.Tests.Apps;

/// <summary>How it ended and what it printed.</summary>
internal sealed record AppOutcome(int Status, string Output, string Errors)
{
    /// <summary>What the host prints about a port at the end: "rx 2 packets 120 bytes, tx …, drops …".</summary>
    public string PortLine(int port) =>
        Errors.Split('\n').Last(line => line.StartsWith($"port {port} ", StringComparison.Ordinal) && line.Contains(": rx "))
            .Split(": ", 2)[1];
}

internal static class AppProcess
{
    public static async Task<AppOutcome> Run(string application, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, application + ".dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        using CancellationTokenSource timeout =
            CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience.Long);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new AppOutcome(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>Writes a capture and returns its path.</summary>
    public static string Write(TempFolder folder, string name, IEnumerable<byte[]> frames)
    {
        Capture capture = new();
        foreach (byte[] frame in frames) capture.Frame(frame);
        File.WriteAllBytes(folder.File(name), capture.Bytes);
        return folder.File(name);
    }

    /// <summary>The frames of a capture, in hexadecimal, so that a difference can be read.</summary>
    public static List<string> Read(string path)
    {
        List<string> frames = [];
        using PcapReader reader = new(File.OpenRead(path), path);
        while (reader.TryRead(out PcapFrame frame)) frames.Add(Convert.ToHexString(frame.Bytes));
        return frames;
    }

    public static List<string> Hex(params byte[][] frames) => [.. frames.Select(Convert.ToHexString)];

    /// <summary>What tcpdump makes of a capture, a packet a line. Skips the test where it is not installed.</summary>
    public static async Task<string[]> Decode(string path)
    {
        ProcessStartInfo start = new("tcpdump", ["-r", path, "-vv", "-e", "-n", "-t"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process tcpdump = Process.Start(start)!;
            Task<string> errors = tcpdump.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await tcpdump.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await tcpdump.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(tcpdump.ExitCode == 0, await errors);
            // A packet's second line is indented.
            return output.Replace("\n    ", " ").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("No command 'tcpdump' here: install tcpdump.");
            throw;
        }
    }
}
