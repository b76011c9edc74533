// The buddy algorithm over one piece of memory, without generics, so that an image with several regions carries it
// once. Knowlton, "A fast storage allocator", CACM 8 (1965); Knuth, TAOCP 1, 2.5.
//
// Memory is counted in granules of 64 bytes, a cache line. Free memory lies in blocks of 2^order granules at addresses
// that are multiples of their size; each order has a doubly linked list, whose links stand in the free blocks
// themselves. A block's buddy differs in one bit of the address. An allocation cuts off what it does not need, so it
// holds whole granules, not a power of two of them.
//
// A map at the end of the region has one byte for each granule. It tells where free blocks and allocated pieces begin
// and end, which is what makes it possible to reject an address or a length that was never handed out.

using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Uk.Memory;

internal unsafe struct BuddyHeap
{
    private const int GranuleShift = 6;
    private const nuint GranuleBytes = 1 << GranuleShift;
    /// <summary>One heap has at most 2^40 granules, 64 TiB.</summary>
    private const int Orders = 40;

    private const byte Inside = 0;
    private const byte PieceStart = 1;
    private const byte PieceRest = 2;
    /// <summary>With the order in the low bits: a free block starts here.</summary>
    private const byte FreeStart = 0x80;

    private nuint _start;
    private nuint _granules;
    private nuint _freeGranules;
    private byte* _map;
    /// <summary>Bit n: the list of order n is not empty.</summary>
    private ulong _nonEmpty;
    private Lists _lists;

    [InlineArray(Orders)]
    private struct Lists
    {
        private nint _first;
    }

    /// <summary>The links at the start of a free block; the smallest block has room for four of them.</summary>
    private struct FreeBlock
    {
        public FreeBlock* Next;
        public FreeBlock* Previous;
    }

    public readonly nuint FreeBytes => _freeGranules << GranuleShift;

    /// <summary>Takes over zeroed memory at an address that is a multiple of a granule.</summary>
    public void Initialize(nuint start, nuint lengthBytes)
    {
        _start = start;
        _granules = lengthBytes / (GranuleBytes + 1);
        _map = (byte*)(start + (_granules << GranuleShift));
        _freeGranules = 0;
        _nonEmpty = 0;
        _lists = default;
        Release(0, _granules);
    }

    /// <summary>Zeroed memory, or 0 where no free block is large and aligned enough.</summary>
    public nuint Allocate(nuint lengthBytes, nuint alignmentBytes)
    {
        if (!BitOperations.IsPow2((ulong)alignmentBytes) || lengthBytes > FreeBytes || alignmentBytes > FreeBytes) return 0;
        nuint granules = ToGranules(lengthBytes);
        int order = Math.Max(CeilingLog2(granules), CeilingLog2(ToGranules(alignmentBytes)));
        ulong candidates = _nonEmpty >> order << order;
        if (candidates == 0) return 0;

        int found = BitOperations.TrailingZeroCount(candidates);
        nuint index = IndexOf((FreeBlock*)_lists[found]);
        Unlink(index, found);
        _freeGranules -= (nuint)1 << found;
        _map[index] = PieceStart;
        for (nuint i = 1; i < granules; i++)
            _map[index + i] = PieceRest;
        Release(index + granules, ((nuint)1 << found) - granules);

        nuint address = _start + (index << GranuleShift);
        Clear((byte*)address, granules << GranuleShift);
        return address;
    }

    /// <summary>False, and nothing changed, unless exactly this piece is allocated.</summary>
    public bool Free(nuint address, nuint lengthBytes)
    {
        nuint offset = address - _start;
        nuint index = offset >> GranuleShift;
        // An address below the start has wrapped around, so one comparison rejects both sides.
        if ((offset & (GranuleBytes - 1)) != 0 || index >= _granules || _map[index] != PieceStart) return false;
        if (lengthBytes > (_granules - index) << GranuleShift) return false;
        nuint end = index + ToGranules(lengthBytes);
        for (nuint i = index + 1; i < end; i++)
        {
            if (_map[i] != PieceRest) return false;
        }
        if (end < _granules && _map[end] == PieceRest) return false;

        for (nuint i = index; i < end; i++)
            _map[i] = Inside;
        Release(index, end - index);
        return true;
    }

    /// <summary>Cuts a range into aligned blocks, from its start, and frees each.</summary>
    private void Release(nuint index, nuint granules)
    {
        _freeGranules += granules;
        while (granules != 0)
        {
            int alignmentOrder = BitOperations.TrailingZeroCount((ulong)((_start >> GranuleShift) + index));
            int order = Math.Min(Math.Min(alignmentOrder, BitOperations.Log2((ulong)granules)), Orders - 1);
            Coalesce(index, order);
            index += (nuint)1 << order;
            granules -= (nuint)1 << order;
        }
    }

    /// <summary>Joins a block with its buddy as long as that is free and whole, and lists what it has become.</summary>
    private void Coalesce(nuint index, int order)
    {
        nuint firstGranule = _start >> GranuleShift;
        while (order < Orders - 1)
        {
            nuint buddy = ((firstGranule + index) ^ ((nuint)1 << order)) - firstGranule;
            // A buddy before the start of the heap has wrapped around to a large index.
            if (buddy >= _granules || _map[buddy] != (FreeStart | order)) break;
            Unlink(buddy, order);
            _map[buddy] = Inside;
            index = Math.Min(index, buddy);
            order++;
        }
        Link(index, order);
    }

    private void Link(nuint index, int order)
    {
        FreeBlock* block = (FreeBlock*)(_start + (index << GranuleShift));
        FreeBlock* next = (FreeBlock*)_lists[order];
        block->Next = next;
        block->Previous = null;
        if (next != null) next->Previous = block;
        _lists[order] = (nint)block;
        _nonEmpty |= 1UL << order;
        _map[index] = (byte)(FreeStart | order);
    }

    private void Unlink(nuint index, int order)
    {
        FreeBlock* block = (FreeBlock*)(_start + (index << GranuleShift));
        if (block->Next != null) block->Next->Previous = block->Previous;
        if (block->Previous != null)
            block->Previous->Next = block->Next;
        else
            _lists[order] = (nint)block->Next;
        if (_lists[order] == 0) _nonEmpty &= ~(1UL << order);
    }

    private readonly nuint IndexOf(FreeBlock* block) => ((nuint)block - _start) >> GranuleShift;

    /// <summary>
    /// At least one, so that two empty pieces have two addresses. The length is at most that of the heap.
    /// </summary>
    private static nuint ToGranules(nuint lengthBytes) =>
        lengthBytes == 0 ? 1 : (lengthBytes + GranuleBytes - 1) >> GranuleShift;

    private static int CeilingLog2(nuint value) =>
        value <= 1 ? 0 : BitOperations.Log2((ulong)value - 1) + 1;

    private static void Clear(byte* start, nuint lengthBytes)
    {
        const int StepBytes = 1 << 30;
        for (; lengthBytes > StepBytes; lengthBytes -= StepBytes, start += StepBytes)
            new Span<byte>(start, StepBytes).Clear();
        new Span<byte>(start, (int)lengthBytes).Clear();
    }
}
