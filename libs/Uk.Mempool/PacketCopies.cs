// Clones, copies, and packets made contiguous: what takes mbufs of a pool and bytes of packets, whatever the pool.

using System;
using System.Runtime.CompilerServices;

namespace Uk.Mempool;

/// <summary>The members of <see cref="IMempool{TSelf}"/> that do not depend on how a pool keeps its mbufs.</summary>
public static unsafe class PacketCopies<TPool> where TPool : struct, IMempool<TPool>
{
    public static Mbuf* Clone(Mbuf* packet)
    {
        if (!TPool.AllowsChains) return null;
        Mbuf* clone = null;
        Mbuf* last = null;
        for (Mbuf* segment = packet; segment != null; segment = segment->Next)
        {
            Mbuf* copy = TPool.Allocate();
            if (copy == null || !copy->TryAttach(segment) || (clone != null && !clone->TryChainAfter(last, copy)))
            {
                if (copy != null) TPool.Free(copy);
                if (clone != null) TPool.Free(clone);
                return null;
            }
            if (clone == null) clone = copy;
            last = copy;
        }
        return clone;
    }

    public static Mbuf* Copy(Mbuf* packet, uint offsetBytes, uint lengthBytes)
    {
        uint packetBytes = packet->PacketLength;
        if (offsetBytes > packetBytes || lengthBytes > packetBytes - offsetBytes) return null;
        Mbuf* copy = TPool.Allocate();
        Mbuf* last = copy;
        uint doneBytes = 0;
        while (copy != null)
        {
            uint pieceBytes = Math.Min(lengthBytes - doneBytes, last->Capacity);
            byte* destination = copy->Append(pieceBytes);
            CopyBytes(packet, offsetBytes + doneBytes, destination, pieceBytes);
            doneBytes += pieceBytes;
            if (doneBytes == lengthBytes) break;
            Mbuf* next = TPool.Allocate();
            if (next == null || !copy->TryChainAfter(last, next))
            {
                if (next != null) TPool.Free(next);
                TPool.Free(copy);
                return null;
            }
            last = next;
        }
        if (copy != null) copy->CopyMetadata(packet);
        return copy;
    }

    public static bool TryLinearize(Mbuf* packet)
    {
        if (packet->IsContiguous) return true;
        uint moreBytes = packet->PacketLength - packet->DataLength;
        if (packet->IsClone || packet->ReferenceCount != 1 || moreBytes > packet->TailroomLength) return false;
        uint firstBytes = packet->DataLength;
        CopyBytes(packet, firstBytes, packet->DataPointer + firstBytes, moreBytes);
        for (Mbuf* segment = packet->Unlink(); segment != null;)
        {
            Mbuf* next = segment->Unlink();
            TPool.Free(segment);
            segment = next;
        }
        return packet->TrySetLength(firstBytes + moreBytes);
    }

    /// <summary>The packet has so many bytes from there on.</summary>
    private static void CopyBytes(Mbuf* packet, uint offsetBytes, byte* destination, uint lengthBytes)
    {
        Mbuf* segment = packet;
        while (offsetBytes > segment->DataLength)
        {
            offsetBytes -= segment->DataLength;
            segment = segment->Next;
        }
        while (lengthBytes != 0)
        {
            uint pieceBytes = Math.Min(lengthBytes, segment->DataLength - offsetBytes);
            Unsafe.CopyBlockUnaligned(destination, segment->DataPointer + offsetBytes, pieceBytes);
            destination += pieceBytes;
            lengthBytes -= pieceBytes;
            offsetBytes = 0;
            segment = segment->Next;
        }
    }
}
