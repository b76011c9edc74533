// Arithmetic on doubles that needs no tables. The compiler replaces what is marked by an instruction where the processor
// has one; the bodies serve the others.

using System.Runtime.CompilerServices;

namespace System;

public enum MidpointRounding { ToEven, AwayFromZero, ToZero, ToNegativeInfinity, ToPositiveInfinity }

public static partial class Math
{
    public const double E = 2.7182818284590452354;
    public const double PI = 3.14159265358979323846;
    public const double Tau = 6.283185307179586477;

    /// <summary>From here on doubles have no fraction.</summary>
    private const double FirstWhole = 4503599627370496.0;

    [Intrinsic] public static double Sqrt(double d) => Sqrt(d);

    [Intrinsic] public static double Abs(double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & long.MaxValue);
    [Intrinsic] public static float Abs(float value) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) & int.MaxValue);

    [Intrinsic]
    public static double CopySign(double x, double y) => BitConverter.Int64BitsToDouble(
        (BitConverter.DoubleToInt64Bits(x) & long.MaxValue) | (BitConverter.DoubleToInt64Bits(y) & long.MinValue));

    public static int Sign(double value) =>
        value > 0 ? 1 : value < 0 ? -1 : value == 0 ? 0
        : throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");
    public static int Sign(float value) => Sign((double)value);

    [Intrinsic]
    public static double Truncate(double d) => Abs(d) < FirstWhole ? CopySign((long)d, d) : d;

    [Intrinsic]
    public static double Floor(double d)
    {
        double whole = Truncate(d);
        return whole > d ? whole - 1 : whole;
    }

    [Intrinsic]
    public static double Ceiling(double a)
    {
        double whole = Truncate(a);
        return whole < a ? CopySign(whole + 1, a) : whole;
    }

    /// <summary>To the nearest whole number; halves to the even one.</summary>
    [Intrinsic]
    public static double Round(double a)
    {
        // Adding this number pushes the fraction out of the significand, which rounds as the processor does.
        if (!(Abs(a) < FirstWhole)) return a;
        double shifted = a >= 0 ? a + FirstWhole - FirstWhole : a - FirstWhole + FirstWhole;
        return CopySign(shifted, a);
    }

    public static double Round(double value, MidpointRounding mode)
    {
        switch (mode)
        {
            case MidpointRounding.ToEven: return Round(value);
            case MidpointRounding.ToZero: return Truncate(value);
            case MidpointRounding.ToNegativeInfinity: return Floor(value);
            case MidpointRounding.ToPositiveInfinity: return Ceiling(value);
            case MidpointRounding.AwayFromZero:
                double whole = Truncate(value);
                return Abs(value - whole) >= 0.5 ? whole + CopySign(1, value) : whole;
            default: throw new ArgumentException("The value is not valid for this usage of the type MidpointRounding.", nameof(mode));
        }
    }

    // Not a number wins; of the zeros the negative one is less.
    [Intrinsic]
    public static double Max(double val1, double val2) =>
        val1 != val2 ? (!double.IsNaN(val1) && !(val2 < val1) ? val2 : val1) : double.IsNegative(val2) ? val1 : val2;

    [Intrinsic]
    public static double Min(double val1, double val2) =>
        val1 != val2 ? (!double.IsNaN(val1) && !(val1 < val2) ? val2 : val1) : double.IsNegative(val1) ? val1 : val2;

    [Intrinsic]
    public static float Max(float val1, float val2) => (float)Max((double)val1, val2);

    [Intrinsic]
    public static float Min(float val1, float val2) => (float)Min((double)val1, val2);

    public static double Clamp(double value, double min, double max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static float Clamp(float value, float min, float max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }
}
