using System.Runtime.InteropServices;

namespace Uk.Mempool;

/// <summary>
/// Free mbufs that one lcore keeps for itself. Only that lcore touches it; the addresses of mbufs follow.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal unsafe struct LcoreCache
{
    public nint Count;

    /// <summary>The first of the places: as many as the pool's caches have.</summary>
    public static nint* Mbufs(LcoreCache* cache) => (nint*)(cache + 1);
}
