// Why packets are dropped, and the counters of that.

using System.Runtime.CompilerServices;

namespace Uk;

/// <summary>Why a packet was not passed on. Every drop is counted under exactly one reason.</summary>
public enum DropReason : byte
{
    /// <summary>Not dropped.</summary>
    None = 0,
    /// <summary>Shorter than the header that it claims to carry.</summary>
    Truncated,
    /// <summary>A length field contradicts the frame or the header.</summary>
    BadLength,
    BadChecksum,
    /// <summary>A version, operation or format that the protocol does not define.</summary>
    Malformed,
    /// <summary>An EtherType, IP protocol or ICMP type that nobody here handles.</summary>
    UnknownProtocol,
    /// <summary>Addressed to somebody else.</summary>
    NotForUs,
    /// <summary>An IP fragment, and there is no reassembly.</summary>
    Fragment,
    /// <summary>The application's own rules: a firewall that says no.</summary>
    Policy,
    /// <summary>The device delivered a length or index that cannot be.</summary>
    DeviceError,
    /// <summary>Longer than one mbuf holds.</summary>
    Oversize,
    /// <summary>The pool had no mbuf for it.</summary>
    NoMbuf,
    /// <summary>The transmit ring was full.</summary>
    TxFull,
    /// <summary>No route leads to its destination.</summary>
    NoRoute,
    /// <summary>It may not be passed on once more. RFC 1812, section 5.3.1.</summary>
    TimeToLive,
    /// <summary>The next host on its way has not said what its MAC address is.</summary>
    NoNeighbour,
}

/// <summary>One counter for each <see cref="DropReason"/>, indexed by it; entry 0 stays 0.</summary>
[InlineArray(Length)]
[HotPath]
public struct DropCounters
{
    public const int Length = (int)DropReason.NoNeighbour + 1;

    private ulong _first;

    /// <summary>
    /// Adds one drop. What is no <see cref="DropReason"/> can only come from the application's own code and is counted
    /// as <see cref="DropReason.Policy"/>, so that no value leads outside the array.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(DropReason reason)
    {
        uint index = (uint)reason;
        if (index >= Length) index = (uint)DropReason.Policy;
        this[(int)index]++;
    }
}
