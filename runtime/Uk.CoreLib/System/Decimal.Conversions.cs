// What becomes a decimal, and what it becomes.

namespace System;

public readonly partial struct Decimal
{
    private static ReadOnlySpan<double> PowersOf10 =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23,
        1e24, 1e25, 1e26, 1e27, 1e28,
    ];

    public static implicit operator decimal(byte value) => new((int)value);
    public static implicit operator decimal(sbyte value) => new((int)value);
    public static implicit operator decimal(short value) => new((int)value);
    public static implicit operator decimal(ushort value) => new((int)value);
    public static implicit operator decimal(char value) => new((int)value);
    public static implicit operator decimal(int value) => new(value);
    public static implicit operator decimal(uint value) => new(value);
    public static implicit operator decimal(long value) => new(value);
    public static implicit operator decimal(ulong value) => new(value);

    public static explicit operator decimal(double value) => FromDouble(value, 15);
    public static explicit operator decimal(float value) => FromDouble(value, 7);

    /// <summary>So many significant digits as the type is sure of, without the zeros that trail.</summary>
    private static decimal FromDouble(double value, int digits)
    {
        const int LeastExponent = -94, MostExponent = 96, Bias = 1022;
        int exponent = (int)((BitConverter.DoubleToUInt64Bits(value) >> 52) & 0x7FF) - Bias;
        if (exponent < LeastExponent) return default;
        if (exponent > MostExponent) throw new OverflowException(Beyond);
        bool isNegative = value < 0;
        if (isNegative) value = -value;
        double least = PowersOf10[digits - 1];
        // 19728 / 65536 is the logarithm of 2.
        int power = digits - 1 - ((exponent * 19728) >> 16);
        if (power >= 0)
        {
            power = Math.Min(power, MaxScale);
            value *= PowersOf10[power];
        }
        else if (power != -1 || value >= least * 10) value /= PowersOf10[-power];
        else power = 0;
        if (value < least && power < MaxScale)
        {
            value *= 10;
            power++;
        }
        ulong mantissa = (ulong)(long)value;
        double rest = value - (long)mantissa;
        if (rest > 0.5 || (rest == 0.5 && (mantissa & 1) != 0)) mantissa++;
        if (mantissa == 0) return default;
        if (power < 0) return new decimal(WideMantissa.Scaled(mantissa, -power).Lower, 0, isNegative);
        for (int zeros = Math.Min(power, digits - 1); zeros > 0 && mantissa % 10 == 0; zeros--, power--) mantissa /= 10;
        return new decimal(mantissa, power, isNegative);
    }

    public static explicit operator double(decimal value)
    {
        const double TwoTo64 = 18446744073709551616.0;
        double result = (value._low + value._high * TwoTo64) / PowersOf10[value.Scale];
        return value.IsMinus ? -result : result;
    }

    public static explicit operator float(decimal value) => (float)(double)value;

    public static explicit operator long(decimal value)
    {
        UInt128 whole = Truncate(value).Mantissa;
        if (whole._upper != 0 || whole._lower > long.MaxValue + (value.IsMinus ? 1ul : 0)) throw new OverflowException("Value was either too large or too small for an Int64.");
        return value.IsMinus ? (long)(0 - whole._lower) : (long)whole._lower;
    }

    public static explicit operator ulong(decimal value)
    {
        UInt128 whole = Truncate(value).Mantissa;
        if (whole._upper != 0 || (value.IsMinus && whole._lower != 0)) throw new OverflowException("Value was either too large or too small for a UInt64.");
        return whole._lower;
    }

    private static long Within(decimal value, long least, long most, string typeName)
    {
        UInt128 whole = Truncate(value).Mantissa;
        if (whole._upper != 0 || whole._lower > uint.MaxValue) throw new OverflowException(string.Concat("Value was either too large or too small for ", typeName, "."));
        long result = value.IsMinus ? -(long)whole._lower : (long)whole._lower;
        if (result < least || result > most) throw new OverflowException(string.Concat("Value was either too large or too small for ", typeName, "."));
        return result;
    }

    public static explicit operator int(decimal value) => (int)Within(value, int.MinValue, int.MaxValue, "an Int32");
    public static explicit operator uint(decimal value) => (uint)Within(value, uint.MinValue, uint.MaxValue, "a UInt32");
    public static explicit operator short(decimal value) => (short)Within(value, short.MinValue, short.MaxValue, "an Int16");
    public static explicit operator ushort(decimal value) => (ushort)Within(value, ushort.MinValue, ushort.MaxValue, "a UInt16");
    public static explicit operator byte(decimal value) => (byte)Within(value, byte.MinValue, byte.MaxValue, "an unsigned byte");
    public static explicit operator sbyte(decimal value) => (sbyte)Within(value, sbyte.MinValue, sbyte.MaxValue, "a signed byte");
    public static explicit operator char(decimal value) => (char)Within(value, char.MinValue, char.MaxValue, "a character");

    public static byte ToByte(decimal value) => (byte)value;
    public static sbyte ToSByte(decimal value) => (sbyte)value;
    public static short ToInt16(decimal value) => (short)value;
    public static ushort ToUInt16(decimal value) => (ushort)value;
    public static int ToInt32(decimal d) => (int)d;
    public static uint ToUInt32(decimal d) => (uint)d;
    public static long ToInt64(decimal d) => (long)d;
    public static ulong ToUInt64(decimal d) => (ulong)d;
    public static float ToSingle(decimal d) => (float)d;
    public static double ToDouble(decimal d) => (double)d;

    public static long ToOACurrency(decimal value)
    {
        // In ten-thousandths.
        const int Places = 4;
        decimal rounded = Round(value, Places);
        UInt128 mantissa = WideMantissa.Scaled(rounded.Mantissa, Places - rounded.Scale).Lower;
        if (mantissa > (UInt128)(long.MaxValue + (value.IsMinus ? 1ul : 0))) throw new OverflowException("Value was either too large or too small for a Currency.");
        return value.IsMinus ? (long)(0 - mantissa._lower) : (long)mantissa._lower;
    }

    public static decimal FromOACurrency(long cy)
    {
        const int Places = 4;
        return Trimmed(new decimal(cy < 0 ? 0 - (ulong)cy : (ulong)cy, Places, cy < 0));
    }
}
