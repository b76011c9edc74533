// Values at the beginning of a text in UTF-8: what follows is left.

namespace System.Buffers.Text;

public static partial class Utf8Parser
{
    private static FormatException Invalid => new("Format specifier was invalid.");

    private static bool IsDigit(byte c) => (uint)(c - '0') <= 9;

    /// <summary>An integer in the format G, D, N or X.</summary>
    private static bool TryInteger(ReadOnlySpan<byte> source, out UInt128 magnitude, out bool isNegative, out int consumed, char format, bool isSigned, int bits)
    {
        magnitude = 0;
        isNegative = false;
        consumed = 0;
        return format switch
        {
            '\0' or 'g' or 'G' or 'd' or 'D' => TryDecimal(source, out magnitude, out isNegative, out consumed, isSigned, false),
            'n' or 'N' => TryDecimal(source, out magnitude, out isNegative, out consumed, isSigned, true),
            'x' or 'X' => TryHexadecimal(source, out magnitude, out consumed, bits),
            _ => throw Invalid,
        };
    }

    /// <param name="hasGroups">Commas between the digits, and zeros behind a point, are parts of the number.</param>
    private static bool TryDecimal(ReadOnlySpan<byte> source, out UInt128 magnitude, out bool isNegative, out int at, bool isSigned, bool hasGroups)
    {
        magnitude = 0;
        at = 0;
        isNegative = isSigned && source is [(byte)'-', ..];
        if (isNegative || source is [(byte)'+', ..] && (isSigned || hasGroups)) at++;
        int first = at;
        bool hasDigits = false;
        for (; at < source.Length; at++)
        {
            if (hasGroups && source[at] == ',' && at > first) continue;
            if (!IsDigit(source[at])) break;
            hasDigits = true;
            // Beyond what any type holds the exact value does not matter.
            if (magnitude <= ulong.MaxValue) magnitude = magnitude * 10 + (uint)(source[at] - '0');
        }
        if (hasGroups && at < source.Length && source[at] == '.')
        {
            for (at++; at < source.Length && IsDigit(source[at]); at++)
            {
                hasDigits = true;
                if (source[at] != '0') return false;
            }
        }
        return hasDigits;
    }

    private static bool TryHexadecimal(ReadOnlySpan<byte> source, out UInt128 value, out int at, int bits)
    {
        value = 0;
        for (at = 0; at < source.Length && char.IsAsciiHexDigit((char)source[at]); at++)
            if (value <= ulong.MaxValue) value = value << 4 | (uint)(source[at] <= '9' ? source[at] - '0' : (source[at] | 0x20) - 'a' + 10);
        return at > 0 && value >> bits == 0;
    }

    private static bool TrySigned(ReadOnlySpan<byte> source, out long value, out int bytesConsumed, char format, int bits)
    {
        bool isHexadecimal = format is 'x' or 'X';
        bool parsed = TryInteger(source, out UInt128 magnitude, out bool isNegative, out bytesConsumed, format, true, bits);
        UInt128 limit = ((UInt128)1 << (bits - 1)) - (isNegative ? 0u : 1u);
        parsed &= isHexadecimal || magnitude <= limit;
        if (!parsed) (magnitude, bytesConsumed) = (0, 0);
        value = unchecked(isNegative ? -(long)(ulong)magnitude : (long)(ulong)magnitude);
        return parsed;
    }

    private static bool TryUnsigned(ReadOnlySpan<byte> source, out ulong value, out int bytesConsumed, char format, int bits)
    {
        bool parsed = TryInteger(source, out UInt128 magnitude, out _, out bytesConsumed, format, false, bits) && magnitude >> bits == 0;
        if (!parsed) (magnitude, bytesConsumed) = (0, 0);
        value = (ulong)magnitude;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out sbyte value, out int bytesConsumed, char standardFormat = '\0')
    {
        bool parsed = TrySigned(source, out long wide, out bytesConsumed, standardFormat, 8);
        value = (sbyte)wide;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out short value, out int bytesConsumed, char standardFormat = '\0')
    {
        bool parsed = TrySigned(source, out long wide, out bytesConsumed, standardFormat, 16);
        value = (short)wide;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out int value, out int bytesConsumed, char standardFormat = '\0')
    {
        bool parsed = TrySigned(source, out long wide, out bytesConsumed, standardFormat, 32);
        value = (int)wide;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out long value, out int bytesConsumed, char standardFormat = '\0') =>
        TrySigned(source, out value, out bytesConsumed, standardFormat, 64);

    public static bool TryParse(ReadOnlySpan<byte> source, out byte value, out int bytesConsumed, char standardFormat = '\0')
    {
        bool parsed = TryUnsigned(source, out ulong wide, out bytesConsumed, standardFormat, 8);
        value = (byte)wide;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out ushort value, out int bytesConsumed, char standardFormat = '\0')
    {
        bool parsed = TryUnsigned(source, out ulong wide, out bytesConsumed, standardFormat, 16);
        value = (ushort)wide;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out uint value, out int bytesConsumed, char standardFormat = '\0')
    {
        bool parsed = TryUnsigned(source, out ulong wide, out bytesConsumed, standardFormat, 32);
        value = (uint)wide;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out ulong value, out int bytesConsumed, char standardFormat = '\0') =>
        TryUnsigned(source, out value, out bytesConsumed, standardFormat, 64);
}
