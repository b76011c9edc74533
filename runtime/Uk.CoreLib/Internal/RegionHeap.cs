// A heap that is given back as a whole: pieces of memory that are filled one after the other. What was made before Keep
// stays; Reset goes back to there, if nothing that stays refers to what would go.

using System;

namespace Internal.Runtime;

internal static unsafe class RegionHeap
{
    /// <summary>The beginning of a piece; objects follow.</summary>
    private struct Piece
    {
        internal Piece* Next;
        internal byte* End;
        /// <summary>Where its objects end, once the next piece is filled.</summary>
        internal byte* Used;
    }

    private static Piece* s_first;
    private static Piece* s_piece;
    private static byte* s_next;

    private static Piece* s_keptPiece;
    private static byte* s_kept;

    private static ulong s_allocatedBefore;

    internal static nuint UsedBytes
    {
        get
        {
            nuint used = 0;
            for (Piece* piece = s_first; piece != null && piece != s_piece; piece = piece->Next) used += (nuint)(piece->Used - (byte*)(piece + 1));
            return s_piece == null ? used : used + (nuint)(s_next - (byte*)(s_piece + 1));
        }
    }

    internal static ulong AllocatedBytes => s_allocatedBefore + UsedBytes;

    /// <returns>Where the object's header goes. The memory is zero.</returns>
    internal static byte* Take(nuint length)
    {
        while (s_piece == null || length > (nuint)(s_piece->End - s_next)) NextPiece(length);
        byte* block = s_next;
        s_next += length;
        SpanHelpers.ClearWithoutReferences(ref *block, length);
        return block;
    }

    private static void NextPiece(nuint length)
    {
        Piece* next = s_piece == null ? s_first : s_piece->Next;
        if (next == null)
        {
            nuint got;
            next = (Piece*)Platform.GrowHeap(length + (nuint)sizeof(Piece), &got);
            if (next == null) Panic.Fail("Out of memory: the region is full. Give the machine more memory, or reset the region earlier.");
            next->Next = null;
            next->End = (byte*)next + got;
            if (s_piece == null) s_first = next;
            else s_piece->Next = next;
        }
        if (s_piece != null) s_piece->Used = s_next;
        s_piece = next;
        s_next = next->Used = (byte*)(next + 1);
    }

    internal static void Keep()
    {
        s_keptPiece = s_piece;
        s_kept = s_next;
    }

    /// <summary>False where an object that stays refers to one that would go: then nothing goes.</summary>
    internal static bool TryReset()
    {
        for (Piece* piece = s_first; piece != null && s_keptPiece != null; piece = piece->Next)
        {
            byte* end = piece == s_keptPiece ? s_kept : piece->Used;
            for (byte* block = (byte*)(piece + 1); block < end; block += Allocator.RoundUp(Length(block)))
                if (RefersToWhatGoes(block)) return false;
            if (piece == s_keptPiece) break;
        }
        s_allocatedBefore = AllocatedBytes;
        s_piece = s_keptPiece;
        s_next = s_kept;
        s_allocatedBefore -= UsedBytes;
        return true;
    }

    private static nuint Length(byte* block)
    {
        MethodTable* type = *(MethodTable**)(block + sizeof(nint));
        return type->BaseSize + type->ComponentSize * (nuint)(*(uint*)(block + 2 * sizeof(nint)));
    }

    private static bool Goes(byte* reference)
    {
        bool isKept = s_keptPiece != null;
        for (Piece* piece = s_first; piece != null; piece = piece->Next)
        {
            if (reference >= (byte*)piece && reference < piece->End) return !isKept || (piece == s_keptPiece && reference >= s_kept);
            if (piece == s_keptPiece) isKept = false;
        }
        return false;
    }

    /// <summary>Where references are stands before the method table: see Collector.</summary>
    private static bool RefersToWhatGoes(byte* block)
    {
        byte* instance = block + sizeof(nint);
        if (!(*(MethodTable**)instance)->HasReferences) return false;
        nint* description = *(nint**)instance;
        nint count = description[-1];
        if (count < 0) return AnElementDoes(instance, description, -(int)count);
        nint length = (nint)Length(block);
        for (nint* series = description - 2; count > 0; count--, series -= 2)
        {
            byte** field = (byte**)(instance + series[0]);
            for (byte** end = (byte**)((byte*)field + series[-1] + length); field < end; field++)
                if (Goes(*field)) return true;
        }
        return false;
    }

    private static bool AnElementDoes(byte* instance, nint* description, int runCount)
    {
        byte* element = instance + description[-2];
        for (uint left = *(uint*)(instance + sizeof(nint)); left != 0; left--)
        {
            uint* run = (uint*)(description - 3);
            for (int i = 0; i < runCount; i++, run -= 2)
            {
                for (uint references = run[0]; references != 0; references--, element += sizeof(nint))
                    if (Goes(*(byte**)element)) return true;
                element += run[1];
            }
        }
        return false;
    }
}
