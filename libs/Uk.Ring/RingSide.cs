// One side of a ring: entries are claimed, moved, and published. The order of memory is argued here and nowhere else.
//
// Both sides count entries with 32-bit numbers that only grow and wrap around; entry n lies in slot n modulo the size.
// A side has a head, up to which it has claimed, and a tail, up to which it has published. Only tails are looked at by
// the other side: entries between the consumers' tail and the producers' tail are there, the rest is free.
//
//   Barrier P, release/acquire: a producer writes slots, then its tail (release); a consumer reads that tail (acquire),
//   then the slots. So it sees whole entries.
//   Barrier C, release/acquire: a consumer reads slots, then writes its tail (release); a producer reads that tail
//   (acquire), then writes the slots. So it never overwrites what is still being read.
//   Barrier H, acquire: of several lcores at one side each reads the head before the other side's tail. The tail is then
//   at least as new as the head, so the difference of the two is never less than nothing; where it is too much because
//   the head has moved on, the compare-and-swap fails and both are read again.
//
// On x86 all three are plain loads and stores that the compiler must not move; the compare-and-swap is the only locked
// instruction. DPDK: rte_ring_generic_pvt.h, rte_ring_c11_pvt.h.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Threading;

namespace Uk.Ring;

/// <summary>A cache line of its own, and the one beside it, which the processor fetches along.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal unsafe struct RingSide
{
    /// <summary>Head and tail as one word; the head is its lower half.</summary>
    [FieldOffset(0)] private ulong _word;
    [FieldOffset(0)] private uint _head;
    [FieldOffset(4)] private uint _tail;
    /// <summary>
    /// Of a side with one lcore: the other side's tail as it was last seen. That side's line is fetched only when this
    /// says that there is too little.
    /// </summary>
    [FieldOffset(8)] private uint _otherTail;

    public readonly uint Tail => Volatile.Read(in _tail);

    /// <summary>Claims entries for the caller alone and returns how many.</summary>
    /// <param name="own">The caller's side.</param>
    /// <param name="slack">Entries to claim where both tails are equal: the size for producers, 0 for consumers.</param>
    /// <param name="wanted">As many at most.</param>
    /// <param name="all">All that are wanted, or none.</param>
    /// <param name="first">The number of the first one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Claim<TSync>(RingSide* own, RingSide* other, uint slack, uint wanted, bool all, out uint first)
        where TSync : struct, IRingSide
    {
        if (TSync.Sync == RingSync.Single) return ClaimAlone(own, other, slack, wanted, all, out first);
        if (TSync.Sync == RingSync.Multi) return ClaimAmongOthers(own, other, slack, wanted, all, out first);
        return ClaimInTurn(own, other, slack, wanted, all, out first);
    }

    /// <summary>Shows the other side what was claimed and moved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Publish<TSync>(RingSide* own, uint first, uint count) where TSync : struct, IRingSide
    {
        // Those that began before have to be done, because a tail says that all before it is done.
        if (TSync.Sync == RingSync.Multi)
            while (Volatile.Read(ref own->_tail) != first) Pause();
        // Barrier P or C, release.
        Volatile.Write(ref own->_tail, first + count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ClaimAlone(RingSide* own, RingSide* other, uint slack, uint wanted, bool all, out uint first)
    {
        // Nobody else moves it: head and tail are the same between two calls.
        first = own->_tail;
        uint available = slack + own->_otherTail - first;
        if (available < wanted)
        {
            // Barrier P or C, acquire.
            own->_otherTail = Volatile.Read(ref other->_tail);
            available = slack + own->_otherTail - first;
        }
        return Fit(available, wanted, all);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ClaimAmongOthers(
        RingSide* own, RingSide* other, uint slack, uint wanted, bool all, out uint first)
    {
        // Barrier H, acquire.
        first = Volatile.Read(ref own->_head);
        while (true)
        {
            // Barrier P or C, acquire.
            uint available = slack + Volatile.Read(ref other->_tail) - first;
            uint count = Fit(available, wanted, all);
            if (count == 0) return 0;
            // A full barrier too, so the head that it returns is as good as one that barrier H read.
            uint head = Interlocked.CompareExchange(ref own->_head, first + count, first);
            if (head == first) return count;
            first = head;
        }
    }

    private static uint ClaimInTurn(RingSide* own, RingSide* other, uint slack, uint wanted, bool all, out uint first)
    {
        while (true)
        {
            // Barrier H, acquire.
            ulong word = Volatile.Read(ref own->_word);
            first = (uint)word;
            if (first != (uint)(word >> 32))
            {
                Pause();
                continue;
            }
            // Barrier P or C, acquire.
            uint count = Fit(slack + Volatile.Read(ref other->_tail) - first, wanted, all);
            if (count == 0) return 0;
            ulong claimed = (word & 0xFFFF_FFFF_0000_0000) | (first + count);
            if (Interlocked.CompareExchange(ref own->_word, claimed, word) == word) return count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Fit(uint available, uint wanted, bool all) =>
        available >= wanted ? wanted : all ? 0 : available;

    private static void Pause()
    {
        if (X86Base.IsSupported) X86Base.Pause();
        else Thread.SpinWait(1);
    }
}
