// Where objects come from. By default a bump pointer over the memory that the platform gives: nothing is ever collected,
// and when the platform has no more, the program ends with a message that says so. UkHeap=region: RegionHeap.cs.
// UkHeap=collected: the collected heap of GarbageCollection/. Compiled code calls RhpNewFast and its like: the linker makes these names of the members
// below, or gc.S defines them, which comes here where it finds no cleared memory.

using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static unsafe class Allocator
{
    private const uint Alignment = 8;

    /// <summary>Next free byte; the object header is in front of where an object begins.</summary>
    private static byte* s_next;
    private static byte* s_end;

    /// <summary>What earlier pieces of memory were used for, and where the current one begins.</summary>
    private static nuint s_usedBefore;
    private static byte* s_start;

    internal static nuint AllocatedBytes =>
        RuntimeFeatures.RegionHeap ? (nuint)RegionHeap.AllocatedBytes
        : RuntimeFeatures.SeveralLcores ? LcoreHeap.AllocatedBytes : s_usedBefore + (nuint)(s_next - s_start);

    /// <summary>Of those, what has not been given back.</summary>
    internal static nuint UsedBytes => RuntimeFeatures.RegionHeap ? RegionHeap.UsedBytes : AllocatedBytes;

    [RuntimeExport("uk_new")]
    internal static object NewFast(MethodTable* type)
    {
        byte* memory = Take(type->BaseSize);
        *(MethodTable**)memory = type;
        return *(object*)&memory;
    }

    /// <summary>Of a type with a finalizer. Where nothing is collected nothing is found to be dead.</summary>
    [RuntimeExport("RhpNewFinalizable")]
    private static object NewFinalizable(MethodTable* type)
    {
        if (RuntimeFeatures.Finalizers) return GarbageCollection.Finalization.New(type);
        return NewFast(type);
    }

    [RuntimeExport("uk_new_array")]
    internal static object NewArray(MethodTable* type, nint length)
    {
        if (length < 0 || length > int.MaxValue) throw new OverflowException();
        byte* memory = Take(type->BaseSize + type->ComponentSize * (nuint)length);
        *(MethodTable**)memory = type;
        *(uint*)(memory + sizeof(nint)) = (uint)length;
        return *(object*)&memory;
    }

    /// <summary>As compiled code makes arrays.</summary>
    [RuntimeImport("*", "RhpNewArrayFast")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern object NewArrayFast(MethodTable* type, nint length);

    /// <summary>An array whose elements, which hold no references, may be anything that memory held before.</summary>
    internal static object NewUninitializedArray(MethodTable* type, nint length)
    {
        nuint size = type->BaseSize + type->ComponentSize * (nuint)length;
        // What is small lies in memory that is cleared ahead.
        if (!RuntimeFeatures.GarbageCollection || length < 0 || size < GarbageCollection.CollectedHeap.LargeLength) return NewArrayFast(type, length);
        byte* memory = GarbageCollection.CollectedHeap.TakeUncleared(RoundUp(size)) + sizeof(nint);
        *(MethodTable**)memory = type;
        *(ulong*)(memory + sizeof(nint)) = (uint)length;
        return *(object*)&memory;
    }

    /// <returns>Where the method table pointer goes; the header is before it. The rest is zero.</returns>
    private static byte* Take(nuint size)
    {
        size = RoundUp(size);
        if (RuntimeFeatures.GarbageCollection) return GarbageCollection.CollectedHeap.Take(size) + sizeof(nint);
        if (RuntimeFeatures.RegionHeap) return RegionHeap.Take(size) + sizeof(nint);
        if (RuntimeFeatures.SeveralLcores) return LcoreHeap.Take(size) + sizeof(nint);
        return TakeForGood(size);
    }

    private static byte* TakeForGood(nuint size)
    {
        if (size > (nuint)(s_end - s_next)) Grow(size);
        byte* block = s_next;
        s_next += size;
        SpanHelpers.ClearWithoutReferences(ref *block, size);
        return block + sizeof(nint);
    }

    internal static nuint RoundUp(nuint size) => (size + (Alignment - 1)) & ~(nuint)(Alignment - 1);

    private static void Grow(nuint size)
    {
        nuint length;
        byte* start = Platform.GrowHeap(size, &length);
        if (start == null) Panic.Fail("Out of memory: the heap is full. Give the machine more memory, allocate less, or build with -p:UkHeap=collected.");
        s_usedBefore = AllocatedBytes;
        s_start = s_next = start;
        s_end = start + length;
    }
}
