// What becomes a UInt128, and what it becomes.

namespace System;

public readonly partial struct UInt128
{
    public static implicit operator UInt128(byte value) => new(0, value);
    public static implicit operator UInt128(char value) => new(0, value);
    public static implicit operator UInt128(ushort value) => new(0, value);
    public static implicit operator UInt128(uint value) => new(0, value);
    public static implicit operator UInt128(ulong value) => new(0, value);
    public static implicit operator UInt128(nuint value) => new(0, value);

    public static explicit operator UInt128(sbyte value) => new((ulong)((long)value >> 63), (ulong)(long)value);
    public static explicit operator checked UInt128(sbyte value) => new(0, checked((ulong)value));
    public static explicit operator UInt128(short value) => new((ulong)((long)value >> 63), (ulong)(long)value);
    public static explicit operator checked UInt128(short value) => new(0, checked((ulong)value));
    public static explicit operator UInt128(int value) => new((ulong)((long)value >> 63), (ulong)(long)value);
    public static explicit operator checked UInt128(int value) => new(0, checked((ulong)value));
    public static explicit operator UInt128(long value) => new((ulong)((long)value >> 63), (ulong)(long)value);
    public static explicit operator checked UInt128(long value) => new(0, checked((ulong)value));
    public static explicit operator UInt128(nint value) => new((ulong)((long)value >> 63), (ulong)(long)value);
    public static explicit operator checked UInt128(nint value) => new(0, checked((ulong)value));

    public static explicit operator byte(UInt128 value) => (byte)value._lower;
    public static explicit operator checked byte(UInt128 value) => value._upper == 0 ? checked((byte)value._lower) : throw new OverflowException();
    public static explicit operator char(UInt128 value) => (char)value._lower;
    public static explicit operator checked char(UInt128 value) => value._upper == 0 ? checked((char)value._lower) : throw new OverflowException();
    public static explicit operator ushort(UInt128 value) => (ushort)value._lower;
    public static explicit operator checked ushort(UInt128 value) => value._upper == 0 ? checked((ushort)value._lower) : throw new OverflowException();
    public static explicit operator uint(UInt128 value) => (uint)value._lower;
    public static explicit operator checked uint(UInt128 value) => value._upper == 0 ? checked((uint)value._lower) : throw new OverflowException();
    public static explicit operator ulong(UInt128 value) => (ulong)value._lower;
    public static explicit operator checked ulong(UInt128 value) => value._upper == 0 ? checked((ulong)value._lower) : throw new OverflowException();
    public static explicit operator nuint(UInt128 value) => (nuint)value._lower;
    public static explicit operator checked nuint(UInt128 value) => value._upper == 0 ? checked((nuint)value._lower) : throw new OverflowException();
    public static explicit operator sbyte(UInt128 value) => (sbyte)value._lower;
    public static explicit operator checked sbyte(UInt128 value) => value._upper == 0 ? checked((sbyte)value._lower) : throw new OverflowException();
    public static explicit operator short(UInt128 value) => (short)value._lower;
    public static explicit operator checked short(UInt128 value) => value._upper == 0 ? checked((short)value._lower) : throw new OverflowException();
    public static explicit operator int(UInt128 value) => (int)value._lower;
    public static explicit operator checked int(UInt128 value) => value._upper == 0 ? checked((int)value._lower) : throw new OverflowException();
    public static explicit operator long(UInt128 value) => (long)value._lower;
    public static explicit operator checked long(UInt128 value) => value._upper == 0 ? checked((long)value._lower) : throw new OverflowException();
    public static explicit operator nint(UInt128 value) => (nint)value._lower;
    public static explicit operator checked nint(UInt128 value) => value._upper == 0 ? checked((nint)value._lower) : throw new OverflowException();
    public static explicit operator Int128(UInt128 value) => new(value._upper, value._lower);
    public static explicit operator checked Int128(UInt128 value) => (long)value._upper >= 0 ? new(value._upper, value._lower) : throw new OverflowException();

    private const double TwoTo64 = 18446744073709551616.0;

    public static explicit operator double(UInt128 value) => Rounded(value, 53);
    public static explicit operator float(UInt128 value) => (float)Rounded(value, 24);

    /// <summary>To so many significant bits, halves to even, so that no second rounding follows.</summary>
    private static double Rounded(UInt128 value, int bits)
    {
        int extra = 128 - LeadingZeros(value) - bits;
        if (extra <= 0) return value._lower;
        UInt128 kept = value >> extra, rest = value - (kept << extra), half = One << (extra - 1);
        if (rest > half || (rest == half && (kept._lower & 1) != 0)) kept += One;
        return kept._lower * BitConverter.UInt64BitsToDouble((ulong)(1023 + extra) << 52);
    }

    public static explicit operator UInt128(double value) => double.IsNaN(value) || value <= 0 ? default : value >= TwoTo64 * TwoTo64 ? MaxValue : FromDouble(value);
    public static explicit operator checked UInt128(double value) =>
        value > -1.0 && value < TwoTo64 * TwoTo64 ? FromDouble(value) : throw new OverflowException();
    public static explicit operator UInt128(float value) => (UInt128)(double)value;
    public static explicit operator checked UInt128(float value) => checked((UInt128)(double)value);

    private static UInt128 FromDouble(double value)
    {
        if (value < 1) return default;
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1023 - 52;
        UInt128 fraction = (bits & ((1ul << 52) - 1)) | (1ul << 52);
        return exponent >= 0 ? fraction << exponent : fraction >> -exponent;
    }

    public static explicit operator decimal(UInt128 value) =>
        value._upper <= uint.MaxValue
            ? new decimal((int)value._lower, (int)(value._lower >> 32), (int)value._upper, false, 0)
            : throw new OverflowException("Value was either too large or too small for a Decimal.");

    public static explicit operator UInt128(decimal value)
    {
        value = decimal.Truncate(value);
        return value.IsZeroOrMore ? value.Mantissa : throw new OverflowException();
    }
}
