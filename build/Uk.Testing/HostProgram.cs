// A program as its user starts it: a .NET process whose ports are capture files.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Uk.Testing;

/// <summary>How a program ended, what it printed and what it sent.</summary>
public sealed class ProgramOutcome
{
    private readonly IReadOnlyList<byte[]>[] _sent;

    internal ProgramOutcome(int status, string output, string errors, IReadOnlyList<byte[]>[] sent)
    {
        Status = status;
        Output = output;
        Errors = errors;
        _sent = sent;
    }

    /// <summary>0: it ended as it should.</summary>
    public int Status { get; }
    /// <summary>What it wrote to the console.</summary>
    public string Output { get; }
    /// <summary>What it wrote to standard error: at the end, a line of counters for each port.</summary>
    public string Errors { get; }

    /// <summary>The frames that it sent at a port, in order.</summary>
    public IReadOnlyList<byte[]> Sent(int port) => _sent[port];
}

/// <summary>Runs programs on frames.</summary>
public static class HostProgram
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Starts a program that the test project references, gives each port its frames, waits for the end and returns what was
    /// sent. A program ends when its last frame is done.
    /// </summary>
    /// <param name="program">The name of its project.</param>
    /// <param name="received">What each port receives: as many lists as the program has ports.</param>
    /// <param name="arguments">More of the command line.</param>
    /// <exception cref="FileNotFoundException">The test project does not reference the program.</exception>
    /// <exception cref="InvalidOperationException">It ended with another status than 0; the message has what it said.</exception>
    /// <exception cref="TimeoutException">It did not end within a minute, and was ended.</exception>
    public static ProgramOutcome Run(string program, IReadOnlyList<byte[]>[] received, params string[] arguments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("uk-test-");
        try
        {
            ProgramOutcome outcome = RunIn(folder.FullName, program, received, arguments);
            if (outcome.Status == 0) return outcome;
            throw new InvalidOperationException($"{program} ended with status {outcome.Status}.\n{outcome.Output}{outcome.Errors}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProgramOutcome RunIn(string folder, string program, IReadOnlyList<byte[]>[] received, string[] arguments)
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, program + ".dll");
        if (!File.Exists(assembly)) throw new FileNotFoundException($"There is no {assembly}: add a ProjectReference to {program} to the test project.");
        List<string> commandLine = [assembly];
        for (int port = 0; port < received.Length; port++)
        {
            Capture.Write(Input(folder, port), received[port]);
            commandLine.Add(string.Create(CultureInfo.InvariantCulture, $"--port{port}"));
            commandLine.Add($"pcap:{Input(folder, port)},{Output(folder, port)}");
        }
        (int status, string output, string errors) = RunToEnd(new ProcessStartInfo("dotnet", [.. commandLine, .. arguments]));
        IReadOnlyList<byte[]>[] sent = [.. Enumerable.Range(0, received.Length).Select(port => File.Exists(Output(folder, port)) ? Capture.Read(Output(folder, port)) : [])];
        return new ProgramOutcome(status, output, errors, sent);
    }

    private static (int Status, string Output, string Errors) RunToEnd(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new TimeoutException($"The program did not end within {s_patience.TotalSeconds:0} s: does its loop end when RxBurst returns false, or all its ports are Ended?\n{output.Result}{errors.Result}");
        }
        return (process.ExitCode, output.Result, errors.Result);
    }

    private static string Input(string folder, int port) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"in{port}.pcap"));

    private static string Output(string folder, int port) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"out{port}.pcap"));
}
