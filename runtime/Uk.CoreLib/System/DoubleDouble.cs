// Numbers of twice the precision of double: what the functions of Math are computed in, so that their results are the
// nearest double but for one case in many billions.

namespace System;

/// <summary>The sum of two doubles, of which the second is at most half a unit in the last place of the first.</summary>
internal readonly struct DoubleDouble(double high, double low)
{
    public readonly double High = high, Low = low;

    public static readonly DoubleDouble One = new(1, 0);

    /// <summary>An exact sum; the first is not smaller than the second.</summary>
    private static DoubleDouble QuickSum(double a, double b)
    {
        double sum = a + b;
        return new DoubleDouble(sum, b - (sum - a));
    }

    /// <summary>An exact sum.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b, part = sum - a;
        return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>An exact product (Dekker).</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double product = a * b;
        (double aHigh, double aLow) = Split(a);
        (double bHigh, double bLow) = Split(b);
        return new DoubleDouble(product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow);
    }

    /// <summary>In halves of 26 bits, whose products are exact.</summary>
    private static (double High, double Low) Split(double value)
    {
        const double Splitter = (1 << 27) + 1;
        double scaled = Splitter * value, high = scaled - (scaled - value);
        return (high, value - high);
    }

    public static implicit operator DoubleDouble(double value) => new(value, 0);
    public static explicit operator double(DoubleDouble value) => value.High + value.Low;

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);
    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = Sum(a.High, b.High), low = Sum(a.Low, b.Low);
        high = QuickSum(high.High, high.Low + low.High);
        return QuickSum(high.High, high.Low + low.Low);
    }

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble product = Product(a.High, b.High);
        return QuickSum(product.High, product.Low + (a.High * b.Low + a.Low * b.High));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a - b * first;
        double second = rest.High / b.High;
        rest -= b * second;
        DoubleDouble quotient = QuickSum(first, second);
        return quotient + rest.High / b.High;
    }

    /// <summary>By a power of two, which is exact.</summary>
    public DoubleDouble Times(double power) => new(High * power, Low * power);

    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        if (value.High == 0) return default;
        // One step of Newton's method doubles the digits.
        double root = Math.Sqrt(value.High);
        DoubleDouble rest = value - Product(root, root);
        return QuickSum(root, rest.High / (2 * root));
    }
}
