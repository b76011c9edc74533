namespace Uk.EthDev;

/// <summary>
/// The counters of one port, in a class of their own with a single field: a monitor finds them in the memory of a
/// running image by the symbol of this class's statics. A port with several queues counts in
/// <see cref="QueueCounters{TPort}"/> instead, and this is the sum when it was last asked for.
/// </summary>
/// <typeparam name="TPort">The port's options, which are different for every port.</typeparam>
public static class PortCounters<TPort> where TPort : struct, IPortOptions
{
    /// <summary>Written by the port's lcore alone; others may read it at any time, each counter for itself.</summary>
    public static PortStatistics Statistics;
}
