// What is left of an angle when quarter turns are taken away: exactly, however large the angle is (Payne, Hanek).

namespace System;

internal static class AngleReduction
{
    /// <summary>Bits of 2/π behind the point, the first 32 first.</summary>
    private static ReadOnlySpan<uint> TwoOverPi =>
    [
        0xA2F9836E, 0x4E441529, 0xFC2757D1, 0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB, 0xDEBBC561, 0xB7246E3A, 0x424DD2E0,
        0x06492EEA, 0x09D1921C, 0xFE1DEB1C, 0xB129A73E, 0xE88235F5, 0x2EBB4484, 0xE99C7026, 0xB45F7E41, 0x3991D639, 0x835339F4,
        0x9C845F8B, 0xBDF9283B, 0x1FF897FF, 0xDE05980F, 0xEF2F118B, 0x5A0A6D1F, 0x6D367ECF, 0x27CB09B7, 0x4F463F66, 0x9E5FEA2D,
        0x7527BAC7, 0xEBE5F17B, 0x3D0739F7, 0x8A5292EA, 0x6BFB5FB1, 0x1F8D5D08, 0x56033046, 0xFC7B6BAB,
    ];

    /// <param name="quarters">How many quarter turns were taken away, modulo 4.</param>
    /// <returns>From -π/4 to π/4.</returns>
    public static DoubleDouble Reduce(double x, out int quarters)
    {
        const double QuarterPi = 0.7853981633974483, MostByProducts = 1 << 20;
        quarters = 0;
        if (Math.Abs(x) <= QuarterPi) return x;
        if (Math.Abs(x) > MostByProducts) return ReduceLarge(x, out quarters);
        double count = Math.Round(x / PreciseMath.HalfPi.High);
        quarters = (int)count & 3;
        // π/2 in three parts: enough digits are left where they cancel.
        DoubleDouble rest = (DoubleDouble)x - DoubleDouble.Product(count, PreciseMath.HalfPi.High);
        rest -= DoubleDouble.Product(count, PreciseMath.HalfPi.Low);
        return rest - DoubleDouble.Product(count, -1.4973849048591698E-33);
    }

    private static DoubleDouble ReduceLarge(double x, out int quarters)
    {
        const int FractionBits = 52;
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        // x = whole × 2^exponent.
        int exponent = (int)((bits >> FractionBits) & 0x7FF) - 1023 - FractionBits;
        ulong whole = (bits & ((1ul << FractionBits) - 1)) | (1ul << FractionBits);
        // The bits of 2/π that make whole turns are left out: the window begins behind them. Where x is not so large, it
        // begins with zeros.
        int first = exponent - 2;
        WideMantissa product = WideMantissa.Product(Window(first + 128), whole);
        product.Upper += Window(first) * (UInt128)whole;
        // The window's first two bits are worth two turns and one, in units of two quarters: what is above them is gone.
        return Split(product, x < 0, out quarters);
    }

    /// <summary>128 bits of 2/π from a place on; before the point there are zeros.</summary>
    private static UInt128 Window(int first)
    {
        UInt128 window = default;
        for (int i = 0; i < 5; i++)
        {
            // Words that the window touches, each shifted to its place.
            int word = (first >> 5) + i;
            uint bits = (uint)word < (uint)TwoOverPi.Length ? TwoOverPi[word] : 0;
            int shift = first - word * 32 + 96;
            window |= shift >= 0 ? (UInt128)bits << shift : (UInt128)bits >> -shift;
        }
        return window;
    }

    /// <param name="turns">x·2/π modulo 4, with two bits before the point and 254 behind it.</param>
    private static DoubleDouble Split(WideMantissa turns, bool isNegative, out int quarters)
    {
        const double TwoToMinus126 = 1.1754943508222875E-38;
        quarters = (int)(turns.Upper >> 126)._lower;
        UInt128 high = turns.Upper & (UInt128.MaxValue >> 2);
        UInt128 low = turns.Lower;
        bool isBeyondHalf = high >> 125 != default;
        if (isBeyondHalf)
        {
            // Rather a little less than the next quarter.
            quarters++;
            high = (UInt128.One << 126) - high - (low != default ? UInt128.One : default);
            low = default(UInt128) - low;
        }
        DoubleDouble fraction = Number(high).Times(TwoToMinus126) + Number(low).Times(TwoToMinus126).Times(PreciseMath.PowerOf2(-128));
        if (isBeyondHalf != isNegative) fraction = -fraction;
        if (isNegative) quarters = -quarters;
        quarters &= 3;
        return fraction * PreciseMath.HalfPi;
    }

    private static DoubleDouble Number(UInt128 value)
    {
        DoubleDouble result = default;
        for (int shift = 96; shift >= 0; shift -= 32) result = result.Times(4294967296.0) + (uint)(value >> shift)._lower;
        return result;
    }
}
