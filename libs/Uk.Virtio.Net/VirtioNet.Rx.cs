// Receiving: the ring is kept full of empty mbufs; a frame that arrived leaves with its mbuf, and whatever is wrong
// with it is counted. VIRTIO 1.2, §5.1.6.3 and §5.1.6.4. Frames of several buffers are in VirtioNet.Rx.Mergeable.cs.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    /// <summary>How a receive buffer is described: the mbuf's room and, before it, the last bytes of its headroom.</summary>
    private readonly struct RxBuffers : IVirtqueueBuffers<RxBuffers>
    {
        public static bool DeviceWrites => true;

        /// <summary>An mbuf without data has its whole headroom, and those of the pool have the same room.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Describe(nint token, out uint lengthBytes)
        {
            lengthBytes = (uint)TPool.DataRoomBytes + HeaderBytes;
            return ((Mbuf*)token)->DataIova - HeaderBytes;
        }
    }

    /// <summary>What the device says of the length of each buffer of a burst.</summary>
    [InlineArray(Burst.Capacity)]
    private struct Lengths
    {
        private uint _first;
    }

    [InlineArray(Burst.Capacity)]
    private struct Tokens
    {
        private nint _first;
    }

    /// <summary>
    /// Fills the rings; notifying waits for DRIVER_OK. False where the pool cannot keep receiving going.
    /// </summary>
    private static bool TryStartReceive()
    {
        for (int i = 0; i < TPort.Queues; i++)
        {
            ref VirtioNetPair pair = ref Pair(i);
            int inFlight = IsPacked ? Fill(ref pair.Rx.Packed, ref pair) : Fill(ref pair.Rx.Split, ref pair);
            if (inFlight <= pair.RxReserve) return false;
        }
        return true;
    }

    /// <summary>Returns how many buffers the device has now.</summary>
    private static int Fill<TQueue>(ref TQueue ring, ref VirtioNetPair pair) where TQueue : struct, IVirtqueue<TQueue>
    {
        pair.RxReserve = ring.Size / 4;
        if (Merges) pair.RxReserve = System.Math.Max(pair.RxReserve, System.Math.Min(LongestFrameBuffers, pair.RxReserve * 3));
        Refill(ref ring);
        ring.Publish();
        return ring.InFlightCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        // Without the index of the only queue, so that a poll does not pass it on.
        if (TPort.Queues == 1) PollOnly(ref burst, ref drops);
        else PollOne(queue, ref burst, ref drops);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PollOnly(ref Burst burst, ref DropCounters drops) => Poll(0, ref burst, ref drops);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PollOne(int queue, ref Burst burst, ref DropCounters drops) =>
        Poll(queue, ref burst, ref drops);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Poll(int queue, ref Burst burst, ref DropCounters drops)
    {
        ref VirtioNetPair pair = ref Pair(queue);
        if (TPort.Queues > 1) pair.IsUsed = true;
        if (_isDown) WaitForDevice(queue);
        else if (IsPacked) ReceiveFrom(ref pair.Rx.Packed, ref pair.Tx.Packed, ref pair, ref burst, ref drops);
        else ReceiveFrom(ref pair.Rx.Split, ref pair.Tx.Split, ref pair, ref burst, ref drops);
    }

    [MethodImpl(MethodImplOptions.NoInlining), SkipLocalsInit]
    private static void ReceiveFrom<TQueue>(
        ref TQueue ring, ref TQueue sent, ref VirtioNetPair pair, ref Burst burst, ref DropCounters drops)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        Unsafe.SkipInit(out Lengths lengths);
        if (TPool.Available < Burst.Capacity) Reclaim(ref sent, ref pair);
        if ((pair.TxDeviceErrors | pair.TxBadLengths) != 0) CountTransmitErrors(ref pair, ref drops);

        ulong errors = 0;
        // What the ring returns goes straight to its place in the burst, and moves up where one before is dropped.
        int count = ring.Take(ref burst.Places, ref lengths[0], Burst.Capacity, ref errors);
        if (errors != 0) drops[(int)DropReason.DeviceError] += errors;
        if (count <= 0)
        {
            FindNothing(count, ref pair, ref drops);
            // Buffers that are missing because the pool was empty are made up for now.
            if (count < 0 || ring.FreeCount == 0) return;
        }
        burst.Truncate(Accept(ref ring, ref pair, ref burst, ref lengths, count, ref drops));

        Refill(ref ring);
        if (ring.HasUnpublished) PublishAndNotify(ref ring, ref pair.Rx);
    }

    /// <summary>Gives each mbuf its frame's length; what cannot be passed on goes back to the device. Returns how many are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Accept<TQueue>(
        ref TQueue ring, ref VirtioNetPair pair, ref Burst burst, ref Lengths lengths, int count, ref DropCounters drops)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        if (Merges) return AcceptMergeable(ref ring, ref pair, ref burst, ref lengths, count, ref drops);
        ref nint places = ref burst.Places;
        int spare = SpareBuffers(ref ring, ref pair, count);
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            nint token = Unsafe.Add(ref places, i);
            // One comparison for both bounds; a length below the header's wraps around.
            uint frameBytes = lengths[i] - HeaderBytes;
            if (frameBytes - EthernetHeaderBytes > (uint)TPool.DataRoomBytes - EthernetHeaderBytes
                || kept >= spare
                || !((Mbuf*)token)->TrySetLength(frameBytes))
            {
                drops.Count(Reject(frameBytes));
                ring.Add<RxBuffers>(ref token, 1);
                continue;
            }
            if (ReceivesOffloads) ReadOffloads((Mbuf*)token);
            Unsafe.Add(ref places, kept++) = token;
        }
        return kept;
    }

    /// <summary>How many buffers may leave the ring: all, unless the pool is empty and the ring down to its reserve.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SpareBuffers<TQueue>(ref TQueue ring, ref VirtioNetPair pair, int count)
        where TQueue : struct, IVirtqueue<TQueue> =>
        TPool.Available != 0 ? int.MaxValue : ring.InFlightCount + count - pair.RxReserve;

    /// <summary>Why a frame of this length is not passed on; its header counted off already.</summary>
    private static DropReason Reject(uint frameBytes)
    {
        if (frameBytes > (uint)TPool.DataRoomBytes) return DropReason.DeviceError;
        return frameBytes < EthernetHeaderBytes ? DropReason.Truncated : DropReason.NoMbuf;
    }

    /// <summary>Gives the device an mbuf for every descriptor that is free, as far as the pool has them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining), SkipLocalsInit]
    private static void Refill<TQueue>(ref TQueue ring) where TQueue : struct, IVirtqueue<TQueue>
    {
        Unsafe.SkipInit(out Tokens tokens);
        for (int free = ring.FreeCount; free > 0;)
        {
            int count = free < Burst.Capacity ? free : Burst.Capacity;
            if (!TPool.TryAllocateBulk((Mbuf**)Unsafe.AsPointer(ref tokens[0]), count))
            {
                RefillFromRest(ref ring);
                return;
            }
            ring.Add<RxBuffers>(ref tokens[0], count);
            free -= count;
        }
    }

    /// <summary>The pool has fewer mbufs than a burst.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefillFromRest<TQueue>(ref TQueue ring) where TQueue : struct, IVirtqueue<TQueue>
    {
        while (ring.FreeCount != 0)
        {
            nint mbuf = (nint)TPool.Allocate();
            if (mbuf == 0) return;
            ring.Add<RxBuffers>(ref mbuf, 1);
        }
    }
}
