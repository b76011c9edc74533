// The tables of names that `uk names` writes into an image that asks for them. Their layout: build/Uk.Tool/Names/NameTables.cs.

using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Names;

/// <summary>From a method table to what is known about it by name.</summary>
internal readonly unsafe struct NameIndex
{
    private const int CountAt = 4, WidthAt = 8, OriginAt = 12, KeysAt = 16;
    private const int MethodTableAlignmentLog2 = 3;

    private readonly byte* _table;

    private NameIndex(byte* table) => _table = table;

    // Whoever reaches one of these brings its table into the image.

    /// <summary>Records of all types of the image.</summary>
    internal static NameIndex Types => new(TypeNamesTable());

    /// <summary>Records of exceptions; of all types where something else asks for them.</summary>
    internal static NameIndex Exceptions => new(ExceptionNamesTable());

    /// <summary>Members of enums.</summary>
    internal static NameIndex Enums => new(EnumNamesTable());

    /// <summary>The method tables of arrays of enums, of those that the program makes.</summary>
    internal static NameIndex EnumArrays => new(EnumArraysTable());

    [RuntimeImport("*", "uk_type_names"), MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* TypeNamesTable();

    [RuntimeImport("*", "uk_exception_names"), MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* ExceptionNamesTable();

    [RuntimeImport("*", "uk_enum_names"), MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* EnumNamesTable();

    [RuntimeImport("*", "uk_enum_arrays"), MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* EnumArraysTable();

    /// <summary>What the values count from.</summary>
    internal byte* Pool => Follow(_table + OriginAt);

    /// <summary>What the table has for a type; null if nothing.</summary>
    internal byte* Find(MethodTable* type)
    {
        int count = *(int*)(_table + CountAt);
        nint distance = (nint)((byte*)type - Follow(_table));
        ulong key = (ulong)distance >> MethodTableAlignmentLog2;
        int low = 0, high = count - 1;
        while (low < high)
        {
            int middle = low + (high - low + 1) / 2;
            if (Number(middle) <= key) low = middle;
            else high = middle - 1;
        }
        return high < 0 || Number(low) != key ? null : Pool + Number(count + low);
    }

    /// <summary>First the keys, ascending, then the values.</summary>
    private uint Number(int index) => *(_table + WidthAt) == sizeof(ushort) ? ((ushort*)(_table + KeysAt))[index] : ((uint*)(_table + KeysAt))[index];

    internal static byte* Follow(byte* distance) => distance + *(int*)distance;

    /// <summary>LEB128.</summary>
    internal static ulong ReadUnsigned(scoped ref byte* at)
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

    /// <summary>A length and so many bytes of UTF-8.</summary>
    internal static System.ReadOnlySpan<byte> ReadText(scoped ref byte* at)
    {
        int length = (int)ReadUnsigned(ref at);
        byte* start = at;
        at += length;
        return new System.ReadOnlySpan<byte>(start, length);
    }
}
