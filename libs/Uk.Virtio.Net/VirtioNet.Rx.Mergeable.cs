// Frames that fill several buffers: VIRTIO_NET_F_MRG_RXBUF, §5.1.6.4. A port that asked for RxScatter or RxLro gets them
// as chains; for all others they are dropped, once, and counted.

using System.Runtime.CompilerServices;
using System.Threading;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    /// <summary>Frames of several buffers become chains. Constant.</summary>
    private static bool Scatters =>
        TPool.AllowsChains && (TPort.Offloads & (EthOffloads.RxScatter | EthOffloads.RxLro)) != 0;

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
    /// A device that counts what it drops is not asked: without, the driver need not look at a frame's header. Constant.
    /// </summary>
    private static bool WantsMergeableBuffers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Scatters || TPool.DataRoomBytes < FrameBytesMax
            || (!TTransport.DevicesPoll && LongestFrameBuffers <= TPort.RxDescriptors / 4 * 3);
    }

    private static bool Merges
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => WantsMergeableBuffers && (_features & VIRTIO_NET_F_MRG_RXBUF) != 0;
    }

    private static int AcceptMergeable<TQueue>(
        ref TQueue ring, ref VirtioNetPair pair, ref Burst burst, ref Lengths lengths, int count, ref DropCounters drops)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        ref nint places = ref burst.Places;
        int spare = SpareBuffers(ref ring, ref pair, count);
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            nint token = Unsafe.Add(ref places, i);
            Mbuf* packet = null;
            if (pair.PartsToDrop != 0) pair.PartsToDrop--;
            else if (Scatters && pair.PartsToCome != 0) packet = TakePart(ref ring, ref pair, (Mbuf*)token, lengths[i], ref drops);
            else packet = TakeFirst(ref ring, ref pair, (Mbuf*)token, lengths[i], kept < spare, ref drops);
            if (packet != null) Unsafe.Add(ref places, kept++) = (nint)packet;
            else if (!Scatters || pair.LastSegment != token) ring.Add<RxBuffers>(ref token, 1);
        }
        return kept;
    }

    /// <summary>A buffer that begins a frame: the packet, or null where it is dropped or there is more to come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mbuf* TakeFirst<TQueue>(
        ref TQueue ring, ref VirtioNetPair pair, Mbuf* mbuf, uint lengthBytes, bool isSpare, ref DropCounters drops)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        uint frameBytes = lengthBytes - HeaderBytes;
        DropReason reason = DropReason.DeviceError;
        if (lengthBytes >= HeaderBytes && frameBytes <= (uint)TPool.DataRoomBytes)
        {
            int parts = Volatile.Read(ref *(ushort*)(mbuf->DataPointer - HeaderBytes + HeaderNumBuffers));
            if (parts != 1) reason = BeginParts(ref pair, mbuf, frameBytes, parts, ring.Size, isSpare);
            else if (frameBytes < EthernetHeaderBytes) reason = DropReason.Truncated;
            else if (!isSpare) reason = DropReason.NoMbuf;
            else if (mbuf->TrySetLength(frameBytes))
            {
                if (ReceivesOffloads) ReadOffloads(mbuf);
                return mbuf;
            }
        }
        if (reason != DropReason.None) drops.Count(reason);
        return null;
    }

    /// <summary>None: the frame is a chain of which this is the first segment. Else all of it is dropped.</summary>
    private static DropReason BeginParts(
        ref VirtioNetPair pair, Mbuf* mbuf, uint frameBytes, int parts, int partsMax, bool isSpare)
    {
        if (parts == 0 || parts > partsMax) return DropReason.DeviceError;
        if (!Scatters || !isSpare || !mbuf->TrySetLength(frameBytes))
        {
            pair.PartsToDrop = parts - 1;
            return Scatters ? DropReason.NoMbuf : DropReason.Oversize;
        }
        if (ReceivesOffloads) ReadOffloads(mbuf);
        pair.Packet = pair.LastSegment = (nint)mbuf;
        pair.PartsToCome = parts - 1;
        return DropReason.None;
    }

    /// <summary>A buffer that goes on with a frame: the packet, if it is complete. It has no header, §5.1.6.4.</summary>
    private static Mbuf* TakePart<TQueue>(
        ref TQueue ring, ref VirtioNetPair pair, Mbuf* mbuf, uint lengthBytes, ref DropCounters drops)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        Mbuf* packet = (Mbuf*)pair.Packet;
        if (lengthBytes > (uint)TPool.DataRoomBytes + HeaderBytes || mbuf->Prepend(HeaderBytes) == null
            || !mbuf->TrySetLength(lengthBytes) || !packet->TryChainAfter((Mbuf*)pair.LastSegment, mbuf))
        {
            mbuf->Reset();
            AbandonPacket(ref pair);
            drops.Count(DropReason.DeviceError);
            return null;
        }
        pair.LastSegment = (nint)mbuf;
        if (--pair.PartsToCome != 0) return null;
        pair.LastSegment = 0;
        pair.Packet = 0;
        return packet;
    }

    /// <summary>The rest of the frame, if it comes at all, is dropped.</summary>
    private static void AbandonPacket(ref VirtioNetPair pair)
    {
        if (pair.Packet == 0) return;
        TPool.Free((Mbuf*)pair.Packet);
        pair.PartsToDrop = pair.PartsToCome - 1;
        pair.Packet = pair.LastSegment = 0;
        pair.PartsToCome = 0;
    }
}
