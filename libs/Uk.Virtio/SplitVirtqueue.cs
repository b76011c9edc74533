// The driver's side of one split virtqueue: VIRTIO 1.2, §2.7. Descriptors are handed out and taken back here; what the
// buffers hold, and finding the device, are the business of others.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using static Uk.Virtio.SplitVirtqueueSpec;

namespace Uk.Virtio;

/// <summary>What the device said about a buffer that it returned.</summary>
public enum VirtqueueCompletion : byte
{
    Good,
    /// <summary>
    /// It claims to have written more than it was given: the buffer is the driver's again, its bytes are not.
    /// </summary>
    BadLength,
    /// <summary>It names no buffer that it had: nothing was returned.</summary>
    BadId,
}

/// <summary>A piece of memory for the device.</summary>
public struct VirtqueueBuffer
{
    public ulong Iova;
    public uint LengthBytes;
    /// <summary>The device writes it; otherwise it reads it.</summary>
    public bool DeviceWrites;
}

/// <summary>One split virtqueue. Data path; one lcore.</summary>
/// <remarks>
/// The device may write whatever it likes into the shared rings at any time. So what the driver relies on (which
/// descriptors are free, which are in flight, how long they are, whose they are) is in memory of its own that the
/// device was never told of; from the used ring it takes an index and a length, checks both, and reads neither twice.
/// Invariant: every entry of the free list and every Next of a chain in flight is below _size.
/// </remarks>
public unsafe struct SplitVirtqueue
{
    /// <summary>What the driver knows about a descriptor.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Descriptor
    {
        /// <summary>What the driver wants back with the buffer. In the head of a chain.</summary>
        public nint Token;
        public uint WritableBytes;
        /// <summary>The next one of the free list or of the chain.</summary>
        public ushort Next;
        /// <summary>Descriptors in the chain; 0 unless this is the head of a chain in flight.</summary>
        public ushort ChainLength;
    }

    private virtq_desc* _table;
    private byte* _avail;
    private byte* _used;
    private Descriptor* _own;
    private nuint _doorbell;
    private ushort _doorbellValue;
    private bool _doorbellIsWide;
    private bool _broken;
    private ushort _size;
    private ushort _mask;
    private ushort _freeHead;
    private ushort _freeCount;
    private ushort _availIdx;
    private ushort _publishedIdx;
    private ushort _usedIdx;
    private ushort _chainsInFlight;

    /// <summary>The most descriptors that a queue can have, §2.7.</summary>
    public const int SizeMax = QueueSizeMax;

    /// <summary>Descriptors in the queue: a power of two.</summary>
    public readonly int Size => _size;

    /// <summary>Descriptors that may be added now.</summary>
    public readonly int FreeCount => _freeCount;

    /// <summary>Buffers that the device has, or has returned and nobody has taken yet.</summary>
    public readonly int InFlightCount => _chainsInFlight;

    /// <summary>
    /// The device's index cannot be. What it has was never returned and cannot be told from what it will still write
    /// to, so the queue returns nothing more; a reset of the device is the way out.
    /// </summary>
    public readonly bool IsBroken => _broken;

    /// <summary>Something was added since the last <see cref="Publish"/>.</summary>
    public readonly bool HasUnpublished => _availIdx != _publishedIdx;

    /// <summary>Bytes of a ring that the device is told of; its alignment is 16.</summary>
    public static nuint SharedBytes(ushort size) => (nuint)UsedOffset(size) + UsedRing + 8u * size + 2;

    /// <summary>Bytes that only the driver uses; their alignment is 8.</summary>
    public static nuint OwnBytes(ushort size) => (nuint)(size * sizeof(Descriptor));

    /// <summary>Where the three parts are, for the device.</summary>
    /// <param name="sharedIova">The first shared byte as the device addresses it.</param>
    public static VirtqueueAddresses AddressesOf(ushort size, ulong sharedIova) => new()
    {
        DescriptorArea = sharedIova,
        DriverArea = sharedIova + (uint)AvailOffset(size),
        DeviceArea = sharedIova + (uint)UsedOffset(size),
    };

    private static int AvailOffset(ushort size) => size * sizeof(virtq_desc);

    private static int UsedOffset(ushort size) =>
        (AvailOffset(size) + AvailRing + 2 * size + 2 + UsedAlignment - 1) & -UsedAlignment;

    /// <summary>Lays the queue out and empties it. The device must not know it yet.</summary>
    /// <param name="shared">Zeroed, <see cref="SharedBytes"/> long. Both pieces stay with the queue for good.</param>
    /// <param name="own">Zeroed, <see cref="OwnBytes"/> long.</param>
    /// <param name="size">A power of two, at most 32,768.</param>
    public void Initialize(byte* shared, byte* own, ushort size)
    {
        this = default;
        _table = (virtq_desc*)shared;
        _avail = shared + AvailOffset(size);
        _used = shared + UsedOffset(size);
        _own = (Descriptor*)own;
        _size = size;
        _mask = (ushort)(size - 1);
        _freeCount = size;
        for (int i = 0; i < size; i++) _own[i].Next = (ushort)((i + 1) & _mask);
        // §2.7.7: the driver polls, so the device may save itself the interrupts. A hint: it may send them nonetheless.
        *(ushort*)(_avail + AvailFlags) = VIRTQ_AVAIL_F_NO_INTERRUPT;
    }

    /// <summary>Says how to reach the device. Before the first <see cref="Notify"/>.</summary>
    public void Attach(in VirtqueueDoorbell doorbell)
    {
        _doorbell = doorbell.Address;
        _doorbellValue = doorbell.QueueIndex;
        _doorbellIsWide = doorbell.WidthBytes == sizeof(uint);
    }

    /// <summary>
    /// Adds one buffer, which the device sees after <see cref="Publish"/>. False if the queue is full.
    /// </summary>
    /// <param name="token">Not 0; <see cref="Take"/> gives it back.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(in VirtqueueBuffer buffer, nint token)
    {
        if (_freeCount == 0) return false;
        ushort head = _freeHead;
        _freeHead = Fill(head, buffer, 0);
        _freeCount--;
        Offer(head, 1, buffer.DeviceWrites ? buffer.LengthBytes : 0, token);
        return true;
    }

    /// <summary>
    /// Adds two buffers that make one, as <see cref="TryAdd"/>; it takes two descriptors. Where the device reads one
    /// and writes the other, the first is the one that it reads (§2.7.4.2).
    /// </summary>
    public bool TryAddChain(in VirtqueueBuffer first, in VirtqueueBuffer second, nint token)
    {
        if (_freeCount < 2) return false;
        ushort head = _freeHead;
        ushort tail = Fill(head, first, VIRTQ_DESC_F_NEXT);
        _table[head].next = tail;
        _freeHead = Fill(tail, second, 0);
        _freeCount -= 2;
        uint writable = (first.DeviceWrites ? first.LengthBytes : 0) + (second.DeviceWrites ? second.LengthBytes : 0);
        Offer(head, 2, writable, token);
        return true;
    }

    /// <summary>Writes a descriptor, §2.7.13.1, and returns the one after it in the free list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ushort Fill(ushort index, in VirtqueueBuffer buffer, ushort flags)
    {
        virtq_desc* descriptor = &_table[index];
        descriptor->addr = buffer.Iova;
        descriptor->len = buffer.LengthBytes;
        descriptor->flags = (ushort)(flags | (buffer.DeviceWrites ? VIRTQ_DESC_F_WRITE : 0));
        return _own[index].Next;
    }

    /// <summary>Puts a chain into the available ring, §2.7.13.2; the device does not look there yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Offer(ushort head, ushort chainLength, uint writableBytes, nint token)
    {
        _own[head].Token = token;
        _own[head].WritableBytes = writableBytes;
        _own[head].ChainLength = chainLength;
        ((ushort*)(_avail + AvailRing))[_availIdx & _mask] = head;
        _availIdx++;
        _chainsInFlight++;
    }

    /// <summary>Shows the device everything that was added so far. §2.7.13.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish()
    {
        // Barrier A, release: descriptors and ring entries before the index.
        // Partner: the device's acquire of avail.idx before it reads them.
        Volatile.Write(ref *(ushort*)(_avail + AvailIdx), _availIdx);
        _publishedIdx = _availIdx;
    }

    /// <summary>
    /// Tells the device to look, unless it said that it looks by itself. After <see cref="Publish"/>, once for a burst;
    /// not before DRIVER_OK (§3.1.1). §2.7.13.4.
    /// </summary>
    public readonly void Notify()
    {
        // Barrier B, full: avail.idx is written before used.flags is read.
        // Partner: the device clears NO_NOTIFY, full barrier, looks at avail.idx once more before it sleeps.
        Interlocked.MemoryBarrier();
        if ((Volatile.Read(ref *(ushort*)(_used + UsedFlags)) & VIRTQ_USED_F_NO_NOTIFY) != 0) return;
        if (_doorbellIsWide) Volatile.Write(ref *(uint*)_doorbell, _doorbellValue);
        else Volatile.Write(ref *(ushort*)_doorbell, _doorbellValue);
    }

    /// <summary>
    /// How many buffers the device has returned that were not taken yet, at most <see cref="InFlightCount"/>. Where the
    /// device claims more than it has, the queue is broken from then on: -1 once, then 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountReturned()
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

    /// <summary>
    /// Takes the next entry of the used ring, §2.7.14; at most as often as <see cref="CountReturned"/> said. With
    /// <see cref="VirtqueueCompletion.BadId"/> there is no buffer and the token is 0.
    /// </summary>
    /// <param name="lengthBytes">
    /// Bytes that the device has written, as it says; not checked where it was given nothing to write to, because
    /// devices put anything there.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VirtqueueCompletion Take(out nint token, out uint lengthBytes)
    {
        virtq_used_elem* element = (virtq_used_elem*)(_used + UsedRing) + (_usedIdx & _mask);
        _usedIdx++;
        // Read once: the device could change them between the check and the use.
        uint id = Volatile.Read(ref element->id);
        lengthBytes = Volatile.Read(ref element->len);
        token = 0;
        if (id >= _size || _own[id].ChainLength == 0) return VirtqueueCompletion.BadId;

        token = _own[id].Token;
        uint writable = _own[id].WritableBytes;
        Release((ushort)id);
        return lengthBytes <= writable || writable == 0 ? VirtqueueCompletion.Good : VirtqueueCompletion.BadLength;
    }

    /// <summary>Puts a chain back into the free list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Release(ushort head)
    {
        int chainLength = _own[head].ChainLength;
        _own[head].ChainLength = 0;
        ushort tail = head;
        for (int i = 1; i < chainLength; i++) tail = _own[tail].Next;
        _own[tail].Next = _freeHead;
        _freeHead = head;
        _freeCount += (ushort)chainLength;
        _chainsInFlight--;
    }
}
