// How many lcores may be at one side of a ring, as types: what a ring does at each side is decided when it is compiled.

namespace Uk.Ring;

/// <summary>Who may be at one side of a ring at the same time.</summary>
public enum RingSync
{
    /// <summary>One lcore: no atomic instruction. DPDK: <c>RTE_RING_SYNC_ST</c>.</summary>
    Single,
    /// <summary>
    /// Any number, side by side; they publish in the order in which they began, so one that is interrupted holds up the
    /// others. DPDK: <c>RTE_RING_SYNC_MT</c>.
    /// </summary>
    Multi,
    /// <summary>
    /// Any number, one after the other: whoever begins waits until the one before is done. For more threads than cores.
    /// DPDK: <c>RTE_RING_SYNC_MT_HTS</c>.
    /// </summary>
    Serialized,
}

/// <summary>A <see cref="RingSync"/> as a type argument.</summary>
public interface IRingSide
{
    static abstract RingSync Sync { get; }
}

/// <summary><see cref="RingSync.Single"/>.</summary>
public readonly struct Single : IRingSide
{
    public static RingSync Sync => RingSync.Single;
}

/// <summary><see cref="RingSync.Multi"/>.</summary>
public readonly struct Multi : IRingSide
{
    public static RingSync Sync => RingSync.Multi;
}

/// <summary><see cref="RingSync.Serialized"/>.</summary>
public readonly struct Serialized : IRingSide
{
    public static RingSync Sync => RingSync.Serialized;
}
