// Text to integers, in the invariant culture.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

internal enum ParseStatus
{
    Ok,
    /// <summary>The text is no number.</summary>
    Format,
    /// <summary>The number is beyond the type.</summary>
    Overflow,
}

internal static partial class Number
{
    private const NumberStyles PlainInteger =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign;

    /// <summary>What int.Parse and its like do for a type of so many bits.</summary>
    /// <returns>The value's bits; those above the type's are the sign's.</returns>
    internal static ulong Parse(ReadOnlySpan<char> text, NumberStyles style, int bits, bool signed, string typeName)
    {
        if (style == NumberStyles.Integer && TryParsePlain(text, bits, signed, out ulong value)) return value;
        CheckIntegerStyle(style);
        ParseStatus status = TryParse(text, style, bits, signed, out value);
        if (status != ParseStatus.Ok) ThrowNotParsed(status, text, typeName);
        return value;
    }

    internal static ulong Parse([NotNull] string? text, NumberStyles style, int bits, bool signed, string typeName)
    {
        if (text is null) throw new ArgumentNullException("s");
        return Parse((ReadOnlySpan<char>)text, style, bits, signed, typeName);
    }

    internal static bool TryParse(ReadOnlySpan<char> text, NumberStyles style, int bits, bool signed, out ulong value, bool check)
    {
        if (style == NumberStyles.Integer && TryParsePlain(text, bits, signed, out value)) return true;
        if (check) CheckIntegerStyle(style);
        return TryParse(text, style, bits, signed, out value) == ParseStatus.Ok;
    }

    /// <summary>Digits that fit, and a minus in front: what most numbers are. All else, and what is wrong, is left to the others.</summary>
    private static bool TryParsePlain(ReadOnlySpan<char> text, int bits, bool signed, out ulong value)
    {
        const int MostDigits = 18;
        value = 0;
        int at = text.Length != 0 && text[0] == '-' ? 1 : 0;
        // Compared without a sign: a text without digits is left to the others too.
        if ((uint)(text.Length - at - 1) >= MostDigits) return false;
        bool negative = at != 0;
        ulong magnitude = 0;
        for (; at < text.Length; at++)
        {
            uint digit = text[at] - (uint)'0';
            if (digit > 9) return false;
            magnitude = magnitude * 10 + digit;
        }
        ulong limit = ulong.MaxValue >> (64 - bits);
        if (signed) limit = (limit >> 1) + (negative ? 1u : 0u);
        else if (negative) limit = 0;
        if (magnitude > limit) return false;
        value = negative ? 0 - magnitude : magnitude;
        return true;
    }

    [DoesNotReturn]
    internal static void ThrowNotParsed(ParseStatus status, ReadOnlySpan<char> text, string typeName)
    {
        if (status == ParseStatus.Format)
            throw new FormatException(string.Concat("The input string '", text, "' was not in a correct format."));
        string article = typeName[0] == 'I' ? "an " : "a ";
        throw new OverflowException(string.Concat("Value was either too large or too small for ", article, typeName, "."));
    }

    private static void CheckIntegerStyle(NumberStyles style)
    {
        const NumberStyles Special = NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier;
        if ((style & ~(NumberStyles.Any | Special)) != 0)
            throw new ArgumentException("An undefined NumberStyles value is being used.", nameof(style));
        NumberStyles special = style & Special;
        if (special == 0) return;
        if (special == Special || (style & ~(NumberStyles.HexNumber | NumberStyles.BinaryNumber)) != 0)
            throw new ArgumentException("With the AllowHexSpecifier or AllowBinarySpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be AllowLeadingWhite and AllowTrailingWhite.", nameof(style));
    }

    private static ParseStatus TryParse(ReadOnlySpan<char> text, NumberStyles style, int bits, bool signed, out ulong value)
    {
        if ((style & NumberStyles.AllowHexSpecifier) != 0) return TryParsePowerOfTwo(text, style, bits, 4, signed, out value);
        if ((style & NumberStyles.AllowBinarySpecifier) != 0) return TryParsePowerOfTwo(text, style, bits, 1, signed, out value);
        if ((style & ~PlainInteger) != 0) return TryParseGeneral(text, style, bits, signed, out value);
        value = 0;
        int at = SkipWhite(text, 0, style, NumberStyles.AllowLeadingWhite);
        bool negative = false;
        if (at < text.Length && text[at] is '-' or '+' && (style & NumberStyles.AllowLeadingSign) != 0) negative = text[at++] == '-';
        int first = at;
        ulong magnitude = 0;
        bool overflow = false;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            uint digit = (uint)(text[at] - '0');
            // The last multiple of ten that still has room: 1844674407370955161.
            overflow |= magnitude > ulong.MaxValue / 10 || (magnitude == ulong.MaxValue / 10 && digit > ulong.MaxValue % 10);
            magnitude = magnitude * 10 + digit;
        }
        if (at == first || !IsEnd(text, at, style)) return ParseStatus.Format;
        return overflow ? ParseStatus.Overflow : Fit(magnitude, negative, bits, signed, out value);
    }

    private static ParseStatus Fit(ulong magnitude, bool negative, int bits, bool signed, out ulong value)
    {
        value = 0;
        ulong largest = ulong.MaxValue >> (64 - bits);
        ulong limit = !signed ? (negative ? 0 : largest) : (largest >> 1) + (negative ? 1u : 0u);
        if (magnitude > limit) return ParseStatus.Overflow;
        value = negative ? 0 - magnitude : magnitude;
        return ParseStatus.Ok;
    }

    /// <summary>Hexadecimal and binary: digits only, as many as the type has room for, behind any number of zeros.</summary>
    private static ParseStatus TryParsePowerOfTwo(
        ReadOnlySpan<char> text, NumberStyles style, int bits, int bitsPerDigit, bool signed, out ulong value)
    {
        value = 0;
        int at = SkipWhite(text, 0, style, NumberStyles.AllowLeadingWhite);
        int first = at;
        ulong result = 0;
        bool overflow = false;
        for (; at < text.Length; at++)
        {
            int digit = DigitOf(text[at]);
            if ((uint)digit >= 1u << bitsPerDigit) break;
            overflow |= result >> (bits - bitsPerDigit) != 0;
            result = (result << bitsPerDigit) | (uint)digit;
        }
        if (at == first || !IsEnd(text, at, style)) return ParseStatus.Format;
        if (overflow) return ParseStatus.Overflow;
        value = signed ? (ulong)((long)(result << (64 - bits)) >> (64 - bits)) : result;
        return ParseStatus.Ok;
    }

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    internal static int DigitOf(char c)
    {
        if (char.IsAsciiDigit(c)) return c - '0';
        int letter = (c | 0x20) - 'a';
        return (uint)letter < 6 && c < 128 ? letter + 10 : -1;
    }

    private static int SkipWhite(ReadOnlySpan<char> text, int at, NumberStyles style, NumberStyles allowing)
    {
        if ((style & allowing) != 0)
            while (at < text.Length && IsWhite(text[at])) at++;
        return at;
    }

    /// <summary>Space and the five controls: what .NET skips around numbers, less than what Char calls white.</summary>
    private static bool IsWhite(char c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';

    /// <summary>Behind a number may be white space, and then zeros: .NET takes buffers that were ended by C.</summary>
    private static bool IsEnd(ReadOnlySpan<char> text, int at, NumberStyles style)
    {
        at = SkipWhite(text, at, style, NumberStyles.AllowTrailingWhite);
        while (at < text.Length && text[at] == 0) at++;
        return at == text.Length;
    }

    private static ParseStatus TryParseGeneral(ReadOnlySpan<char> text, NumberStyles style, int bits, bool signed, out ulong value)
    {
        value = 0;
        const int MaxDigits = 20;
        DecimalText number = new(stackalloc byte[MaxDigits]);
        if (!number.TryRead(text, style)) return ParseStatus.Format;
        // More digits than before the point means that some are behind it, where an integer has none.
        if (number.PointAt > MaxDigits || number.PointAt < number.Count || number.HasMore) return ParseStatus.Overflow;
        ulong magnitude = 0;
        for (int i = 0; i < number.PointAt; i++)
        {
            uint digit = i < number.Count ? number.Digits[i] : 0u;
            if (magnitude > ulong.MaxValue / 10 || (magnitude == ulong.MaxValue / 10 && digit > ulong.MaxValue % 10)) return ParseStatus.Overflow;
            magnitude = magnitude * 10 + digit;
        }
        return Fit(magnitude, number.IsNegative, bits, signed, out value);
    }
}
