// Doubles taken apart: exponents, neighbours, remainders, digits.

using System.Numerics;

namespace System;

public static partial class Math
{
    private const int FractionBits = 52, ExponentBias = 1023;
    private const int MostRoundingDigits = 15;

    /// <summary>Here a double has no digits behind the point that rounding could take.</summary>
    private const double RoundingLimit = 1e16;

    public static int ILogB(double x)
    {
        if (double.IsNaN(x)) return int.MaxValue;
        if (x == 0) return int.MinValue;
        if (double.IsInfinity(x)) return int.MaxValue;
        long magnitude = BitConverter.DoubleToInt64Bits(x) & long.MaxValue;
        int exponent = (int)(magnitude >> FractionBits);
        // Below the normal numbers the first bit says.
        return exponent != 0 ? exponent - ExponentBias : -(ExponentBias - 1) - (BitOperations.LeadingZeroCount((ulong)magnitude) - (63 - FractionBits));
    }

    public static double ScaleB(double x, int n)
    {
        const int Most = ExponentBias, Least = -(ExponentBias - 1) + FractionBits + 1;
        // In steps that are exact but for the last: more than three lead to infinity or zero.
        for (int i = 0; i < 2 && n > Most; i++, n -= Most) x *= PreciseMath.PowerOf2(Most);
        for (int i = 0; i < 2 && n < -(ExponentBias - 1); i++, n -= Least) x *= PreciseMath.PowerOf2(Least);
        return x * PreciseMath.PowerOf2(Clamp(n, -(ExponentBias - 1), Most));
    }

    public static double BitIncrement(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        if (!double.IsFinite(x)) return double.IsNegativeInfinity(x) ? double.MinValue : x;
        if (x == 0) return double.Epsilon;
        return BitConverter.Int64BitsToDouble(bits < 0 ? bits - 1 : bits + 1);
    }

    public static double BitDecrement(double x) => -BitIncrement(-x);

    public static double IEEERemainder(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        double rest = x % y;
        if (double.IsNaN(rest)) return double.NaN;
        if (rest == 0 && double.IsNegative(x)) return double.NegativeZero;
        double other = rest - Abs(y) * Sign(x);
        if (Abs(other) == Abs(rest))
        {
            // Half-way: to the even quotient.
            double quotient = x / y;
            return Abs(Round(quotient)) > Abs(quotient) ? other : rest;
        }
        return Abs(other) < Abs(rest) ? other : rest;
    }

    public static double Round(double value, int digits) => Round(value, digits, MidpointRounding.ToEven);

    /// <summary>By scaling, as .NET does: what is no exact decimal fraction may round the other way.</summary>
    public static double Round(double value, int digits, MidpointRounding mode)
    {
        if ((uint)digits > MostRoundingDigits) throw new ArgumentOutOfRangeException(nameof(digits), "Rounding digits must be between 0 and 15, inclusive.");
        if ((uint)mode > (uint)MidpointRounding.ToPositiveInfinity)
            throw new ArgumentException("The value is not valid for this usage of the type MidpointRounding.", nameof(mode));
        if (!(Abs(value) < RoundingLimit)) return value;
        double power = 1;
        for (int i = 0; i < digits; i++) power *= 10;
        return Round(value * power, mode) / power;
    }

    public static double FusedMultiplyAdd(double x, double y, double z) =>
        double.IsInfinity(z) && double.IsFinite(x) && double.IsFinite(y) ? z : FusedProduct.Add(x, y, z);

    public static double MaxMagnitude(double x, double y)
    {
        double a = Abs(x), b = Abs(y);
        return a > b || double.IsNaN(a) ? x : a == b ? (double.IsNegative(x) ? y : x) : y;
    }

    public static double MinMagnitude(double x, double y)
    {
        double a = Abs(x), b = Abs(y);
        return a < b || double.IsNaN(a) ? x : a == b ? (double.IsNegative(x) ? x : y) : y;
    }
}
