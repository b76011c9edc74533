using Internal.Runtime.GarbageCollection;

namespace Internal.Runtime;

/// <summary>What Uk.Memory's Heap asks of the heap, by these names.</summary>
internal sealed class HeapControl
{
    private static bool IsRegion() => RuntimeFeatures.RegionHeap;

    private static bool Keep()
    {
        if (RuntimeFeatures.RegionHeap) RegionHeap.Keep();
        return RuntimeFeatures.RegionHeap;
    }

    private static bool Reset() => RuntimeFeatures.RegionHeap && RegionHeap.TryReset();

    private static long LongestPauseTicks() =>
        RuntimeFeatures.GarbageCollection ? System.PauseTime.Of(Collector.LongestPauseCycles).Ticks : 0;
}
