// A piece of the collected heap: a header, two bitmaps, and room for objects. A bit stands for 8 bytes of room: in the
// first bitmap it says that an object begins there, in the second that the object has been reached.

using System.Runtime.InteropServices;

namespace Internal.Runtime.GarbageCollection;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct HeapChunk
{
    private const int GranuleLength = 8;
    private const int BitsPerWord = 64;

    /// <summary>Bytes of room that one word of a bitmap describes.</summary>
    private const nuint RoomPerWord = GranuleLength * BitsPerWord;

    internal HeapChunk* Next;
    internal byte* Room;
    internal byte* RoomEnd;
    private ulong* _starts;
    private ulong* _marks;

    /// <summary>How long the memory of a chunk must be that has room for an object of this length.</summary>
    internal static nuint LengthFor(nuint objectLength) =>
        (nuint)sizeof(HeapChunk) + objectLength + 2 * sizeof(ulong) * (objectLength / RoomPerWord + 2);

    /// <summary>Makes a chunk of uncleared memory.</summary>
    internal static HeapChunk* Create(byte* memory, nuint length)
    {
        HeapChunk* chunk = (HeapChunk*)memory;
        nuint words = (length - (nuint)sizeof(HeapChunk)) / (RoomPerWord + 2 * sizeof(ulong));
        chunk->Next = null;
        chunk->_starts = (ulong*)(chunk + 1);
        chunk->_marks = chunk->_starts + words;
        chunk->Room = (byte*)(chunk->_marks + words);
        chunk->RoomEnd = chunk->Room + words * RoomPerWord;
        for (nuint i = 0; i < 2 * words; i++) chunk->_starts[i] = 0;
        return chunk;
    }

    private readonly nuint WordCount => (nuint)(_marks - _starts);

    internal readonly bool Contains(byte* address) => address >= Room && address < RoomEnd;

    internal readonly void SetStart(byte* block)
    {
        nuint granule = Granule(block);
        _starts[granule / BitsPerWord] |= 1ul << (int)(granule % BitsPerWord);
    }

    /// <summary>Marks the object that begins here. False if it was marked.</summary>
    internal readonly bool TryMark(byte* block)
    {
        nuint granule = Granule(block);
        ulong bit = 1ul << (int)(granule % BitsPerWord);
        ulong* word = _marks + granule / BitsPerWord;
        if ((*word & bit) != 0) return false;
        *word |= bit;
        return true;
    }

    /// <summary>The block of the object that begins at or before this address, or null.</summary>
    internal readonly byte* FindStartBefore(byte* address)
    {
        nuint granule = Granule(address);
        nuint index = granule / BitsPerWord;
        ulong word = _starts[index] & (ulong.MaxValue >> (BitsPerWord - 1 - (int)(granule % BitsPerWord)));
        while (word == 0)
        {
            if (index == 0) return null;
            word = _starts[--index];
        }
        return Block(index, System.Numerics.BitOperations.Log2(word));
    }

    /// <summary>The block of the first object that begins at or behind this address, or the end of the room.</summary>
    internal readonly byte* FindStartFrom(byte* address) => FindFrom(_starts, address);

    /// <summary>As <see cref="FindStartFrom"/>, of objects that are marked.</summary>
    internal readonly byte* FindMarkFrom(byte* address) => FindFrom(_marks, address);

    private readonly byte* FindFrom(ulong* bitmap, byte* address)
    {
        if (address >= RoomEnd) return RoomEnd;
        nuint granule = Granule(address);
        nuint index = granule / BitsPerWord;
        ulong word = bitmap[index] & (ulong.MaxValue << (int)(granule % BitsPerWord));
        while (word == 0)
        {
            if (++index == WordCount) return RoomEnd;
            word = bitmap[index];
        }
        return Block(index, System.Numerics.BitOperations.TrailingZeroCount(word));
    }

    /// <summary>Forgets every object that is not marked, and the marks.</summary>
    internal readonly void Sweep()
    {
        for (nuint i = 0; i < WordCount; i++)
        {
            _starts[i] &= _marks[i];
            _marks[i] = 0;
        }
    }

    private readonly nuint Granule(byte* address) => (nuint)(address - Room) / GranuleLength;

    private readonly byte* Block(nuint word, int bit) => Room + (word * BitsPerWord + (nuint)bit) * GranuleLength;
}
