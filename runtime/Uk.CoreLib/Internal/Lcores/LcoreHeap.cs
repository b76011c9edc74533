// The heap that only grows, with several lcores: each cuts its objects from a piece of its own, and only taking another
// piece from the platform is done by one at a time.

using System;

namespace Internal.Runtime;

internal unsafe struct LcoreHeap
{
    private byte* _next;
    private byte* _end;
    private byte* _start;

    /// <summary>What earlier pieces were used for.</summary>
    private nuint _usedBefore;

    private static SpinGate s_growing;

    /// <summary>Of all lcores; what others allocate meanwhile may be in it or not.</summary>
    internal static nuint AllocatedBytes
    {
        get
        {
            nuint sum = 0;
            for (int lcore = 0; lcore < LcoreState.MaxCount; lcore++)
                if (LcoreState.Of(lcore) != null) sum += LcoreState.Of(lcore)->Heap.UsedBytes;
            return sum;
        }
    }

    private readonly nuint UsedBytes => _usedBefore + (nuint)(_next - _start);

    /// <returns>Where the object's header goes. The memory is zero.</returns>
    internal static byte* Take(nuint size)
    {
        ref LcoreHeap heap = ref LcoreState.Mine.Heap;
        if (size > (nuint)(heap._end - heap._next)) heap.Grow(size);
        byte* block = heap._next;
        heap._next += size;
        SpanHelpers.ClearWithoutReferences(ref *block, size);
        return block;
    }

    private void Grow(nuint size)
    {
        nuint length;
        s_growing.Enter();
        byte* start = Platform.GrowHeap(size, &length);
        s_growing.Exit();
        if (start == null) Panic.Fail("Out of memory: the heap is full. Give the machine more memory, or allocate less.");
        _usedBefore = UsedBytes;
        _start = _next = start;
        _end = start + length;
    }
}
