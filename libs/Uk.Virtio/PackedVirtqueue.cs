// The driver's side of one packed virtqueue: VIRTIO 1.2, §2.8. One ring, in which a descriptor goes to the device and
// comes back, so that both sides share fewer cache lines. What comes back is in PackedVirtqueue.Used.cs.

using System;
using System.Runtime.CompilerServices;
using System.Threading;
using static Uk.Virtio.PackedVirtqueueSpec;

namespace Uk.Virtio;

/// <summary>One packed virtqueue. Data path; one lcore.</summary>
/// <remarks>
/// With VIRTIO_F_IN_ORDER a buffer's id is its position in the ring; without, ids are a free list, because buffers come
/// back in any order. An entry that cannot be breaks the queue: where the next one is depends on it.
/// </remarks>
public unsafe partial struct PackedVirtqueue : IVirtqueue<PackedVirtqueue>
{
    private pvirtq_desc* _ring;
    private VirtqueueTokens _own;
    private byte* _driverEvent;
    private byte* _deviceEvent;
    private pvirtq_desc* _indirect;
    private ulong _indirectIova;
    private bool _broken;
    private bool _inOrder;
    private bool _eventIndex;
    private ushort _indirectLength;
    private ushort _size;
    private ushort _freeCount;
    private ushort _buffersInFlight;
    private ushort _nextAvail;
    private ushort _nextUsed;
    /// <summary>VIRTQ_DESC_F_AVAIL or _USED, as a descriptor has them that the driver makes available in this turn.</summary>
    private ushort _availFlags;
    /// <summary>Both or neither, as a descriptor has them that the device has used in this turn.</summary>
    private ushort _usedFlags;
    /// <summary>In order: descriptors up to here are known to be used, though not each says so itself.</summary>
    private ushort _usedAhead;
    /// <summary>
    /// The first that was added since Publish: its flags hold the others back. All of it is written then, at once: a device
    /// that polls would take the cache line away between an early store and a late one.
    /// </summary>
    private ushort _firstUnpublished;
    private ushort _unpublished;
    private ulong _firstAddress;
    private ulong _firstTail;
    /// <summary>Descriptors added since the device was last asked whether it wants to know.</summary>
    private ushort _sinceNotification;

    public readonly int Size => _size;
    public readonly int FreeCount => _freeCount;
    public readonly int InFlightCount => _buffersInFlight;
    public readonly bool IsBroken => _broken;
    public readonly bool HasUnpublished => _unpublished != 0;

    public static nuint SharedBytes(in VirtqueueFormat format) =>
        (nuint)IndirectOffset(format.Size) + (nuint)(format.Size * format.IndirectLength * sizeof(pvirtq_desc));

    public static nuint OwnBytes(in VirtqueueFormat format) => VirtqueueTokens.Bytes(format.Size);

    public static VirtqueueAddresses AddressesOf(in VirtqueueFormat format, ulong sharedIova) => new()
    {
        DescriptorArea = sharedIova,
        DriverArea = sharedIova + (uint)DriverEventOffset(format.Size),
        DeviceArea = sharedIova + (uint)DeviceEventOffset(format.Size),
    };

    private static int DriverEventOffset(int size) => RoundUp(size * sizeof(pvirtq_desc));
    private static int DeviceEventOffset(int size) => DriverEventOffset(size) + CacheLineBytes;
    private static int IndirectOffset(int size) => DeviceEventOffset(size) + CacheLineBytes;
    private static int RoundUp(int lengthBytes) => (lengthBytes + CacheLineBytes - 1) & -CacheLineBytes;

    public void Initialize(byte* shared, ulong sharedIova, byte* own, in VirtqueueFormat format)
    {
        this = default;
        int size = format.Size;
        new Span<byte>(shared, IndirectOffset(size)).Clear();
        _ring = (pvirtq_desc*)shared;
        _driverEvent = shared + DriverEventOffset(size);
        _deviceEvent = shared + DeviceEventOffset(size);
        _indirect = (pvirtq_desc*)(shared + IndirectOffset(size));
        _indirectIova = sharedIova + (uint)IndirectOffset(size);
        _indirectLength = format.IndirectLength;
        _own.Initialize(own, format.Size);
        _size = format.Size;
        _freeCount = format.Size;
        _inOrder = format.InOrder;
        _eventIndex = format.EventIndex;
        // §2.8.1: both wrap counters begin with 1.
        _availFlags = VIRTQ_DESC_F_AVAIL;
        _usedFlags = VIRTQ_DESC_F_AVAIL | VIRTQ_DESC_F_USED;
        Disarm();
    }

    /// <summary>§2.8.10: the driver polls.</summary>
    public readonly void Disarm() => Volatile.Write(ref *(ushort*)(_driverEvent + EventFlags), RING_EVENT_FLAGS_DISABLE);

    public readonly bool TryArm()
    {
        if (_broken) return false;
        Volatile.Write(ref *(ushort*)(_driverEvent + EventFlags), RING_EVENT_FLAGS_ENABLE);
        // Barrier D, full: the wish is written before the flags of the next descriptor are read.
        // Partner: the device writes those flags, full barrier, then looks for the wish.
        Interlocked.MemoryBarrier();
        if ((Volatile.Read(ref _ring[_nextUsed].flags) & UsedMask) != _usedFlags) return true;
        Disarm();
        return false;
    }

    /// <summary>§2.8.21, for the whole burst.</summary>
    /// <remarks>Not inlined: alone it keeps its state in registers, which the caller's would push out.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Add<TBuffers>(ref nint tokens, int count) where TBuffers : struct, IVirtqueueBuffers<TBuffers>
    {
        if (count > _freeCount) count = _freeCount;
        if (count == 0) return 0;
        pvirtq_desc* ring = _ring;
        nint* owners = _own.Tokens;
        VirtqueueTokens.Link* links = _own.Links;
        uint size = _size, at = _nextAvail, id = _inOrder ? at : _own.FreeHead;
        ulong flags = (ulong)(_availFlags | (TBuffers.DeviceWrites ? VIRTQ_DESC_F_WRITE : 0)) << 48;
        bool inOrder = _inOrder;
        int i = 0;
        if (_unpublished == 0)
        {
            // The first waits for Publish, so that the device finds the others complete.
            nint token = tokens;
            _firstAddress = TBuffers.Describe(token, out uint lengthBytes);
            _firstTail = lengthBytes | (ulong)id << 32 | flags;
            _firstUnpublished = (ushort)at;
            owners[id] = token;
            i = 1;
            if (++at == size) Wrap(ref at, ref flags);
            id = inOrder ? at : links[id].Next;
        }
        for (; i < count; i++)
        {
            nint token = Unsafe.Add(ref tokens, i);
            pvirtq_desc* descriptor = &ring[at];
            descriptor->addr = TBuffers.Describe(token, out uint lengthBytes);
            // Barrier A, release: the address before length, id and flags, which are one store.
            // Partner: the device's acquire of the flags before it reads the rest.
            Volatile.Write(ref *(ulong*)&descriptor->len, lengthBytes | (ulong)id << 32 | flags);
            owners[id] = token;
            if (++at == size) Wrap(ref at, ref flags);
            id = inOrder ? at : links[id].Next;
        }
        _nextAvail = (ushort)at;
        if (!inOrder) _own.FreeHead = (ushort)id;
        _availFlags = (ushort)((flags >> 48) & (VIRTQ_DESC_F_AVAIL | VIRTQ_DESC_F_USED));
        _freeCount -= (ushort)count;
        _unpublished += (ushort)count;
        _buffersInFlight += (ushort)count;
        return count;
    }

    /// <summary>§2.8.1: the ring begins anew, and available means the other value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Wrap(ref uint at, ref ulong flags)
    {
        at = 0;
        flags ^= (ulong)(VIRTQ_DESC_F_AVAIL | VIRTQ_DESC_F_USED) << 48;
    }

    public bool TryAddChain(VirtqueueBuffer* pieces, int count, nint token)
    {
        if (count > 1 && count <= _indirectLength) return TryAddIndirect(pieces, count, token);
        if (count == 0 || count > _freeCount) return false;
        ushort id = TakeId();
        for (int i = 0; i < count; i++)
        {
            int flags = (pieces[i].DeviceWrites ? VIRTQ_DESC_F_WRITE : 0) | (i == count - 1 ? 0 : VIRTQ_DESC_F_NEXT);
            AddDescriptor(pieces[i].Iova, pieces[i].LengthBytes, id, flags);
        }
        _own.Tokens[id] = token;
        _own.Links[id].ChainLength = (ushort)count;
        _buffersInFlight++;
        return true;
    }

    /// <summary>§2.8.7: a table of descriptors behind one of the ring.</summary>
    private bool TryAddIndirect(VirtqueueBuffer* pieces, int count, nint token)
    {
        if (_freeCount == 0) return false;
        ushort id = TakeId();
        int first = id * _indirectLength;
        for (int i = 0; i < count; i++)
            _indirect[first + i] = new pvirtq_desc
            {
                addr = pieces[i].Iova,
                len = pieces[i].LengthBytes,
                flags = pieces[i].DeviceWrites ? VIRTQ_DESC_F_WRITE : (ushort)0,
            };
        ulong table = _indirectIova + (uint)(first * sizeof(pvirtq_desc));
        AddDescriptor(table, (uint)(count * sizeof(pvirtq_desc)), id, VIRTQ_DESC_F_INDIRECT);
        _own.Tokens[id] = token;
        _buffersInFlight++;
        return true;
    }

    private ushort TakeId()
    {
        if (_inOrder) return _nextAvail;
        ushort id = _own.FreeHead;
        _own.FreeHead = _own.Links[id].Next;
        return id;
    }

    private void AddDescriptor(ulong address, uint lengthBytes, ushort id, int flags)
    {
        pvirtq_desc* descriptor = &_ring[_nextAvail];
        ulong tail = lengthBytes | (ulong)id << 32 | (ulong)(ushort)(flags | _availFlags) << 48;
        if (_unpublished == 0)
        {
            _firstUnpublished = _nextAvail;
            _firstAddress = address;
            _firstTail = tail;
        }
        else
        {
            descriptor->addr = address;
            Volatile.Write(ref *(ulong*)&descriptor->len, tail);
        }
        if (++_nextAvail == _size)
        {
            _nextAvail = 0;
            _availFlags ^= VIRTQ_DESC_F_AVAIL | VIRTQ_DESC_F_USED;
        }
        _unpublished++;
        _freeCount--;
    }

    /// <summary>§2.8.21.1: the flags of the first descriptor come last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish()
    {
        if (_unpublished == 0) return;
        pvirtq_desc* first = &_ring[_firstUnpublished];
        first->addr = _firstAddress;
        Volatile.Write(ref *(ulong*)&first->len, _firstTail);
        _sinceNotification += _unpublished;
        _unpublished = 0;
    }

    /// <summary>§2.8.21.3.1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NeedsNotification()
    {
        // Barrier B, full: the flags of descriptors are written before the device's event flags are read.
        // Partner: the device enables events, full barrier, looks at the ring once more before it sleeps.
        Interlocked.MemoryBarrier();
        uint suppression = Volatile.Read(ref *(uint*)_deviceEvent);
        uint flags = suppression >> 16;
        ushort since = _sinceNotification;
        _sinceNotification = 0;
        if (flags == RING_EVENT_FLAGS_DISABLE) return false;
        return !_eventIndex || flags != RING_EVENT_FLAGS_DESC || HasPassedEvent((ushort)suppression, since);
    }

    /// <summary>§2.8.10: the position that the device waits for is among the last so many.</summary>
    private readonly bool HasPassedEvent(ushort offsetAndWrap, ushort since)
    {
        int wanted = offsetAndWrap & 0x7FFF;
        bool wrap = (offsetAndWrap & 0x8000) != 0;
        // In the driver's count, in which the ring begins anew with each turn.
        if (wrap != ((_availFlags & VIRTQ_DESC_F_AVAIL) != 0)) wanted -= _size;
        return _nextAvail - wanted - 1 >= 0 && _nextAvail - wanted - 1 < since;
    }
}
