// Packets as a whole: freed segment by segment, in bulk, copied and cloned.

using System.Runtime.CompilerServices;

namespace Uk.Mempool;

public unsafe partial struct Mempool<TRegion, TLcores, TOptions>
{
    public static bool TryAllocate(ref Burst burst, int count)
    {
        if (count > Burst.Capacity - burst.Count) return false;
        int before = burst.Count;
        for (int i = 0; i < count; i++)
        {
            Mbuf* mbuf = Allocate();
            if (mbuf == null)
            {
                for (int taken = before; taken < burst.Count; taken++) Return(burst.At(taken));
                burst.Truncate(before);
                return false;
            }
            burst.Add(mbuf);
        }
        return true;
    }

    public static void Free(ref Burst burst)
    {
        for (int i = 0; i < burst.Count; i++) Free(burst.At(i));
        burst.Truncate(0);
    }

    public static Mbuf* Clone(Mbuf* packet) => PacketCopies<Mempool<TRegion, TLcores, TOptions>>.Clone(packet);

    public static Mbuf* Copy(Mbuf* packet, uint offsetBytes, uint lengthBytes) =>
        PacketCopies<Mempool<TRegion, TLcores, TOptions>>.Copy(packet, offsetBytes, lengthBytes);

    public static bool TryLinearize(Mbuf* packet) => PacketCopies<Mempool<TRegion, TLcores, TOptions>>.TryLinearize(packet);

    /// <summary>A packet with several segments or shared rooms.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FreeSegments(Mbuf* packet)
    {
        for (Mbuf* segment = packet; segment != null;)
        {
            Mbuf* rest = segment->Unlink();
            FreeSegment(segment);
            segment = rest;
        }
    }

    private static void FreeSegment(Mbuf* segment)
    {
        if (IndexOf(segment) >= (nuint)TOptions.Mbufs)
        {
            Refuse(segment);
            return;
        }
        if (segment->IsClone)
        {
            Mbuf* owner = segment->AttachedTo;
            // Its own room again, and no longer the other's.
            Bind(segment, IndexOf(segment));
            Return(segment);
            // The other packet's holder may have freed it before: then it goes back now.
            if (owner->Release()) Return(owner);
        }
        else if (segment->Release())
        {
            Return(segment);
        }
    }

    /// <summary>What other pools call with a segment that is not theirs.</summary>
    private static void FreeForOthers(Mbuf* segment)
    {
        if (TOptions.Chains) FreeSegment(segment);
        else Return(segment);
    }
}
