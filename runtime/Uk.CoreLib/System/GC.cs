using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.GarbageCollection;

namespace System;

/// <summary>The collector of an image that has one (UkHeap=collected). Without one nothing is ever collected.</summary>
public static class GC
{
    public static int MaxGeneration => 0;

    public static void Collect()
    {
        if (RuntimeFeatures.GarbageCollection) CollectedHeap.Collect();
    }

    /// <summary>Of one generation, so every collection counts for each.</summary>
    public static int CollectionCount(int generation)
    {
        if (generation < 0) ThrowHelper.ArgumentOutOfRange(nameof(generation));
        return RuntimeFeatures.GarbageCollection ? Collector.CollectionCount : 0;
    }

    /// <summary>Bytes of the objects that survived the last collection and of those made since.</summary>
    public static long GetTotalMemory(bool forceFullCollection)
    {
        if (!RuntimeFeatures.GarbageCollection) return (long)Allocator.AllocatedBytes;
        if (forceFullCollection) CollectedHeap.Collect();
        return (long)CollectedHeap.UsedBytes;
    }

    public static long GetTotalAllocatedBytes(bool precise = false) =>
        RuntimeFeatures.GarbageCollection ? (long)CollectedHeap.AllocatedBytes : (long)Allocator.AllocatedBytes;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void KeepAlive(object? obj) { }

    /// <summary>There are no finalizers to suppress: a type that has one cannot be allocated.</summary>
    public static void SuppressFinalize(object obj) => ArgumentNullException.ThrowIfNull(obj);

    /// <summary>Cleared all the same: the heap gives no other memory.</summary>
    public static T[] AllocateUninitializedArray<T>(int length, bool pinned = false) => new T[length];

    /// <summary>Objects do not move.</summary>
    public static T[] AllocateArray<T>(int length, bool pinned = false) => new T[length];
}
