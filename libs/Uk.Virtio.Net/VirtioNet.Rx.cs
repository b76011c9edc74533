// Receiving: the ring is kept full of empty mbufs; a frame that arrived leaves with its mbuf, and whatever is wrong
// with it is counted. VIRTIO 1.2, §5.1.6.3 and §5.1.6.4.

using System;
using System.Runtime.CompilerServices;
using System.Threading;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TTransport, TPool, TRegion, TPort>
{
    /// <summary>Buffers that the longest frame fills.</summary>
    private static int LongestFrameBuffers
    {
        get
        {
            int bufferBytes = TPool.DataRoomBytes + (int)HeaderBytes;
            return (DeviceFrameBytesMax + (int)HeaderBytes + bufferBytes - 1) / bufferBytes;
        }
    }

    /// <summary>
    /// With mergeable buffers a frame longer than an mbuf reaches the driver, in parts, and is counted. But QEMU keeps a
    /// frame that is longer than all buffers of the ring, and every other behind it, until there are enough: so only a
    /// ring that always has room for the longest asks for them, or one whose mbufs could not take a usual frame else.
    /// </summary>
    private static bool WantsMergeableBuffers =>
        LongestFrameBuffers <= TPort.RxDescriptors / 4 * 3 || TPool.DataRoomBytes < FrameBytesMax;

    /// <summary>
    /// While the pool is empty the ring may fall to this many buffers. Frames that come then are dropped here, where
    /// they are counted, and not by a device that has no buffer and tells nobody.
    /// </summary>
    private static int _rxReserve;

    /// <summary>Buffers still to come that belong to a frame that is already counted as dropped.</summary>
    private static int _partsToDrop;

    /// <summary>
    /// Fills the ring; notifying waits for DRIVER_OK. False where the pool cannot keep receiving going.
    /// </summary>
    private static bool TryStartReceive()
    {
        _rxReserve = _rx.Size / 4;
        if ((_features & VIRTIO_NET_F_MRG_RXBUF) != 0)
            _rxReserve = Math.Max(_rxReserve, Math.Min(LongestFrameBuffers, _rxReserve * 3));
        _partsToDrop = 0;
        Refill(ref _rx);
        _rx.Publish();
        return _rx.InFlightCount > _rxReserve;
    }

    /// <summary>Without the index of the only queue, so that a poll does not pass it on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Receive(ref Burst burst, ref DropCounters drops)
    {
        ref SplitVirtqueue ring = ref _rx;
        if (TPool.Available < Burst.Capacity) ReclaimTransmitted();
        if (_txDeviceErrors != 0) CountTransmitErrors(ref drops);

        int returned = ring.CountReturned();
        if (returned < 0) drops.Count(DropReason.DeviceError);
        // Invariant: at most as many turns as buffers were in flight, so no device keeps the lcore here.
        for (; returned > 0 && !burst.IsFull; returned--) TakeFrame(ref ring, ref burst, ref drops);

        if (ring.IsBroken) return;
        Refill(ref ring);
        if (!ring.HasUnpublished) return;
        ring.Publish();
        ring.Notify();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Receive(int queue, ref Burst burst, ref DropCounters drops) => Receive(ref burst, ref drops);

    /// <summary>
    /// Moves one frame from the used ring to the burst, or counts it and gives its buffer back to the device.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TakeFrame(ref SplitVirtqueue queue, ref Burst burst, ref DropCounters drops)
    {
        VirtqueueCompletion completion = queue.Take(out nint token, out uint lengthBytes);
        if (completion == VirtqueueCompletion.BadId)
        {
            drops.Count(DropReason.DeviceError);
            return;
        }
        Mbuf* mbuf = (Mbuf*)token;
        if (_partsToDrop != 0)
        {
            _partsToDrop--;
            Post(ref queue, mbuf);
            return;
        }
        DropReason reason = Accept(ref queue, mbuf, completion, lengthBytes);
        if (reason == DropReason.None)
        {
            burst.Add(mbuf);
            return;
        }
        drops.Count(reason);
        Post(ref queue, mbuf);
    }

    /// <summary>
    /// Gives the mbuf the frame's length, or says why the frame cannot be passed on; the mbuf stays empty then.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DropReason Accept(
        ref SplitVirtqueue queue, Mbuf* mbuf, VirtqueueCompletion completion, uint lengthBytes)
    {
        if (completion != VirtqueueCompletion.Good || lengthBytes < HeaderBytes) return DropReason.DeviceError;
        if ((_features & VIRTIO_NET_F_MRG_RXBUF) != 0)
        {
            byte* header = mbuf->DataPointer - HeaderBytes;
            int parts = Volatile.Read(ref *(ushort*)(header + HeaderNumBuffers));
            if (parts != 1) return RejectParts(parts, queue.Size);
        }
        if (lengthBytes < HeaderBytes + EthernetHeaderBytes) return DropReason.Truncated;
        if (queue.InFlightCount < _rxReserve && TPool.Available == 0) return DropReason.NoMbuf;
        // The queue has checked the length against what was posted: the header and the mbuf's room.
        return mbuf->TrySetLength(lengthBytes - HeaderBytes) ? DropReason.None : DropReason.DeviceError;
    }

    /// <summary>
    /// A frame is one mbuf; of one that fills several the rest is dropped as it is taken from the ring.
    /// </summary>
    private static DropReason RejectParts(int parts, int partsMax)
    {
        if (parts == 0 || parts > partsMax) return DropReason.DeviceError;
        _partsToDrop = parts - 1;
        return DropReason.Oversize;
    }

    /// <summary>Gives the device an mbuf for every descriptor that is free, as far as the pool has them.</summary>
    private static void Refill(ref SplitVirtqueue queue)
    {
        while (queue.FreeCount != 0)
        {
            Mbuf* mbuf = TPool.Allocate();
            if (mbuf == null) return;
            Post(ref queue, mbuf);
        }
    }

    /// <summary>
    /// Offers the mbuf's room and, before it, the last bytes of its headroom. An mbuf without data has its whole
    /// headroom, and a descriptor is free: one was taken, or counted, by the caller.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Post(ref SplitVirtqueue queue, Mbuf* mbuf)
    {
        VirtqueueBuffer buffer = new()
        {
            Iova = mbuf->DataIova - HeaderBytes,
            LengthBytes = mbuf->Capacity + HeaderBytes,
            DeviceWrites = true,
        };
        queue.TryAdd(buffer, (nint)mbuf);
    }
}
