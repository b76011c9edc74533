// Decimal in generic math.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

public readonly partial struct Decimal : IFloatingPoint<decimal>, IMinMaxValue<decimal>
{
    static decimal IAdditiveIdentity<decimal, decimal>.AdditiveIdentity => Zero;
    static decimal IMultiplicativeIdentity<decimal, decimal>.MultiplicativeIdentity => One;
    static decimal INumberBase<decimal>.One => One;
    static decimal INumberBase<decimal>.Zero => Zero;
    static decimal IMinMaxValue<decimal>.MinValue => MinValue;
    static decimal IMinMaxValue<decimal>.MaxValue => MaxValue;
    static decimal ISignedNumber<decimal>.NegativeOne => MinusOne;
    static decimal IFloatingPointConstants<decimal>.E => 2.7182818284590452353602874714m;
    static decimal IFloatingPointConstants<decimal>.Pi => 3.1415926535897932384626433833m;
    static decimal IFloatingPointConstants<decimal>.Tau => 6.2831853071795864769252867666m;
    static int INumberBase<decimal>.Radix => 10;

    static bool INumberBase<decimal>.IsComplexNumber(decimal value) => false;
    static bool INumberBase<decimal>.IsFinite(decimal value) => true;
    static bool INumberBase<decimal>.IsImaginaryNumber(decimal value) => false;
    static bool INumberBase<decimal>.IsInfinity(decimal value) => false;
    static bool INumberBase<decimal>.IsNaN(decimal value) => false;
    static bool INumberBase<decimal>.IsNegativeInfinity(decimal value) => false;
    static bool INumberBase<decimal>.IsNormal(decimal value) => value != Zero;
    static bool INumberBase<decimal>.IsPositiveInfinity(decimal value) => false;
    static bool INumberBase<decimal>.IsRealNumber(decimal value) => true;
    static bool INumberBase<decimal>.IsSubnormal(decimal value) => false;
    static bool INumberBase<decimal>.IsZero(decimal value) => value == Zero;

    static decimal INumberBase<decimal>.MaxMagnitudeNumber(decimal x, decimal y) => MaxMagnitude(x, y);
    static decimal INumberBase<decimal>.MinMagnitudeNumber(decimal x, decimal y) => MinMagnitude(x, y);

    public static decimal CreateChecked<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(decimal) ? (decimal)(object)value
        : WideConversion.Try(value, out decimal result, Rounding.Checked) || TOther.TryConvertToChecked(value, out result) ? result
        : throw new NotSupportedException();

    public static decimal CreateSaturating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(decimal) ? (decimal)(object)value
        : WideConversion.Try(value, out decimal result, Rounding.Saturating) || TOther.TryConvertToSaturating(value, out result) ? result
        : throw new NotSupportedException();

    public static decimal CreateTruncating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(decimal) ? (decimal)(object)value
        : WideConversion.Try(value, out decimal result, Rounding.Truncating) || TOther.TryConvertToTruncating(value, out result) ? result
        : throw new NotSupportedException();

    static bool INumberBase<decimal>.TryConvertFromChecked<TOther>(TOther value, out decimal result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<decimal>.TryConvertToChecked<TOther>(decimal value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<decimal>.TryConvertFromSaturating<TOther>(TOther value, out decimal result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<decimal>.TryConvertToSaturating<TOther>(decimal value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<decimal>.TryConvertFromTruncating<TOther>(TOther value, out decimal result) => WideConversion.Try(value, out result, Rounding.Truncating);
    static bool INumberBase<decimal>.TryConvertToTruncating<TOther>(decimal value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Truncating);

    public static decimal Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Number, IFormatProvider? provider = null)
    {
        Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
        return Parse(Utf8Number.Decode(utf8Text, text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out decimal result)
    {
        Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
        return TryParse(Utf8Number.Decode(utf8Text, text), style, provider, out result);
    }

    public static decimal Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, NumberStyles.Number, provider);
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out decimal result) => TryParse(utf8Text, NumberStyles.Number, null, out result);
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out decimal result) => TryParse(utf8Text, NumberStyles.Number, provider, out result);

    public static TInteger ConvertToInteger<TInteger>(decimal value) where TInteger : IBinaryInteger<TInteger> => TInteger.CreateSaturating(Truncate(value));
    public static TInteger ConvertToIntegerNative<TInteger>(decimal value) where TInteger : IBinaryInteger<TInteger> => TInteger.CreateSaturating(Truncate(value));

    private const int Digits96 = 95, SignificandBytes = 12;
    private sbyte Exponent => (sbyte)(Digits96 - ((_flags >> ScaleShift) & 0xFF));

    int IFloatingPoint<decimal>.GetExponentByteCount() => sizeof(sbyte);
    int IFloatingPoint<decimal>.GetExponentShortestBitLength() => 8 - BitOperations.LeadingZeroCount((uint)(byte)Exponent) + 24;
    int IFloatingPoint<decimal>.GetSignificandBitLength() => 96;
    int IFloatingPoint<decimal>.GetSignificandByteCount() => SignificandBytes;

    bool IFloatingPoint<decimal>.TryWriteExponentBigEndian(Span<byte> destination, out int bytesWritten) => TryWriteExponent(destination, out bytesWritten);
    bool IFloatingPoint<decimal>.TryWriteExponentLittleEndian(Span<byte> destination, out int bytesWritten) => TryWriteExponent(destination, out bytesWritten);

    private bool TryWriteExponent(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.IsEmpty ? 0 : 1;
        if (!destination.IsEmpty) destination[0] = (byte)Exponent;
        return !destination.IsEmpty;
    }

    bool IFloatingPoint<decimal>.TryWriteSignificandBigEndian(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.Length < SignificandBytes ? 0 : SignificandBytes;
        if (bytesWritten == 0) return false;
        Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(destination, _high);
        Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(destination.Slice(sizeof(uint)), _low);
        return true;
    }

    bool IFloatingPoint<decimal>.TryWriteSignificandLittleEndian(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.Length < SignificandBytes ? 0 : SignificandBytes;
        if (bytesWritten == 0) return false;
        Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(destination, _low);
        Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(destination.Slice(sizeof(ulong)), _high);
        return true;
    }
}
