// Floats taken apart: neighbours, scales, digits.

namespace System;

public static partial class MathF
{
    private const int MostRoundingDigits = 6;

    /// <summary>Here a float has no digits behind the point that rounding could take.</summary>
    private const float RoundingLimit = 1e8f;

    public static float BitIncrement(float x)
    {
        uint bits = BitConverter.SingleToUInt32Bits(x);
        if (!float.IsFinite(x)) return float.IsNegativeInfinity(x) ? float.MinValue : x;
        if (x == 0) return float.Epsilon;
        return BitConverter.UInt32BitsToSingle(x < 0 ? bits - 1 : bits + 1);
    }

    public static float BitDecrement(float x) => -BitIncrement(-x);

    /// <summary>A double holds what the scale makes of a float, until it is rounded once.</summary>
    public static float ScaleB(float x, int n) => (float)Math.ScaleB(x, Math.Clamp(n, -600, 600));

    public static float Round(float x, int digits) => Round(x, digits, MidpointRounding.ToEven);

    public static float Round(float x, int digits, MidpointRounding mode)
    {
        if ((uint)digits > MostRoundingDigits) throw new ArgumentOutOfRangeException(nameof(digits), "Rounding digits must be between 0 and 6, inclusive.");
        if (Abs(x) >= RoundingLimit || float.IsNaN(x)) return x;
        float scale = 1;
        for (int i = 0; i < digits; i++) scale *= 10;
        return Round(x * scale, mode) / scale;
    }

    public static float ReciprocalEstimate(float x) => 1 / x;
    public static float ReciprocalSqrtEstimate(float x) => 1 / Sqrt(x);
}
