// Which chunk of the heap an address lies in: a table with an entry for every 256 KiB between the first chunk and the last.

using System.Runtime.CompilerServices;

namespace Internal.Runtime.GarbageCollection;

internal static unsafe class HeapMap
{
    private const int SlotShift = 18;

    /// <summary>Memory that lies further apart than this is not used: the table would be large and empty.</summary>
    private const nuint MaxSlots = 1 << 20;

    private static byte* s_low;
    private static nuint s_slotCount;

    /// <summary>For every slot the first chunk that ends behind its beginning.</summary>
    private static HeapChunk** s_slots;

    internal static HeapChunk* First { get; private set; }

    /// <summary>The chunk that has room at an address, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static HeapChunk* Find(byte* address)
    {
        nuint slot = (nuint)(address - s_low) >> SlotShift;
        if (slot >= s_slotCount) return null;
        HeapChunk* chunk = s_slots[slot];
        if (address >= chunk->RoomEnd)
        {
            do chunk = chunk->Next;
            while (chunk != null && address >= chunk->RoomEnd);
            if (chunk == null) return null;
        }
        return address >= chunk->Room ? chunk : null;
    }

    /// <summary>Makes a chunk of memory and enters it. Null if the memory is too far away, or too small for the table.</summary>
    internal static HeapChunk* Add(byte* memory, nuint length)
    {
        byte* low = First == null || memory < (byte*)First ? memory : (byte*)First;
        byte* high = memory + length;
        for (HeapChunk* chunk = First; chunk != null; chunk = chunk->Next)
            if (chunk->RoomEnd > high) high = chunk->RoomEnd;
        nuint slots = ((nuint)(high - low) >> SlotShift) + 1;
        nuint tableLength = slots * (nuint)sizeof(HeapChunk*);
        if (slots > MaxSlots || length < tableLength + HeapChunk.LengthFor(0)) return null;

        // The table needs to be where it is not in the way: it is renewed with every chunk, at its beginning.
        HeapChunk* added = HeapChunk.Create(memory + tableLength, length - tableLength);
        Insert(added);
        s_low = low;
        s_slots = (HeapChunk**)memory;
        s_slotCount = slots;
        HeapChunk* current = First;
        for (nuint slot = 0; slot < slots; slot++)
        {
            while (current->Next != null && current->RoomEnd <= low + (slot << SlotShift)) current = current->Next;
            s_slots[slot] = current;
        }
        return added;
    }

    /// <summary>What <see cref="Add"/> needs besides the chunk, for memory close to the rest.</summary>
    internal static nuint TableLength(nuint length) => (s_slotCount + (length >> SlotShift) + 2) * (nuint)sizeof(HeapChunk*);

    private static void Insert(HeapChunk* added)
    {
        if (First == null || added < First)
        {
            added->Next = First;
            First = added;
            return;
        }
        HeapChunk* before = First;
        while (before->Next != null && before->Next < added) before = before->Next;
        added->Next = before->Next;
        before->Next = added;
    }
}
