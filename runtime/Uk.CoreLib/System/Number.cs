// Integers as text, in the invariant culture: the formats G, D and X with an optional precision.

namespace System;

internal static unsafe class Number
{
    /// <summary>Digits of the longest 64-bit number, with its sign.</summary>
    private const int BufferLength = 24;

    /// <summary>The longest precision that a format may ask for.</summary>
    private const int MaxPrecision = 255;

    internal static string ToString(long value) =>
        value >= 0 ? ToString((ulong)value) : Decimal(0 - (ulong)value, 1, negative: true);

    internal static string ToString(ulong value) => Decimal(value, 1, negative: false);

    internal static string ToString(long value, ulong bits, string? format)
    {
        char* buffer = stackalloc char[MaxPrecision + 1];
        int length = Format(value < 0 ? 0 - (ulong)value : (ulong)value, bits, value < 0, format, buffer, out char* text);
        return new string(text, 0, length);
    }

    internal static string ToString(ulong value, string? format)
    {
        char* buffer = stackalloc char[MaxPrecision + 1];
        int length = Format(value, value, false, format, buffer, out char* text);
        return new string(text, 0, length);
    }

    /// <param name="bits">The value's own bits, zero-extended: what X prints.</param>
    internal static bool TryFormat(long value, ulong bits, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format)
    {
        char* buffer = stackalloc char[MaxPrecision + 1];
        int length = Format(value < 0 ? 0 - (ulong)value : (ulong)value, bits, value < 0, format, buffer, out char* text);
        return TryCopy(text, length, destination, out charsWritten);
    }

    internal static bool TryFormat(ulong value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format)
    {
        char* buffer = stackalloc char[MaxPrecision + 1];
        int length = Format(value, value, false, format, buffer, out char* text);
        return TryCopy(text, length, destination, out charsWritten);
    }

    private static bool TryCopy(char* text, int length, Span<char> destination, out int charsWritten)
    {
        bool fits = new ReadOnlySpan<char>(text, length).TryCopyTo(destination);
        charsWritten = fits ? length : 0;
        return fits;
    }

    private static string Decimal(ulong magnitude, int minDigits, bool negative)
    {
        char* buffer = stackalloc char[BufferLength];
        char* end = buffer + BufferLength;
        char* start = WriteDecimal(magnitude, end, minDigits);
        if (negative) *--start = '-';
        return new string(start, 0, (int)(end - start));
    }

    /// <param name="buffer">Room for <see cref="MaxPrecision"/> digits and a sign.</param>
    /// <param name="text">Where in the buffer the text begins; its length is returned.</param>
    private static int Format(ulong magnitude, ulong bits, bool negative, ReadOnlySpan<char> format, char* buffer, out char* text)
    {
        char* end = buffer + MaxPrecision + 1;
        char kind = format.Length == 0 ? 'G' : format[0];
        int precision = ParsePrecision(format);
        switch (kind)
        {
            case 'G' or 'g' when precision <= 0:
                text = WriteDecimal(magnitude, end, 1);
                break;
            case 'D' or 'd':
                text = WriteDecimal(magnitude, end, precision);
                break;
            case 'X' or 'x':
                text = WriteHexadecimal(bits, end, precision, kind);
                return (int)(end - text);
            default:
                throw new FormatException("An image formats integers with G, D and X only.");
        }
        if (negative) *--text = '-';
        return (int)(end - text);
    }

    private static int ParsePrecision(ReadOnlySpan<char> format)
    {
        int precision = 0;
        for (int i = 1; i < format.Length; i++)
        {
            if (!char.IsAsciiDigit(format[i])) throw new FormatException("Format specifier was invalid.");
            precision = precision * 10 + (format[i] - '0');
            if (precision > MaxPrecision) throw new FormatException("An image formats at most 255 digits.");
        }
        return precision;
    }

    private static char* WriteDecimal(ulong value, char* end, int minDigits)
    {
        char* text = end;
        while (value != 0)
        {
            ulong quotient = value / 10;
            *--text = (char)('0' + (value - quotient * 10));
            value = quotient;
        }
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
