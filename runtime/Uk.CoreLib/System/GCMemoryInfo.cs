// What is known of the heap and of its last collection.

using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.GarbageCollection;

namespace System;

public readonly struct GCMemoryInfo
{
    [InlineArray(1)]
    private struct OnePause
    {
        private TimeSpan _first;
    }

    private readonly OnePause _pause;

    internal GCMemoryInfo(bool isNew)
    {
        if (!RuntimeFeatures.GarbageCollection)
        {
            HeapSizeBytes = TotalCommittedBytes = (long)Allocator.AllocatedBytes;
            return;
        }
        Index = Collector.CollectionCount;
        HeapSizeBytes = PromotedBytes = (long)CollectedHeap.LiveBytes;
        TotalCommittedBytes = (long)CollectedHeap.RoomLength;
        FragmentedBytes = TotalCommittedBytes - (long)CollectedHeap.UsedBytes;
        _pause[0] = PauseTime.Of(Collector.LastPauseCycles);
        PauseTimePercentage = PauseTime.PercentageOfAll;
        if (RuntimeFeatures.Finalizers) FinalizationPendingCount = Finalization.PendingCount;
    }

    /// <summary>Of the last collection, counted from one.</summary>
    public long Index { get; }
    public int Generation => 0;
    public bool Compacted => false;
    public bool Concurrent => false;

    /// <summary>What lived at the last collection.</summary>
    public long HeapSizeBytes { get; }
    public long PromotedBytes { get; }

    /// <summary>The memory that the heap has.</summary>
    public long TotalCommittedBytes { get; }

    /// <summary>The part of it that holds no object.</summary>
    public long FragmentedBytes { get; }
    public long FinalizationPendingCount { get; }
    public long PinnedObjectsCount => 0;

    /// <summary>The last collection's, of one pause.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ReadOnlySpan<TimeSpan> PauseDurations => _pause;

    public double PauseTimePercentage { get; }
}

/// <summary>Pauses are counted in the processor's cycles, and how long these are is only measured when somebody asks.</summary>
internal static class PauseTime
{
    private const long MeasureNs = 1_000_000;

    private static double s_ticksPerCycle;

    internal static TimeSpan Of(ulong cycles)
    {
        Measure();
        return TimeSpan.FromTicks((long)(cycles * s_ticksPerCycle));
    }

    /// <summary>Of the time since the first collection began.</summary>
    internal static double PercentageOfAll
    {
        get
        {
            ulong all = Platform.Cycles() - Collector.FirstCycles;
            return Collector.CollectionCount == 0 ? 0 : 100.0 * Collector.TotalPauseCycles / all;
        }
    }

    private static void Measure()
    {
        if (s_ticksPerCycle != 0) return;
        long start = Clock.Nanoseconds, end;
        ulong cycles = Platform.Cycles();
        do end = Clock.Nanoseconds;
        while (end - start < MeasureNs);
        s_ticksPerCycle = (end - start) / 100.0 / (Platform.Cycles() - cycles);
    }
}
