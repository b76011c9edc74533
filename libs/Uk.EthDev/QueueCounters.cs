using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Uk.EthDev;

/// <summary>
/// The counters of a port with several queues: one block for each, written by the lcore of that queue alone.
/// </summary>
/// <typeparam name="TPort">The port's options, which are different for every port.</typeparam>
public static class QueueCounters<TPort> where TPort : struct, IPortOptions
{
    private static Blocks s_blocks;

    /// <summary>The caller has checked that the queue is one of the port's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref PortStatistics Of(int queue) => ref s_blocks[queue & (IPortOptions.QueuesMax - 1)].Statistics;

    /// <summary>
    /// Longer than the counters by more than a cache line, so that no line has counters of two queues, wherever the first
    /// block starts.
    /// </summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Block
    {
        public PortStatistics Statistics;
    }

    [InlineArray(IPortOptions.QueuesMax)]
    private struct Blocks
    {
        private Block _first;
    }
}
