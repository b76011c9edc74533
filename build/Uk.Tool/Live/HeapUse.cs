// How much of its heap a running image uses: for each kind of heap the sum that the core library's own GC.GetTotalMemory
// makes, from the same fields.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Uk.Tool.Live;

/// <summary>The heap of one image, by way of the symbols of its core library.</summary>
internal sealed class HeapUse
{
    private const string Runtime = "S_P_CoreLib_Internal_Runtime_";
    private const string Bump = Runtime + "Allocator", Region = Runtime + "RegionHeap", Lcores = Runtime + "LcoreState",
        Collected = Runtime + "GarbageCollection_CollectedHeap";

    public static readonly IReadOnlySet<string> Classes = new HashSet<string> { Bump, Region, Lcores, Collected };

    /// <summary>LcoreState.MaxCount, and where an LcoreState lies in its block: CoreBlock.RuntimeOffset.</summary>
    private const int LcoresMax = 64, LcoreStateOffset = 0x80;
    /// <summary>Bytes of a region's piece before its objects: RegionHeap.Piece.</summary>
    private const int PieceHeaderBytes = 24;
    /// <summary>More pieces, or a circle of them: what is read is not a heap.</summary>
    private const int PiecesMax = 1 << 20;

    private readonly StaticFields _fields;

    public HeapUse(StaticFields fields) => _fields = fields;

    /// <summary>Bytes in use; null for an image that has no heap.</summary>
    public ulong? Read(ImageMemory memory)
    {
        // The most particular first: an image has the fields of the heap that it has, and of those that this one is made of.
        if (Has(Collected, "s_context")) return ReadCollected(memory);
        if (Has(Region, "s_first")) return ReadRegion(memory);
        if (Has(Lcores, "s_blocks")) return ReadLcores(memory);
        return Has(Bump, "s_next") ? Word(memory, Bump, "s_usedBefore") + Word(memory, Bump, "s_next") - Word(memory, Bump, "s_start") : null;
    }

    private ulong ReadCollected(ImageMemory memory)
    {
        ulong context = Word(memory, Collected, "s_context");
        if (context == 0) return 0;
        ulong inGap = memory.ReadWord(context) - Word(memory, Collected, "s_gap");
        return Word(memory, Collected, "<LiveBytes>k__BackingField") + Word(memory, Collected, "s_allocated") + inGap;
    }

    private ulong ReadRegion(ImageMemory memory)
    {
        ulong used = 0, last = Word(memory, Region, "s_piece"), piece = Word(memory, Region, "s_first");
        for (int i = 0; i < PiecesMax && piece != 0 && piece != last; i++)
        {
            used += memory.ReadWord(piece + 16) - (piece + PieceHeaderBytes);
            piece = memory.ReadWord(piece);
        }
        return last == 0 ? used : used + Word(memory, Region, "s_next") - (last + PieceHeaderBytes);
    }

    private ulong ReadLcores(ImageMemory memory)
    {
        _fields.TryFind(Lcores, "s_blocks", out ulong table);
        ulong used = 0;
        for (int lcore = 0; lcore < LcoresMax; lcore++)
        {
            ulong block = memory.ReadWord(table + (ulong)lcore * 8);
            if (block == 0) continue;
            // LcoreHeap: next, end, start, what earlier pieces were used for.
            ulong heap = block + LcoreStateOffset + _fields.OffsetOf(Lcores, "Heap");
            used += memory.ReadWord(heap + 24) + memory.ReadWord(heap) - memory.ReadWord(heap + 16);
        }
        return used;
    }

    private bool Has(string type, string field) => _fields.TryFind(type, field, out _);

    private ulong Word(ImageMemory memory, string type, string field) =>
        _fields.TryFind(type, field, out ulong address) ? memory.ReadWord(address) : 0;
}
