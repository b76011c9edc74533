// What becomes a half, rounded to the nearest and of two to the even one, and what a half becomes.

namespace System;

public readonly partial struct Half
{
    private const int FractionBits = 10, Bias = 15;
    private const int DoubleFractionBits = 52, DoubleBias = 1023;

    public static explicit operator Half(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        ushort sign = (ushort)(bits >> 48 & SignBit);
        int exponent = (int)(bits >> DoubleFractionBits & 0x7FF) - DoubleBias;
        ulong fraction = bits & ((1ul << DoubleFractionBits) - 1);
        if (exponent > DoubleBias) return new((ushort)((uint)sign | InfinityBits | (fraction == 0 ? 0u : 0x200u | (uint)(fraction >> (DoubleFractionBits - FractionBits)))));
        if (exponent > Bias) return new((ushort)(sign | InfinityBits));
        // Below the normal numbers there are fewer bits, and in the end none.
        int dropped = DoubleFractionBits - FractionBits + Math.Max(0, 1 - Bias - exponent);
        if (dropped > DoubleFractionBits + 1) return new(sign);
        fraction |= 1ul << DoubleFractionBits;
        ulong kept = fraction >> dropped, rest = fraction & ((1ul << dropped) - 1), middle = 1ul << (dropped - 1);
        if (rest > middle || (rest == middle && (kept & 1) != 0)) kept++;
        // The bit in front of the fraction adds one to the exponent, and so does what rounding carries.
        uint result = (uint)kept + (exponent < 1 - Bias ? 0u : (uint)(exponent + Bias - 1) << FractionBits);
        return new((ushort)((uint)sign | result));
    }

    public static explicit operator double(Half value)
    {
        double sign = IsNegative(value) ? -1 : 1;
        int exponent = value.Magnitude >> FractionBits, fraction = value.Magnitude & ((1 << FractionBits) - 1);
        if (exponent == InfinityBits >> FractionBits)
            return BitConverter.UInt64BitsToDouble((ulong)(value._value & SignBit) << 48 | 0x7FFul << DoubleFractionBits | (fraction == 0 ? 0 : 1ul << (DoubleFractionBits - 1)) | (ulong)fraction << (DoubleFractionBits - FractionBits));
        if (exponent == 0) return sign * fraction * (1.0 / (1 << (FractionBits + Bias - 1)));
        ulong bits = (ulong)(exponent - Bias + DoubleBias) << DoubleFractionBits | (ulong)fraction << (DoubleFractionBits - FractionBits);
        return sign * BitConverter.UInt64BitsToDouble(bits);
    }

    public static explicit operator Half(float value) => (Half)(double)value;
    public static explicit operator float(Half value) => (float)(double)value;
    public static explicit operator Half(decimal value) => (Half)(double)value;
    public static explicit operator decimal(Half value) => (decimal)(float)value;

    public static implicit operator Half(byte value) => (Half)(double)value;
    public static implicit operator Half(sbyte value) => (Half)(double)value;
    public static explicit operator Half(char value) => (Half)(double)value;
    public static explicit operator Half(short value) => (Half)(double)value;
    public static explicit operator Half(ushort value) => (Half)(double)value;
    public static explicit operator Half(int value) => (Half)(double)value;
    public static explicit operator Half(uint value) => (Half)(double)value;
    public static explicit operator Half(long value) => (Half)(double)value;
    public static explicit operator Half(ulong value) => (Half)(double)value;
    public static explicit operator Half(nint value) => (Half)(double)value;
    public static explicit operator Half(nuint value) => (Half)(double)value;

    public static explicit operator byte(Half value) => (byte)(double)value;
    public static explicit operator sbyte(Half value) => (sbyte)(double)value;
    public static explicit operator char(Half value) => (char)(double)value;
    public static explicit operator short(Half value) => (short)(double)value;
    public static explicit operator ushort(Half value) => (ushort)(double)value;
    public static explicit operator int(Half value) => (int)(double)value;
    public static explicit operator uint(Half value) => (uint)(double)value;
    public static explicit operator long(Half value) => (long)(double)value;
    public static explicit operator ulong(Half value) => (ulong)(double)value;
    public static explicit operator nint(Half value) => (nint)(double)value;
    public static explicit operator nuint(Half value) => (nuint)(double)value;
    public static explicit operator Int128(Half value) => (Int128)(double)value;
    public static explicit operator UInt128(Half value) => (UInt128)(double)value;

    public static explicit operator checked byte(Half value) => checked((byte)(double)value);
    public static explicit operator checked sbyte(Half value) => checked((sbyte)(double)value);
    public static explicit operator checked char(Half value) => checked((char)(double)value);
    public static explicit operator checked short(Half value) => checked((short)(double)value);
    public static explicit operator checked ushort(Half value) => checked((ushort)(double)value);
    public static explicit operator checked int(Half value) => checked((int)(double)value);
    public static explicit operator checked uint(Half value) => checked((uint)(double)value);
    public static explicit operator checked long(Half value) => checked((long)(double)value);
    public static explicit operator checked ulong(Half value) => checked((ulong)(double)value);
    public static explicit operator checked nint(Half value) => checked((nint)(double)value);
    public static explicit operator checked nuint(Half value) => checked((nuint)(double)value);
    public static explicit operator checked Int128(Half value) => checked((Int128)(double)value);
    public static explicit operator checked UInt128(Half value) => checked((UInt128)(double)value);
}
