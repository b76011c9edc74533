// The unwind tables that ilc writes and ld indexes: .eh_frame_hdr and .eh_frame. Linux Standard Base, Core, 10.6; DWARF 5,
// 6.4. Only what ilc and this repository's assembly produce is understood; anything else ends the walk.

using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.ExceptionHandling;

/// <summary>Where a method's code is and how its frame is undone.</summary>
internal unsafe struct FrameDescription
{
    internal ulong Start;
    internal ulong End;
    /// <summary>The method's exception tables, or null.</summary>
    internal byte* LanguageData;
    internal byte* Instructions;
    internal byte* InstructionsEnd;
    internal byte* InitialInstructions;
    internal byte* InitialInstructionsEnd;
}

internal static unsafe class CallFrameInformation
{
    [RuntimeImport("*", "uk_eh_frame_hdr")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* Header();

    // .eh_frame_hdr: four bytes of encodings, a pointer, the count, then pairs of distances from the header.
    private const int CountOffset = 8, TableOffset = 12, TableEntryLength = 8;

    internal static bool TryFind(ulong instruction, out FrameDescription description)
    {
        description = default;
        byte* header = Header();
        int* table = (int*)(header + TableOffset);
        int low = 0, high = *(int*)(header + CountOffset) - 1;
        while (low < high)
        {
            int middle = low + (high - low + 1) / 2;
            if ((ulong)(header + table[middle * 2]) <= instruction) low = middle;
            else high = middle - 1;
        }
        if (high < 0) return false;
        Parse(header + table[low * 2 + 1], out description);
        return instruction >= description.Start && instruction < description.End;
    }

    /// <summary>A frame description entry: length, distance back to its common entry, start, length of code, language data.</summary>
    private static void Parse(byte* entry, out FrameDescription description)
    {
        description = default;
        byte* end = entry + 4 + *(uint*)entry;
        byte* common = entry + 4 - *(uint*)(entry + 4);
        byte* at = entry + 8;
        description.Start = (ulong)(at + *(int*)at);
        description.End = description.Start + *(uint*)(at + 4);
        at += 8;
        ulong augmentationLength = ReadUnsigned(ref at);
        bool hasLanguageData = ParseCommon(common, ref description);
        if (hasLanguageData && augmentationLength >= 4 && *(int*)at != 0) description.LanguageData = at + *(int*)at;
        description.Instructions = at + augmentationLength;
        description.InstructionsEnd = end;
    }

    /// <summary>
    /// A common information entry: version 1, its augmentation "zLR" or "zR", alignments of 1 and -8, return address in
    /// column 16.
    /// </summary>
    /// <returns>Whether its frames have language data.</returns>
    private static bool ParseCommon(byte* common, ref FrameDescription description)
    {
        byte* end = common + 4 + *(uint*)common;
        byte* at = common + 9;
        bool hasLanguageData = false;
        while (*at != 0) hasLanguageData |= *at++ == (byte)'L';
        at++;
        ReadUnsigned(ref at);
        ReadUnsigned(ref at);
        ReadUnsigned(ref at);
        ulong augmentationLength = ReadUnsigned(ref at);
        description.InitialInstructions = at + augmentationLength;
        description.InitialInstructionsEnd = end;
        return hasLanguageData;
    }

    /// <summary>LEB128. The signed numbers of the tables are only skipped.</summary>
    internal static ulong ReadUnsigned(ref byte* at)
    {
        ulong value = 0;
        int shift = 0;
        byte part;
        do
        {
            part = *at++;
            value |= (ulong)(part & 0x7F) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        return value;
    }
}
