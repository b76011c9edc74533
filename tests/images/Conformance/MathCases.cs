using System;

/// <summary>Functions of real numbers: special values exactly, others to thirteen digits.</summary>
internal static class MathCases
{
    private static readonly double[] s_values =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 2, 3, 10, 0.1, -0.1, 1e-5, 1e-10, 1e-300, 5e-324, 0.7853981633974483, 1.5707963267948966, 3.141592653589793, 6.283185307179586, 100, 355, 1e5, 1e7, 1e10, 1e15, 1e22, 1e100, 1.7e308, -1e22, 709, 710, -745, -746, 0.999999999, 1.000000001,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN, 0.3, 0.9, 20, -20, 1.5, 2.718281828459045, 1024, 1000, 27, 1e-8,
    ];

    public static void Run()
    {
        Functions();
        Powers();
        Singles();
        Integers();
    }

    // Thirteen digits: what the last bits say is not promised by anyone.
    private static string Text(double value) => value.ToString("E12");

    private static void Functions()
    {
        Suite.Group("Math");
        (string Name, Func<double, double> Function)[] all =
        [
            ("sin", Math.Sin), ("cos", Math.Cos), ("tan", Math.Tan), ("asin", Math.Asin), ("acos", Math.Acos), ("atan", Math.Atan), ("sinh", Math.Sinh), ("cosh", Math.Cosh), ("tanh", Math.Tanh), ("asinh", Math.Asinh), ("acosh", Math.Acosh),
            ("atanh", Math.Atanh), ("exp", Math.Exp), ("log", Math.Log), ("log2", Math.Log2), ("log10", Math.Log10), ("cbrt", Math.Cbrt),
        ];
        foreach ((string name, Func<double, double> function) in all)
            for (int i = 0; i < s_values.Length; i++) Suite.Show($"{name} {i}", Text(function(s_values[i])));
        Suite.Show("sincos", $"{Text(Math.SinCos(1).Sin)} {Text(Math.SinCos(1).Cos)}");
        foreach (double y in (double[])[0, -0.0, 1, -1, 2, 1e-300, 1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN])
            foreach (double x in (double[])[0, -0.0, 1, -1, 3, 1e-300, 1e300, double.PositiveInfinity, double.NegativeInfinity])
                Suite.Show($"atan2 {y} {x}", Text(Math.Atan2(y, x)));
    }

    private static void Powers()
    {
        Suite.Group("Math powers");
        foreach (double x in (double[])[0, -0.0, 1, -1, 2, -2, 0.5, 10, 1.0000001, 1e-5, 1e200, double.PositiveInfinity, double.NegativeInfinity, double.NaN])
            foreach (double y in (double[])[0, 1, -1, 2, 3, -3, 0.5, 1.5, 1e10, -1e10, 1023, -1074, double.PositiveInfinity, double.NegativeInfinity, double.NaN])
                Suite.Show($"{x} {y}", Text(Math.Pow(x, y)));
        Suite.Show("exact", $"{Math.Pow(3, 2)} {Math.Pow(10, 3)} {Math.Pow(10, 15)} {Math.Pow(2, -1074)} {Math.Pow(7, 5)} {Math.Pow(9, 0.5)} {Math.Log2(8)} {Math.Log10(1000)} {Math.Log10(1e15)} {Math.Log(1)} {Math.Exp(0)}");
        foreach (double b in (double[])[2, 10, 0.5, 1, 0, double.PositiveInfinity, double.NaN, -2]) Suite.Show($"log base {b}", $"{Text(Math.Log(8, b))} {Text(Math.Log(1, b))} {Text(Math.Log(0, b))}");
    }

    private static void Singles()
    {
        Suite.Group("MathF");
        foreach (float value in (float[])[0, -0f, 1, -1, 0.5f, 2, 10, 0.1f, 100, 1e10f, 1e-10f, float.NaN, float.PositiveInfinity, 3.1415927f])
        {
            Suite.Show($"{value}", $"{MathF.Sin(value):E5} {MathF.Cos(value):E5} {MathF.Tan(value):E5} {MathF.Atan(value):E5} {MathF.Exp(value):E5} {MathF.Log(value):E5} {MathF.Log2(value):E5} {MathF.Log10(value):E5} {MathF.Sqrt(value):E5} {MathF.Cbrt(value):E5} {MathF.Tanh(value):E5} {MathF.Pow(value, 2):E5}");
            Suite.Show($"{value} rounded", $"{MathF.Floor(value)} {MathF.Ceiling(value)} {MathF.Round(value)} {MathF.Truncate(value)} {MathF.Abs(value)} {MathF.Max(value, 1)} {MathF.Min(value, 1)} {MathF.CopySign(3, value)} {MathF.ILogB(value)}");
        }
    }

    private static void Integers()
    {
        Suite.Group("Math parts");
        foreach (double value in (double[])[0, 1, 2.5, -3.75, 1e300, 5e-324, 1e-310, double.NaN, double.PositiveInfinity, 1024])
            Suite.Show($"{value}", $"{Math.ILogB(value)} {Math.ScaleB(value, 3)} {Math.ScaleB(value, -1075)} {Math.ScaleB(value, 2000)} {Math.BitIncrement(value)} {Math.BitDecrement(value)} {Math.IEEERemainder(value, 3)}");
        foreach ((double value, int digits) in ((double, int)[])[(1.005, 2), (2.5, 0), (-2.345, 2), (1234567.891, 3), (1e20, 5), (0.5, 1), (1.45, 1), (8.325, 2)])
            foreach (MidpointRounding mode in (MidpointRounding[])[MidpointRounding.ToEven, MidpointRounding.AwayFromZero, MidpointRounding.ToZero, MidpointRounding.ToNegativeInfinity, MidpointRounding.ToPositiveInfinity])
                Suite.Show($"round {value} {digits} {(int)mode}", $"{Math.Round(value, digits, mode)}");
        Suite.Show("fused", $"{Math.FusedMultiplyAdd(0.1, 10, -1)} {Math.FusedMultiplyAdd(1e308, 10, double.NegativeInfinity)} {Math.FusedMultiplyAdd(3, 4, 5)} {Math.FusedMultiplyAdd(1 + 2.220446049250313E-16, 1 - 2.220446049250313E-16, -1)}");
        Suite.Show("magnitudes", $"{Math.MaxMagnitude(-3.0, 2)} {Math.MinMagnitude(-3.0, 2)} {Math.MaxMagnitude(-2.0, 2)} {Math.MaxMagnitude(double.NaN, 1)}");
    }
}
