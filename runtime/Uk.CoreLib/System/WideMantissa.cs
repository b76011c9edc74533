// The exact result of an operation on decimals before it is rounded to 96 bits.

namespace System;

/// <summary>Whole numbers of 256 bits: the product of two mantissas, or one aligned with another.</summary>
internal struct WideMantissa(UInt128 upper, UInt128 lower)
{
    public UInt128 Upper = upper, Lower = lower;

    private static ReadOnlySpan<uint> PowersOf10 => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    public static WideMantissa Product(UInt128 left, UInt128 right)
    {
        UInt128 low = (UInt128)left._lower * right._lower;
        UInt128 middle = (UInt128)left._upper * right._lower + low._upper;
        UInt128 middle2 = (UInt128)left._lower * right._upper + middle._lower;
        UInt128 high = (UInt128)left._upper * right._upper + middle._upper + middle2._upper;
        return new WideMantissa(high, new UInt128(middle2._lower, low._lower));
    }

    public static WideMantissa Scaled(UInt128 value, int powerOf10)
    {
        WideMantissa result = new(default, value);
        result.Scale(powerOf10);
        return result;
    }

    public void Scale(int powerOf10)
    {
        for (; powerOf10 > 0; powerOf10 -= 9) Multiply(PowersOf10[Math.Min(powerOf10, 9)]);
    }

    public void AppendDigit(byte digit)
    {
        Multiply(10);
        Add(new WideMantissa(default, digit));
    }

    private void Multiply(uint factor)
    {
        WideMantissa product = Product(Lower, factor);
        Lower = product.Lower;
        Upper = Upper * factor + product.Upper;
    }

    public void Add(in WideMantissa other)
    {
        Lower += other.Lower;
        Upper += other.Upper + (Lower < other.Lower ? UInt128.One : default);
    }

    /// <summary>The other is not greater.</summary>
    public void Subtract(in WideMantissa other)
    {
        UInt128 borrow = Lower < other.Lower ? UInt128.One : default;
        Lower -= other.Lower;
        Upper -= other.Upper + borrow;
    }

    public readonly int CompareTo(in WideMantissa other)
    {
        int order = Upper.CompareTo(other.Upper);
        return order != 0 ? order : Lower.CompareTo(other.Lower);
    }

    private readonly int BitLength => Upper != default ? 256 - UInt128.LeadingZeros(Upper) : 128 - UInt128.LeadingZeros(Lower);

    /// <returns>The remainder.</returns>
    private uint Divide(uint divisor)
    {
        (Upper, UInt128 rest) = UInt128.DivRem(Upper, divisor);
        ulong high = (rest._lower << 32) | (Lower._upper >> 32);
        ulong next = ((high % divisor) << 32) | (uint)Lower._upper;
        ulong third = ((next % divisor) << 32) | (Lower._lower >> 32);
        ulong last = ((third % divisor) << 32) | (uint)Lower._lower;
        Lower = new UInt128((high / divisor << 32) + next / divisor, (third / divisor << 32) + last / divisor);
        return (uint)(last % divisor);
    }

    /// <summary>
    /// Drops digits until 96 bits and the largest scale suffice, and rounds halves to even; -1 where more digits than
    /// there are behind the point would have to go.
    /// </summary>
    /// <returns>The scale that is left.</returns>
    public int Reduce(int scale, int maxScale)
    {
        const int Bits = 96;
        const double DigitsPerBit = 0.30103;
        int dropped = Math.Max(scale - maxScale, 0);
        // One fewer than needed at least: the last is dropped with an eye on what it was.
        int excess = BitLength - Bits;
        if (excess > 0) dropped = Math.Max(dropped, (int)(excess * DigitsPerBit));
        uint last = 0;
        bool hasRest = false;
        scale -= dropped;
        for (; dropped > 1; dropped -= Math.Min(dropped - 1, 9)) hasRest |= Divide(PowersOf10[Math.Min(dropped - 1, 9)]) != 0;
        if (dropped == 1) last = Divide(10);
        while (true)
        {
            if (scale < 0) return -1;
            if (BitLength <= Bits)
            {
                UInt128 kept = Lower;
                bool roundsUp = last > 5 || (last == 5 && (hasRest || (kept._lower & 1) != 0));
                if (roundsUp) kept += UInt128.One;
                if (kept._upper <= uint.MaxValue)
                {
                    Lower = kept;
                    return scale;
                }
            }
            hasRest |= last != 0;
            last = Divide(10);
            scale--;
        }
    }

    /// <summary>What is left after division, bit by bit.</summary>
    public void Remainder(in WideMantissa divisor)
    {
        for (int shift = BitLength - divisor.BitLength; shift >= 0; shift--)
        {
            WideMantissa shifted = divisor.ShiftedLeft(shift);
            if (CompareTo(shifted) >= 0) Subtract(shifted);
        }
    }

    private readonly WideMantissa ShiftedLeft(int count)
    {
        if (count >= 128) return new WideMantissa(Lower << (count - 128), default);
        return count == 0 ? this : new WideMantissa((Upper << count) | (Lower >>> (128 - count)), Lower << count);
    }
}
