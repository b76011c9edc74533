// DPDK's testpmd: the other end of a vhost-user port, or what a port is compared with. One forwarding core, no hugepages, no
// PCI devices; its main thread, which does nothing while packets flow, is on the other core.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace Uk.Qemu;

/// <summary>Which side of the socket it is.</summary>
public enum TestpmdRole
{
    /// <summary><c>net_vhost</c>: listens.</summary>
    Backend,
    /// <summary><c>net_virtio_user</c>: connects.</summary>
    FrontEnd,
}

/// <param name="Mode">Of forwarding: rxonly, txonly, macswap, flowgen, io.</param>
/// <param name="Core">Where packets are forwarded.</param>
public sealed record TestpmdOptions(TestpmdRole Role, string Socket, string Mode, int Core)
{
    public int FrameBytes { get; init; } = 64;
    /// <summary>More options of the device, each with a comma before it.</summary>
    public string Device { get; init; } = "";
    public int Descriptors { get; init; } = 256;
    public int Queues { get; init; } = 1;
}

/// <summary>What went through a port since testpmd was started.</summary>
public readonly record struct TestpmdCounters(long Received, long Sent, long Timestamp);

/// <summary>A running testpmd. Ended on dispose.</summary>
public sealed class Testpmd : IDisposable
{
    public static readonly HostTool Tool = new("dpdk-testpmd", "dpdk-dev");

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static int s_started;

    private readonly ChildProcess _process;
    private readonly StringBuilder _log = new();
    private readonly Thread _reader;
    private readonly Lock _lock = new();

    private Testpmd(ChildProcess process)
    {
        _process = process;
        process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        _reader = new Thread(ReadOutput) { IsBackground = true };
        _reader.Start();
    }

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The thread that forwards, by the name that DPDK gives it, and its process.</summary>
    public int ForwardingThreadId => ForwardingThread.Thread;
    public int ForwardingProcessId => ForwardingThread.Process;

    private (int Process, int Thread) ForwardingThread =>
        (from process in ProcessTree.DescendantsOf(_process.Id).Prepend(_process.Id)
         from thread in Directory.GetDirectories($"/proc/{process}/task")
         where File.ReadAllText(Path.Combine(thread, "comm")).Contains("worker", StringComparison.Ordinal)
         select (process, int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture))).Single();

    /// <summary>What it has printed so far.</summary>
    public string Log
    {
        get { lock (_lock) return _log.ToString(); }
    }

    /// <summary>Starts it and waits until it forwards.</summary>
    /// <exception cref="MissingToolException">It is not installed.</exception>
    /// <exception cref="ToolFailedException">It ends instead; the message has what it said.</exception>
    public static Testpmd Start(TestpmdOptions options)
    {
        // Two of them share files under the prefix.
        string prefix = string.Create(CultureInfo.InvariantCulture, $"uk{Environment.ProcessId}-{Interlocked.Increment(ref s_started)}");
        string device = options.Role == TestpmdRole.Backend
            ? $"net_vhost0,iface={options.Socket},queues={options.Queues}{options.Device}"
            : $"net_virtio_user0,path={options.Socket},queues={options.Queues}{options.Device}";
        List<string> arguments =
        [
            "-l", "0,1", "--main-lcore", Number(1 - options.Core), "--no-huge", "-m", "512", "--no-pci", "--no-telemetry", "--file-prefix", prefix,
            "--vdev", device, "--", "-i", "--nb-cores=1", "--total-num-mbufs=16384", $"--forward-mode={options.Mode}", $"--txpkts={Number(options.FrameBytes)}",
            $"--rxd={Number(options.Descriptors)}", $"--txd={Number(options.Descriptors)}", $"--rxq={Number(options.Queues)}", $"--txq={Number(options.Queues)}",
        ];
        // Into a pipe it would keep what it prints until there are some kilobytes.
        ChildCommand command = new ChildCommand(Tool.Require(), [.. arguments]).RunBy("stdbuf", "--output=L");
        var testpmd = new Testpmd(ChildProcess.Start(Priority.Raise(command), ChildInput.Pipe));
        try
        {
            testpmd.WaitFor("testpmd>");
            testpmd.Say("start");
            testpmd.WaitFor("packet forwarding - ports=1");
            return testpmd;
        }
        catch
        {
            testpmd.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Waits until somebody is at the other end of the port. A backend looks for new connections once in a second.
    /// </summary>
    /// <exception cref="TimeoutException">Nobody comes.</exception>
    public void WaitForLink()
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            int from;
            lock (_lock) from = _log.Length;
            Say("show port info 0");
            if (WaitFor("MTU:", from).Contains("Link status: up", StringComparison.Ordinal)) return;
            if (Stopwatch.GetElapsedTime(start) > s_patience) throw new TimeoutException($"testpmd's port has nobody at the other end: {Log.Trim()}");
            Thread.Sleep(20);
        }
    }

    public TestpmdCounters ReadCounters()
    {
        int from;
        lock (_lock) from = _log.Length;
        Say("show port stats 0");
        string text = WaitFor("Throughput (since last show)", from);
        return new TestpmdCounters(Counter(text, "RX-packets:"), Counter(text, "TX-packets:"), Stopwatch.GetTimestamp());
    }

    /// <summary>One line as a user would type it.</summary>
    public void Say(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits until the text has been printed, and returns all from <paramref name="from"/> on.</summary>
    public string WaitFor(string text, int from = 0)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            string log;
            lock (_lock) log = _log.ToString(from, _log.Length - from);
            if (log.Contains(text, StringComparison.Ordinal)) return log;
            if (_process.HasExited) throw new ToolFailedException($"testpmd ended: {log.Trim()}");
            if (Stopwatch.GetElapsedTime(start) > s_patience) throw new TimeoutException($"testpmd does not say '{text}': {log.Trim()}");
            Thread.Sleep(5);
        }
    }

    public void Dispose() => _process.Dispose();

    private static long Counter(string text, string name)
    {
        string rest = text[(text.IndexOf(name, StringComparison.Ordinal) + name.Length)..].TrimStart();
        return long.Parse(rest[..rest.IndexOfAny([' ', '\n', '\r'])], CultureInfo.InvariantCulture);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void ReadOutput()
    {
        var buffer = new char[4096];
        try
        {
            while (_process.StandardOutput.Read(buffer) is > 0 and int count)
                lock (_lock) _log.Append(buffer, 0, count);
        }
        catch (ObjectDisposedException)
        {
            // It was ended between two pieces of its output.
        }
    }
}
