using System;

namespace Uk;

/// <summary>What an mbuf is, beyond a buffer of its own.</summary>
[Flags]
internal enum MbufKind : byte
{
    None = 0,
    /// <summary>Its pool takes chains and clones back: for good.</summary>
    Chains = 1,
    /// <summary>Its data is in the room of another mbuf, until it is free. DPDK: <c>RTE_MBUF_F_INDIRECT</c>.</summary>
    Clone = 2,
}
