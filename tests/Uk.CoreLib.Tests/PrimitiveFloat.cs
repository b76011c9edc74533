// What generic math asks of double and float, as C#.

namespace Uk.CoreLib.Tests;

internal static class PrimitiveFloat
{
    public static string Source(string name, string keyword, string bits, string integer, string exponent, int significand, int exponentBits) =>
        Template.Replace("$Name", name).Replace("$Bits", bits).Replace("$Int", integer).Replace("$Exp", exponent)
            .Replace("$ConvertBits", keyword == "double" ? "DoubleToUInt64Bits" : "SingleToUInt32Bits")
            .Replace("$Size", keyword == "double" ? "8" : "4").Replace("$ESize", keyword == "double" ? "2" : "1")
            .Replace("$Digits", keyword == "double" ? "15" : "6").Replace("$Whole", keyword == "double" ? "1e16" : "1e8f")
            .Replace("$Trailing", $"{significand - 1}").Replace("$Significand", $"{significand}")
            .Replace("$Mask", $"{(1 << exponentBits) - 1}").Replace("$Bias", $"{(1 << (exponentBits - 1)) - 1}")
            .Replace("$Function", keyword == "double" ? "Math" : "MathF").Replace("$T", keyword);

    private const string Template = """
        public readonly partial struct $Name : IFloatingPoint<$T>, IMinMaxValue<$T>
        {
            static $T IAdditiveIdentity<$T, $T>.AdditiveIdentity => 0;
            static $T IMultiplicativeIdentity<$T, $T>.MultiplicativeIdentity => 1;
            static $T IMinMaxValue<$T>.MinValue => MinValue;
            static $T IMinMaxValue<$T>.MaxValue => MaxValue;
            static $T INumberBase<$T>.One => 1;
            static $T INumberBase<$T>.Zero => 0;
            static int INumberBase<$T>.Radix => 2;
            static $T ISignedNumber<$T>.NegativeOne => -1;
            static $T IFloatingPointConstants<$T>.E => E;
            static $T IFloatingPointConstants<$T>.Pi => Pi;
            static $T IFloatingPointConstants<$T>.Tau => Tau;

            static $T IAdditionOperators<$T, $T, $T>.operator +($T left, $T right) => left + right;
            static $T ISubtractionOperators<$T, $T, $T>.operator -($T left, $T right) => left - right;
            static $T IMultiplyOperators<$T, $T, $T>.operator *($T left, $T right) => left * right;
            static $T IDivisionOperators<$T, $T, $T>.operator /($T left, $T right) => left / right;
            static $T IModulusOperators<$T, $T, $T>.operator %($T left, $T right) => left % right;
            static $T IIncrementOperators<$T>.operator ++($T value) => value + 1;
            static $T IDecrementOperators<$T>.operator --($T value) => value - 1;
            static $T IUnaryPlusOperators<$T, $T>.operator +($T value) => value;
            static $T IUnaryNegationOperators<$T, $T>.operator -($T value) => -value;

            static bool INumberBase<$T>.IsCanonical($T value) => true;
            static bool INumberBase<$T>.IsComplexNumber($T value) => false;
            static bool INumberBase<$T>.IsImaginaryNumber($T value) => false;
            static bool INumberBase<$T>.IsZero($T value) => value == 0;
            public static bool IsEvenInteger($T value) => IsInteger(value) && Abs(value % 2) == 0;
            public static bool IsOddInteger($T value) => IsInteger(value) && Abs(value % 2) == 1;
            public static bool IsPositive($T value) => !IsNegative(value);
            public static bool IsRealNumber($T value) => !IsNaN(value);

            public static $T Abs($T value) => Math.Abs(value);
            public static $T Clamp($T value, $T min, $T max) => Math.Clamp(value, min, max);
            public static $T CopySign($T value, $T sign) => ($T)Math.CopySign(value, sign);
            public static $T Max($T x, $T y) => Math.Max(x, y);
            public static $T Min($T x, $T y) => Math.Min(x, y);
            public static $T MaxNumber($T x, $T y) => x != y ? (!IsNaN(y) && !(y < x) ? y : x) : IsNegative(y) ? x : y;
            public static $T MinNumber($T x, $T y) => x != y ? (!IsNaN(y) && !(x < y) ? y : x) : IsNegative(x) ? x : y;
            public static int Sign($T value) => Math.Sign(value);
            public static $T Sqrt($T x) => ($T)Math.Sqrt(x);
            public static $T Lerp($T value1, $T value2, $T amount) => value1 * (1 - amount) + value2 * amount;

            public static $T MaxMagnitude($T x, $T y)
            {
                $T left = Abs(x), right = Abs(y);
                return left > right || IsNaN(left) ? x : left != right ? y : IsNegative(x) ? y : x;
            }

            public static $T MaxMagnitudeNumber($T x, $T y)
            {
                $T left = Abs(x), right = Abs(y);
                return left > right || IsNaN(right) ? x : left != right ? y : IsNegative(x) ? y : x;
            }

            public static $T MinMagnitude($T x, $T y)
            {
                $T left = Abs(x), right = Abs(y);
                return left < right || IsNaN(left) ? x : left != right ? y : IsNegative(x) ? x : y;
            }

            public static $T MinMagnitudeNumber($T x, $T y)
            {
                $T left = Abs(x), right = Abs(y);
                return left < right || IsNaN(right) ? x : left != right ? y : IsNegative(x) ? x : y;
            }

            public static $T Ceiling($T x) => ($T)Math.Ceiling((double)x);
            public static $T Floor($T x) => ($T)Math.Floor((double)x);
            public static $T Truncate($T x) => ($T)Math.Truncate((double)x);
            public static $T Round($T x) => ($T)Math.Round((double)x);
            public static $T Round($T x, int digits) => Round(x, digits, MidpointRounding.ToEven);
            public static $T Round($T x, MidpointRounding mode) => ($T)Math.Round((double)x, mode);

            public static $T Round($T x, int digits, MidpointRounding mode)
            {
                if ((uint)digits > $Digits)
                    throw new ArgumentOutOfRangeException(nameof(digits), "Rounding digits must be between 0 and $Digits, inclusive.");
                $T scale = 1;
                for (int i = 0; i < digits; i++) scale *= 10;
                $T rounded = ($T)Math.Round((double)(x * scale), mode) / scale;
                return Abs(x) < $Whole ? rounded : x;
            }

            public static TInteger ConvertToInteger<TInteger>($T value) where TInteger : IBinaryInteger<TInteger> => TInteger.CreateSaturating(value);
            public static TInteger ConvertToIntegerNative<TInteger>($T value) where TInteger : IBinaryInteger<TInteger> => TInteger.CreateSaturating(value);

            public static $T CreateChecked<TOther>(TOther value) where TOther : INumberBase<TOther> =>
                typeof(TOther) == typeof($T) ? ($T)(object)value
                : PrimitiveConversion.TryChecked(value, out $T result) || TOther.TryConvertToChecked(value, out result) ? result
                : throw new NotSupportedException();

            public static $T CreateSaturating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
                typeof(TOther) == typeof($T) ? ($T)(object)value
                : PrimitiveConversion.TrySaturating(value, out $T result) || TOther.TryConvertToSaturating(value, out result) ? result
                : throw new NotSupportedException();

            public static $T CreateTruncating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
                typeof(TOther) == typeof($T) ? ($T)(object)value
                : PrimitiveConversion.TryTruncating(value, out $T result) || TOther.TryConvertToTruncating(value, out result) ? result
                : throw new NotSupportedException();

            static bool INumberBase<$T>.TryConvertFromChecked<TOther>(TOther value, out $T result) => PrimitiveConversion.TryChecked(value, out result);
            static bool INumberBase<$T>.TryConvertFromSaturating<TOther>(TOther value, out $T result) => PrimitiveConversion.TrySaturating(value, out result);
            static bool INumberBase<$T>.TryConvertFromTruncating<TOther>(TOther value, out $T result) => PrimitiveConversion.TryTruncating(value, out result);
            static bool INumberBase<$T>.TryConvertToChecked<TOther>($T value, [MaybeNullWhen(false)] out TOther result) => PrimitiveConversion.TryChecked(value, out result);
            static bool INumberBase<$T>.TryConvertToSaturating<TOther>($T value, [MaybeNullWhen(false)] out TOther result) => PrimitiveConversion.TrySaturating(value, out result);
            static bool INumberBase<$T>.TryConvertToTruncating<TOther>($T value, [MaybeNullWhen(false)] out TOther result) => PrimitiveConversion.TryTruncating(value, out result);

            private $Bits Pattern => BitConverter.$ConvertBits(m_value);
            private int BiasedExponent => (int)(Pattern >> $Trailing) & $Mask;
            private ulong Fraction => (Pattern & ((($Bits)1 << $Trailing) - 1)) | (BiasedExponent != 0 ? 1ul << $Trailing : 0);

            int IFloatingPoint<$T>.GetExponentByteCount() => $ESize;
            int IFloatingPoint<$T>.GetSignificandBitLength() => $Significand;
            int IFloatingPoint<$T>.GetSignificandByteCount() => $Size;

            int IFloatingPoint<$T>.GetExponentShortestBitLength()
            {
                int exponent = ($Exp)(BiasedExponent - $Bias);
                return exponent >= 0 ? 32 - BitOperations.LeadingZeroCount((uint)exponent) : 33 - BitOperations.LeadingZeroCount(~(uint)exponent);
            }

            bool IFloatingPoint<$T>.TryWriteExponentBigEndian(Span<byte> destination, out int bytesWritten) =>
                IntegerBytes.TryWriteBigEndian((ulong)(BiasedExponent - $Bias), $ESize, destination, out bytesWritten);
            bool IFloatingPoint<$T>.TryWriteExponentLittleEndian(Span<byte> destination, out int bytesWritten) =>
                IntegerBytes.TryWriteLittleEndian((ulong)(BiasedExponent - $Bias), $ESize, destination, out bytesWritten);
            bool IFloatingPoint<$T>.TryWriteSignificandBigEndian(Span<byte> destination, out int bytesWritten) =>
                IntegerBytes.TryWriteBigEndian(Fraction, $Size, destination, out bytesWritten);
            bool IFloatingPoint<$T>.TryWriteSignificandLittleEndian(Span<byte> destination, out int bytesWritten) =>
                IntegerBytes.TryWriteLittleEndian(Fraction, $Size, destination, out bytesWritten);

            private const NumberStyles DefaultStyle = NumberStyles.Float | NumberStyles.AllowThousands;

            public static $T Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Float | NumberStyles.AllowThousands, IFormatProvider? provider = null)
            {
                Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
                return Parse(Utf8Number.Decode(utf8Text, text), style, provider);
            }

            public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out $T result)
            {
                Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
                return TryParse(Utf8Number.Decode(utf8Text, text), style, provider, out result);
            }

            public static $T Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, DefaultStyle, provider);
            public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out $T result) => TryParse(utf8Text, DefaultStyle, provider, out result);
            public static bool TryParse(ReadOnlySpan<byte> utf8Text, out $T result) => TryParse(utf8Text, DefaultStyle, null, out result);
            public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
                Utf8Number.TryEncode(ToString(format.ToString(), provider), utf8Destination, out bytesWritten);
        }

        """;
}
