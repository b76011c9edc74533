// Numbers of 128 bits to text and back.

using System.Globalization;

namespace System;

internal static unsafe partial class Number
{
    /// <summary>Digits of the largest number of 128 bits.</summary>
    private const int WideDigits = 39;

    internal static string ToString(UInt128 magnitude, UInt128 bits, bool isNegative, string? wanted)
    {
        ReadOnlySpan<char> format = ToNul(wanted);
        Span<byte> room = stackalloc byte[WideDigits];
        Span<byte> digits = WriteWideDigits(magnitude, room);
        DecimalText number = new(stackalloc byte[WideDigits + 1]);
        number.Set(digits, isNegative);
        if (IsCustom(format)) return CustomNumberFormat.Write(ref number, format);
        NumberFormat parsed = NumberFormat.Parse(format);
        if (parsed.Kind is 'X' or 'B')
        {
            string upper = bits._upper == 0 ? "" : bits._upper.ToString(parsed.Kind == 'B' ? "B" : parsed.IsLower ? "x" : "X");
            string lowerFormat = (parsed.Kind == 'B' ? "B" : parsed.IsLower ? "x" : "X") + (upper.Length == 0 ? "" : parsed.Kind == 'B' ? "64" : "16");
            return string.Concat(upper, bits._lower.ToString(lowerFormat)).PadLeft(Math.Max(parsed.Precision, 1), '0');
        }
        if (parsed.Kind is 'D' or 'R' || (parsed.Kind == 'G' && parsed.Precision <= 0))
        {
            TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
            if (isNegative) text.Append('-');
            int zeros = (parsed.Kind == 'D' ? Math.Max(parsed.Precision, 1) : 1) - digits.Length;
            if (zeros > 0) text.Append('0', zeros);
            foreach (byte digit in digits) text.Append((char)('0' + digit));
            return text.ToString();
        }
        if (parsed.SignificantDigits >= 0) number.Round(parsed.SignificantDigits);
        return parsed.Write(ref number);
    }

    /// <summary>Without leading zeros: nothing for zero.</summary>
    internal static Span<byte> WriteWideDigits(UInt128 value, Span<byte> room)
    {
        int at = room.Length;
        while (value._upper != 0)
        {
            // A division of 128 bits gives nine digits at once.
            (value, UInt128 rest) = UInt128.DivRem(value, (UInt128)1_000_000_000u);
            uint nine = (uint)rest._lower;
            for (int i = 0; i < 9; i++, nine /= 10) room[--at] = (byte)(nine % 10);
        }
        for (ulong rest = value._lower; rest != 0; rest /= 10) room[--at] = (byte)(rest % 10);
        while (at < room.Length && room[at] == 0) at++;
        return room.Slice(at);
    }

    internal static ParseStatus TryParseWide(ReadOnlySpan<char> text, NumberStyles style, bool isSigned, out UInt128 bits)
    {
        CheckIntegerStyle(style);
        bits = default;
        if ((style & NumberStyles.AllowHexSpecifier) != 0) return TryParseWidePowerOfTwo(text, style, 4, out bits);
        if ((style & NumberStyles.AllowBinarySpecifier) != 0) return TryParseWidePowerOfTwo(text, style, 1, out bits);
        DecimalText number = new(stackalloc byte[WideDigits + 1]);
        if (!number.TryRead(text, style)) return ParseStatus.Format;
        if (number.PointAt > WideDigits || number.PointAt < number.Count || number.HasMore) return ParseStatus.Overflow;
        UInt128 magnitude = default, most = UInt128.MaxValue / 10u;
        for (int i = 0; i < number.PointAt; i++)
        {
            uint digit = i < number.Count ? number.Digits[i] : 0u;
            if (magnitude > most) return ParseStatus.Overflow;
            UInt128 next = magnitude * 10u + digit;
            if (next < digit) return ParseStatus.Overflow;
            magnitude = next;
        }
        UInt128 limit = isSigned ? (UInt128.MaxValue >> 1) + (number.IsNegative ? UInt128.One : default) : number.IsNegative ? default : UInt128.MaxValue;
        if (magnitude > limit) return ParseStatus.Overflow;
        bits = number.IsNegative ? default(UInt128) - magnitude : magnitude;
        return ParseStatus.Ok;
    }

    private static ParseStatus TryParseWidePowerOfTwo(ReadOnlySpan<char> text, NumberStyles style, int bitsPerDigit, out UInt128 bits)
    {
        bits = default;
        int at = SkipWhite(text, 0, style, NumberStyles.AllowLeadingWhite);
        int first = at;
        UInt128 value = default;
        bool overflow = false;
        for (; at < text.Length; at++)
        {
            int digit = DigitOf(text[at]);
            if ((uint)digit >= 1u << bitsPerDigit) break;
            overflow |= value >> (128 - bitsPerDigit) != default;
            value = (value << bitsPerDigit) | (uint)digit;
        }
        if (at == first || !IsEnd(text, at, style)) return ParseStatus.Format;
        if (overflow) return ParseStatus.Overflow;
        bits = value;
        return ParseStatus.Ok;
    }
}
