// What the device returns: §2.8.22.

using System.Runtime.CompilerServices;
using System.Threading;
using static Uk.Virtio.PackedVirtqueueSpec;

namespace Uk.Virtio;

public unsafe partial struct PackedVirtqueue
{
    private const uint UsedMask = VIRTQ_DESC_F_AVAIL | VIRTQ_DESC_F_USED;

    private int Break()
    {
        if (_broken) return 0;
        _broken = true;
        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Take(ref nint tokens, ref uint lengthsBytes, int max, ref ulong errors)
    {
        if (_broken) return 0;
        pvirtq_desc* ring = _ring;
        nint* owners = _own.Tokens;
        VirtqueueTokens.Link* links = _own.Links;
        uint size = _size, at = _nextUsed, usedFlags = _usedFlags, freed = 0;
        ushort freeHead = _own.FreeHead;
        bool inOrder = _inOrder;
        int taken = 0;
        for (; taken < max; taken++)
        {
            // Barrier C, acquire: flags, id and length are one load, before the buffer's bytes.
            // Partner: the device's release of the flags after it wrote the rest.
            ulong tail = Volatile.Read(ref *(ulong*)&ring[at].len);
            if (((uint)(tail >> 48) & UsedMask) != usedFlags) break;
            uint id = (uint)(tail >> 32) & 0xFFFF;
            nint token;
            if (id >= size || (token = owners[id]) == 0 || (inOrder && id != at)) goto broken;
            owners[id] = 0;
            Unsafe.Add(ref tokens, taken) = token;
            Unsafe.Add(ref lengthsBytes, taken) = (uint)tail;
            uint length = links[id].ChainLength;
            if (length != 1) links[id].ChainLength = 1;
            freed += length;
            at += length;
            if (at >= size)
            {
                at -= size;
                usedFlags ^= UsedMask;
            }
            if (inOrder) continue;
            links[id].Next = freeHead;
            freeHead = (ushort)id;
        }
        Commit(at, usedFlags, freeHead, freed, taken);
        return taken;

    broken:
        // What came before is good.
        Commit(at, usedFlags, freeHead, freed, taken);
        return taken == 0 ? Break() : taken;
    }

    [SkipLocalsInit]
    public int TakeDone(ref nint tokens, int max, ref ulong errors)
    {
        if (_inOrder) return TakeInOrder(ref tokens, max);
        uint* lengths = stackalloc uint[TakenAtOnce];
        return Take(ref tokens, ref *lengths, max < TakenAtOnce ? max : TakenAtOnce, ref errors);
    }

    private const int TakenAtOnce = 64;

    /// <summary>
    /// §2.8.9: of a batch the device may write only the first descriptor, with the id of the last. So those up to there
    /// are taken without a look at them.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeInOrder(ref nint tokens, int max)
    {
        if (_broken) return 0;
        nint* owners = _own.Tokens;
        VirtqueueTokens.Link* links = _own.Links;
        uint size = _size, at = _nextUsed, usedFlags = _usedFlags, ahead = _usedAhead, freed = 0;
        int taken = 0;
        while (taken < max)
        {
            if (ahead == 0)
            {
                ulong tail = Volatile.Read(ref *(ulong*)&_ring[at].len);
                if (((uint)(tail >> 48) & UsedMask) != usedFlags) break;
                uint last = (uint)(tail >> 32) & 0xFFFF;
                if (last >= size || owners[last] == 0) goto broken;
                ahead = (last >= at ? last - at : last + size - at) + links[last].ChainLength;
                if (ahead + freed > size - _freeCount) goto broken;
            }
            uint length = links[at].ChainLength;
            Unsafe.Add(ref tokens, taken++) = owners[at];
            owners[at] = 0;
            if (length != 1) links[at].ChainLength = 1;
            ahead -= length;
            freed += length;
            at += length;
            if (at < size) continue;
            at -= size;
            usedFlags ^= UsedMask;
        }
        _usedAhead = (ushort)ahead;
        Commit(at, usedFlags, _own.FreeHead, freed, taken);
        return taken;

    broken:
        Commit(at, usedFlags, _own.FreeHead, freed, taken);
        return taken == 0 ? Break() : taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Commit(uint at, uint usedFlags, ushort freeHead, uint freed, int taken)
    {
        _nextUsed = (ushort)at;
        _usedFlags = (ushort)usedFlags;
        _own.FreeHead = freeHead;
        _freeCount += (ushort)freed;
        _buffersInFlight -= (ushort)taken;
    }

    public nint TakeBack()
    {
        _broken = true;
        return _own.TakeBack(_size);
    }
}
