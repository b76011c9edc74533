// Integers as text, in the invariant culture. G, D and X are written straight into a buffer on the stack.

using System.Runtime.CompilerServices;

namespace System;

internal static unsafe partial class Number
{
    /// <summary>Digits of the longest 64-bit number, with its sign and room for one that rounding adds.</summary>
    private const int BufferLength = 24;

    /// <summary>The longest precision that is written without an allocation.</summary>
    private const int MaxPrecision = 255;

    internal static string ToString(long value) =>
        value >= 0 ? ToString((ulong)value) : Decimal(0 - (ulong)value, 1, negative: true);

    internal static string ToString(ulong value) => Decimal(value, 1, negative: false);

    internal static string ToString(long value, ulong bits, string? format) =>
        Format(value < 0 ? 0 - (ulong)value : (ulong)value, bits, value < 0, format);

    internal static string ToString(ulong value, string? format) => Format(value, value, false, format);

    /// <param name="bits">The value's own bits, zero-extended: what X and B print.</param>
    internal static bool TryFormat(long value, ulong bits, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) =>
        TryFormat(value < 0 ? 0 - (ulong)value : (ulong)value, bits, value < 0, destination, out charsWritten, format);

    internal static bool TryFormat(ulong value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) =>
        TryFormat(value, value, false, destination, out charsWritten, format);

    [SkipLocalsInit]
    private static string Format(ulong magnitude, ulong bits, bool negative, ReadOnlySpan<char> format)
    {
        char* buffer = stackalloc char[MaxPrecision + 1];
        int length = Format(magnitude, bits, negative, format, buffer, out char* text);
        return length < 0 ? FormatGeneral(magnitude, bits, negative, format) : new string(text, 0, length);
    }

    [SkipLocalsInit]
    private static bool TryFormat(
        ulong magnitude, ulong bits, bool negative, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format)
    {
        char* buffer = stackalloc char[MaxPrecision + 1];
        int length = Format(magnitude, bits, negative, format, buffer, out char* text);
        return length < 0
            ? TryCopy(FormatGeneral(magnitude, bits, negative, format), destination, out charsWritten)
            : TryCopy(text, length, destination, out charsWritten);
    }

    /// <summary>The formats that few programs use on integers, at more cost.</summary>
    private static string FormatGeneral(ulong magnitude, ulong bits, bool negative, ReadOnlySpan<char> format)
    {
        if (IsCustom(format))
        {
            DecimalText custom = new(stackalloc byte[BufferLength]);
            custom.Set(magnitude, negative);
            return CustomNumberFormat.Write(ref custom, format);
        }
        NumberFormat parsed = NumberFormat.Parse(format);
        if (parsed.Kind is 'D' or 'X' or 'B')
        {
            int width = Math.Max(parsed.Precision, 1);
            string digits = parsed.Kind switch
            {
                'D' => magnitude.ToString(),
                'X' => bits.ToString(parsed.IsLower ? "x" : "X"),
                _ => Binary(bits),
            };
            return string.Concat(negative && parsed.Kind == 'D' ? "-" : "", digits.PadLeft(width, '0'));
        }
        if (parsed.Kind == 'R' || (parsed.Kind == 'G' && parsed.Precision <= 0)) return Decimal(magnitude, 1, negative);
        DecimalText number = new(stackalloc byte[BufferLength]);
        number.Set(magnitude, negative);
        if (parsed.SignificantDigits >= 0) number.Round(parsed.SignificantDigits);
        return parsed.Write(ref number);
    }

    /// <summary>Whether it is no letter with a precision.</summary>
    internal static bool IsCustom(ReadOnlySpan<char> format)
    {
        if (format.IsEmpty) return false;
        if (!char.IsAsciiLetter(format[0])) return true;
        for (int i = 1; i < format.Length; i++)
            if (!char.IsAsciiDigit(format[i])) return true;
        return false;
    }

    private static string Binary(ulong bits)
    {
        char* buffer = stackalloc char[64];
        char* text = buffer + 64;
        for (; bits != 0; bits >>= 1) *--text = (char)('0' + (bits & 1));
        return new string(text, 0, (int)(buffer + 64 - text));
    }

    private static bool TryCopy(char* text, int length, Span<char> destination, out int charsWritten)
    {
        bool fits = new ReadOnlySpan<char>(text, length).TryCopyTo(destination);
        charsWritten = fits ? length : 0;
        return fits;
    }

    internal static ArgumentException NotA(string typeName) => new(string.Concat("Object must be of type ", typeName, "."));

    [SkipLocalsInit]
    private static string Decimal(ulong magnitude, int minDigits, bool negative)
    {
        char* buffer = stackalloc char[BufferLength];
        return new string(Decimal(magnitude, minDigits, negative, buffer));
    }

    /// <param name="buffer">Room for <see cref="BufferLength"/> characters.</param>
    private static ReadOnlySpan<char> Decimal(ulong magnitude, int minDigits, bool negative, char* buffer)
    {
        char* end = buffer + BufferLength;
        char* start = WriteDecimal(magnitude, end, minDigits);
        if (negative) *--start = '-';
        return new ReadOnlySpan<char>(start, (int)(end - start));
    }

    [SkipLocalsInit]
    internal static void AppendTo(Text.StringBuilder builder, long value)
    {
        char* buffer = stackalloc char[BufferLength];
        builder.Append(Decimal(value < 0 ? 0 - (ulong)value : (ulong)value, 1, value < 0, buffer));
    }

    /// <param name="buffer">Room for <see cref="MaxPrecision"/> digits and a sign.</param>
    /// <param name="text">Where in the buffer the text begins.</param>
    /// <returns>The text's length, or -1 where the format is none of G, D and X with a small precision.</returns>
    private static int Format(ulong magnitude, ulong bits, bool negative, ReadOnlySpan<char> format, char* buffer, out char* text)
    {
        char* end = buffer + MaxPrecision + 1;
        char kind = format.Length == 0 ? 'G' : format[0];
        int precision = ParsePrecision(format);
        text = end;
        if (precision < 0) return -1;
        switch (kind)
        {
            case 'G' or 'g' when precision == 0:
                text = WriteDecimal(magnitude, end, 1);
                break;
            case 'D' or 'd':
                text = WriteDecimal(magnitude, end, precision);
                break;
            case 'X' or 'x':
                text = WriteHexadecimal(bits, end, precision, kind);
                return (int)(end - text);
            default:
                return -1;
        }
        if (negative) *--text = '-';
        return (int)(end - text);
    }

    /// <returns>0 where none is given, -1 where it is beyond the buffer or no number.</returns>
    private static int ParsePrecision(ReadOnlySpan<char> format)
    {
        int precision = 0;
        for (int i = 1; i < format.Length; i++)
        {
            if (!char.IsAsciiDigit(format[i])) return -1;
            precision = precision * 10 + (format[i] - '0');
            if (precision > MaxPrecision) return -1;
        }
        return precision;
    }

    private static char* WriteDecimal(ulong value, char* end, int minDigits)
    {
        char* text = end;
        while (value >= 100)
        {
            // Two digits for one long division.
            ulong quotient = value / 100;
            uint two = (uint)(value - quotient * 100), one = two / 10;
            text -= 2;
            text[0] = (char)('0' + one);
            text[1] = (char)('0' + (two - one * 10));
            value = quotient;
        }
        for (uint rest = (uint)value; rest != 0; rest /= 10) *--text = (char)('0' + rest % 10);
        return Pad(text, end, minDigits);
    }

    private static char* WriteHexadecimal(ulong value, char* end, int minDigits, char kind)
    {
        int letters = kind - ('X' - 'A') - 10;
        char* text = end;
        for (; value != 0; value >>= 4)
        {
            int digit = (int)(value & 15);
            *--text = (char)(digit < 10 ? '0' + digit : letters + digit);
        }
        return Pad(text, end, minDigits);
    }

    private static char* Pad(char* text, char* end, int minDigits)
    {
        if (minDigits < 1) minDigits = 1;
        while (end - text < minDigits) *--text = '0';
        return text;
    }
}
