// The collected heap: objects never move. Allocation walks through the gaps between living objects; when it has seen all
// of them it collects, if enough was allocated since the last time, or asks the platform for more.

using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.GarbageCollection;

internal static unsafe class CollectedHeap
{
    private const nuint MinChunkLength = 256 << 10;

    /// <summary>Less than this between two collections is not worth one, while there is memory.</summary>
    private const nuint MinAllocationBetweenCollections = 512 << 10;

    /// <summary>A collection at every so many allocations, where the image is built to be tested.</summary>
    private const int StressInterval = 7;

    private static HeapChunk* s_first;
    private static HeapChunk* s_last;

    /// <summary>The gap that is being filled, and its chunk.</summary>
    private static HeapChunk* s_chunk;
    private static byte* s_next;
    private static byte* s_gapEnd;

    private static nuint s_roomLength;
    private static nuint s_allocatedSinceCollection;
    private static ulong s_allocatedBefore;
    private static int s_allocationsUntilStress;

    /// <summary>Made while there is memory for it.</summary>
    private static OutOfMemoryException? s_outOfMemory;

    internal static HeapChunk* First => s_first;
    internal static ulong AllocatedBytes => s_allocatedBefore + s_allocatedSinceCollection;
    internal static nuint UsedBytes => LiveBytes + s_allocatedSinceCollection;
    internal static nuint LiveBytes { get; private set; }

    /// <summary>Called once, when static fields exist.</summary>
    internal static void PrepareForTheWorst() => s_outOfMemory = new OutOfMemoryException();

    /// <returns>Where the object's header goes. The memory is zero.</returns>
    internal static byte* Take(nuint length)
    {
        if (RuntimeFeatures.GarbageCollectionStress && --s_allocationsUntilStress < 0) Stress();
        if (length > (nuint)(s_gapEnd - s_next)) FindGap(length);
        byte* block = s_next;
        s_next += length;
        s_chunk->SetStart(block);
        s_allocatedSinceCollection += length;
        SpanHelpers.ClearWithoutReferences(ref *block, length);
        return block;
    }

    private static void Stress()
    {
        s_allocationsUntilStress = StressInterval;
        Collect();
    }

    private static void FindGap(nuint length)
    {
        if (TryAdvance(length)) return;
        bool collected = s_allocatedSinceCollection >= EnoughForCollection;
        if (collected)
        {
            Collect();
            if (TryAdvance(length)) return;
        }
        if (TryGrow(length)) return;
        if (!collected)
        {
            Collect();
            if (TryAdvance(length)) return;
        }
        throw s_outOfMemory!;
    }

    private static nuint EnoughForCollection =>
        LiveBytes > MinAllocationBetweenCollections ? LiveBytes : MinAllocationBetweenCollections;

    /// <summary>On to the next gap that is long enough, through the rest of the heap.</summary>
    private static bool TryAdvance(nuint length)
    {
        for (; s_chunk != null; EnterChunk(s_chunk->Next))
        {
            while (true)
            {
                if (length <= (nuint)(s_gapEnd - s_next)) return true;
                if (s_gapEnd == s_chunk->RoomEnd) break;
                s_next = s_gapEnd + ObjectLength(s_gapEnd);
                s_gapEnd = s_chunk->FindStartFrom(s_next);
            }
        }
        return false;
    }

    private static void EnterChunk(HeapChunk* chunk)
    {
        s_chunk = chunk;
        if (chunk == null)
        {
            s_next = s_gapEnd = null;
            return;
        }
        s_next = chunk->Room;
        s_gapEnd = chunk->FindStartFrom(chunk->Room);
    }

    private static bool TryGrow(nuint length)
    {
        nuint needed = HeapChunk.LengthFor(length);
        nuint wanted = s_roomLength / 2;
        if (wanted < MinChunkLength) wanted = MinChunkLength;
        if (wanted < needed) wanted = needed;
        nuint got;
        byte* memory = Platform.GrowHeap(wanted, &got);
        if (memory == null) memory = Platform.GrowHeap(needed, &got);
        if (memory == null) return false;

        HeapChunk* chunk = HeapChunk.Create(memory, got);
        if (s_last == null) s_first = chunk;
        else s_last->Next = chunk;
        s_last = chunk;
        s_roomLength += (nuint)(chunk->RoomEnd - chunk->Room);
        EnterChunk(chunk);
        return length <= (nuint)(s_gapEnd - s_next);
    }

    internal static void Collect()
    {
        s_allocatedBefore += s_allocatedSinceCollection;
        s_allocatedSinceCollection = 0;
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
        EnterChunk(s_first);
    }

    /// <summary>The chunk that an address lies in, or null.</summary>
    internal static HeapChunk* Find(byte* address)
    {
        for (HeapChunk* chunk = s_first; chunk != null; chunk = chunk->Next)
            if (chunk->Contains(address)) return chunk;
        return null;
    }

    /// <summary>Bytes that the object occupies whose header begins here.</summary>
    internal static nuint ObjectLength(byte* block) => Allocator.RoundUp(ObjectLengthExact(block));

    /// <summary>The same before it is rounded up: what the descriptions of references count with.</summary>
    internal static nuint ObjectLengthExact(byte* block)
    {
        MethodTable* type = *(MethodTable**)(block + sizeof(nint));
        return type->BaseSize + type->ComponentSize * (nuint)(*(uint*)(block + 2 * sizeof(nint)));
    }
}
