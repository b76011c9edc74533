// Convert.ToString of everything.

namespace System;

public static partial class Convert
{
    public static string? ToString(object? value) => ToString(value, null);
    public static string? ToString(object? value, IFormatProvider? provider) =>
        value is IFormattable formattable ? formattable.ToString(null, provider) : value is null ? "" : value.ToString();
    public static string? ToString(string? value) => value;
    public static string? ToString(string? value, IFormatProvider? provider) => value;
    public static string ToString(bool value) => value.ToString();
    public static string ToString(bool value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(char value) => value.ToString();
    public static string ToString(char value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(sbyte value) => value.ToString();
    public static string ToString(sbyte value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(byte value) => value.ToString();
    public static string ToString(byte value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(short value) => value.ToString();
    public static string ToString(short value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(ushort value) => value.ToString();
    public static string ToString(ushort value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(int value) => value.ToString();
    public static string ToString(int value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(uint value) => value.ToString();
    public static string ToString(uint value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(long value) => value.ToString();
    public static string ToString(long value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(ulong value) => value.ToString();
    public static string ToString(ulong value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(float value) => value.ToString();
    public static string ToString(float value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(double value) => value.ToString();
    public static string ToString(double value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(decimal value) => value.ToString();
    public static string ToString(decimal value, IFormatProvider? provider) => value.ToString(provider);
    public static string ToString(DateTime value) => value.ToString();
    public static string ToString(DateTime value, IFormatProvider? provider) => value.ToString(provider);

    public static string ToString(byte value, int toBase) => InBase(value, value, toBase);
    public static string ToString(short value, int toBase) => InBase(value, (ushort)value, toBase);
    public static string ToString(int value, int toBase) => InBase(value, (uint)value, toBase);
    public static string ToString(long value, int toBase) => InBase(value, (ulong)value, toBase);

    /// <param name="bits">The value's own: all bases but ten show these.</param>
    private static string InBase(long value, ulong bits, int toBase)
    {
        CheckBase(toBase, nameof(toBase));
        if (toBase == 10) return value.ToString();
        const int MostDigits = 64;
        Span<char> digits = stackalloc char[MostDigits];
        int at = MostDigits;
        do
        {
            digits[--at] = "0123456789abcdef"[(int)(bits % (uint)toBase)];
            bits /= (uint)toBase;
        }
        while (bits != 0);
        return new string(digits.Slice(at));
    }

    private static void CheckBase(int @base, string? parameter)
    {
        if (@base is not (2 or 8 or 10 or 16)) throw new ArgumentException("Invalid Base.", parameter);
    }

    public static byte ToByte(string? value, int fromBase) => (byte)Unsigned(value, fromBase, 8, "an unsigned byte");
    public static ushort ToUInt16(string? value, int fromBase) => (ushort)Unsigned(value, fromBase, 16, "a UInt16");
    public static uint ToUInt32(string? value, int fromBase) => (uint)Unsigned(value, fromBase, 32, "a UInt32");
    public static ulong ToUInt64(string? value, int fromBase) => Unsigned(value, fromBase, 64, "a UInt64");
    public static sbyte ToSByte(string? value, int fromBase) => (sbyte)Signed(value, fromBase, 8, "a signed byte");
    public static short ToInt16(string? value, int fromBase) => (short)Signed(value, fromBase, 16, "an Int16");
    public static int ToInt32(string? value, int fromBase) => (int)Signed(value, fromBase, 32, "an Int32");
    public static long ToInt64(string? value, int fromBase) => Signed(value, fromBase, 64, "an Int64");

    private static OverflowException TooLarge(string typeName) => new(string.Concat("Value was either too large or too small for ", typeName, "."));

    private static ulong Unsigned(string? value, int fromBase, int bits, string typeName)
    {
        ulong magnitude = FromBase(value, fromBase, bits, typeName, out bool isNegative);
        return isNegative ? throw new OverflowException("The string was being parsed as an unsigned number and could not have a negative sign.") : magnitude;
    }

    /// <summary>In the bases that are powers of two the digits are the bits, the sign's among them.</summary>
    private static long Signed(string? value, int fromBase, int bits, string typeName)
    {
        ulong magnitude = FromBase(value, fromBase, bits, typeName, out bool isNegative);
        if (fromBase != 10) return (long)(magnitude << (64 - bits)) >> (64 - bits);
        ulong limit = (1ul << (bits - 1)) - (isNegative ? 0u : 1u);
        if (magnitude > limit) throw TooLarge(typeName);
        return isNegative ? (long)(0 - magnitude) : (long)magnitude;
    }

    private static ulong FromBase(string? text, int fromBase, int bits, string typeName, out bool isNegative)
    {
        CheckBase(fromBase, null);
        isNegative = false;
        if (text is null) return 0;
        if (text.Length == 0) throw new ArgumentOutOfRangeException("Index was out of range. Must be non-negative and less than the size of the collection.");
        int at = 0;
        if (text[0] == '-')
        {
            if (fromBase != 10) throw new ArgumentException("String cannot contain a minus sign if the base is not 10.");
            isNegative = true;
            at++;
        }
        else if (text[0] == '+') at++;
        if (fromBase == 16 && at + 1 < text.Length && text[at] == '0' && text[at + 1] is 'x' or 'X') at += 2;
        int first = at;
        ulong most = ulong.MaxValue >> (64 - bits), result = 0;
        bool isBeyond = false;
        for (; at < text.Length && Number.DigitOf(text[at]) is var digit && (uint)digit < (uint)fromBase; at++)
        {
            isBeyond |= result > (most - (uint)digit) / (uint)fromBase;
            result = result * (uint)fromBase + (uint)digit;
        }
        if (at == first) throw new FormatException("Could not find any recognizable digits.");
        if (isBeyond) throw TooLarge(typeName);
        if (at < text.Length) throw new FormatException("Additional non-parsable characters are at the end of the string.");
        return result;
    }
}
