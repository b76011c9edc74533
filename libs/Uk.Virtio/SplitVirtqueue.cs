// The driver's side of one split virtqueue: VIRTIO 1.2, §2.7. Descriptors are handed out and taken back here; what the
// buffers hold, and finding the device, are the business of others. What comes back is in SplitVirtqueue.Used.cs.

using System;
using System.Runtime.CompilerServices;
using System.Threading;
using static Uk.Virtio.SplitVirtqueueSpec;

namespace Uk.Virtio;

/// <summary>One split virtqueue. Data path; one lcore.</summary>
/// <remarks>
/// Without VIRTIO_F_IN_ORDER free descriptors are a list; with it they are taken in the order of the table, as §2.7.9
/// wants it, and come back in it.
/// </remarks>
public unsafe partial struct SplitVirtqueue : IVirtqueue<SplitVirtqueue>
{
    private virtq_desc* _table;
    private byte* _avail;
    private byte* _used;
    private VirtqueueTokens _own;
    private virtq_desc* _indirect;
    private ulong _indirectIova;
    private bool _broken;
    private bool _inOrder;
    private bool _eventIndex;
    private ushort _indirectLength;
    private ushort _size;
    private ushort _mask;
    private ushort _freeCount;
    private ushort _availIdx;
    private ushort _publishedIdx;
    private ushort _notifiedIdx;
    private ushort _usedIdx;
    private ushort _chainsInFlight;
    /// <summary>In order: the descriptor that comes back next.</summary>
    private ushort _nextUsedHead;

    /// <summary>The most descriptors that a queue can have, §2.7.</summary>
    public const int SizeMax = QueueSizeMax;

    public readonly int Size => _size;
    public readonly int FreeCount => _freeCount;
    public readonly int InFlightCount => _chainsInFlight;
    public readonly bool IsBroken => _broken;
    public readonly bool HasUnpublished => _availIdx != _publishedIdx;

    public static nuint SharedBytes(in VirtqueueFormat format) =>
        (nuint)IndirectOffset(format.Size) + (nuint)(format.Size * format.IndirectLength * sizeof(virtq_desc));

    public static nuint OwnBytes(in VirtqueueFormat format) => VirtqueueTokens.Bytes(format.Size);

    public static VirtqueueAddresses AddressesOf(in VirtqueueFormat format, ulong sharedIova) => new()
    {
        DescriptorArea = sharedIova,
        DriverArea = sharedIova + (uint)AvailOffset(format.Size),
        DeviceArea = sharedIova + (uint)UsedOffset(format.Size),
    };

    private static int AvailOffset(int size) => size * sizeof(virtq_desc);

    /// <summary>A cache line of its own keeps what the device writes away from what the driver writes.</summary>
    private static int UsedOffset(int size) => RoundUp(AvailOffset(size) + AvailRing + 2 * size + 2);

    /// <summary>Tables that the driver's descriptors may point to, behind everything else.</summary>
    private static int IndirectOffset(int size) => RoundUp(UsedOffset(size) + UsedRing + 8 * size + 2);

    private static int RoundUp(int lengthBytes) => (lengthBytes + CacheLineBytes - 1) & -CacheLineBytes;

    public void Initialize(byte* shared, ulong sharedIova, byte* own, in VirtqueueFormat format)
    {
        this = default;
        int size = format.Size;
        new Span<byte>(shared, IndirectOffset(size)).Clear();
        _table = (virtq_desc*)shared;
        _avail = shared + AvailOffset(size);
        _used = shared + UsedOffset(size);
        _indirect = (virtq_desc*)(shared + IndirectOffset(size));
        _indirectIova = sharedIova + (uint)IndirectOffset(size);
        _indirectLength = format.IndirectLength;
        _own.Initialize(own, format.Size);
        _size = format.Size;
        _mask = (ushort)(size - 1);
        _freeCount = format.Size;
        _inOrder = format.InOrder;
        _eventIndex = format.EventIndex;
        Disarm();
    }

    public readonly void Disarm()
    {
        // §2.7.7: the driver polls, so the device may save itself the interrupts. A hint: it may send them nonetheless.
        Volatile.Write(ref *(ushort*)(_avail + AvailFlags), VIRTQ_AVAIL_F_NO_INTERRUPT);
        // §2.7.7.1: with an event index the flag means nothing; an index just behind is the farthest away.
        if (_eventIndex) Volatile.Write(ref UsedEvent, (ushort)(_usedIdx - 1));
    }

    /// <summary>used_event: the device interrupts when it writes the entry of this index.</summary>
    private readonly ref ushort UsedEvent => ref *(ushort*)(_avail + AvailRing + 2 * _size);

    public readonly bool TryArm()
    {
        if (_broken) return false;
        if (_eventIndex) Volatile.Write(ref UsedEvent, _usedIdx);
        // With an event index the flag must be 0: §2.7.7.1.
        Volatile.Write(ref *(ushort*)(_avail + AvailFlags), 0);
        // Barrier D, full: the wish is written before used.idx is read.
        // Partner: the device writes used.idx, full barrier, then looks for the wish.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref *(ushort*)(_used + UsedIdx)) == _usedIdx) return true;
        Disarm();
        return false;
    }

    /// <summary>§2.7.13.1 and §2.7.13.2, for the whole burst.</summary>
    /// <remarks>Not inlined: alone it keeps its state in registers, which the caller's would push out.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Add<TBuffers>(ref nint tokens, int count) where TBuffers : struct, IVirtqueueBuffers<TBuffers>
    {
        if (count > _freeCount) count = _freeCount;
        // What is stored through pointers could be the fields, for all the compiler knows: so they are kept in locals.
        virtq_desc* table = _table;
        nint* owners = _own.Tokens;
        VirtqueueTokens.Link* links = _own.Links;
        ushort* ring = (ushort*)(_avail + AvailRing);
        uint mask = _mask, at = _availIdx, head = _own.FreeHead;
        for (int i = 0; i < count; i++, at++)
        {
            nint token = Unsafe.Add(ref tokens, i);
            virtq_desc* descriptor = &table[head];
            descriptor->addr = TBuffers.Describe(token, out uint lengthBytes);
            // Length, flags and next in one store.
            *(ulong*)&descriptor->len = lengthBytes | (TBuffers.DeviceWrites ? (ulong)VIRTQ_DESC_F_WRITE << 32 : 0);
            owners[head] = token;
            // With buffers of one descriptor in order this is what was there in the last turn: so the line stays clean.
            ushort* entry = &ring[at & mask];
            if (*entry != head) *entry = (ushort)head;
            head = links[head].Next;
        }
        _own.FreeHead = (ushort)head;
        _availIdx = (ushort)at;
        _freeCount -= (ushort)count;
        _chainsInFlight += (ushort)count;
        return count;
    }

    public bool TryAddChain(VirtqueueBuffer* pieces, int count, nint token)
    {
        if (count > 1 && count <= _indirectLength) return TryAddIndirect(pieces, count, token);
        if (count == 0 || count > _freeCount) return false;
        ushort head = _own.FreeHead, at = head;
        for (int i = 0; i < count; i++)
        {
            bool isLast = i == count - 1;
            _table[at] = Describe(pieces[i], isLast ? (ushort)0 : VIRTQ_DESC_F_NEXT, _own.Links[at].Next);
            at = _own.Links[at].Next;
        }
        _own.FreeHead = at;
        Offer(head, (ushort)count, token);
        return true;
    }

    /// <summary>§2.7.5.3: a table of descriptors behind one of the ring.</summary>
    private bool TryAddIndirect(VirtqueueBuffer* pieces, int count, nint token)
    {
        if (_freeCount == 0) return false;
        ushort head = _own.FreeHead;
        int first = head * _indirectLength;
        for (int i = 0; i < count; i++)
            _indirect[first + i] = Describe(pieces[i], i == count - 1 ? (ushort)0 : VIRTQ_DESC_F_NEXT, (ushort)(i + 1));
        _table[head] = new virtq_desc
        {
            addr = _indirectIova + (uint)(first * sizeof(virtq_desc)),
            len = (uint)(count * sizeof(virtq_desc)),
            flags = VIRTQ_DESC_F_INDIRECT,
        };
        _own.FreeHead = _own.Links[head].Next;
        Offer(head, 1, token);
        return true;
    }

    private static virtq_desc Describe(in VirtqueueBuffer buffer, ushort flags, ushort next) => new()
    {
        addr = buffer.Iova,
        len = buffer.LengthBytes,
        flags = (ushort)(flags | (buffer.DeviceWrites ? VIRTQ_DESC_F_WRITE : 0)),
        next = next,
    };

    private void Offer(ushort head, ushort chainLength, nint token)
    {
        _own.Tokens[head] = token;
        _own.Links[head].ChainLength = chainLength;
        ((ushort*)(_avail + AvailRing))[_availIdx & _mask] = head;
        _availIdx++;
        _freeCount -= chainLength;
        _chainsInFlight++;
    }

    /// <summary>§2.7.13.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish()
    {
        // Barrier A, release: descriptors and ring entries before the index.
        // Partner: the device's acquire of avail.idx before it reads them.
        Volatile.Write(ref *(ushort*)(_avail + AvailIdx), _availIdx);
        _publishedIdx = _availIdx;
    }

    /// <summary>§2.7.13.4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NeedsNotification()
    {
        // Barrier B, full: avail.idx is written before used.flags is read.
        // Partner: the device clears NO_NOTIFY, full barrier, looks at avail.idx once more before it sleeps.
        Interlocked.MemoryBarrier();
        if (_eventIndex) return HasPassedEvent();
        return (Volatile.Read(ref *(ushort*)(_used + UsedFlags)) & VIRTQ_USED_F_NO_NOTIFY) == 0;
    }

    /// <summary>§2.7.10: avail_event is among the entries that were published since the last look.</summary>
    private bool HasPassedEvent()
    {
        ushort wanted = Volatile.Read(ref *(ushort*)(_used + UsedRing + 8 * _size));
        ushort published = _publishedIdx, before = _notifiedIdx;
        _notifiedIdx = published;
        return (ushort)(published - wanted - 1) < (ushort)(published - before);
    }
}
