// Integers as text, in the invariant culture. G, D and X are written straight into a buffer on the stack.

using System.Runtime.CompilerServices;

namespace System;

internal static unsafe partial class Number
{
    /// <summary>Digits of the longest 64-bit number, with its sign and room for one that rounding adds.</summary>
    private const int BufferLength = 24;

    /// <summary>The longest precision that <see cref="TryParsePlain"/> takes.</summary>
    private const int MaxPrecision = 255;

    internal static string ToString(long value) => Decimal(value < 0 ? 0 - (ulong)value : (ulong)value, value < 0);

    internal static string ToString(ulong value) => Decimal(value, negative: false);

    internal static string ToString(long value, ulong bits, string? format) =>
        Format(value < 0 ? 0 - (ulong)value : (ulong)value, bits, value < 0, format);

    internal static string ToString(ulong value, string? format) => Format(value, value, false, format);

    /// <summary>Inlined, so that a program that gives its numbers no formats has none of them.</summary>
    /// <param name="bits">The value's own bits, zero-extended: what X and B print.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryFormat(long value, ulong bits, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format)
    {
        ulong magnitude = value < 0 ? 0 - (ulong)value : (ulong)value;
        return format.IsEmpty
            ? TryFormatDecimal(magnitude, value < 0, destination, out charsWritten)
            : TryFormat(magnitude, bits, value < 0, destination, out charsWritten, format);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryFormat(ulong value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) =>
        format.IsEmpty
            ? TryFormatDecimal(value, negative: false, destination, out charsWritten)
            : TryFormat(value, value, false, destination, out charsWritten, format);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryFormatDecimal(ulong magnitude, bool negative, Span<char> destination, out int charsWritten)
    {
        int digits = CountDigits(magnitude), length = digits + (negative ? 1 : 0);
        charsWritten = 0;
        if (length > destination.Length) return false;
        ref char text = ref destination._reference;
        if (negative)
        {
            text = '-';
            text = ref Unsafe.Add(ref text, 1);
        }
        WriteDecimal(ref text, magnitude, digits);
        charsWritten = length;
        return true;
    }

    private static string Format(ulong magnitude, ulong bits, bool negative, ReadOnlySpan<char> format)
    {
        if (format.IsEmpty) return Decimal(magnitude, negative);
        if (!TryParsePlain(format, out char kind, out int precision)) return FormatGeneral(magnitude, bits, negative, format);
        PlainNumber number = new(magnitude, bits, negative, kind, precision);
        string result = string.FastAllocateString(number.Length);
        number.Write(ref result.FirstChar);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryFormat(
        ulong magnitude, ulong bits, bool negative, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format)
    {
        if (!TryParsePlain(format, out char kind, out int precision))
            return TryCopy(FormatGeneral(magnitude, bits, negative, format), destination, out charsWritten);
        PlainNumber number = new(magnitude, bits, negative, kind, precision);
        charsWritten = 0;
        if (number.Length > destination.Length) return false;
        number.Write(ref destination._reference);
        charsWritten = number.Length;
        return true;
    }

    /// <summary>The formats that few programs use on integers, at more cost.</summary>
    private static string FormatGeneral(ulong magnitude, ulong bits, bool negative, ReadOnlySpan<char> format)
    {
        format = ToNul(format);
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
        if (parsed.Kind == 'R' || (parsed.Kind == 'G' && parsed.Precision <= 0)) return Decimal(magnitude, negative);
        DecimalText number = new(stackalloc byte[BufferLength]);
        number.Set(magnitude, negative);
        if (parsed.SignificantDigits >= 0) number.Round(parsed.SignificantDigits);
        return parsed.Write(ref number);
    }

    /// <summary>.NET stops reading a format at a NUL character.</summary>
    internal static ReadOnlySpan<char> ToNul(ReadOnlySpan<char> format)
    {
        int end = format.IndexOf('\0');
        return end < 0 ? format : format.Slice(0, end);
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

    internal static ArgumentException NotA(string typeName) => new(string.Concat("Object must be of type ", typeName, "."));

    private static string Decimal(ulong magnitude, bool negative)
    {
        int digits = CountDigits(magnitude);
        string result = string.FastAllocateString(digits + (negative ? 1 : 0));
        ref char text = ref result.FirstChar;
        if (negative)
        {
            text = '-';
            text = ref Unsafe.Add(ref text, 1);
        }
        WriteDecimal(ref text, magnitude, digits);
        return result;
    }

    internal static void AppendTo(Text.StringBuilder builder, long value)
    {
        ulong magnitude = value < 0 ? 0 - (ulong)value : (ulong)value;
        int digits = CountDigits(magnitude);
        if (value < 0) builder.Append('-');
        WriteDecimal(ref builder.AppendRoom(digits), magnitude, digits);
    }

    private static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
        10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000, 10000000000000000000,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int CountDigits(ulong value)
    {
        value |= 1;
        // The logarithm is 1233/4096 of that to the base of two: right, or one too small.
        int digits = ((Numerics.BitOperations.Log2(value) + 1) * 1233) >> 12;
        return value < Unsafe.Add(ref PowersOfTen._reference, digits) ? digits : digits + 1;
    }

    /// <summary>Exactly so many digits, the first of them zeros where the value has fewer.</summary>
    /// <param name="text">Has room for them.</param>
    internal static void WriteDecimal(ref char text, ulong value, int digits)
    {
        // Two digits for one long division.
        for (; digits >= 2; digits -= 2)
        {
            ulong quotient = value / 100;
            uint two = (uint)(value - quotient * 100), one = two * 103 >> 10;
            // The low half of the word comes first in memory.
            Unsafe.WriteUnaligned(
                ref Unsafe.As<char, byte>(ref Unsafe.Add(ref text, digits - 2)), ((uint)'0' << 16 | '0') + (two << 16) - one * ((10u << 16) - 1));
            value = quotient;
        }
        if (digits != 0) text = (char)('0' + value);
    }

    /// <summary>The formats G, D and X with a small precision, as most numbers are written.</summary>
    /// <param name="kind">D, or the letter of X as it is given.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParsePlain(ReadOnlySpan<char> format, out char kind, out int precision)
    {
        kind = 'D';
        precision = 0;
        if (format.IsEmpty) return true;
        if (format.Length > 1) precision = ParsePrecision(format);
        if (precision < 0) return false;
        char letter = format[0];
        if ((letter | 0x20) == 'x') kind = letter;
        else return (letter | 0x20) == 'd' || ((letter | 0x20) == 'g' && precision == 0);
        return true;
    }

    /// <returns>0 where none is given, -1 where it is large or no number.</returns>
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

    /// <summary>A number whose text is measured before it is written to where it belongs.</summary>
    private readonly struct PlainNumber
    {
        private readonly ulong _value;
        private readonly int _digits;
        private readonly char _kind;
        private readonly bool _negative;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public PlainNumber(ulong magnitude, ulong bits, bool negative, char kind, int precision)
        {
            bool isDecimal = kind == 'D';
            _kind = kind;
            _value = isDecimal ? magnitude : bits;
            _negative = isDecimal && negative;
            _digits = Math.Max(precision, isDecimal ? CountDigits(magnitude) : Numerics.BitOperations.Log2(bits | 1) / 4 + 1);
        }

        public int Length => _digits + (_negative ? 1 : 0);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Write(ref char text)
        {
            if (_negative)
            {
                text = '-';
                text = ref Unsafe.Add(ref text, 1);
            }
            if (_kind == 'D') WriteDecimal(ref text, _value, _digits);
            else WriteHexadecimal(ref text, _value, _digits, _kind);
        }
    }

    private static void WriteHexadecimal(ref char text, ulong value, int digits, char kind)
    {
        uint letters = (uint)(kind - ('X' - 'A') - 10 - '0');
        while (--digits >= 0)
        {
            // Without a branch, which would go either way.
            uint digit = (uint)value & 15, isLetter = (digit + 6) >> 4;
            Unsafe.Add(ref text, digits) = (char)('0' + digit + isLetter * letters);
            value >>= 4;
        }
    }
}
