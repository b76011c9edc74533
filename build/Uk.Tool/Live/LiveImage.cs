// An image that runs: a guest of QEMU, or a process of its own. Its counters are where the symbols of the build say.

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Uk.EthDev;
using Uk.Qemu;
using Uk.Tool.Report;

namespace Uk.Tool.Live;

internal sealed class LiveImage : ILiveProgram
{
    /// <summary>The blocks of a port with several queues lie so far apart: QueueCounters.Block.</summary>
    private const int QueueStrideBytes = 256;

    private readonly ImageMemory _memory;
    private readonly HeapUse _heap;
    private readonly ImmutableArray<(PortDeclaration Port, int Queue, ulong Address)> _queues;

    private LiveImage(string name, string target, int processId, ImageMemory memory, HeapUse heap, ImmutableArray<(PortDeclaration, int, ulong)> queues)
    {
        (Name, Target, ProcessId) = (name, target, processId);
        (_memory, _heap, _queues) = (memory, heap, queues);
    }

    public string Name { get; }
    public string Target { get; }
    public int ProcessId { get; }

    /// <param name="processId">QEMU's, or the image's own.</param>
    /// <exception cref="IOException">The process does not run this build, or may not be read.</exception>
    /// <exception cref="ToolFailedException">There are no symbols beside the image.</exception>
    public static LiveImage Open(int processId, ImageFiles files, string target)
    {
        GuestSymbols symbols = GuestSymbols.Load(files.Symbols);
        ImmutableArray<PortDeclaration> ports = files.ReadReport()?.Ports ?? [];
        var memory = ImageMemory.Find(processId, symbols);
        var heap = new HeapUse(StaticFields.Read(files.Symbols, HeapUse.Classes));
        return new LiveImage(files.Name, target, processId, memory, heap, [.. ports.SelectMany(port => QueuesOf(symbols, port))]);
    }

    public LiveReading Read() => new(
        [.. _queues.Select(queue => new QueueReading(queue.Port.Index, queue.Port.Name, queue.Queue, _memory.Read<PortStatistics>(queue.Address)))],
        ProcessorTime.OfThreads(ProcessId, Target == "kvm" ? "CPU " : ""),
        _heap.Read(_memory));

    /// <summary>What a port has done so far, all of its queues together.</summary>
    /// <param name="Taken">Packets that the program has received, or that were dropped on the way to it or by it.</param>
    public (ulong Taken, ulong Sent) Progress(int port)
    {
        ulong taken = 0, sent = 0;
        foreach ((PortDeclaration declared, int _, ulong address) in _queues)
        {
            if (declared.Index != port) continue;
            PortStatistics statistics = _memory.Read<PortStatistics>(address);
            taken += statistics.RxPackets + GuestCounters.TotalDrops(statistics);
            sent += statistics.TxPackets;
        }
        return (taken, sent);
    }

    public void Dispose() => _memory.Dispose();

    // A port whose counters nothing counts in, because the program does not use it, is not in the image.
    private static System.Collections.Generic.IEnumerable<(PortDeclaration, int, ulong)> QueuesOf(GuestSymbols symbols, PortDeclaration port)
    {
        string part = Regex.Escape(port.Name);
        GuestSymbol[] Statics(string type) =>
            [.. symbols.Matching(new Regex($"^__NONGCSTATICS.*{type}_1<(.*[^A-Za-z0-9])?{part}(_?Options)?>$", RegexOptions.CultureInvariant))];
        GuestSymbol[] queues = Statics("QueueCounters");
        if (port.Queues > 1 && queues.Length == 1)
            return Enumerable.Range(0, port.Queues).Select(queue => (port, queue, queues[0].Address + (ulong)(queue * QueueStrideBytes)));
        return Statics("PortCounters").Take(1).Select(symbol => (port, 0, symbol.Address));
    }
}
