// Int128 in generic math.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

public readonly partial struct Int128 : IBinaryInteger<Int128>, IMinMaxValue<Int128>, ISignedNumber<Int128>
{
    static Int128 IAdditiveIdentity<Int128, Int128>.AdditiveIdentity => Zero;
    static Int128 IMultiplicativeIdentity<Int128, Int128>.MultiplicativeIdentity => One;
    static int INumberBase<Int128>.Radix => 2;

    static bool INumberBase<Int128>.IsCanonical(Int128 value) => true;
    static bool INumberBase<Int128>.IsComplexNumber(Int128 value) => false;
    static bool INumberBase<Int128>.IsFinite(Int128 value) => true;
    static bool INumberBase<Int128>.IsImaginaryNumber(Int128 value) => false;
    static bool INumberBase<Int128>.IsInfinity(Int128 value) => false;
    static bool INumberBase<Int128>.IsInteger(Int128 value) => true;
    static bool INumberBase<Int128>.IsNaN(Int128 value) => false;
    static bool INumberBase<Int128>.IsNegativeInfinity(Int128 value) => false;
    static bool INumberBase<Int128>.IsNormal(Int128 value) => value != Zero;
    static bool INumberBase<Int128>.IsPositiveInfinity(Int128 value) => false;
    static bool INumberBase<Int128>.IsRealNumber(Int128 value) => true;
    static bool INumberBase<Int128>.IsSubnormal(Int128 value) => false;
    static bool INumberBase<Int128>.IsZero(Int128 value) => value == Zero;

    public static Int128 MaxMagnitude(Int128 x, Int128 y) => Magnitude(x) > Magnitude(y) || (Magnitude(x) == Magnitude(y) && !IsNegative(x)) ? x : y;
    public static Int128 MinMagnitude(Int128 x, Int128 y) => Magnitude(x) < Magnitude(y) || (Magnitude(x) == Magnitude(y) && IsNegative(x)) ? x : y;
    static Int128 INumberBase<Int128>.MaxMagnitudeNumber(Int128 x, Int128 y) => MaxMagnitude(x, y);
    static Int128 INumberBase<Int128>.MinMagnitudeNumber(Int128 x, Int128 y) => MinMagnitude(x, y);

    static bool IBinaryInteger<Int128>.TryReadBigEndian(ReadOnlySpan<byte> source, bool isUnsigned, out Int128 value)
    {
        bool fits = WideConversion.TryRead(source, isUnsigned, true, true, out UInt128 bits);
        value = (Int128)bits;
        return fits;
    }
    bool IBinaryInteger<Int128>.TryWriteBigEndian(Span<byte> destination, out int bytesWritten)
    {
        bool fits = Buffers.Binary.BinaryPrimitives.TryWriteInt128BigEndian(destination, this);
        bytesWritten = fits ? 16 : 0;
        return fits;
    }
    static bool IBinaryInteger<Int128>.TryReadLittleEndian(ReadOnlySpan<byte> source, bool isUnsigned, out Int128 value)
    {
        bool fits = WideConversion.TryRead(source, isUnsigned, false, true, out UInt128 bits);
        value = (Int128)bits;
        return fits;
    }
    bool IBinaryInteger<Int128>.TryWriteLittleEndian(Span<byte> destination, out int bytesWritten)
    {
        bool fits = Buffers.Binary.BinaryPrimitives.TryWriteInt128LittleEndian(destination, this);
        bytesWritten = fits ? 16 : 0;
        return fits;
    }
    int IBinaryInteger<Int128>.GetByteCount() => 16;
    int IBinaryInteger<Int128>.GetShortestBitLength() => IsNegative(this) ? 129 - (int)LeadingZeroCount(~this) : 128 - (int)LeadingZeroCount(this);

    public static Int128 CreateChecked<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(Int128) ? (Int128)(object)value
        : WideConversion.Try(value, out Int128 result, Rounding.Checked) || TOther.TryConvertToChecked(value, out result) ? result
        : throw new NotSupportedException();

    public static Int128 CreateSaturating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(Int128) ? (Int128)(object)value
        : WideConversion.Try(value, out Int128 result, Rounding.Saturating) || TOther.TryConvertToSaturating(value, out result) ? result
        : throw new NotSupportedException();

    public static Int128 CreateTruncating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(Int128) ? (Int128)(object)value
        : WideConversion.Try(value, out Int128 result, Rounding.Truncating) || TOther.TryConvertToTruncating(value, out result) ? result
        : throw new NotSupportedException();

    static bool INumberBase<Int128>.TryConvertFromChecked<TOther>(TOther value, out Int128 result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<Int128>.TryConvertToChecked<TOther>(Int128 value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<Int128>.TryConvertFromSaturating<TOther>(TOther value, out Int128 result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<Int128>.TryConvertToSaturating<TOther>(Int128 value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<Int128>.TryConvertFromTruncating<TOther>(TOther value, out Int128 result) => WideConversion.Try(value, out result, Rounding.Truncating);
    static bool INumberBase<Int128>.TryConvertToTruncating<TOther>(Int128 value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Truncating);

    public static Int128 Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
        return Parse(Utf8Number.Decode(utf8Text, text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out Int128 result)
    {
        Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
        return TryParse(Utf8Number.Decode(utf8Text, text), style, provider, out result);
    }

    public static Int128 Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, NumberStyles.Integer, provider);
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Int128 result) => TryParse(utf8Text, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Int128 result) => TryParse(utf8Text, NumberStyles.Integer, provider, out result);
}
