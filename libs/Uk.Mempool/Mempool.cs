// A pool of packet buffers: life cycle, allocation, return. What is in an mbuf is Uk.Mbuf's business.
//
// One piece of the region holds it all: the descriptors, each a cache line; the rooms, each a whole number of cache
// lines; the stack of free mbufs; and, where ownership is tracked, one byte for each mbuf. The stack is last in, first
// out, because the mbuf freed last is the one most likely in the cache. DPDK: the "stack" mempool driver.
//
// Cost on x86-64: Allocate is a load, a test, a decrement and its store, a load of the pointer, and three stores for
// Mbuf.Reset. Free is a load, a subtraction, a rotation, two comparisons, a store of the pointer and one of the count.
// Of those, the subtraction, the rotation and one comparison are what rejects a pointer that is no mbuf of this pool,
// and one comparison keeps the stack inside its bounds. A double free within those bounds is recognised only with
// TrackOwnership, which costs one byte read and written in a map that stays in the cache.

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Uk.Memory;

namespace Uk.Mempool;

/// <summary>Mbufs of one size in one memory region.</summary>
/// <remarks>Data path; one lcore. DPDK: <c>rte_mempool</c> of <c>rte_mbuf</c>, without caches per lcore.</remarks>
[UkLibrary]
[Provides<IMempool>]
[Requires<IMemoryRegion>]
[Requires<IMempoolOptions>]
public unsafe partial struct Mempool<TRegion, TOptions>
    : IMempool<Mempool<TRegion, TOptions>>, IInitialize<Mempool<TRegion, TOptions>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TOptions : struct, IMempoolOptions
{
    private const int CacheLineBytes = 64;
    private const int CacheLineShift = 6;

    // Invariants: _descriptors has TOptions.Mbufs entries; _free has as many, of which the first _available are valid
    // and point to descriptors; _available is between 0 and TOptions.Mbufs.
    private static Mbuf* _descriptors;
    private static Mbuf** _free;
    private static byte* _inPool;
    private static nint _available;
    private static ulong _badFrees;

    public static int Capacity => TOptions.Mbufs;
    public static int Available => (int)_available;
    public static int DataRoomBytes => TOptions.DataRoom;
    public static bool AllowsChains => TOptions.Chains;

    /// <summary>
    /// Calls of <see cref="Free"/> that were refused: a pointer that is no mbuf of this pool, or one that was free
    /// already. Anything but 0 is a defect of the program.
    /// </summary>
    public static ulong BadFrees => _badFrees;

    private static nuint RoomBytes => Mbuf.Headroom + (nuint)TOptions.DataRoom;
    private static nuint RoomStrideBytes => (RoomBytes + CacheLineBytes - 1) & ~(nuint)(CacheLineBytes - 1);

    private static nuint TrackingBytes => TOptions.TrackOwnership ? (nuint)TOptions.Mbufs : 0;

    /// <summary>What the pool takes out of its region.</summary>
    private static nuint SizeBytes =>
        (nuint)TOptions.Mbufs * ((nuint)sizeof(Mbuf) + RoomStrideBytes + (nuint)sizeof(Mbuf*)) + TrackingBytes;

    /// <summary>Throws where the region has not enough memory in one piece, with both figures.</summary>
    public static void Initialize()
    {
        if (TOptions.Mbufs <= 0 || TOptions.DataRoom <= 0)
        {
            throw new InvalidOperationException(
                $"A mempool needs Mbufs and DataRoom above 0, not {TOptions.Mbufs} and {TOptions.DataRoom}.");
        }
        nuint piece = TRegion.Allocate(SizeBytes, CacheLineBytes);
        if (piece == 0) ThrowTooSmall();

        _descriptors = (Mbuf*)piece;
        _free = (Mbuf**)(RoomOf((nuint)TOptions.Mbufs));
        _inPool = (byte*)(_free + TOptions.Mbufs);
        _badFrees = 0;
        _available = 0;
        // The last mbuf is pushed first: the first allocation returns the first mbuf.
        for (int i = TOptions.Mbufs - 1; i >= 0; i--)
        {
            Bind(_descriptors + i, (nuint)i);
            Return(_descriptors + i);
        }
        MbufOwners.Add((nuint)_descriptors, (nuint)TOptions.Mbufs * (nuint)sizeof(Mbuf), &FreeForOthers);
    }

    private static byte* RoomOf(nuint index) => (byte*)(_descriptors + TOptions.Mbufs) + index * RoomStrideBytes;

    private static void Bind(Mbuf* mbuf, nuint index)
    {
        byte* room = RoomOf(index);
        mbuf->Bind(room, TRegion.ToIova((nuint)room), (uint)RoomBytes, TOptions.Chains);
    }

    /// <summary>An empty mbuf, owned by the caller; null when all are in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mbuf* Allocate()
    {
        nint available = _available;
        if (available == 0) return null;
        available--;
        _available = available;
        Mbuf* mbuf = _free[available];
        mbuf->Reset();
        if (TOptions.TrackOwnership) _inPool[IndexOf(mbuf)] = 0;
        return mbuf;
    }

    /// <summary>
    /// Gives a packet back. A segment of another pool goes there; what is no mbuf is counted in <see cref="BadFrees"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Free(Mbuf* packet)
    {
        if (TOptions.Chains && !packet->IsPlain) FreeSegments(packet);
        else Return(packet);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Return(Mbuf* mbuf)
    {
        nuint index = IndexOf(mbuf);
        nint available = _available;
        if (index >= (nuint)TOptions.Mbufs || available == TOptions.Mbufs)
        {
            Refuse(mbuf);
            return;
        }
        if (TOptions.TrackOwnership)
        {
            if (_inPool[index] != 0)
            {
                _badFrees++;
                return;
            }
            _inPool[index] = 1;
        }
        _free[available] = mbuf;
        _available = available + 1;
    }

    /// <summary>An mbuf of another pool, or something that is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Refuse(Mbuf* mbuf)
    {
        if (IndexOf(mbuf) < (nuint)TOptions.Mbufs || !MbufOwners.TryFree(mbuf)) _badFrees++;
    }

    /// <summary>
    /// The number of the descriptor. For a pointer before the first, behind the last or not at the start of one, it is
    /// larger than any number: the rotation brings the bits that must be 0 to the top.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint IndexOf(Mbuf* mbuf) =>
        BitOperations.RotateRight((nuint)mbuf - (nuint)_descriptors, CacheLineShift);

    private static void ThrowTooSmall()
    {
        throw new InvalidOperationException(
            $"A mempool of {TOptions.Mbufs} mbufs with {TOptions.DataRoom} bytes of data each needs {(ulong)SizeBytes} " +
            "bytes in one piece; " +
            $"its memory region has {(ulong)TRegion.FreeBytes} of {(ulong)TRegion.LengthBytes} bytes free" +
            (TRegion.FreeBytes < SizeBytes ? ". " : ", but its allocator has no such piece: BumpAllocator would. ") +
            "Raise the Size of the region, or lower Mbufs or DataRoom of the mempool.");
    }
}
