// The text of an enum's value: formats G, F, D and X.

using Internal.Runtime;
using Internal.Runtime.Names;

namespace System;

internal static unsafe class EnumText
{
    private const string Separator = ", ";

    internal static string Of(MethodTable* type, ulong bits)
    {
        EnumMembers members = EnumMembers.Of(type);
        if (!members.IsFlags) return members.NameOf(bits) ?? NumberText(type, bits);
        return Flags(members, bits) ?? NumberText(type, bits);
    }

    internal static string Of(MethodTable* type, ulong bits, string? format) => Kind(format) switch
    {
        'D' => NumberText(type, bits),
        'X' => Number.ToString((long)bits, bits, HexadecimalFormat(type)),
        'F' => Flags(EnumMembers.Of(type), bits) ?? NumberText(type, bits),
        _ => Of(type, bits),
    };

    internal static bool TryFormat(MethodTable* type, ulong bits, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format)
    {
        char kind = Kind(format);
        if (kind == 'X') return Number.TryFormat(bits, destination, out charsWritten, HexadecimalFormat(type));
        EnumMembers? members = kind == 'D' ? null : EnumMembers.Of(type);
        if (members is not null && (members.IsFlags || kind == 'F'))
        {
            Span<int> found = stackalloc int[64];
            int count = FindFlags(members, bits, found);
            if (count > 0) return TryJoin(members, found.Slice(0, count), destination, out charsWritten);
        }
        else if (members?.NameOf(bits) is { } name)
        {
            bool fits = name.TryCopyTo(destination);
            charsWritten = fits ? name.Length : 0;
            return fits;
        }
        return TryFormatNumber(type, bits, destination, out charsWritten);
    }

    private static bool TryFormatNumber(MethodTable* type, ulong bits, Span<char> destination, out int charsWritten) =>
        type->IsSignedInteger
            ? Number.TryFormat(SignExtended(type, bits), bits, destination, out charsWritten, default)
            : Number.TryFormat(bits, destination, out charsWritten, default);

    /// <summary>The format's letter; G where there is none.</summary>
    private static char Kind(ReadOnlySpan<char> format)
    {
        if (format.IsEmpty) return 'G';
        char kind = (char)(format[0] & ~0x20);
        if (format.Length != 1 || kind is not ('G' or 'F' or 'D' or 'X'))
            throw new FormatException("Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".");
        return kind;
    }

    private static string HexadecimalFormat(MethodTable* type) => type->IntegerSizeLog2 switch { 0 => "X2", 1 => "X4", 2 => "X8", _ => "X16" };

    internal static string NumberText(MethodTable* type, ulong bits) =>
        type->IsSignedInteger ? Number.ToString(SignExtended(type, bits)) : Number.ToString(bits);

    private static long SignExtended(MethodTable* type, ulong bits)
    {
        int unused = 64 - (8 << type->IntegerSizeLog2);
        return (long)(bits << unused) >> unused;
    }

    /// <summary>Null if some bit has no name.</summary>
    private static string? Flags(EnumMembers members, ulong bits)
    {
        Span<int> found = stackalloc int[64];
        int count = FindFlags(members, bits, found);
        if (count <= 1) return count == 0 ? null : members.Names[found[0]];
        int length = LengthOf(members, found.Slice(0, count));
        Span<char> text = length <= 256 ? stackalloc char[256] : new char[length];
        TryJoin(members, found.Slice(0, count), text, out length);
        return new string(text.Slice(0, length));
    }

    /// <summary>
    /// The members that make up a value, the largest first: as .NET finds them, from the largest down. 0 if some bit is left.
    /// Zero is its own name, if it has one; "0" is a number.
    /// </summary>
    private static int FindFlags(EnumMembers members, ulong bits, Span<int> found)
    {
        ulong[] values = members.Values;
        if (bits == 0)
        {
            if (values.Length == 0 || values[0] != 0) return 0;
            found[0] = 0;
            return 1;
        }
        int index = values.Length - 1;
        while (index >= 0 && values[index] > bits) index--;
        int count = 0;
        if (index >= 0 && values[index] == bits)
        {
            found[count++] = index;
            return count;
        }
        for (; index >= 0 && bits != 0; index--)
        {
            ulong value = values[index];
            if (value == 0 || (bits & value) != value) continue;
            bits &= ~value;
            found[count++] = index;
        }
        return bits == 0 ? count : 0;
    }

    private static int LengthOf(EnumMembers members, ReadOnlySpan<int> found)
    {
        int length = (found.Length - 1) * Separator.Length;
        foreach (int index in found) length += members.Names[index].Length;
        return length;
    }

    private static bool TryJoin(EnumMembers members, ReadOnlySpan<int> found, Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (destination.Length < LengthOf(members, found)) return false;
        for (int i = found.Length - 1; i >= 0; i--)
        {
            string name = members.Names[found[i]];
            name.CopyTo(destination.Slice(charsWritten));
            charsWritten += name.Length;
            if (i == 0) break;
            Separator.CopyTo(destination.Slice(charsWritten));
            charsWritten += Separator.Length;
        }
        return true;
    }
}
