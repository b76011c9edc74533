// A program that runs as a .NET process: it says where its counters are in a file without a name, which nothing but this
// reads. Uk.Port.Host, LiveCounters, writes it.

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Uk.EthDev;

namespace Uk.Tool.Live;

internal sealed class LiveProcess : ILiveProgram
{
    public const string FileName = "uk-live";

    private readonly ProcessMemory _memory;
    private readonly ImmutableArray<(int Port, string Name, int Queue, ulong Address)> _queues;

    private LiveProcess(string name, ProcessMemory memory, ImmutableArray<(int, string, int, ulong)> queues)
    {
        Name = name;
        _memory = memory;
        _queues = queues;
    }

    public string Name { get; }
    public string Target => "host";
    public int ProcessId => _memory.ProcessId;

    /// <param name="file">Its link in /proc/PID/fd.</param>
    /// <exception cref="IOException">The process may not be read, or its file says something else.</exception>
    public static LiveProcess Open(int processId, string file)
    {
        var queues = ImmutableArray.CreateBuilder<(int, string, int, ulong)>();
        string name = $"process {processId}";
        foreach (string line in File.ReadAllLines(file))
        {
            string[] words = line.Split(' ');
            if (words is ["program", var program]) name = program;
            else if (words is ["queue", var port, var queue, var address, var part] && int.TryParse(port, out int index) && int.TryParse(queue, out int number)
                && ulong.TryParse(address, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong place))
                queues.Add((index, part, number, place));
            else throw new IOException($"process {processId} writes counters of another version: '{line}'");
        }
        return new LiveProcess(name, ProcessMemory.Open(processId), queues.ToImmutable());
    }

    public LiveReading Read() => new([.. _queues.Select(Read)], ProcessorTime.OfProcess(ProcessId), null);

    private QueueReading Read((int Port, string Name, int Queue, ulong Address) queue)
    {
        PortStatistics statistics = default;
        if (!_memory.TryRead(queue.Address, MemoryMarshal.AsBytes(new Span<PortStatistics>(ref statistics))))
            throw new IOException($"process {ProcessId} has ended");
        return new QueueReading(queue.Port, queue.Name, queue.Queue, statistics);
    }

    public void Dispose() => _memory.Dispose();
}
