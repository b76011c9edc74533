// A queue of fixed size between lcores, without locks. How both sides keep out of each other's way is in RingSide.cs.

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Uk.Memory;

namespace Uk.Ring;

/// <summary>
/// A first-in, first-out queue of values in a memory region. The value itself is only where the queue is: copies of it
/// are the same queue.
/// </summary>
/// <typeparam name="T">What is queued: copied in and out.</typeparam>
/// <typeparam name="TProducers">Who puts in: <see cref="Single"/>, <see cref="Multi"/> or <see cref="Serialized"/>.</typeparam>
/// <typeparam name="TConsumers">Who takes out.</typeparam>
/// <remarks>
/// Data path; as many lcores at each side as its type says. Unlike DPDK's, a ring holds as many entries as its size says.
/// Nothing waits for the other side: a full or empty ring is reported. DPDK: <c>rte_ring</c>, <c>rte_ring_elem</c>.
/// </remarks>
public readonly unsafe struct Ring<T, TProducers, TConsumers>
    where T : unmanaged
    where TProducers : struct, IRingSide
    where TConsumers : struct, IRingSide
{
    /// <summary>The most entries that a ring can have.</summary>
    public const int CapacityMax = 1 << 30;

    /// <summary>What has to be aligned: the ring's memory.</summary>
    public const int AlignmentBytes = 128;

    private readonly RingMemory* _memory;

    private Ring(RingMemory* memory) => _memory = memory;

    /// <summary>An empty ring in memory of the region. Boot or control path. DPDK: <c>rte_ring_create</c>.</summary>
    /// <param name="capacity">Entries: a power of two, at most <see cref="CapacityMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is no power of two, or too large.</exception>
    /// <exception cref="InvalidOperationException">The region has not so much memory.</exception>
    public static Ring<T, TProducers, TConsumers> Create<TRegion>(int capacity)
        where TRegion : struct, IMemoryRegion<TRegion>
    {
        nuint lengthBytes = SizeBytes(capacity);
        nuint memory = TRegion.Allocate(lengthBytes, AlignmentBytes);
        if (memory == 0)
        {
            throw new InvalidOperationException(
                $"A ring of {capacity} entries needs {(ulong)lengthBytes} bytes in one piece; its memory region has " +
                $"{(ulong)TRegion.FreeBytes} of {(ulong)TRegion.LengthBytes} bytes free. Raise the Size of the region.");
        }
        return At((void*)memory, capacity);
    }

    /// <summary>
    /// An empty ring in memory of the caller, who keeps it as long as the ring is used. DPDK: <c>rte_ring_init</c>.
    /// </summary>
    /// <param name="memory">Aligned to <see cref="AlignmentBytes"/>, <see cref="SizeBytes"/> long.</param>
    public static Ring<T, TProducers, TConsumers> At(void* memory, int capacity)
    {
        CheckCapacity(capacity);
        RingMemory* ring = (RingMemory*)memory;
        *ring = default;
        ring->Size = (uint)capacity;
        return new Ring<T, TProducers, TConsumers>(ring);
    }

    /// <summary>Bytes that a ring takes. DPDK: <c>rte_ring_get_memsize_elem</c>.</summary>
    public static nuint SizeBytes(int capacity)
    {
        CheckCapacity(capacity);
        return (nuint)sizeof(RingMemory) + (nuint)capacity * (nuint)sizeof(T);
    }

    /// <summary>The ring was made; a value that nobody assigned is none.</summary>
    public bool IsCreated => _memory != null;

    /// <summary>DPDK: <c>rte_ring_get_capacity</c>.</summary>
    [HotPath]
    public int Capacity => (int)_memory->Size;

    /// <summary>
    /// Entries that are there. While others work on the ring: what was true a moment ago. DPDK: <c>rte_ring_count</c>.
    /// </summary>
    [HotPath]
    public int Count
    {
        get
        {
            // The consumers' tail first: what is taken out meanwhile makes the count too large, never negative.
            uint taken = _memory->Consumers.Tail;
            uint count = _memory->Producers.Tail - taken;
            return (int)Math.Min(count, _memory->Size);
        }
    }

    /// <summary>Entries that there is room for, as true as <see cref="Count"/>. DPDK: <c>rte_ring_free_count</c>.</summary>
    [HotPath]
    public int FreeCount => Capacity - Count;

    /// <summary>False if the ring is full. DPDK: <c>rte_ring_enqueue_elem</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [HotPath]
    public bool TryEnqueue(T entry)
    {
        RingMemory* ring = _memory;
        if (RingSide.Claim<TProducers>(&ring->Producers, &ring->Consumers, ring->Size, 1, true, out uint first) == 0)
            return false;
        Slots[first & (ring->Size - 1)] = entry;
        RingSide.Publish<TProducers>(&ring->Producers, first, 1);
        return true;
    }

    /// <summary>False if the ring is empty. DPDK: <c>rte_ring_dequeue_elem</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [HotPath]
    public bool TryDequeue(out T entry)
    {
        RingMemory* ring = _memory;
        entry = default;
        if (RingSide.Claim<TConsumers>(&ring->Consumers, &ring->Producers, 0, 1, true, out uint first) == 0) return false;
        entry = Slots[first & (ring->Size - 1)];
        RingSide.Publish<TConsumers>(&ring->Consumers, first, 1);
        return true;
    }

    /// <summary>Puts all entries in, or none. DPDK: <c>rte_ring_enqueue_bulk_elem</c>.</summary>
    [HotPath]
    public bool TryEnqueueBulk(ReadOnlySpan<T> entries) =>
        entries.Length == 0 || Enqueue(entries, all: true) != 0;

    /// <summary>
    /// Puts as many entries in, from the front, as there is room for, and returns how many.
    /// DPDK: <c>rte_ring_enqueue_burst_elem</c>.
    /// </summary>
    [HotPath]
    public int EnqueueBurst(ReadOnlySpan<T> entries) => (int)Enqueue(entries, all: false);

    /// <summary>Takes as many entries out as the span is long, or none. DPDK: <c>rte_ring_dequeue_bulk_elem</c>.</summary>
    [HotPath]
    public bool TryDequeueBulk(Span<T> entries) => entries.Length == 0 || Dequeue(entries, all: true) != 0;

    /// <summary>
    /// Takes as many entries out as are there and the span is long, and returns how many.
    /// DPDK: <c>rte_ring_dequeue_burst_elem</c>.
    /// </summary>
    [HotPath]
    public int DequeueBurst(Span<T> entries) => (int)Dequeue(entries, all: false);

    /// <summary>The slots follow the counters.</summary>
    private T* Slots => (T*)(_memory + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Enqueue(ReadOnlySpan<T> entries, bool all)
    {
        RingMemory* ring = _memory;
        uint count = RingSide.Claim<TProducers>(
            &ring->Producers, &ring->Consumers, ring->Size, (uint)entries.Length, all, out uint first);
        if (count == 0) return 0;
        uint slot = first & (ring->Size - 1);
        uint untilEnd = ring->Size - slot;
        fixed (T* source = entries)
        {
            if (count <= untilEnd)
            {
                Copy(source, Slots + slot, count);
            }
            else
            {
                Copy(source, Slots + slot, untilEnd);
                Copy(source + untilEnd, Slots, count - untilEnd);
            }
        }
        RingSide.Publish<TProducers>(&ring->Producers, first, count);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Dequeue(Span<T> entries, bool all)
    {
        RingMemory* ring = _memory;
        uint count = RingSide.Claim<TConsumers>(
            &ring->Consumers, &ring->Producers, 0, (uint)entries.Length, all, out uint first);
        if (count == 0) return 0;
        uint slot = first & (ring->Size - 1);
        uint untilEnd = ring->Size - slot;
        fixed (T* destination = entries)
        {
            if (count <= untilEnd)
            {
                Copy(Slots + slot, destination, count);
            }
            else
            {
                Copy(Slots + slot, destination, untilEnd);
                Copy(Slots, destination + untilEnd, count - untilEnd);
            }
        }
        RingSide.Publish<TConsumers>(&ring->Consumers, first, count);
        return count;
    }

    /// <summary>
    /// Claimed entries: both ranges are inside the ring and the span. In pieces of two vectors, then what is left: a
    /// burst is too short for a call of a general copy to pay.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(T* source, T* destination, uint count)
    {
        byte* from = (byte*)source, to = (byte*)destination;
        nuint left = (nuint)count * (nuint)sizeof(T);
        for (; left >= 32; left -= 32, from += 32, to += 32)
        {
            Vector128<byte> low = *(Vector128<byte>*)from, high = *(Vector128<byte>*)(from + 16);
            *(Vector128<byte>*)to = low;
            *(Vector128<byte>*)(to + 16) = high;
        }
        if ((left & 16) != 0)
        {
            *(Vector128<byte>*)to = *(Vector128<byte>*)from;
            from += 16;
            to += 16;
        }
        if ((left & 8) != 0)
        {
            *(ulong*)to = *(ulong*)from;
            from += 8;
            to += 8;
        }
        // Constant: nothing is left of it for entries of whole words.
        if (sizeof(T) % 8 == 0) return;
        for (left &= 7; left != 0; left--) *to++ = *from++;
    }

    private static void CheckCapacity(int capacity)
    {
        if (!BitOperations.IsPow2(capacity) || capacity > CapacityMax)
        {
            throw new ArgumentOutOfRangeException(
                nameof(capacity), $"The capacity of a ring is a power of two up to {CapacityMax}, not {capacity}.");
        }
    }
}

/// <summary>What stands before the slots.</summary>
internal struct RingMemory
{
    public RingSide Producers;
    public RingSide Consumers;
    /// <summary>Read by both sides and written by none, on a line of its own: 128 bytes with the padding.</summary>
    private RingSize _size;

    public uint Size
    {
        readonly get => _size.Value;
        set => _size.Value = value;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 128)]
    private struct RingSize
    {
        public uint Value;
    }
}
