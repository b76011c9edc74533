// The names of methods by address, for stack traces. The layout: build/Uk.Tool/Names/MethodList.cs. It is read from its
// beginning for each address: names are asked for when something has failed.

using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Names;

/// <summary>A method as stack traces show it: its type, and its name with parameters.</summary>
internal readonly unsafe struct MethodName(TypeRecord type, byte* text, int textLength)
{
    internal readonly TypeRecord Type = type;

    internal ReadOnlySpan<byte> Text => new(text, textLength);
}

internal static unsafe class MethodNames
{
    private const int PoolAt = 4, LengthAt = 8, ShiftAt = 12, EntriesAt = 16;
    private const uint NotShown = 0, SameType = 1, FirstType = 2;

    [RuntimeImport("*", "uk_method_names"), MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* Table();

    internal static byte* Pool => NameIndex.Follow(Table() + PoolAt);

    /// <summary>The method that an address is in. False if it has no name: it was made by the compiler, or is not to be shown.</summary>
    internal static bool TryFind(ulong address, out MethodName name)
    {
        name = default;
        byte* table = Table(), at = table + EntriesAt, end = at + *(int*)(table + LengthAt);
        int shift = *(table + ShiftAt);
        ulong start = (ulong)NameIndex.Follow(table);
        byte* type = null, text = null;
        bool isShown = false;
        while (at < end)
        {
            ulong next = start + (NameIndex.ReadUnsigned(ref at) << shift);
            if (next > address) break;
            start = next;
            uint kind = (uint)NameIndex.ReadUnsigned(ref at);
            isShown = kind != NotShown;
            if (!isShown) continue;
            if (kind != SameType) type = Pool + (kind - FirstType);
            text = at;
            Skip(ref at);
        }
        if (!isShown) return false;
        name = new MethodName(new TypeRecord(Pool, type), Text(table + EntriesAt, text, out int length), length);
        return true;
    }

    private static void Skip(ref byte* at)
    {
        ulong lengthOrPlace = NameIndex.ReadUnsigned(ref at);
        if ((lengthOrPlace & 1) == 0) at += lengthOrPlace >> 1;
    }

    /// <summary>Written out, or a reference to where it is.</summary>
    private static byte* Text(byte* entries, byte* at, out int length)
    {
        ulong lengthOrPlace = NameIndex.ReadUnsigned(ref at);
        if ((lengthOrPlace & 1) != 0)
        {
            at = entries + (lengthOrPlace >> 1);
            lengthOrPlace = NameIndex.ReadUnsigned(ref at);
        }
        length = (int)(lengthOrPlace >> 1);
        return at;
    }
}
