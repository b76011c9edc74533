// Sending: one descriptor and no copy for each packet, one notification for each burst, and mbufs that go back to their
// pool when somebody needs the room. VIRTIO 1.2, §5.1.6.2.

using System.Runtime.CompilerServices;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TTransport, TPool, TRegion, TPort>
{
    /// <summary>
    /// A header without offloads, for packets that have no headroom left: 12 zero bytes that only the device reads.
    /// </summary>
    private static ulong _emptyHeaderIova;

    /// <summary>
    /// What the device did wrong with the transmit queue and <see cref="Receive"/> has not reported yet.
    /// </summary>
    private static ulong _txDeviceErrors;

    /// <summary>False where the region has no room for the header.</summary>
    private static bool TryStartTransmit()
    {
        _txDeviceErrors = 0;
        nuint header = TRegion.Allocate(HeaderBytes, 16);
        if (header == 0) return false;
        _emptyHeaderIova = TRegion.ToIova(header);
        return true;
    }

    public static int Transmit(int queue, ref Burst burst)
    {
        ref SplitVirtqueue ring = ref _tx;
        int taken = 0;
        for (; taken < burst.Count; taken++)
        {
            Mbuf* mbuf = burst.At(taken);
            if (TrySend(ref ring, mbuf)) continue;
            if (!ReclaimTransmitted() || !TrySend(ref ring, mbuf)) break;
        }
        if (taken == 0) return 0;
        ring.Publish();
        ring.Notify();
        return taken;
    }

    /// <summary>False if the queue has no room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TrySend(ref SplitVirtqueue queue, Mbuf* mbuf)
    {
        if (mbuf->HeadroomLength < HeaderBytes) return TrySendWithoutHeadroom(ref queue, mbuf);
        if (queue.FreeCount == 0) return false;
        byte* header = mbuf->DataPointer - HeaderBytes;
        *(ulong*)header = 0;
        *(uint*)(header + sizeof(ulong)) = 0;
        VirtqueueBuffer buffer = new()
        {
            Iova = mbuf->DataIova - HeaderBytes,
            LengthBytes = mbuf->DataLength + HeaderBytes,
        };
        return queue.TryAdd(buffer, (nint)mbuf);
    }

    /// <summary>The application put its own headers where virtio's would be: the shared empty one goes first.</summary>
    private static bool TrySendWithoutHeadroom(ref SplitVirtqueue queue, Mbuf* mbuf)
    {
        VirtqueueBuffer header = new() { Iova = _emptyHeaderIova, LengthBytes = HeaderBytes };
        // QEMU takes an empty descriptor for a broken driver and stops the device.
        if (mbuf->DataLength == 0) return queue.TryAdd(header, (nint)mbuf);
        VirtqueueBuffer data = new() { Iova = mbuf->DataIova, LengthBytes = mbuf->DataLength };
        return queue.TryAddChain(header, data, (nint)mbuf);
    }

    /// <summary>Frees the mbufs of packets that the device has sent. True if there were any.</summary>
    private static bool ReclaimTransmitted()
    {
        int returned = _tx.CountReturned();
        if (returned < 0) _txDeviceErrors++;
        for (int i = 0; i < returned; i++)
        {
            if (_tx.Take(out nint token, out _) == VirtqueueCompletion.BadId) _txDeviceErrors++;
            else TPool.Free((Mbuf*)token);
        }
        return returned > 0;
    }

    private static void CountTransmitErrors(ref DropCounters drops)
    {
        drops[(int)DropReason.DeviceError] += _txDeviceErrors;
        _txDeviceErrors = 0;
    }
}
