// How the collector works: as it does, whatever a program asks for.

namespace System.Runtime;

public enum GCLatencyMode
{
    Batch = 0, Interactive = 1, LowLatency = 2, SustainedLowLatency = 3, NoGCRegion = 4,
}

public enum GCLargeObjectHeapCompactionMode
{
    Default = 1, CompactOnce = 2,
}

public static class GCSettings
{
    public static bool IsServerGC => false;

    public static GCLatencyMode LatencyMode
    {
        get;
        set => field = value is >= GCLatencyMode.Batch and <= GCLatencyMode.SustainedLowLatency ? value : throw new ArgumentOutOfRangeException(nameof(value), "Enum value was out of legal range.");
    } = GCLatencyMode.Interactive;

    public static GCLargeObjectHeapCompactionMode LargeObjectHeapCompactionMode
    {
        get;
        set => field = value is GCLargeObjectHeapCompactionMode.Default or GCLargeObjectHeapCompactionMode.CompactOnce ? value : throw new ArgumentOutOfRangeException(nameof(value), "Enum value was out of legal range.");
    } = GCLargeObjectHeapCompactionMode.Default;
}
