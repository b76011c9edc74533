// Text to enums: a number, or names with commas between them.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.Names;

namespace System;

public abstract unsafe partial class Enum
{
    public static object Parse(Type enumType, string value) => Parse(enumType, value, ignoreCase: false);
    public static object Parse(Type enumType, ReadOnlySpan<char> value) => Parse(enumType, value, ignoreCase: false);

    public static object Parse(Type enumType, string value, bool ignoreCase)
    {
        MethodTable* type = CheckEnum(enumType);
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        return Box(type, Parse(type, value, ignoreCase));
    }

    public static object Parse(Type enumType, ReadOnlySpan<char> value, bool ignoreCase)
    {
        MethodTable* type = CheckEnum(enumType);
        return Box(type, Parse(type, value, ignoreCase));
    }

    public static TEnum Parse<TEnum>(string value) where TEnum : struct => Parse<TEnum>(value, ignoreCase: false);
    public static TEnum Parse<TEnum>(ReadOnlySpan<char> value) where TEnum : struct => Parse<TEnum>(value, ignoreCase: false);

    public static TEnum Parse<TEnum>(string value, bool ignoreCase) where TEnum : struct
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        return Parse<TEnum>((ReadOnlySpan<char>)value, ignoreCase);
    }

    public static TEnum Parse<TEnum>(ReadOnlySpan<char> value, bool ignoreCase) where TEnum : struct
    {
        MethodTable* type = CheckEnum<TEnum>();
        return FromBits<TEnum>(type, Parse(type, value, ignoreCase));
    }

    public static bool TryParse(Type enumType, string? value, [NotNullWhen(true)] out object? result) => TryParse(enumType, value, ignoreCase: false, out result);
    public static bool TryParse(Type enumType, ReadOnlySpan<char> value, [NotNullWhen(true)] out object? result) => TryParse(enumType, value, ignoreCase: false, out result);
    public static bool TryParse(Type enumType, string? value, bool ignoreCase, [NotNullWhen(true)] out object? result) =>
        TryParse(enumType, (ReadOnlySpan<char>)value, ignoreCase, out result);

    public static bool TryParse(Type enumType, ReadOnlySpan<char> value, bool ignoreCase, [NotNullWhen(true)] out object? result)
    {
        MethodTable* type = CheckEnum(enumType);
        bool parsed = TryParse(type, value, ignoreCase, out ulong bits) == ParseStatus.Ok;
        result = parsed ? Box(type, bits) : null;
        return parsed;
    }

    public static bool TryParse<TEnum>([NotNullWhen(true)] string? value, out TEnum result) where TEnum : struct => TryParse(value, ignoreCase: false, out result);
    public static bool TryParse<TEnum>(ReadOnlySpan<char> value, out TEnum result) where TEnum : struct => TryParse(value, ignoreCase: false, out result);
    public static bool TryParse<TEnum>([NotNullWhen(true)] string? value, bool ignoreCase, out TEnum result) where TEnum : struct =>
        TryParse((ReadOnlySpan<char>)value, ignoreCase, out result);

    public static bool TryParse<TEnum>(ReadOnlySpan<char> value, bool ignoreCase, out TEnum result) where TEnum : struct
    {
        MethodTable* type = CheckEnum<TEnum>();
        bool parsed = TryParse(type, value, ignoreCase, out ulong bits) == ParseStatus.Ok;
        result = parsed ? FromBits<TEnum>(type, bits) : default;
        return parsed;
    }

    private static TEnum FromBits<TEnum>(MethodTable* type, ulong bits) where TEnum : struct
    {
        TEnum result = default;
        WriteBits(type, ref Unsafe.As<TEnum, byte>(ref result), bits);
        return result;
    }

    private static ulong Parse(MethodTable* type, ReadOnlySpan<char> text, bool ignoreCase)
    {
        ParseStatus status = TryParse(type, text, ignoreCase, out ulong bits);
        if (status == ParseStatus.Ok) return bits;
        if (status == ParseStatus.Overflow) Number.ThrowNotParsed(status, text, NumberTypeName(type));
        text = text.TrimStart();
        if (text.IsEmpty) throw new ArgumentException("Must specify valid information for parsing in the string.", "value");
        throw new ArgumentException(string.Concat("Requested value '", text, "' was not found."));
    }

    private static string NumberTypeName(MethodTable* type) => type->PrimitiveType switch
    {
        MethodTable.SByteType => "signed byte",
        MethodTable.SByteType + 1 => "unsigned byte",
        MethodTable.SByteType + 2 => "Int16",
        MethodTable.SByteType + 3 => "UInt16",
        MethodTable.SByteType + 4 => "Int32",
        MethodTable.SByteType + 5 => "UInt32",
        MethodTable.SByteType + 6 => "Int64",
        _ => "UInt64",
    };

    /// <summary>Format if it is neither a number nor names, Overflow if it is a number that the enum cannot hold.</summary>
    private static ParseStatus TryParse(MethodTable* type, ReadOnlySpan<char> text, bool ignoreCase, out ulong bits)
    {
        bits = 0;
        text = text.TrimStart();
        if (text.IsEmpty) return ParseStatus.Format;
        if (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+')
        {
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite;
            ParseStatus status = Number.TryParse(text, Style, 8 << type->IntegerSizeLog2, type->IsSignedInteger, out ulong value);
            if (status == ParseStatus.Ok) bits = ToBits(type, (long)value);
            if (status != ParseStatus.Format) return status;
        }
        return TryParseNames(EnumMembers.Of(type), text, ignoreCase, ref bits) ? ParseStatus.Ok : ParseStatus.Format;
    }

    private static bool TryParseNames(EnumMembers members, ReadOnlySpan<char> text, bool ignoreCase, ref ulong bits)
    {
        ulong all = 0;
        while (true)
        {
            int comma = text.IndexOf(',');
            int index = IndexOf(members, (comma < 0 ? text : text.Slice(0, comma)).Trim(), ignoreCase);
            if (index < 0) return false;
            all |= members.Values[index];
            if (comma < 0) break;
            text = text.Slice(comma + 1);
            if (text.IsEmpty) return false;
        }
        bits = all;
        return true;
    }

    private static int IndexOf(EnumMembers members, ReadOnlySpan<char> name, bool ignoreCase)
    {
        string[] names = members.Names;
        for (int i = 0; i < names.Length; i++)
            if (ignoreCase ? OrdinalText.EqualsIgnoreCase(name, names[i]) : name.SequenceEqual(names[i])) return i;
        return -1;
    }
}
