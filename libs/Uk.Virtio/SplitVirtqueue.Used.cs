// What the device returns: §2.7.8 and §2.7.14.

using System.Runtime.CompilerServices;
using System.Threading;
using static Uk.Virtio.SplitVirtqueueSpec;

namespace Uk.Virtio;

public unsafe partial struct SplitVirtqueue
{
    /// <summary>
    /// How many buffers the device has returned that were not taken yet. Where it claims more than it has, the queue is
    /// broken from then on: -1 once, then 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CountReturned()
    {
        // Barrier C, acquire: the index before the entries of the used ring and the buffers' bytes.
        // Partner: the device's release of used.idx after it wrote them.
        ushort returned = (ushort)(Volatile.Read(ref *(ushort*)(_used + UsedIdx)) - _usedIdx);
        if (returned <= _chainsInFlight && !_broken) return returned;
        return Break();
    }

    private int Break()
    {
        if (_broken) return 0;
        _broken = true;
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(ref nint tokens, ref uint lengthsBytes, int max, ref ulong errors)
    {
        int returned = CountReturned();
        if (returned <= 0) return returned;
        if (returned > max) returned = max;
        return TakeEntries(ref tokens, ref lengthsBytes, returned, ref errors);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeEntries(ref nint tokens, ref uint lengthsBytes, int count, ref ulong errors)
    {
        virtq_used_elem* ring = (virtq_used_elem*)(_used + UsedRing);
        nint* owners = _own.Tokens;
        VirtqueueTokens.Link* links = _own.Links;
        uint mask = _mask, size = _size, at = _usedIdx, freed = 0;
        ushort freeHead = _own.FreeHead;
        int taken = 0;
        for (int i = 0; i < count; i++, at++)
        {
            // Read once, id and length together: the device could change them between the check and the use.
            ulong entry = Volatile.Read(ref *(ulong*)&ring[at & mask]);
            uint id = (uint)entry;
            // Descriptors are handed out again in the order in which they should have come back.
            if (_inOrder && id != _nextUsedHead) break;
            nint token = id < size ? owners[id] : 0;
            if (token == 0)
            {
                errors++;
                continue;
            }
            owners[id] = 0;
            Unsafe.Add(ref tokens, taken) = token;
            Unsafe.Add(ref lengthsBytes, taken) = (uint)(entry >> 32);
            taken++;
            if (_inOrder)
            {
                freed += links[id].ChainLength;
                _nextUsedHead = (ushort)((id + links[id].ChainLength) & mask);
                links[id].ChainLength = 1;
                continue;
            }
            freed += Release(links, (ushort)id, ref freeHead);
        }
        // What came before one out of its turn is good. In order nothing else is skipped, so nothing means the first one.
        _own.FreeHead = freeHead;
        _usedIdx = (ushort)at;
        _freeCount += (ushort)freed;
        _chainsInFlight -= (ushort)taken;
        return taken == 0 && _inOrder ? Break() : taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TakeDone(ref nint tokens, int max, ref ulong errors)
    {
        int returned = CountReturned();
        if (returned <= 0) return returned;
        if (returned > max) returned = max;
        return _inOrder ? TakeInOrder(ref tokens, returned) : TakeDoneEntries(ref tokens, returned, ref errors);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeDoneEntries(ref nint tokens, int count, ref ulong errors)
    {
        virtq_used_elem* ring = (virtq_used_elem*)(_used + UsedRing);
        nint* owners = _own.Tokens;
        uint mask = _mask, size = _size, at = _usedIdx, freed = 0;
        ushort freeHead = _own.FreeHead;
        int taken = 0;
        for (int i = 0; i < count; i++, at++)
        {
            uint id = Volatile.Read(ref ring[at & mask].id);
            nint token;
            if (id >= size || (token = owners[id]) == 0)
            {
                errors++;
                continue;
            }
            owners[id] = 0;
            Unsafe.Add(ref tokens, taken++) = token;
            freed += Release(_own.Links, (ushort)id, ref freeHead);
        }
        _own.FreeHead = freeHead;
        _usedIdx = (ushort)at;
        _freeCount += (ushort)freed;
        _chainsInFlight -= (ushort)taken;
        return taken;
    }

    /// <summary>§2.7.9: the index says it all, and the entries of a batch need not even be written.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeInOrder(ref nint tokens, int count)
    {
        nint* owners = _own.Tokens;
        VirtqueueTokens.Link* links = _own.Links;
        uint mask = _mask, head = _nextUsedHead, freed = 0;
        for (int i = 0; i < count; i++)
        {
            Unsafe.Add(ref tokens, i) = owners[head];
            owners[head] = 0;
            uint length = links[head].ChainLength;
            if (length != 1) links[head].ChainLength = 1;
            freed += length;
            head = (head + length) & mask;
        }
        _nextUsedHead = (ushort)head;
        _usedIdx += (ushort)count;
        _freeCount += (ushort)freed;
        _chainsInFlight -= (ushort)count;
        return count;
    }

    /// <summary>Puts a chain back into the free list and returns how many descriptors it had.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Release(VirtqueueTokens.Link* links, ushort head, ref ushort freeHead)
    {
        uint length = links[head].ChainLength;
        ushort tail = head;
        if (length != 1)
        {
            links[head].ChainLength = 1;
            for (uint i = 1; i < length; i++) tail = links[tail].Next;
        }
        links[tail].Next = freeHead;
        freeHead = head;
        return length;
    }

    public nint TakeBack()
    {
        _broken = true;
        return _own.TakeBack(_size);
    }
}
