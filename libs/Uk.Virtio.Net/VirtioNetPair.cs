// The state of one pair of queues. One lcore uses a pair, so each begins with a cache line of its own.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Uk.EthDev;

namespace Uk.Virtio.Net;

/// <summary>A queue in either format; which one it is the port knows.</summary>
internal struct VirtioNetQueue
{
    public SplitVirtqueue Split;
    public PackedVirtqueue Packed;
    public VirtioQueueSetup Setup;
}

[StructLayout(LayoutKind.Sequential)]
internal struct VirtioNetPair
{
    public VirtioNetQueue Rx;
    public VirtioNetQueue Tx;

    /// <summary>
    /// While the pool is empty the receive ring may fall to this many buffers. Frames that come then are dropped here,
    /// where they are counted, and not by a device that has no buffer and tells nobody.
    /// </summary>
    public int RxReserve;

    /// <summary>Buffers still to come that belong to a frame that is already counted as dropped.</summary>
    public int PartsToDrop;

    /// <summary>A frame of several buffers of which some are still to come; with what it has so far.</summary>
    public nint Packet;
    public nint LastSegment;
    public int PartsToCome;

    /// <summary>What the transmit queue had to count and no Receive has reported yet.</summary>
    public ulong TxDeviceErrors;
    public ulong TxBadLengths;

    /// <summary>Polls without a packet since the last one; the port looks after the device now and then.</summary>
    public uint EmptyPolls;

    /// <summary>The interrupt of the receive queue, and after how many resets of the device it was set up.</summary>
    public VirtioInterrupt Interrupt;
    public ulong InterruptResets;
    public bool HasInterrupt;

    /// <summary>Its lcore has seen that the port is down, and keeps off the queues.</summary>
    public bool IsPaused;
    /// <summary>Some lcore has polled it.</summary>
    public bool IsUsed;
}

/// <summary>The pairs of a port with several. Not in the image of a program that has none.</summary>
internal static class VirtioNetPairs<TPort> where TPort : struct, IPortOptions
{
    private static Pairs s_pairs;

    /// <summary>The port has checked the index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref VirtioNetPair Of(int queue) => ref s_pairs[queue & (IPortOptions.QueuesMax - 1)].Pair;

    [StructLayout(LayoutKind.Sequential)]
    private struct PaddedPair
    {
        public VirtioNetPair Pair;
        private Line _line;
    }

    [InlineArray(64)]
    private struct Line
    {
        private byte _first;
    }

    [InlineArray(IPortOptions.QueuesMax)]
    private struct Pairs
    {
        private PaddedPair _first;
    }
}
