// The collected heap: objects never move. Small objects are cut from the front of a gap between living ones, where gc.S
// does it in a few instructions; large ones look for a gap of their own. When the gaps are used up there is a collection,
// if enough was allocated since the last one, or the platform is asked for more.

using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.GarbageCollection;

internal static unsafe class CollectedHeap
{
    private const nuint MinChunkLength = 512 << 10;

    /// <summary>So much more than what lives is allocated before a collection is worth its time.</summary>
    private const nuint AllocationBesidesLive = 8 << 20;

    /// <summary>Objects from this length on have a gap of their own, so that the small ones do not lose theirs.</summary>
    internal const nuint LargeLength = 8 << 10;

    /// <summary>Of a long gap, so much is taken at a time.</summary>
    private const nuint MaxGapLength = 256 << 10;

    /// <summary>Cleared at a time, shortly before it is used.</summary>
    private const nuint ClearedAhead = 8 << 10;

    /// <summary>A collection at every so many allocations, where the image is built to be tested.</summary>
    private const int StressInterval = 7;

    private static AllocationContext* s_context;

    /// <summary>The gap that small objects are cut from, and where the next is looked for.</summary>
    private static byte* s_gap;
    private static byte* s_gapEnd;
    private static HeapChunk* s_chunk;

    /// <summary>Where the next gap for a large object is looked for.</summary>
    private static HeapChunk* s_largeChunk;
    private static byte* s_largeFrom;

    private static nuint s_roomLength;
    /// <summary>In gaps that are used up and by large objects.</summary>
    private static nuint s_allocated;
    private static ulong s_allocatedBefore;
    private static int s_allocationsUntilStress;

    /// <summary>Made while there is memory for it.</summary>
    private static OutOfMemoryException? s_outOfMemory;

    private static nuint AllocatedSinceCollection => s_allocated + (nuint)(s_context->Next - s_gap);

    internal static ulong AllocatedBytes => s_allocatedBefore + AllocatedSinceCollection;
    internal static nuint UsedBytes => LiveBytes + AllocatedSinceCollection;
    internal static nuint RoomLength => s_roomLength;
    internal static nuint LiveBytes { get; private set; }

    internal static void Initialize() => s_context = AllocationContext.Get();

    /// <summary>Called once, when static fields exist.</summary>
    internal static void PrepareForTheWorst() => s_outOfMemory = new OutOfMemoryException();

    /// <returns>Where the object's header goes. The memory is zero.</returns>
    internal static byte* Take(nuint length)
    {
        if (RuntimeFeatures.GarbageCollectionStress && --s_allocationsUntilStress < 0) Stress();
        AllocationContext* context = s_context;
        if (length > (nuint)(context->Limit - context->Next))
        {
            if (length >= LargeLength)
            {
                byte* large = TakeLarge(length);
                SpanHelpers.ClearWithoutReferences(ref *large, length);
                return large;
            }
            Refill(length);
        }
        byte* block = context->Next;
        context->Next += length;
        s_chunk->SetStart(block);
        return block;
    }

    /// <summary>The same for a large array without references. Its header alone is cleared: what was there says nothing of a lock.</summary>
    internal static byte* TakeUncleared(nuint length)
    {
        if (RuntimeFeatures.GarbageCollectionStress && --s_allocationsUntilStress < 0) Stress();
        byte* block = TakeLarge(length);
        *(nint*)block = 0;
        return block;
    }

    private static void Stress()
    {
        s_allocationsUntilStress = StressInterval;
        Collect();
    }

    /// <summary>Clears more of the gap, or goes on to another.</summary>
    private static void Refill(nuint length)
    {
        AllocationContext* context = s_context;
        if (length > (nuint)(s_gapEnd - context->Next)) FindGap(length);
        byte* limit = context->Limit;
        byte* wanted = context->Next + length;
        // Tests see every allocation, so nothing is left for gc.S to do.
        if (!RuntimeFeatures.GarbageCollectionStress && wanted < limit + ClearedAhead) wanted = limit + ClearedAhead;
        if (wanted > s_gapEnd) wanted = s_gapEnd;
        SpanHelpers.ClearWithoutReferences(ref *limit, (nuint)(wanted - limit));
        context->Limit = wanted;
    }

    private static void FindGap(nuint length)
    {
        if (TryNextGap(length)) return;
        bool collected = TryCollect();
        if (collected && TryNextGap(length)) return;
        if (TryGrow(length) && TryNextGap(length)) return;
        if (!collected)
        {
            Collect();
            if (TryNextGap(length)) return;
        }
        throw s_outOfMemory!;
    }

    private static bool TryCollect()
    {
        if (AllocatedSinceCollection < LiveBytes + AllocationBesidesLive) return false;
        Collect();
        return true;
    }

    /// <summary>On to the next gap that is long enough, through the rest of the heap.</summary>
    private static bool TryNextGap(nuint length)
    {
        LeaveGap();
        for (; s_chunk != null; s_chunk = s_chunk->Next)
        {
            byte* from = s_gapEnd >= s_chunk->Room && s_gapEnd < s_chunk->RoomEnd ? s_gapEnd : s_chunk->Room;
            if (!s_chunk->TryFindGap(from, length, MaxGapLength, out byte* start, out byte* end)) continue;
            s_chunk->Take(start, (nuint)(end - start));
            s_gap = start;
            s_gapEnd = end;
            *s_context = new AllocationContext { Next = start, Limit = start, Room = s_chunk->Room, Starts = s_chunk->Starts };
            return true;
        }
        return false;
    }

    private static void LeaveGap()
    {
        s_allocated = AllocatedSinceCollection;
        s_gap = s_context->Next = s_context->Limit = s_gapEnd;
    }

    /// <returns>Memory that is not cleared.</returns>
    private static byte* TakeLarge(nuint length)
    {
        byte* block = FindLargeGap(length);
        s_largeChunk->Take(block, length);
        s_largeChunk->SetStart(block);
        s_largeFrom = block + length;
        s_allocated += length;
        return block;
    }

    private static byte* FindLargeGap(nuint length)
    {
        if (TryLargeGap(length, out byte* block)) return block;
        bool collected = TryCollect();
        if (collected && TryLargeGap(length, out block)) return block;
        if (TryGrow(length) && TryLargeGap(length, out block)) return block;
        if (!collected)
        {
            Collect();
            if (TryLargeGap(length, out block)) return block;
        }
        throw s_outOfMemory!;
    }

    private static bool TryLargeGap(nuint length, out byte* block)
    {
        block = null;
        for (; s_largeChunk != null; s_largeChunk = s_largeChunk->Next)
        {
            byte* from = s_largeFrom >= s_largeChunk->Room && s_largeFrom < s_largeChunk->RoomEnd ? s_largeFrom : s_largeChunk->Room;
            if (s_largeChunk->TryFindGap(from, length, length, out block, out _)) return true;
        }
        return false;
    }

    /// <summary>Another chunk, in which allocation goes on.</summary>
    private static bool TryGrow(nuint length)
    {
        nuint needed = HeapChunk.LengthFor(length);
        nuint wanted = s_roomLength / 2;
        if (wanted < MinChunkLength) wanted = MinChunkLength;
        if (wanted < needed) wanted = needed;
        nuint got;
        byte* memory = Platform.GrowHeap(wanted + HeapMap.TableLength(wanted), &got);
        if (memory == null) memory = Platform.GrowHeap(needed + HeapMap.TableLength(needed), &got);
        HeapChunk* chunk = memory == null ? null : HeapMap.Add(memory, got);
        if (chunk == null) return false;

        s_roomLength += (nuint)(chunk->RoomEnd - chunk->Room);
        LeaveGap();
        s_chunk = s_largeChunk = chunk;
        s_gap = s_context->Next = s_context->Limit = s_gapEnd = s_largeFrom = chunk->Room;
        return true;
    }

    internal static void Collect()
    {
        LeaveGap();
        s_allocatedBefore += s_allocated;
        s_allocated = 0;
        CollectWithRegisters();
    }

    /// <summary>gc.S: puts the registers onto the stack, then calls <see cref="CollectFrom"/>.</summary>
    [RuntimeImport("*", "uk_collect")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void CollectWithRegisters();

    [RuntimeExport("uk_collect_from")]
    private static void CollectFrom(ulong* stack)
    {
        if (!RuntimeFeatures.GarbageCollection) return;
        LiveBytes = Collector.Run(stack);
        s_chunk = s_largeChunk = HeapMap.First;
        s_gap = s_context->Next = s_context->Limit = s_gapEnd = s_largeFrom = null;
    }

    /// <summary>Bytes that the object occupies whose header begins here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint ObjectLength(byte* block) => Allocator.RoundUp(ObjectLengthExact(block));

    /// <summary>The same before it is rounded up: what the descriptions of references count with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint ObjectLengthExact(byte* block)
    {
        MethodTable* type = *(MethodTable**)(block + sizeof(nint));
        return type->BaseSize + type->ComponentSize * (nuint)(*(uint*)(block + 2 * sizeof(nint)));
    }
}
