// Functions of floats: those of doubles, rounded. The digits that a double has more leave no doubt about a float's last.

namespace System;

public static partial class MathF
{
    public const float E = 2.71828183f;
    public const float PI = 3.14159265f;
    public const float Tau = 6.283185307f;

    public static float Sin(float x) => (float)Math.Sin(x);
    public static float Cos(float x) => (float)Math.Cos(x);
    public static float Tan(float x) => (float)Math.Tan(x);
    public static float Asin(float x) => (float)Math.Asin(x);
    public static float Acos(float x) => (float)Math.Acos(x);
    public static float Atan(float x) => (float)Math.Atan(x);
    public static float Sinh(float x) => (float)Math.Sinh(x);
    public static float Cosh(float x) => (float)Math.Cosh(x);
    public static float Tanh(float x) => (float)Math.Tanh(x);
    public static float Asinh(float x) => (float)Math.Asinh(x);
    public static float Acosh(float x) => (float)Math.Acosh(x);
    public static float Atanh(float x) => (float)Math.Atanh(x);
    public static float Exp(float x) => (float)Math.Exp(x);
    public static float Log(float x) => (float)Math.Log(x);
    public static float Log2(float x) => (float)Math.Log2(x);
    public static float Log10(float x) => (float)Math.Log10(x);
    public static float Cbrt(float x) => (float)Math.Cbrt(x);
    public static float Sqrt(float x) => (float)Math.Sqrt(x);
    public static float Floor(float x) => (float)Math.Floor(x);
    public static float Ceiling(float x) => (float)Math.Ceiling(x);
    public static float Round(float x) => (float)Math.Round(x);
    public static float Truncate(float x) => (float)Math.Truncate(x);
    public static float Log(float x, float y) => (float)Math.Log(x, y);
    public static float Pow(float x, float y) => (float)Math.Pow(x, y);
    public static float Atan2(float y, float x) => (float)Math.Atan2(y, x);
    public static float Abs(float x) => Math.Abs(x);
    public static float Max(float x, float y) => Math.Max(x, y);
    public static float Min(float x, float y) => Math.Min(x, y);
    public static float MaxMagnitude(float x, float y) => (float)Math.MaxMagnitude(x, y);
    public static float MinMagnitude(float x, float y) => (float)Math.MinMagnitude(x, y);
    public static float FusedMultiplyAdd(float x, float y, float z) => Numerics.FusedProduct.Add(x, y, z);
    public static int Sign(float x) => Math.Sign(x);
    public static float CopySign(float x, float y) => (float)Math.CopySign(x, y);
    public static float IEEERemainder(float x, float y) => (float)Math.IEEERemainder(x, y);
    public static float Round(float x, MidpointRounding mode) => (float)Math.Round(x, mode);
    public static int ILogB(float x) => Math.ILogB(x);

    public static (float Sin, float Cos) SinCos(float x)
    {
        (double sin, double cos) = Math.SinCos(x);
        return ((float)sin, (float)cos);
    }
}
