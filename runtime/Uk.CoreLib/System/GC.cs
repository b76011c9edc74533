using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.GarbageCollection;

namespace System;

public enum GCCollectionMode
{
    Default = 0, Forced = 1, Optimized = 2, Aggressive = 3,
}

public enum GCKind
{
    Any = 0, Ephemeral = 1, FullBlocking = 2, Background = 3,
}

/// <summary>The collector of an image that has one (UkHeap=collected). Without one nothing is ever collected.</summary>
public static class GC
{
    public static int MaxGeneration => 0;

    /// <summary>Collects, then runs the finalizers of what it found dead.</summary>
    public static void Collect()
    {
        if (!RuntimeFeatures.GarbageCollection) return;
        CollectedHeap.Collect();
        WaitForPendingFinalizers();
    }

    public static void Collect(int generation) => Collect(generation, GCCollectionMode.Default);
    public static void Collect(int generation, GCCollectionMode mode) => Collect(generation, mode, true);
    public static void Collect(int generation, GCCollectionMode mode, bool blocking) => Collect(generation, mode, blocking, false);

    public static void Collect(int generation, GCCollectionMode mode, bool blocking, bool compacting)
    {
        if (generation < 0) ThrowHelper.ArgumentOutOfRange(nameof(generation));
        if (mode is < GCCollectionMode.Default or > GCCollectionMode.Aggressive) ThrowHelper.ArgumentOutOfRange(nameof(mode));
        Collect();
    }

    /// <summary>Of one generation, so every collection counts for each.</summary>
    public static int CollectionCount(int generation)
    {
        if (generation < 0) ThrowHelper.ArgumentOutOfRange(nameof(generation));
        return RuntimeFeatures.GarbageCollection ? Collector.CollectionCount : 0;
    }

    public static int GetGeneration(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj, nameof(obj));
        return 0;
    }

    public static int GetGeneration(WeakReference wo)
    {
        ArgumentNullException.ThrowIfNull(wo, nameof(wo));
        ArgumentNullException.ThrowIfNull(wo.Target, nameof(wo));
        return 0;
    }

    /// <summary>Bytes of the objects that survived the last collection and of those made since.</summary>
    public static long GetTotalMemory(bool forceFullCollection)
    {
        if (!RuntimeFeatures.GarbageCollection) return (long)Allocator.UsedBytes;
        if (forceFullCollection) Collect();
        return (long)CollectedHeap.UsedBytes;
    }

    public static long GetTotalAllocatedBytes(bool precise = false) =>
        RuntimeFeatures.GarbageCollection ? (long)CollectedHeap.AllocatedBytes : (long)Allocator.AllocatedBytes;

    public static long GetAllocatedBytesForCurrentThread() => GetTotalAllocatedBytes();

    public static TimeSpan GetTotalPauseDuration() =>
        RuntimeFeatures.GarbageCollection ? PauseTime.Of(Collector.TotalPauseCycles) : TimeSpan.Zero;

    public static GCMemoryInfo GetGCMemoryInfo() => new(isNew: true);
    public static GCMemoryInfo GetGCMemoryInfo(GCKind kind) => GetGCMemoryInfo();

    public static void AddMemoryPressure(long bytesAllocated)
    {
        if (bytesAllocated <= 0) ThrowHelper.ArgumentOutOfRange(nameof(bytesAllocated));
    }

    public static void RemoveMemoryPressure(long bytesAllocated)
    {
        if (bytesAllocated <= 0) ThrowHelper.ArgumentOutOfRange(nameof(bytesAllocated));
    }

    /// <summary>Large ones are not cleared.</summary>
    public static unsafe T[] AllocateUninitializedArray<T>(int length, bool pinned = false) =>
        Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<T>()
            ? new T[length]
            : Runtime.CompilerServices.Unsafe.As<T[]>(Allocator.NewUninitializedArray(MethodTable.Of<T[]>(), length));


    /// <summary>No object ever moves.</summary>
    public static T[] AllocateArray<T>(int length, bool pinned = false) => new T[length];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void KeepAlive(object? obj) { }

    /// <summary>Runs them, here.</summary>
    public static void WaitForPendingFinalizers()
    {
        if (RuntimeFeatures.Finalizers) Finalization.RunPending();
    }

    public static void SuppressFinalize(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj, nameof(obj));
        if (RuntimeFeatures.Finalizers) Finalization.Suppress(obj);
    }

    public static unsafe void ReRegisterForFinalize(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj, nameof(obj));
        if (RuntimeFeatures.Finalizers && obj.m_pEEType->HasFinalizerMethod) Finalization.Register(obj);
    }
}
