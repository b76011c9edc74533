// Sending: one descriptor and no copy for each packet, one notification for each burst, and mbufs that go back to their
// pool when somebody needs the room. VIRTIO 1.2, §5.1.6.2.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    /// <summary>How a packet of one segment is described: its header, which is written here, and its data.</summary>
    private readonly struct TxBuffers : IVirtqueueBuffers<TxBuffers>
    {
        public static bool DeviceWrites => false;

        /// <summary>The headroom has room for the header: the caller has looked.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Describe(nint token, out uint lengthBytes)
        {
            Mbuf* mbuf = (Mbuf*)token;
            WriteEmptyHeader(mbuf->DataPointer - HeaderBytes);
            if (SendsOffloads) WriteOffloads(mbuf, mbuf->DataPointer - HeaderBytes);
            lengthBytes = mbuf->DataLength + HeaderBytes;
            return mbuf->DataIova - HeaderBytes;
        }
    }

    /// <summary>
    /// A header without offloads, for packets that have no headroom left: 12 zero bytes that only the device reads.
    /// </summary>
    private static ulong _emptyHeaderIova;

    public static bool SendsChains => true;

    /// <summary>False where the region has no room for the header.</summary>
    private static bool TryStartTransmit()
    {
        if (_hasStarted) return true;
        nuint header = TRegion.Allocate(HeaderBytes, 16);
        if (header == 0) return false;
        _emptyHeaderIova = TRegion.ToIova(header);
        return true;
    }

    public static int Transmit(int queue, ref Burst burst)
    {
        ref VirtioNetPair pair = ref Pair(queue);
        if (TPort.Queues > 1) pair.IsUsed = true;
        if (_isDown)
        {
            WaitForDevice(queue);
            return 0;
        }
        return IsPacked
            ? TransmitTo(ref pair.Tx.Packed, ref pair, ref burst)
            : TransmitTo(ref pair.Tx.Split, ref pair, ref burst);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int TransmitTo<TQueue>(ref TQueue ring, ref VirtioNetPair pair, ref Burst burst)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        int count = burst.Count;
        if (ring.FreeCount < count) Reclaim(ref ring, ref pair);
        int taken = 0;
        while (taken < count)
        {
            int end = taken;
            while (end < count && IsOneBuffer(burst.At(end))) end++;
            if (end != taken)
            {
                taken += ring.Add<TxBuffers>(ref Unsafe.Add(ref burst.Places, taken), end - taken);
                if (taken != end) break;
                continue;
            }
            if (!TrySendPieces(ref ring, ref pair, burst.At(taken))) break;
            taken++;
        }
        if (taken != 0) PublishAndNotify(ref ring, ref pair.Tx);
        else if (count != 0) FindNoRoom(ref pair);
        return taken;
    }

    /// <summary>One segment with room for the header before it, and offloads, if any, that are in bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOneBuffer(Mbuf* mbuf) =>
        mbuf->HeadroomLength >= HeaderBytes
        && (!TPool.AllowsChains || mbuf->IsPlain)
        && (!SendsOffloads || HasGoodOffloads(mbuf));

    /// <summary>
    /// An mbuf that comes round again has an empty header mostly. What is not written stays in the caches of both sides:
    /// a store would take the line away from a device that is another core.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteEmptyHeader(byte* header)
    {
        if ((*(ulong*)header | *(uint*)(header + sizeof(ulong))) == 0) return;
        *(ulong*)header = 0;
        *(uint*)(header + sizeof(ulong)) = 0;
    }

    /// <summary>
    /// A packet of several segments, one whose room others use as well, or one without headroom. False if the ring has
    /// no room for it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining), SkipLocalsInit]
    private static bool TrySendPieces<TQueue>(ref TQueue ring, ref VirtioNetPair pair, Mbuf* packet)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        if (SendsOffloads && !HasGoodOffloads(packet))
        {
            pair.TxBadLengths++;
            TPool.Free(packet);
            return true;
        }
        VirtqueueBuffer* pieces = stackalloc VirtqueueBuffer[PiecesMax];
        int count = 0;
        bool ownHeader = packet->HeadroomLength >= HeaderBytes && (!TPool.AllowsChains || packet->ReferenceCount == 1);
        if (ownHeader)
        {
            ulong iova = TxBuffers.Describe((nint)packet, out uint lengthBytes);
            pieces[count++] = new VirtqueueBuffer { Iova = iova, LengthBytes = lengthBytes };
        }
        else
        {
            // Offloads need a header of the packet's own: without the room for one they are not done.
            pieces[count++] = new VirtqueueBuffer { Iova = _emptyHeaderIova, LengthBytes = HeaderBytes };
        }
        for (Mbuf* segment = ownHeader ? packet->Next : packet; segment != null; segment = segment->Next)
        {
            // QEMU takes an empty descriptor for a broken driver and stops the device.
            if (segment->DataLength == 0) continue;
            if (count == PiecesMax || count == ring.Size) return DropUnsendable(ref pair, packet);
            pieces[count++] = new VirtqueueBuffer { Iova = segment->DataIova, LengthBytes = segment->DataLength };
        }
        return ring.TryAddChain(pieces, count, (nint)packet)
            || (Reclaim(ref ring, ref pair) && ring.TryAddChain(pieces, count, (nint)packet));
    }

    /// <summary>More segments than any packet of 64 KiB has in pieces of a kilobyte.</summary>
    private const int PiecesMax = 66;

    private static bool DropUnsendable(ref VirtioNetPair pair, Mbuf* packet)
    {
        pair.TxBadLengths++;
        TPool.Free(packet);
        return true;
    }

    /// <summary>Frees the mbufs of packets that the device has sent. True if there were any.</summary>
    [MethodImpl(MethodImplOptions.NoInlining), SkipLocalsInit]
    private static bool Reclaim<TQueue>(ref TQueue ring, ref VirtioNetPair pair) where TQueue : struct, IVirtqueue<TQueue>
    {
        Unsafe.SkipInit(out Tokens tokens);
        bool any = false;
        while (true)
        {
            ulong errors = 0;
            int count = ring.TakeDone(ref tokens[0], Burst.Capacity, ref errors);
            pair.TxDeviceErrors += errors;
            if (count < 0)
            {
                pair.TxDeviceErrors++;
                TakeDown();
            }
            if (count <= 0) return any;
            any = true;
            TPool.FreeBulk((Mbuf**)Unsafe.AsPointer(ref tokens[0]), count);
        }
    }

    private static void CountTransmitErrors(ref VirtioNetPair pair, ref DropCounters drops)
    {
        drops[(int)DropReason.DeviceError] += pair.TxDeviceErrors;
        drops[(int)DropReason.BadLength] += pair.TxBadLengths;
        pair.TxDeviceErrors = pair.TxBadLengths = 0;
    }
}
