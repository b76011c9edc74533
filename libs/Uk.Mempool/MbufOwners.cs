// Which pool an mbuf is from, where that is not the pool that was asked to take it back: a packet that came in through a
// port with one pool and leaves through a port with another, or a chain of segments of both.

using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Uk.Mempool;

/// <summary>The pools of the program by the addresses of their descriptors. Filled at boot.</summary>
internal static unsafe class MbufOwners
{
    private const int PoolsMax = 64;

    private static Pools s_pools;

    /// <summary>Adds a pool, or says anew where it is.</summary>
    internal static void Add(nuint start, nuint lengthBytes, delegate*<Mbuf*, void> free)
    {
        for (int i = 0; i < PoolsMax; i++)
        {
            ref Pool pool = ref s_pools[i];
            nint before = Interlocked.CompareExchange(ref pool.Free, (nint)free, 0);
            if (before != 0 && before != (nint)free) continue;
            pool.Start = start;
            Volatile.Write(ref pool.LengthBytes, lengthBytes);
            return;
        }
        throw new InvalidOperationException($"A program has at most {PoolsMax} mempools.");
    }

    /// <summary>Gives one segment to the pool that it is from. False where it is from none.</summary>
    internal static bool TryFree(Mbuf* segment)
    {
        for (int i = 0; i < PoolsMax; i++)
        {
            ref Pool pool = ref s_pools[i];
            if (pool.Free == 0) return false;
            nuint offset = (nuint)segment - pool.Start;
            if (offset >= Volatile.Read(ref pool.LengthBytes) || offset % (nuint)sizeof(Mbuf) != 0) continue;
            ((delegate*<Mbuf*, void>)pool.Free)(segment);
            return true;
        }
        return false;
    }

    private struct Pool
    {
        public nuint Start;
        public nuint LengthBytes;
        public nint Free;
    }

    [InlineArray(PoolsMax)]
    private struct Pools
    {
        private Pool _first;
    }
}
