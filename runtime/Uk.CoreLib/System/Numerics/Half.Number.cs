// Half in generic math.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

public readonly partial struct Half : INumber<Half>, ISignedNumber<Half>, IMinMaxValue<Half>
{
    static Half IAdditiveIdentity<Half, Half>.AdditiveIdentity => Zero;
    static int INumberBase<Half>.Radix => 2;

    static bool INumberBase<Half>.IsCanonical(Half value) => true;
    static bool INumberBase<Half>.IsComplexNumber(Half value) => false;
    public static bool IsEvenInteger(Half value) => IsInteger(value) && Math.Abs((double)value % 2) == 0;
    static bool INumberBase<Half>.IsImaginaryNumber(Half value) => false;
    public static bool IsInteger(Half value) => IsFinite(value) && (double)value == Math.Truncate((double)value);
    public static bool IsOddInteger(Half value) => IsInteger(value) && Math.Abs((double)value % 2) == 1;
    public static bool IsPositive(Half value) => !IsNegative(value);
    public static bool IsRealNumber(Half value) => !IsNaN(value);
    static bool INumberBase<Half>.IsZero(Half value) => value == Zero;

    public static Half Abs(Half value) => new((ushort)(value.Bits & MagnitudeMask));
    public static Half Max(Half x, Half y) => (Half)float.Max((float)x, (float)y);
    public static Half Min(Half x, Half y) => (Half)float.Min((float)x, (float)y);
    public static Half MaxNumber(Half x, Half y) => (Half)float.MaxNumber((float)x, (float)y);
    public static Half MinNumber(Half x, Half y) => (Half)float.MinNumber((float)x, (float)y);
    public static Half MaxMagnitude(Half x, Half y) => (Half)float.MaxMagnitude((float)x, (float)y);
    public static Half MinMagnitude(Half x, Half y) => (Half)float.MinMagnitude((float)x, (float)y);
    public static Half MaxMagnitudeNumber(Half x, Half y) => (Half)float.MaxMagnitudeNumber((float)x, (float)y);
    public static Half MinMagnitudeNumber(Half x, Half y) => (Half)float.MinMagnitudeNumber((float)x, (float)y);
    public static Half Clamp(Half value, Half min, Half max) => (Half)Math.Clamp((float)value, (float)min, (float)max);
    public static Half CopySign(Half value, Half sign) => new((ushort)(value.Bits & MagnitudeMask | sign.Bits & SignBit));
    public static int Sign(Half value) => IsNaN(value) ? throw new ArithmeticException("Function does not accept floating point Not-a-Number values.") : Math.Sign((float)value);
    public static Half Sqrt(Half x) => (Half)MathF.Sqrt((float)x);
    public static Half Cbrt(Half x) => (Half)MathF.Cbrt((float)x);
    public static Half Exp(Half x) => (Half)MathF.Exp((float)x);
    public static Half Log(Half x) => (Half)MathF.Log((float)x);
    public static Half Log2(Half x) => (Half)MathF.Log2((float)x);
    public static Half Log10(Half x) => (Half)MathF.Log10((float)x);
    public static Half Sin(Half x) => (Half)MathF.Sin((float)x);
    public static Half Cos(Half x) => (Half)MathF.Cos((float)x);
    public static Half Tan(Half x) => (Half)MathF.Tan((float)x);
    public static Half Floor(Half x) => (Half)MathF.Floor((float)x);
    public static Half Ceiling(Half x) => (Half)MathF.Ceiling((float)x);
    public static Half Truncate(Half x) => (Half)MathF.Truncate((float)x);
    public static Half Round(Half x) => (Half)MathF.Round((float)x);
    public static Half Pow(Half x, Half y) => (Half)MathF.Pow((float)x, (float)y);

    public static Half CreateChecked<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(Half) ? (Half)(object)value
        : WideConversion.Try(value, out Half result, Rounding.Checked) || TOther.TryConvertToChecked(value, out result) ? result
        : throw new NotSupportedException();

    public static Half CreateSaturating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(Half) ? (Half)(object)value
        : WideConversion.Try(value, out Half result, Rounding.Saturating) || TOther.TryConvertToSaturating(value, out result) ? result
        : throw new NotSupportedException();

    public static Half CreateTruncating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(Half) ? (Half)(object)value
        : WideConversion.Try(value, out Half result, Rounding.Truncating) || TOther.TryConvertToTruncating(value, out result) ? result
        : throw new NotSupportedException();

    static bool INumberBase<Half>.TryConvertFromChecked<TOther>(TOther value, out Half result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<Half>.TryConvertToChecked<TOther>(Half value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<Half>.TryConvertFromSaturating<TOther>(TOther value, out Half result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<Half>.TryConvertToSaturating<TOther>(Half value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<Half>.TryConvertFromTruncating<TOther>(TOther value, out Half result) => WideConversion.Try(value, out result, Rounding.Truncating);
    static bool INumberBase<Half>.TryConvertToTruncating<TOther>(Half value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Truncating);
}
