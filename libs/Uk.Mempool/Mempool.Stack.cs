// Free mbufs of a program with one lcore: a stack. Last in, first out, because the mbuf freed last is the one most likely
// in the cache. DPDK: the "stack" mempool driver.
//
// Cost on x86-64: Allocate is a load, a test, a decrement and its store, a load of the pointer, and three stores for
// Mbuf.Reset. Free is a load, a subtraction, a rotation, two comparisons, a store of the pointer and one of the count.
// Of those, the subtraction, the rotation and one comparison are what rejects a pointer that is no mbuf of this pool,
// and one comparison keeps the stack inside its bounds. A double free within those bounds is recognised only with
// TrackOwnership, which costs one byte read and written in a map that stays in the cache.

using System.Runtime.CompilerServices;

namespace Uk.Mempool;

public unsafe partial struct Mempool<TRegion, TLcores, TObserver, TOptions>
{
    // Invariants: _free has TOptions.Mbufs entries, of which the first _available are valid; _available is between 0 and
    // TOptions.Mbufs.
    private static Mbuf** _free;
    private static nint _available;

    private static void InitializeStack(Mbuf** free)
    {
        _free = free;
        _available = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mbuf* Pop()
    {
        nint available = _available;
        if (available == 0) return null;
        available--;
        _available = available;
        return _free[available];
    }

    /// <summary>The count is loaded and stored once, not for each mbuf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPop(Mbuf** mbufs, int count)
    {
        nint available = _available;
        if (available < count) return false;
        Mbuf** top = _free + available;
        for (int i = 0; i < count; i++) mbufs[i] = *--top;
        _available = available - count;
        return true;
    }

    /// <summary>The stack is not full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Push(Mbuf* mbuf)
    {
        nint available = _available;
        _free[available] = mbuf;
        _available = available + 1;
    }
}
