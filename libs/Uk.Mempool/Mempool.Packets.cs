// Packets as a whole: freed segment by segment, in bulk, copied and cloned.

using System;
using System.Runtime.CompilerServices;

namespace Uk.Mempool;

public unsafe partial struct Mempool<TRegion, TLcores, TObserver, TOptions>
{
    public static bool TryAllocate(ref Burst burst, int count)
    {
        Span<nint> room = burst.Room;
        if ((uint)count > (uint)room.Length) return false;
        fixed (nint* mbufs = room)
        {
            if (!TryAllocateBulk((Mbuf**)mbufs, count)) return false;
            Claim((Mbuf**)mbufs, count);
        }
        burst.Extend(count);
        return true;
    }

    /// <summary>
    /// Who takes empty mbufs will write frames. A device that is another core has read what was in the rooms before, so the
    /// first store to each waits until that core has given the cache line up. These stores, which nobody waits for, let all
    /// of them come at the same time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Claim(Mbuf** mbufs, int count)
    {
        for (int i = 0; i < count; i++) *(ulong*)mbufs[i]->DataPointer = 0;
    }

    public static void Free(ref Burst burst)
    {
        fixed (nint* packets = burst.Packets) FreeBulk((Mbuf**)packets, burst.Count);
        burst.Truncate(0);
    }

    public static bool TryAllocateBulk(Mbuf** mbufs, int count)
    {
        if (!TObserver.ObservesPool) return TryTake(mbufs, count);
        TObserver.EnterPool();
        bool taken = TryTake(mbufs, count);
        TObserver.LeavePool();
        return taken;
    }

    public static void FreeBulk(Mbuf** packets, int count)
    {
        if (TObserver.ObservesPool) TObserver.EnterPool();
        ReturnAll(packets, count);
        if (TObserver.ObservesPool) TObserver.LeavePool();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTake(Mbuf** mbufs, int count)
    {
        if (IsShared ? !TryTakeFromCache(mbufs, count) : !TryPop(mbufs, count)) return false;
        for (int i = 0; i < count; i++)
        {
            mbufs[i]->Reset();
            if (Tracks) _inPool[IndexOf(mbufs[i])] = 0;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReturnAll(Mbuf** packets, int count)
    {
        // What only some packets need is looked at for each.
        if (IsShared || TOptions.Chains || Tracks)
        {
            for (int i = 0; i < count; i++) Free(packets[i]);
            return;
        }
        nint available = _available;
        for (int i = 0; i < count; i++)
        {
            Mbuf* mbuf = packets[i];
            if (IndexOf(mbuf) >= (nuint)TOptions.Mbufs || available == TOptions.Mbufs)
            {
                Refuse(mbuf);
                continue;
            }
            _free[available] = mbuf;
            available++;
        }
        _available = available;
    }

    public static Mbuf* Clone(Mbuf* packet) => PacketCopies<Mempool<TRegion, TLcores, TObserver, TOptions>>.Clone(packet);

    public static Mbuf* Copy(Mbuf* packet, uint offsetBytes, uint lengthBytes) =>
        PacketCopies<Mempool<TRegion, TLcores, TObserver, TOptions>>.Copy(packet, offsetBytes, lengthBytes);

    public static bool TryLinearize(Mbuf* packet) => PacketCopies<Mempool<TRegion, TLcores, TObserver, TOptions>>.TryLinearize(packet);

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
