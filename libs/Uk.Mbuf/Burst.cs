using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Uk;

/// <summary>Up to 32 packets, on the stack. Whoever holds the burst owns the packets in it.</summary>
/// <example>
/// <c>Burst burst = default; while (Wan.RxBurst(ref burst)) foreach (ref Mbuf packet in burst) { … }</c>
/// </example>
[HotPath]
public unsafe struct Burst
{
    /// <summary>DPDK's customary <c>MAX_PKT_BURST</c>.</summary>
    public const int Capacity = 32;

    private Slots _packets;
    private int _count;

    public readonly int Count => _count;
    public readonly bool IsFull => _count == Capacity;

    /// <summary>Appends a packet. The burst must not be full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add([Owned] Mbuf* packet)
    {
        // The mask proves to the compiler that the index is inside the array; a full burst overwrites its first entry.
        _packets[_count & (Capacity - 1)] = (nint)packet;
        _count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Mbuf* At(int index) => (Mbuf*)_packets[index & (Capacity - 1)];

    /// <summary>Replaces entry <paramref name="index"/>: for code that compacts a burst.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int index, [Owned] Mbuf* packet) => _packets[index & (Capacity - 1)] = (nint)packet;

    /// <summary>
    /// The first of the <see cref="Capacity"/> places, each a pointer to an mbuf: for drivers that take or fill many at
    /// once. What is put there is in the burst after <see cref="Truncate"/>.
    /// </summary>
    [UnscopedRef]
    public ref nint Places => ref _packets[0];

    /// <summary>Forgets the packets from <paramref name="count"/> on; their owner is whoever took them.</summary>
    public void Truncate(int count) => _count = count;

    /// <summary>The addresses of the packets, in order: for code that moves many at once.</summary>
    [UnscopedRef]
    public Span<nint> Packets => ((Span<nint>)_packets)[.._count];

    /// <summary>The entries behind the last packet; what is written there counts after <see cref="Extend"/>.</summary>
    [UnscopedRef]
    public Span<nint> Room => ((Span<nint>)_packets)[_count..];

    /// <summary>So many entries of <see cref="Room"/> are packets now.</summary>
    public void Extend(int count) => _count += count;

    [UnscopedRef]
    public readonly Enumerator GetEnumerator() => new(in this);

    public ref struct Enumerator
    {
        private readonly ref readonly Burst _burst;
        private int _index;

        internal Enumerator(ref readonly Burst burst)
        {
            _burst = ref burst;
            _index = -1;
        }

        public readonly ref Mbuf Current => ref *_burst.At(_index);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext() => ++_index < _burst._count;
    }

    [InlineArray(Capacity)]
    private struct Slots
    {
        private nint _first;
    }
}
