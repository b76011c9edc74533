// Exponentials, logarithms and circular functions in twice the precision of double, by reduction of the argument and
// Taylor's series.

namespace System;

internal static class PreciseMath
{
    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996E-17);
    public static readonly DoubleDouble Ln10 = new(2.302585092994046, -2.1707562233822494E-16);
    public static readonly DoubleDouble HalfPi = new(1.5707963267948966, 6.123233995736766E-17);

    /// <summary>The upper 32 bits of the logarithm of 2, whose product with an exponent is exact, and the rest.</summary>
    private const double Ln2High = 0.6931471803691238;
    private static readonly DoubleDouble s_ln2Low = new(1.9082149292705877E-10, 1.1612227229362532E-26);

    /// <summary>Less than this away from a whole number of halvings.</summary>
    private const double Most = 0.35;

    /// <summary>e^x - 1 for a small x.</summary>
    private static DoubleDouble ExpMinus1(DoubleDouble x)
    {
        const int Halvings = 6, Terms = 11;
        const double Scale = 1.0 / (1 << Halvings);
        DoubleDouble small = x.Times(Scale), sum = DoubleDouble.One;
        for (int n = Terms; n > 1; n--) sum = DoubleDouble.One + small * sum / n;
        DoubleDouble result = small * sum;
        // (1 + r)^2 - 1, as often as x was halved.
        for (int i = 0; i < Halvings; i++) result = result.Times(2) + result * result;
        return result;
    }

    /// <summary>e^x as a number from about 0.7 to 1.4 and a power of two.</summary>
    public static DoubleDouble Exp(DoubleDouble x, out int exponent)
    {
        exponent = (int)Math.Round(x.High / Ln2.High);
        DoubleDouble rest = exponent == 0 ? x : x - exponent * Ln2High - s_ln2Low * exponent;
        return DoubleDouble.One + ExpMinus1(rest);
    }

    /// <summary>e^x - 1, right for small results, too; x is of at most 700.</summary>
    public static DoubleDouble ExpMinusOne(DoubleDouble x)
    {
        if (Math.Abs(x.High) < Most) return ExpMinus1(x);
        DoubleDouble power = Exp(x, out int exponent);
        return power.Times(BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52)) - DoubleDouble.One;
    }

    /// <summary>The series of the area tangent; |s| is below 0.18.</summary>
    public static DoubleDouble AreaTangent(DoubleDouble s)
    {
        const int Terms = 22;
        DoubleDouble square = s * s, sum = default;
        for (int n = Terms; n >= 0; n--) sum = sum * square + DoubleDouble.One / (2 * n + 1);
        return s * sum;
    }

    /// <summary>The natural logarithm of a finite number above zero.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        const double Sqrt2 = 1.4142135623730951;
        int exponent = 0;
        if (x.High < 2.2250738585072014E-308)
        {
            x = x.Times(1L << 54);
            exponent = -54;
        }
        int own = (int)(BitConverter.DoubleToInt64Bits(x.High) >> 52) - 1023;
        exponent += own;
        // In two steps: a power of two below the least normal number is none that a factor can have.
        x = x.Times(PowerOf2(-own / 2)).Times(PowerOf2(-own - -own / 2));
        if (x.High > Sqrt2)
        {
            x = x.Times(0.5);
            exponent++;
        }
        DoubleDouble result = AreaTangent((x - DoubleDouble.One) / (x + DoubleDouble.One)).Times(2);
        return exponent == 0 ? result : s_ln2Low * exponent + result + exponent * Ln2High;
    }

    /// <summary>log(1 + x), right for small x, too.</summary>
    public static DoubleDouble LogOnePlus(DoubleDouble x) =>
        Math.Abs(x.High) < Most ? AreaTangent(x / (x + 2)).Times(2) : Log(DoubleDouble.One + x);

    public static double PowerOf2(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    /// <summary>A number from about 0.5 to 2 times a power of two, rounded once; infinity and zero where it is beyond.</summary>
    public static double Scale(DoubleDouble value, int exponent)
    {
        const int LeastNormal = -1021, MostAtOnce = 1000;
        if (exponent > 1100) return value.High > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        if (exponent < -1200) return value.High * 0;
        double rounded = (double)value;
        if (exponent > MostAtOnce) return rounded * PowerOf2(MostAtOnce) * PowerOf2(exponent - MostAtOnce);
        if (exponent >= LeastNormal) return rounded * PowerOf2(exponent);
        // Below the normal numbers the last bit is far up: adding a number of that size rounds there, and only there.
        double anchor = PowerOf2(-1022 - exponent) * (value.High < 0 ? -1.5 : 1.5);
        DoubleDouble sum = DoubleDouble.Sum(anchor, value.High);
        double cut = (sum.High + (sum.Low + value.Low)) - anchor;
        return cut * PowerOf2(-MostAtOnce) * PowerOf2(exponent + MostAtOnce);
    }

    /// <summary>Sine and cosine of at most a quarter of π.</summary>
    public static void SinCos(DoubleDouble x, out DoubleDouble sin, out DoubleDouble cos)
    {
        const int Terms = 14;
        DoubleDouble square = -(x * x);
        sin = cos = DoubleDouble.One;
        for (int n = Terms; n > 0; n--)
        {
            sin = DoubleDouble.One + square * sin / ((2 * n) * (2 * n + 1));
            cos = DoubleDouble.One + square * cos / ((2 * n - 1) * (2 * n));
        }
        sin *= x;
    }

    /// <summary>The angle whose tangent is x.</summary>
    public static DoubleDouble Atan(DoubleDouble x)
    {
        const int Halvings = 3, Terms = 17;
        if (x.High < 0) return -Atan(-x);
        if (x.High > 1) return HalfPi - Atan(DoubleDouble.One / x);
        for (int i = 0; i < Halvings; i++) x /= DoubleDouble.One + DoubleDouble.Sqrt(DoubleDouble.One + x * x);
        DoubleDouble square = -(x * x), sum = default;
        for (int n = Terms; n >= 0; n--) sum = sum * square + DoubleDouble.One / (2 * n + 1);
        return (x * sum).Times(1 << Halvings);
    }
}
