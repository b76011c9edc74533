using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.GarbageCollection;

/// <summary>What gc.S allocates from: cleared memory of one gap. The order of the fields is known there.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AllocationContext
{
    internal byte* Next;
    /// <summary>Up to here the gap is cleared.</summary>
    internal byte* Limit;
    /// <summary>Room and bitmap of the chunk, to note where objects begin.</summary>
    internal byte* Room;
    internal ulong* Starts;

    [RuntimeImport("*", "uk_allocation_context")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern AllocationContext* Get();
}
