// What one look at a running program gives, whatever the program is.

using System.Collections.Immutable;
using Uk.EthDev;

namespace Uk.Tool.Live;

/// <summary>The counters of one queue of a port, as they are in the memory of the program.</summary>
internal sealed record QueueReading(int Port, string Name, int Queue, PortStatistics Statistics);

/// <summary>Processor time since the start.</summary>
internal sealed record ThreadReading(string Name, double Seconds);

/// <param name="HeapBytes">Null where there is no heap, or it is .NET's own.</param>
internal sealed record LiveReading(ImmutableArray<QueueReading> Queues, ImmutableArray<ThreadReading> Threads, ulong? HeapBytes);

/// <summary>A program that runs, and can be looked at. Reading throws an IOException once it has ended.</summary>
internal interface ILiveProgram : System.IDisposable
{
    string Name { get; }
    /// <summary>kvm, linux or host.</summary>
    string Target { get; }
    int ProcessId { get; }
    LiveReading Read();
}
