// A piece of the collected heap: this header, two bitmaps, then room for objects. A bit stands for 8 bytes of room: in the
// first bitmap it says that an object begins there, in the second that allocation has to leave the bytes alone.

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.GarbageCollection;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct HeapChunk
{
    internal const int GranuleLength = 8;
    private const int BitsPerWord = 64;

    /// <summary>Bytes of room that one word of a bitmap describes.</summary>
    private const nuint RoomPerWord = GranuleLength * BitsPerWord;

    /// <summary>The next one by address.</summary>
    internal HeapChunk* Next;
    internal byte* Room;
    internal byte* RoomEnd;
    internal ulong* Starts;
    private ulong* _taken;

    /// <summary>How long the memory of a chunk must be that has room for an object of this length.</summary>
    internal static nuint LengthFor(nuint objectLength) =>
        (nuint)sizeof(HeapChunk) + objectLength + 2 * sizeof(ulong) * (objectLength / RoomPerWord + 2);

    /// <summary>Makes a chunk of uncleared memory.</summary>
    internal static HeapChunk* Create(byte* memory, nuint length)
    {
        HeapChunk* chunk = (HeapChunk*)memory;
        nuint words = (length - (nuint)sizeof(HeapChunk)) / (RoomPerWord + 2 * sizeof(ulong));
        chunk->Next = null;
        chunk->Starts = (ulong*)(chunk + 1);
        chunk->_taken = chunk->Starts + words;
        chunk->Room = (byte*)(chunk->_taken + words);
        chunk->RoomEnd = chunk->Room + words * RoomPerWord;
        System.SpanHelpers.ClearWithoutReferences(ref *(byte*)chunk->Starts, 2 * words * sizeof(ulong));
        return chunk;
    }

    private readonly nuint WordCount => (nuint)(_taken - Starts);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void SetStart(byte* block)
    {
        nuint granule = Granule(block);
        Starts[granule / BitsPerWord] |= 1ul << (int)(granule % BitsPerWord);
    }

    /// <summary>An object begins here.</summary>
    internal readonly bool IsStart(byte* block)
    {
        nuint granule = Granule(block);
        return (Starts[granule / BitsPerWord] & (1ul << (int)(granule % BitsPerWord))) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool IsTaken(byte* block)
    {
        nuint granule = Granule(block);
        return (_taken[granule / BitsPerWord] & (1ul << (int)(granule % BitsPerWord))) != 0;
    }

    /// <summary>Keeps allocation away from a stretch. During a collection: marks the object that it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Take(byte* block, nuint length)
    {
        nuint granule = Granule(block);
        nuint count = length / GranuleLength;
        int shift = (int)(granule % BitsPerWord);
        if (count + (nuint)shift > BitsPerWord) TakeWords(granule, count);
        else _taken[granule / BitsPerWord] |= (ulong.MaxValue >> (BitsPerWord - (int)count)) << shift;
    }

    private readonly void TakeWords(nuint granule, nuint count)
    {
        ulong* word = _taken + granule / BitsPerWord;
        ulong* last = _taken + (granule + count - 1) / BitsPerWord;
        *word++ |= ulong.MaxValue << (int)(granule % BitsPerWord);
        while (word < last) *word++ = ulong.MaxValue;
        *last |= ulong.MaxValue >> (BitsPerWord - 1 - (int)((granule + count - 1) % BitsPerWord));
    }

    /// <summary>The first gap at or behind an address that is long enough. Its end may be cut off.</summary>
    internal readonly bool TryFindGap(byte* from, nuint length, nuint enough, out byte* start, out byte* end)
    {
        start = end = RoomEnd;
        while (from < RoomEnd)
        {
            start = FindBit(_taken, from, ulong.MaxValue);
            if (start == RoomEnd) return false;
            byte* farthest = (nuint)(RoomEnd - start) > enough ? start + enough : RoomEnd;
            end = FindBit(_taken, start, 0, farthest);
            if (length <= (nuint)(end - start)) return true;
            from = end;
        }
        return false;
    }

    /// <summary>
    /// The same, of gaps that leave a whole word of the bitmap free: all of a kilobyte and more are, and none that is less
    /// than half of one. What is full of small gaps is passed with one comparison for 512 bytes.
    /// </summary>
    internal readonly bool TryFindWideGap(byte* from, nuint length, nuint enough, out byte* start, out byte* end)
    {
        start = end = RoomEnd;
        nuint first = Granule(from) / BitsPerWord;
        for (nuint index = (Granule(from) + BitsPerWord - 1) / BitsPerWord; index < WordCount; index++)
        {
            if (_taken[index] != 0) continue;
            start = Block(index, 0);
            if (index > first) start -= BitOperations.LeadingZeroCount(_taken[index - 1]) * GranuleLength;
            if (start < from) start = from;
            byte* farthest = (nuint)(RoomEnd - start) > enough ? start + enough : RoomEnd;
            end = FindBit(_taken, Block(index, 0), 0, farthest);
            if (length <= (nuint)(end - start)) return true;
            index = Granule(end) / BitsPerWord;
        }
        return false;
    }

    /// <summary>The block of the object that begins at or before this address, or null.</summary>
    internal readonly byte* FindStartBefore(byte* address)
    {
        nuint granule = Granule(address);
        nuint index = granule / BitsPerWord;
        ulong word = Starts[index] & (ulong.MaxValue >> (BitsPerWord - 1 - (int)(granule % BitsPerWord)));
        while (word == 0)
        {
            if (index == 0) return null;
            word = Starts[--index];
        }
        return Block(index, BitOperations.Log2(word));
    }

    /// <summary>The block of the first object that begins at or behind this address, or the end of the room.</summary>
    internal readonly byte* FindStartFrom(byte* address) => FindBit(Starts, address, 0);

    private readonly byte* FindBit(ulong* bitmap, byte* address, ulong inverted) => FindBit(bitmap, address, inverted, RoomEnd);

    /// <param name="inverted">All ones to look for a zero.</param>
    /// <param name="end">The answer where there is no such bit before.</param>
    private readonly byte* FindBit(ulong* bitmap, byte* address, ulong inverted, byte* end)
    {
        if (address >= end) return end;
        nuint granule = Granule(address);
        ulong* at = bitmap + granule / BitsPerWord;
        ulong* last = bitmap + (Granule(end) - 1) / BitsPerWord;
        ulong word = (*at ^ inverted) & (ulong.MaxValue << (int)(granule % BitsPerWord));
        while (word == 0)
        {
            if (at == last) return end;
            word = *++at ^ inverted;
        }
        byte* found = Block((nuint)(at - bitmap), BitOperations.TrailingZeroCount(word));
        return found < end ? found : end;
    }

    /// <summary>Before objects are marked.</summary>
    internal readonly void BeginMarking() =>
        System.SpanHelpers.ClearWithoutReferences(ref *(byte*)_taken, WordCount * sizeof(ulong));

    /// <summary>Forgets every object that is not marked: nothing of a living object lies where a dead one began.</summary>
    internal readonly void Sweep()
    {
        ulong* starts = Starts;
        ulong* taken = _taken;
        for (ulong* end = taken; starts < end; starts++, taken++) *starts &= *taken;
    }

    private readonly nuint Granule(byte* address) => (nuint)(address - Room) / GranuleLength;

    private readonly byte* Block(nuint word, int bit) => Room + (word * BitsPerWord + (nuint)bit) * GranuleLength;
}
