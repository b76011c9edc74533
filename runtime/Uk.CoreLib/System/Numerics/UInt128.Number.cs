// UInt128 in generic math.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

public readonly partial struct UInt128 : IBinaryInteger<UInt128>, IMinMaxValue<UInt128>, IUnsignedNumber<UInt128>
{
    static UInt128 IAdditiveIdentity<UInt128, UInt128>.AdditiveIdentity => Zero;
    static UInt128 IMultiplicativeIdentity<UInt128, UInt128>.MultiplicativeIdentity => One;
    static int INumberBase<UInt128>.Radix => 2;

    static bool INumberBase<UInt128>.IsCanonical(UInt128 value) => true;
    static bool INumberBase<UInt128>.IsComplexNumber(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsFinite(UInt128 value) => true;
    static bool INumberBase<UInt128>.IsImaginaryNumber(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsInfinity(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsInteger(UInt128 value) => true;
    static bool INumberBase<UInt128>.IsNaN(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsNegative(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsNegativeInfinity(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsNormal(UInt128 value) => value != Zero;
    static bool INumberBase<UInt128>.IsPositive(UInt128 value) => true;
    static bool INumberBase<UInt128>.IsPositiveInfinity(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsRealNumber(UInt128 value) => true;
    static bool INumberBase<UInt128>.IsSubnormal(UInt128 value) => false;
    static bool INumberBase<UInt128>.IsZero(UInt128 value) => value == Zero;

    static UInt128 INumberBase<UInt128>.Abs(UInt128 value) => value;
    static UInt128 INumberBase<UInt128>.MaxMagnitude(UInt128 x, UInt128 y) => Max(x, y);
    static UInt128 INumberBase<UInt128>.MaxMagnitudeNumber(UInt128 x, UInt128 y) => Max(x, y);
    static UInt128 INumberBase<UInt128>.MinMagnitude(UInt128 x, UInt128 y) => Min(x, y);
    static UInt128 INumberBase<UInt128>.MinMagnitudeNumber(UInt128 x, UInt128 y) => Min(x, y);

    static bool IBinaryInteger<UInt128>.TryReadBigEndian(ReadOnlySpan<byte> source, bool isUnsigned, out UInt128 value)
    {
        bool fits = WideConversion.TryRead(source, isUnsigned, true, false, out UInt128 bits);
        value = bits;
        return fits;
    }
    bool IBinaryInteger<UInt128>.TryWriteBigEndian(Span<byte> destination, out int bytesWritten)
    {
        bool fits = Buffers.Binary.BinaryPrimitives.TryWriteUInt128BigEndian(destination, this);
        bytesWritten = fits ? 16 : 0;
        return fits;
    }
    static bool IBinaryInteger<UInt128>.TryReadLittleEndian(ReadOnlySpan<byte> source, bool isUnsigned, out UInt128 value)
    {
        bool fits = WideConversion.TryRead(source, isUnsigned, false, false, out UInt128 bits);
        value = bits;
        return fits;
    }
    bool IBinaryInteger<UInt128>.TryWriteLittleEndian(Span<byte> destination, out int bytesWritten)
    {
        bool fits = Buffers.Binary.BinaryPrimitives.TryWriteUInt128LittleEndian(destination, this);
        bytesWritten = fits ? 16 : 0;
        return fits;
    }
    int IBinaryInteger<UInt128>.GetByteCount() => 16;
    int IBinaryInteger<UInt128>.GetShortestBitLength() => 128 - (int)LeadingZeroCount(this);

    public static UInt128 CreateChecked<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(UInt128) ? (UInt128)(object)value
        : WideConversion.Try(value, out UInt128 result, Rounding.Checked) || TOther.TryConvertToChecked(value, out result) ? result
        : throw new NotSupportedException();

    public static UInt128 CreateSaturating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(UInt128) ? (UInt128)(object)value
        : WideConversion.Try(value, out UInt128 result, Rounding.Saturating) || TOther.TryConvertToSaturating(value, out result) ? result
        : throw new NotSupportedException();

    public static UInt128 CreateTruncating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
        typeof(TOther) == typeof(UInt128) ? (UInt128)(object)value
        : WideConversion.Try(value, out UInt128 result, Rounding.Truncating) || TOther.TryConvertToTruncating(value, out result) ? result
        : throw new NotSupportedException();

    static bool INumberBase<UInt128>.TryConvertFromChecked<TOther>(TOther value, out UInt128 result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<UInt128>.TryConvertToChecked<TOther>(UInt128 value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Checked);
    static bool INumberBase<UInt128>.TryConvertFromSaturating<TOther>(TOther value, out UInt128 result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<UInt128>.TryConvertToSaturating<TOther>(UInt128 value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Saturating);
    static bool INumberBase<UInt128>.TryConvertFromTruncating<TOther>(TOther value, out UInt128 result) => WideConversion.Try(value, out result, Rounding.Truncating);
    static bool INumberBase<UInt128>.TryConvertToTruncating<TOther>(UInt128 value, [MaybeNullWhen(false)] out TOther result) => WideConversion.Try(value, out result, Rounding.Truncating);

    public static UInt128 Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
        return Parse(Utf8Number.Decode(utf8Text, text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out UInt128 result)
    {
        Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
        return TryParse(Utf8Number.Decode(utf8Text, text), style, provider, out result);
    }

    public static UInt128 Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, NumberStyles.Integer, provider);
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out UInt128 result) => TryParse(utf8Text, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out UInt128 result) => TryParse(utf8Text, NumberStyles.Integer, provider, out result);
}
