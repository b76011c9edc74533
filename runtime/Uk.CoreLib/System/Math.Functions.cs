// Exponentials, logarithms, powers and circular functions. PreciseMath computes them; here is what is special.

namespace System;

public static partial class Math
{
    /// <summary>Beyond these e^x is infinite or zero.</summary>
    private const double MostExponent = 709.79, LeastExponent = -745.14;

    /// <summary>Below this the functions that go through zero as x does are x to the last digit.</summary>
    private const double Tiny = 1e-9;

    public static double Exp(double d)
    {
        if (double.IsNaN(d)) return d;
        if (d > MostExponent) return double.PositiveInfinity;
        if (d < LeastExponent) return 0;
        DoubleDouble power = PreciseMath.Exp(d, out int exponent);
        return PreciseMath.Scale(power, exponent);
    }

    public static double Log(double d) => LogIn(d, DoubleDouble.One);
    public static double Log10(double d) => LogIn(d, PreciseMath.Ln10);
    public static double Log2(double x) => LogIn(x, PreciseMath.Ln2);

    private static double LogIn(double d, DoubleDouble unit)
    {
        if (d == 0) return double.NegativeInfinity;
        if (!(d > 0)) return double.NaN;
        return double.IsInfinity(d) ? d : (double)(PreciseMath.Log(d) / unit);
    }

    public static double Log(double a, double newBase)
    {
        if (double.IsNaN(a)) return a;
        if (double.IsNaN(newBase)) return newBase;
        if (newBase == 1) return double.NaN;
        if (a != 1 && (newBase == 0 || double.IsPositiveInfinity(newBase))) return double.NaN;
        return Log(a) / Log(newBase);
    }

    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1) return 1;
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        bool isOdd = IsOdd(y);
        if (double.IsInfinity(y)) return Abs(x) == 1 ? 1 : Abs(x) > 1 == y > 0 ? double.PositiveInfinity : 0;
        if (x == 0 || double.IsInfinity(x))
        {
            double size = x == 0 == y > 0 ? 0 : double.PositiveInfinity;
            return isOdd ? CopySign(size, x) : size;
        }
        if (x < 0 && y != Truncate(y)) return double.NaN;
        double sign = x < 0 && isOdd ? -1 : 1;
        DoubleDouble logarithm = PreciseMath.Log(Abs(x));
        double estimate = logarithm.High * y;
        if (estimate > MostExponent) return sign * double.PositiveInfinity;
        if (estimate < LeastExponent) return sign * 0;
        DoubleDouble power = PreciseMath.Exp(logarithm * y, out int exponent);
        return sign * PreciseMath.Scale(power, exponent);
    }

    private static bool IsOdd(double value) => value == Truncate(value) && Abs(value) < 9007199254740992 && ((long)value & 1) != 0;

    public static double Cbrt(double d)
    {
        if (d == 0 || !double.IsFinite(d)) return d;
        DoubleDouble power = PreciseMath.Exp(PreciseMath.Log(Abs(d)) / 3, out int exponent);
        return CopySign(PreciseMath.Scale(power, exponent), d);
    }

    public static double Sin(double a) => SinCos(a).Sin;
    public static double Cos(double d) => SinCos(d).Cos;

    public static (double Sin, double Cos) SinCos(double x)
    {
        if (!double.IsFinite(x)) return (double.NaN, double.NaN);
        if (Abs(x) < Tiny) return (x, 1);
        DoubleDouble rest = AngleReduction.Reduce(x, out int quarters);
        PreciseMath.SinCos(rest, out DoubleDouble sin, out DoubleDouble cos);
        return quarters switch
        {
            0 => ((double)sin, (double)cos),
            1 => ((double)cos, -(double)sin),
            2 => (-(double)sin, -(double)cos),
            _ => (-(double)cos, (double)sin),
        };
    }

    public static double Tan(double a)
    {
        if (!double.IsFinite(a)) return double.NaN;
        if (Abs(a) < Tiny) return a;
        DoubleDouble rest = AngleReduction.Reduce(a, out int quarters);
        PreciseMath.SinCos(rest, out DoubleDouble sin, out DoubleDouble cos);
        return (double)((quarters & 1) == 0 ? sin / cos : -(cos / sin));
    }

    public static double Asin(double d)
    {
        if (!(Abs(d) <= 1)) return double.NaN;
        return Abs(d) < Tiny ? d : (double)Angle(d, Cathetus(d));
    }

    public static double Acos(double d) => Abs(d) <= 1 ? (double)Angle(Cathetus(d), d) : double.NaN;

    /// <summary>√(1 - x²).</summary>
    private static DoubleDouble Cathetus(double x) => DoubleDouble.Sqrt((DoubleDouble.One - x) * (DoubleDouble.One + x));

    /// <summary>Of the point (x, y), the angle at the origin. Not both are zero.</summary>
    private static DoubleDouble Angle(DoubleDouble y, DoubleDouble x)
    {
        if (Abs(y.High) > Abs(x.High))
        {
            DoubleDouble fromAxis = PreciseMath.Atan(x / y);
            return y.High > 0 ? PreciseMath.HalfPi - fromAxis : -PreciseMath.HalfPi - fromAxis;
        }
        DoubleDouble angle = PreciseMath.Atan(y / x);
        if (x.High > 0) return angle;
        return y.High < 0 || double.IsNegative(y.High) ? angle - PreciseMath.HalfPi.Times(2) : angle + PreciseMath.HalfPi.Times(2);
    }

    public static double Atan(double d)
    {
        if (double.IsNaN(d) || Abs(d) < Tiny) return d;
        // So far out it is a quarter turn to the last digit.
        return Abs(d) > 1e17 ? CopySign(PI / 2, d) : (double)PreciseMath.Atan(d);
    }

    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        if (y == 0) return double.IsNegative(x) ? CopySign(PI, y) : y;
        if (x == 0) return CopySign(PI / 2, y);
        if (double.IsInfinity(y)) return CopySign(double.IsInfinity(x) ? x > 0 ? PI / 4 : 3 * PI / 4 : PI / 2, y);
        if (double.IsInfinity(x)) return CopySign(x > 0 ? 0 : PI, y);
        // Both in the middle of the range, so that their quotient has all its digits.
        int exponent = ILogB(Max(Abs(x), Abs(y)));
        double scaledX = ScaleB(x, -exponent), scaledY = ScaleB(y, -exponent);
        if (scaledX > 0 && Abs(scaledY) < 1e-290) return y / x;
        return (double)Angle(scaledY, scaledX);
    }

    public static double Sinh(double value)
    {
        if (!double.IsFinite(value) || Abs(value) < Tiny) return value;
        double size = Abs(value);
        if (size > 700) return CopySign(HalfExp(size), value);
        DoubleDouble less = PreciseMath.ExpMinusOne(size);
        return CopySign((double)(less + less / (less + 1)).Times(0.5), value);
    }

    public static double Cosh(double value)
    {
        double size = Abs(value);
        if (double.IsNaN(size) || size > 700) return HalfExp(size);
        DoubleDouble power = PreciseMath.ExpMinusOne(size) + 1;
        return (double)(power + DoubleDouble.One / power).Times(0.5);
    }

    /// <summary>Half of e^x, which is finite for a little longer than e^x is.</summary>
    private static double HalfExp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > MostExponent + 1) return double.PositiveInfinity;
        DoubleDouble power = PreciseMath.Exp(x, out int exponent);
        return PreciseMath.Scale(power, exponent - 1);
    }

    public static double Tanh(double value)
    {
        if (double.IsNaN(value) || Abs(value) < Tiny) return value;
        if (Abs(value) > 22) return CopySign(1, value);
        DoubleDouble less = PreciseMath.ExpMinusOne(2 * Abs(value));
        return CopySign((double)(less / (less + 2)), value);
    }

    public static double Asinh(double d)
    {
        if (!double.IsFinite(d) || Abs(d) < Tiny) return d;
        DoubleDouble x = Abs(d), result;
        if (x.High > 1e150) result = PreciseMath.Log(x) + PreciseMath.Ln2;
        // √(x² + 1) - 1 is x² / (√(x² + 1) + 1): nothing cancels.
        else result = PreciseMath.LogOnePlus(x + x * x / (DoubleDouble.Sqrt(x * x + 1) + 1));
        return CopySign((double)result, d);
    }

    public static double Acosh(double d)
    {
        if (!(d >= 1)) return double.NaN;
        if (double.IsInfinity(d)) return d;
        if (d > 1e150) return (double)(PreciseMath.Log(d) + PreciseMath.Ln2);
        DoubleDouble above = (DoubleDouble)d - 1;
        return (double)PreciseMath.LogOnePlus(above + DoubleDouble.Sqrt(above * (above + 2)));
    }

    public static double Atanh(double d)
    {
        if (!(Abs(d) <= 1)) return double.NaN;
        if (Abs(d) == 1) return CopySign(double.PositiveInfinity, d);
        if (Abs(d) < Tiny) return d;
        DoubleDouble x = Abs(d);
        return CopySign((double)PreciseMath.LogOnePlus(x.Times(2) / (DoubleDouble.One - x)).Times(0.5), d);
    }
}
