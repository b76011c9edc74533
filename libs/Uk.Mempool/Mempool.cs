// A pool of packet buffers: life cycle and accounting. What is in an mbuf is Uk.Mbuf's business; how free mbufs are kept
// is in Mempool.Stack.cs for a program with one lcore and in Mempool.Caches.cs for one with several.
//
// One piece of the region holds it all: the descriptors, each a cache line; the rooms, each a whole number of cache
// lines; what keeps the free mbufs; and, where ownership is tracked, one byte for each mbuf.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;
using Uk.Memory;
using Uk.Platform;

namespace Uk.Mempool;

/// <summary>Mbufs of one size in one memory region.</summary>
/// <remarks>Data path; any lcore of the composition. DPDK: <c>rte_mempool</c> of <c>rte_mbuf</c>.</remarks>
[UkLibrary]
[Provides<IMempool>]
[Requires<IMemoryRegion>]
[Requires<ILcores>]
[Requires<IPoolObserver>]
[Requires<IMempoolOptions>]
public unsafe partial struct Mempool<TRegion, TLcores, TObserver, TOptions>
    : IMempool<Mempool<TRegion, TLcores, TObserver, TOptions>>, IInitialize<Mempool<TRegion, TLcores, TObserver, TOptions>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TLcores : struct, ILcores<TLcores>
    where TObserver : struct, IPoolObserver<TObserver>
    where TOptions : struct, IMempoolOptions
{
    private const int CacheLineBytes = 64;
    private const int CacheLineShift = 6;

    // Invariant: _descriptors has TOptions.Mbufs entries, and nothing else is ever among the free mbufs.
    private static Mbuf* _descriptors;
    private static byte* _inPool;
    private static ulong _badFrees;

    public static int Capacity => TOptions.Mbufs;
    public static int DataRoomBytes => TOptions.DataRoom;
    public static bool AllowsChains => TOptions.Chains;

    /// <summary>Folds away what is only for several lcores.</summary>
    private static bool IsShared => TLcores.Count > 1;

    private static bool Tracks => TOptions.TrackOwnership || TOptions.StopOnBadFree;

    public static int Available => IsShared ? CountShared() : (int)_available;
    public static int InUseCount => TOptions.Mbufs - (IsShared ? CountAll() : (int)_available);

    /// <summary>
    /// Calls of <see cref="Free(Mbuf*)"/> that were refused: a pointer that is no mbuf of any pool, or one that was free
    /// already. Anything but 0 is a defect of the program.
    /// </summary>
    public static ulong BadFrees => _badFrees;

    private static nuint RoomBytes => Mbuf.Headroom + (nuint)TOptions.DataRoom;
    private static nuint RoomStrideBytes => (RoomBytes + CacheLineBytes - 1) & ~(nuint)(CacheLineBytes - 1);
    private static nuint TrackingBytes => Tracks ? (nuint)TOptions.Mbufs : 0;
    private static nuint KeepingBytes => IsShared ? SharedBytes : (nuint)TOptions.Mbufs * (nuint)sizeof(Mbuf*);

    /// <summary>What the pool takes out of its region.</summary>
    private static nuint SizeBytes =>
        (nuint)TOptions.Mbufs * ((nuint)sizeof(Mbuf) + RoomStrideBytes) + KeepingBytes + TrackingBytes;

    /// <summary>Throws where the region has not enough memory in one piece, with both figures.</summary>
    public static void Initialize()
    {
        if (TOptions.Mbufs <= 0 || TOptions.DataRoom <= 0)
        {
            throw new InvalidOperationException(
                $"A mempool needs Mbufs and DataRoom above 0, not {TOptions.Mbufs} and {TOptions.DataRoom}.");
        }
        nuint piece = TRegion.Allocate(SizeBytes, (nuint)(IsShared ? SharedAlignmentBytes : CacheLineBytes));
        if (piece == 0) ThrowTooSmall();

        // What lcores share comes first, because it has the greater alignment.
        _descriptors = (Mbuf*)(IsShared ? piece + SharedBytes : piece);
        byte* behind = RoomOf((nuint)TOptions.Mbufs);
        _inPool = IsShared ? behind : behind + KeepingBytes;
        _badFrees = 0;
        if (IsShared) InitializeShared(piece);
        else InitializeStack((Mbuf**)behind);
        // The last mbuf is pushed first: the first allocation returns the first mbuf.
        for (int i = TOptions.Mbufs - 1; i >= 0; i--)
        {
            Bind(_descriptors + i, (nuint)i);
            Return(_descriptors + i);
        }
        if (IsShared) FlushAll();
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
        Mbuf* mbuf = IsShared ? TakeFromCache() : Pop();
        if (mbuf == null) return null;
        mbuf->Reset();
        if (Tracks) _inPool[IndexOf(mbuf)] = 0;
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
        if (index >= (nuint)TOptions.Mbufs || (!IsShared && _available == TOptions.Mbufs))
        {
            Refuse(mbuf);
            return;
        }
        if (Tracks)
        {
            if (_inPool[index] != 0)
            {
                Refuse(mbuf);
                return;
            }
            _inPool[index] = 1;
        }
        if (IsShared) PutIntoCache(mbuf);
        else Push(mbuf);
    }

    /// <summary>An mbuf of another pool, one that is free already, or something that is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Refuse(Mbuf* mbuf)
    {
        nuint index = IndexOf(mbuf);
        if (index >= (nuint)TOptions.Mbufs && MbufOwners.TryFree(mbuf)) return;
        if (IsShared) Interlocked.Increment(ref _badFrees);
        else _badFrees++;
        if (TOptions.StopOnBadFree) Stop(mbuf, index);
    }

    [DoesNotReturn]
    private static void Stop(Mbuf* mbuf, nuint index) =>
        throw new InvalidOperationException(index < (nuint)TOptions.Mbufs
            ? $"Mbuf {(ulong)index} of {TOptions.Mbufs} was freed, and is free already: somebody freed it twice."
            : $"0x{Hexadecimal.ToText((ulong)mbuf)} was freed, and is no mbuf of any mempool.");

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
