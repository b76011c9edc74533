// The end of a program with host ports: files are closed and each port's counters are printed, whether the program ends
// by itself, by an error or by a signal.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Uk.EthDev;

namespace Uk.Port.Host;

internal static unsafe class HostPortReport
{
    private static readonly Lock _lock = new();
    private static readonly SortedList<int, Entry> _ports = [];
    private static readonly List<PosixSignalRegistration> _signals = [];

    private sealed record Entry(string Title, HostBackend Backend, nint ReadStatistics);

    /// <summary>Boot only.</summary>
    public static void Add(
        int index, string title, HostBackend backend, delegate*<ref readonly PortStatistics> readStatistics)
    {
        lock (_lock)
        {
            if (_ports.Count == 0)
            {
                AppDomain.CurrentDomain.ProcessExit += static (_, _) => Finish();
                // A signal ends the process after its handler, and without ProcessExit.
                PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
                foreach (PosixSignal signal in signals)
                    _signals.Add(PosixSignalRegistration.Create(signal, static _ => Finish()));
            }
            _ports[index] = new Entry(title, backend, (nint)readStatistics);
        }
    }

    /// <summary>Ends the program with status 1; does not return.</summary>
    [DoesNotReturn]
    public static void Fail(string message)
    {
        Console.Error.WriteLine($"error: {message}");
        Environment.Exit(1);
    }

    /// <summary>One line for a port: what it received, sent and dropped.</summary>
    public static string Format(string title, in PortStatistics statistics)
    {
        StringBuilder line = new($"{title}: rx {statistics.RxPackets} packets {statistics.RxBytes} bytes, ");
        line.Append($"tx {statistics.TxPackets} packets {statistics.TxBytes} bytes, drops");
        bool any = false;
        for (int reason = 1; reason < DropCounters.Length; reason++)
        {
            if (statistics.Drops[reason] == 0) continue;
            line.Append($"{(any ? "," : "")} {(DropReason)reason} {statistics.Drops[reason]}");
            any = true;
        }
        return line.Append(any ? "" : " none").ToString();
    }

    /// <summary>Idempotent; any thread.</summary>
    private static void Finish()
    {
        lock (_lock)
        {
            foreach (Entry port in _ports.Values)
            {
                port.Backend.Close();
                var readStatistics = (delegate*<ref readonly PortStatistics>)port.ReadStatistics;
                Console.Error.WriteLine(Format(port.Title, in readStatistics()));
            }
            _ports.Clear();
        }
    }
}
