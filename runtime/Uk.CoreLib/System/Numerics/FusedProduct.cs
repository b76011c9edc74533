// a * b + c with one rounding, for processors without an instruction for it.

namespace System.Numerics;

internal static class FusedProduct
{
    // The product of two floats is exact in a double. Rounding the sum to odd first makes the second rounding right.
    internal static float Add(float a, float b, float c)
    {
        double product = (double)a * b;
        return (float)SumToOdd(product, c);
    }

    /// <summary>The sum, with its last bit set where it is not exact.</summary>
    private static double SumToOdd(double left, double right)
    {
        double sum = left + right;
        if (!double.IsFinite(sum)) return sum;
        double rightPart = sum - left;
        double error = (left - (sum - rightPart)) + (right - rightPart);
        long bits = BitConverter.DoubleToInt64Bits(sum);
        if (error == 0 || (bits & 1) != 0) return sum;
        // The exact sum lies between this even value and its neighbour, which is odd, on the side of the error.
        bool away = (error > 0) == (sum > 0);
        return BitConverter.Int64BitsToDouble(away ? bits + 1 : bits - 1);
    }

    internal static double Add(double a, double b, double c)
    {
        if (!double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c) || a == 0 || b == 0) return a * b + c;
        Split(a, out ulong aBits, out int aExponent);
        Split(b, out ulong bBits, out int bExponent);
        ulong high = Math.BigMul(aBits, bBits, out ulong low);
        var product = new WideNumber(high, low, 0, aExponent + bExponent + 64, (a < 0) != (b < 0));
        if (c == 0) return product.ToDouble();
        Split(c, out ulong cBits, out int cExponent);
        return WideNumber.Add(product, new WideNumber(cBits, 0, 0, cExponent, c < 0)).ToDouble();
    }

    /// <summary>The magnitude as a number whose top bit is set, times two to the exponent.</summary>
    private static void Split(double value, out ulong significand, out int exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(value) & long.MaxValue;
        int biased = (int)(bits >> 52);
        significand = (ulong)bits & 0xF_FFFF_FFFF_FFFF;
        if (biased != 0) significand |= 1ul << 52;
        int shift = BitOperations.LeadingZeroCount(significand);
        significand <<= shift;
        exponent = Math.Max(biased, 1) - 1075 - shift;
    }
}

/// <summary>A number of 192 bits: the sum of a product of doubles and a double, with what is below it as a last bit.</summary>
internal readonly struct WideNumber
{
    private readonly ulong _high, _middle, _low;
    // The value is high.middle.low as an integer of the high word, times two to this.
    private readonly int _exponent;
    private readonly bool _negative;

    internal WideNumber(ulong high, ulong middle, ulong low, int exponent, bool negative)
    {
        while (high == 0 && (middle | low) != 0)
        {
            (high, middle, low) = (middle, low, 0);
            exponent -= 64;
        }
        int shift = BitOperations.LeadingZeroCount(high);
        if (shift is > 0 and < 64)
        {
            high = (high << shift) | (middle >> (64 - shift));
            middle = (middle << shift) | (low >> (64 - shift));
            low <<= shift;
            exponent -= shift;
        }
        (_high, _middle, _low, _exponent, _negative) = (high, middle, low, exponent, negative);
    }

    internal static WideNumber Add(WideNumber left, WideNumber right)
    {
        if (left._exponent < right._exponent || (left._exponent == right._exponent && left._high < right._high)) (left, right) = (right, left);
        // One bit of room for the carry.
        left = left.ShiftedRight(1);
        right = right.ShiftedRight(left._exponent - right._exponent);
        return left._negative == right._negative ? Sum(left, right) : Difference(left, right);
    }

    private static WideNumber Sum(WideNumber left, WideNumber right)
    {
        ulong low = left._low + right._low;
        ulong carry = low < left._low ? 1ul : 0;
        ulong middle = left._middle + right._middle, middleCarry = middle < left._middle ? 1ul : 0;
        middle += carry;
        if (middle < carry) middleCarry++;
        return new WideNumber(left._high + right._high + middleCarry, middle, low, left._exponent, left._negative);
    }

    private static WideNumber Difference(WideNumber left, WideNumber right)
    {
        if (IsLess(left, right)) (left, right) = (right, left);
        ulong low = left._low - right._low, borrow = left._low < right._low ? 1ul : 0;
        ulong middle = left._middle - right._middle, middleBorrow = left._middle < right._middle ? 1ul : 0;
        if (middle < borrow) middleBorrow++;
        middle -= borrow;
        ulong high = left._high - right._high - middleBorrow;
        // Numbers that cancel leave the positive zero.
        return new WideNumber(high, middle, low, left._exponent, left._negative && (high | middle | low) != 0);
    }

    private static bool IsLess(WideNumber left, WideNumber right) =>
        left._high != right._high ? left._high < right._high
        : left._middle != right._middle ? left._middle < right._middle : left._low < right._low;

    /// <summary>Not normalised; bits that fall off leave the last one set.</summary>
    private WideNumber ShiftedRight(int count)
    {
        ulong high = _high, middle = _middle, low = _low;
        bool lost = false;
        int left = count;
        for (; left >= 64 && (high | middle | low) != 0; left -= 64)
        {
            lost |= low != 0;
            (high, middle, low) = (0, high, middle);
        }
        left = Math.Min(left, 63);
        if (left > 0)
        {
            lost |= low << (64 - left) != 0;
            low = (low >> left) | (middle << (64 - left));
            middle = (middle >> left) | (high << (64 - left));
            high >>= left;
        }
        return new WideNumber(high, middle, low | (lost ? 1ul : 0), _exponent + count, _negative, normalised: false);
    }

    private WideNumber(ulong high, ulong middle, ulong low, int exponent, bool negative, bool normalised) =>
        (_high, _middle, _low, _exponent, _negative) = (high, middle, low, exponent, negative);

    /// <summary>Rounded to the nearest double, halves to the even one.</summary>
    internal double ToDouble()
    {
        if (_high == 0) return 0;
        // The exponent that the double would have; below the least one the significand has fewer bits.
        int exponent = _exponent + 63;
        int kept = exponent >= -1022 ? 53 : 53 - (-1022 - exponent);
        if (exponent > 1023) return _negative ? double.NegativeInfinity : double.PositiveInfinity;
        if (kept < 0) return _negative ? -0.0 : 0.0;
        ulong significand = kept == 0 ? 0 : _high >> (64 - kept);
        ulong rest = kept == 0 ? _high : _high << kept;
        bool below = (_middle | _low) != 0;
        if (rest > 1ul << 63 || (rest == 1ul << 63 && (below || (significand & 1) != 0))) significand++;
        // The leading bit of the significand adds one to the exponent that stands beside it.
        ulong bits = exponent >= -1022 ? ((ulong)(exponent + 1022) << 52) + significand : significand;
        return BitConverter.UInt64BitsToDouble(bits | (_negative ? 1ul << 63 : 0));
    }
}
