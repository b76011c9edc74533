// double and float to digits and back, exactly: the shortest digits that read back as the same value, or as many as are
// asked for, rounded to even as .NET does. The method is Steele's and White's, with big numbers throughout.

using System.Globalization;

namespace System;

internal static unsafe partial class Number
{
    /// <summary>Bits of a double's fraction, and of its exponent below one; those of float where marked.</summary>
    private const int DoubleFractionBits = 52, DoubleMinExponent = -1074, DoubleMaxExponent = 971;
    private const int SingleFractionBits = 23, SingleMinExponent = -149, SingleMaxExponent = 104;

    /// <summary>No double has more digits than this that are not zero.</summary>
    private const int MaxDigits = 800;

    /// <summary>Room for a double's numerator or denominator, scaled to a digit: 2,100 bits.</summary>
    private const int DigitWords = 72;

    internal static string ToString(double value, string? format) =>
        TextOf(value, BitConverter.DoubleToInt64Bits(value), DoubleFractionBits, DoubleMinExponent, 17, format);

    // The bits of a float, with the sign where that of a double is.
    internal static string ToString(float value, string? format)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return TextOf(value, (uint)(bits & int.MaxValue) | (bits < 0 ? long.MinValue : 0), SingleFractionBits, SingleMinExponent, 9, format);
    }

    internal static bool TryFormat(double value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) =>
        TryCopy(ToString(value, format.IsEmpty ? null : new string(format)), destination, out charsWritten);

    internal static bool TryFormat(float value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) =>
        TryCopy(ToString(value, format.IsEmpty ? null : new string(format)), destination, out charsWritten);

    private static bool TryCopy(string text, Span<char> destination, out int charsWritten)
    {
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    private static string TextOf(double value, long bits, int fractionBits, int minExponent, int plainDigits, string? wanted)
    {
        ReadOnlySpan<char> format = ToNul(wanted);
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        bool isCustom = IsCustom(format);
        // A custom format sees as many digits as the type is sure of.
        NumberFormat parsed = isCustom ? new NumberFormat('G', plainDigits - 2, false) : NumberFormat.Parse(format);
        if (parsed.Kind == 'R') parsed = new NumberFormat('G', -1, parsed.IsLower);
        bool isShortest = parsed.Kind == 'G' && parsed.Precision <= 0;
        // Also a zero, which has no digits to count, is not written in a format that there is not.
        int significant = parsed.SignificantDigits;
        DecimalText number = new(stackalloc byte[MaxDigits]) { IsNegative = bits < 0 };
        ulong fraction = (ulong)bits & ((1ul << fractionBits) - 1);
        int biased = (int)((bits & long.MaxValue) >> fractionBits);
        if (biased != 0) fraction |= 1ul << fractionBits;
        int exponent = minExponent + Math.Max(biased - 1, 0);
        bool isLowest = biased > 1 && (fraction & (fraction - 1)) == 0;
        if (fraction != 0)
        {
            if (isShortest) ShortestDigits(ref number, fraction, exponent, isLowest);
            else ExactDigits(ref number, fraction, exponent, significant, parsed.DigitsAfterPoint);
        }
        if (isCustom) return CustomNumberFormat.Write(ref number, format, keepsSign: true);
        if (isShortest) parsed = new NumberFormat('G', Math.Max(plainDigits, 0), parsed.IsLower);
        return parsed.Write(ref number);
    }

    /// <summary>
    /// Sets numerator and denominator so that value = numerator / denominator × 10^power, with a quotient from 1 to 10,
    /// or of a tenth of that where the estimate of the power is one too high.
    /// </summary>
    private static int Scale(ulong fraction, int exponent, ref BigNumber numerator, ref BigNumber denominator)
    {
        numerator.Set(fraction);
        denominator.Set(1);
        if (exponent >= 0) numerator.ShiftLeft(exponent);
        else denominator.ShiftLeft(-exponent);
        // 0.30103 is the logarithm of 2, a little too large where the number is large: one step down at most.
        int bitLength = 64 - Numerics.BitOperations.LeadingZeroCount(fraction) + exponent;
        int power = (int)Math.Floor((bitLength - 1) * 0.30102999566398120);
        if (power > 0) denominator.MultiplyByPowerOf10(power);
        else numerator.MultiplyByPowerOf10(-power);
        return power;
    }

    /// <summary>Brings the quotient into 1 to 10 where the estimate was one too low.</summary>
    private static bool IsTenOrMore(scoped in BigNumber numerator, scoped in BigNumber denominator)
    {
        BigNumber ten = new(stackalloc uint[DigitWords]);
        ten.Set(denominator);
        ten.Multiply(10);
        return numerator.CompareTo(ten) >= 0;
    }

    /// <param name="significant">How many digits, or -1 for as many as stand before and, with their count, behind the point.</param>
    private static void ExactDigits(ref DecimalText number, ulong fraction, int exponent, int significant, int afterPoint)
    {
        BigNumber numerator = new(stackalloc uint[DigitWords]), denominator = new(stackalloc uint[DigitWords]);
        int power = Scale(fraction, exponent, ref numerator, ref denominator);
        if (IsTenOrMore(numerator, denominator))
        {
            denominator.Multiply(10);
            power++;
        }
        number.PointAt = power + 1;
        int wanted = significant >= 0 ? significant : (int)Math.Min(number.PointAt + (long)afterPoint, MaxDigits);
        wanted = Math.Min(wanted, MaxDigits - 1);
        if (wanted < 0) return;
        int count = 0;
        for (; count < wanted && !numerator.IsZero; count++)
        {
            number.Digits[count] = (byte)numerator.DivideToDigit(denominator);
            numerator.Multiply(10);
        }
        number.Count = count;
        if (count == wanted)
        {
            // The remainder is ten times too large: five times the denominator is a half.
            denominator.Multiply(5);
            int half = numerator.CompareTo(denominator);
            bool isOdd = count > 0 && (number.Digits[count - 1] & 1) != 0;
            if (half > 0 || (half == 0 && isOdd)) number.Increment();
        }
        number.TrimZeros();
    }

    private static void ShortestDigits(ref DecimalText number, ulong fraction, int exponent, bool isLowest)
    {
        BigNumber numerator = new(stackalloc uint[DigitWords]), denominator = new(stackalloc uint[DigitWords]);
        BigNumber below = new(stackalloc uint[DigitWords]), above = new(stackalloc uint[DigitWords]), sum = new(stackalloc uint[DigitWords]);
        int power = Scale(fraction, exponent, ref numerator, ref denominator);
        // Half the distance to the next values, in the same scale; below a power of two it is half of that.
        below.Set(1);
        if (exponent > 0) below.ShiftLeft(exponent);
        if (power < 0) below.MultiplyByPowerOf10(-power);
        above.Set(below);
        int halves = isLowest ? 2 : 1;
        numerator.ShiftLeft(halves);
        denominator.ShiftLeft(halves);
        if (isLowest) above.ShiftLeft(1);
        bool isEven = (fraction & 1) == 0;
        sum.Set(numerator);
        sum.Add(above);
        BigNumber ten = new(stackalloc uint[DigitWords]);
        ten.Set(denominator);
        ten.Multiply(10);
        if (sum.CompareTo(ten) is var order && (isEven ? order >= 0 : order > 0))
        {
            denominator.Set(ten);
            power++;
        }
        number.PointAt = power + 1;
        while (true)
        {
            int digit = numerator.DivideToDigit(denominator);
            int low = numerator.CompareTo(below);
            sum.Set(numerator);
            sum.Add(above);
            int high = sum.CompareTo(denominator);
            bool isLow = isEven ? low <= 0 : low < 0;
            bool isHigh = isEven ? high >= 0 : high > 0;
            number.Digits[number.Count++] = (byte)digit;
            if (isLow || isHigh)
            {
                numerator.ShiftLeft(1);
                int half = numerator.CompareTo(denominator);
                bool roundsUp = isLow != isHigh ? isHigh : half > 0 || (half == 0 && (digit & 1) != 0);
                if (roundsUp) number.Increment();
                number.TrimZeros();
                return;
            }
            numerator.Multiply(10);
            below.Multiply(10);
            above.Multiply(10);
        }
    }

    internal static bool TryParse(ReadOnlySpan<char> text, NumberStyles style, out double result)
    {
        bool parsed = TryParseBits(text, style, DoubleFractionBits, DoubleMinExponent, DoubleMaxExponent, out ulong bits, out bool negative);
        result = BitConverter.UInt64BitsToDouble(bits | (negative ? 1ul << 63 : 0));
        return parsed;
    }

    internal static bool TryParse(ReadOnlySpan<char> text, NumberStyles style, out float result)
    {
        bool parsed = TryParseBits(text, style, SingleFractionBits, SingleMinExponent, SingleMaxExponent, out ulong bits, out bool negative);
        result = BitConverter.UInt32BitsToSingle((uint)bits | (negative ? 1u << 31 : 0));
        return parsed;
    }

    /// <summary>Of the types that have fractions.</summary>
    internal static void CheckFloatStyle(NumberStyles style)
    {
        if ((style & ~(NumberStyles.Any | NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier)) != 0)
            throw new ArgumentException("An undefined NumberStyles value is being used.", nameof(style));
        if ((style & (NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier)) != 0)
            throw new ArgumentException("The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types.", nameof(style));
    }

    private static bool TryParseBits(
        ReadOnlySpan<char> text, NumberStyles style, int fractionBits, int minExponent, int maxExponent, out ulong bits, out bool negative)
    {
        CheckFloatStyle(style);
        ulong infinity = (ulong)(maxExponent - minExponent + 2) << fractionBits;
        DecimalText number = new(stackalloc byte[MaxDigits]);
        negative = false;
        bits = 0;
        if (!number.TryRead(text, style)) return TryParseWord(text.Trim(), infinity, fractionBits, out bits, out negative);
        negative = number.IsNegative;
        bits = NearestBits(ref number, fractionBits, minExponent, infinity);
        return true;
    }

    /// <summary>The words that .NET writes for what is no finite number, in any case.</summary>
    private static bool TryParseWord(ReadOnlySpan<char> text, ulong infinity, int fractionBits, out ulong bits, out bool negative)
    {
        negative = false;
        if (text.Length != 0 && text[0] is '+' or '-')
        {
            negative = text[0] == '-';
            text = text.Slice(1);
        }
        bool isNaN = OrdinalText.EqualsIgnoreCase(text, "NaN");
        bool isInfinity = OrdinalText.EqualsIgnoreCase(text, "Infinity");
        bits = isNaN ? infinity | (1ul << (fractionBits - 1)) : isInfinity ? infinity : 0;
        // NaN is what the processor makes of 0/0: its sign is set.
        if (isNaN) negative = !negative;
        negative &= isNaN || isInfinity;
        return isNaN || isInfinity;
    }

    /// <summary>The value nearest to the digits, ties to even: fraction and exponent as they lie in memory.</summary>
    private static ulong NearestBits(ref DecimalText number, int fractionBits, int minExponent, ulong infinity)
    {
        const int ParseWords = 200;
        const int FarAbove = 310, FarBelow = -345;
        if (number.Count == 0 || number.PointAt < FarBelow) return 0;
        if (number.PointAt > FarAbove) return infinity;
        BigNumber numerator = new(stackalloc uint[ParseWords]), denominator = new(stackalloc uint[ParseWords]), shifted = new(stackalloc uint[ParseWords]);
        numerator.Set(0);
        for (int i = 0; i < number.Count; i++) numerator.Multiply(10, number.Digits[i]);
        // More digits than there is room for can only break a tie.
        if (number.HasMore) numerator.Multiply(10, 1);
        int scale = number.PointAt - number.Count - (number.HasMore ? 1 : 0);
        denominator.Set(1);
        if (scale > 0) numerator.MultiplyByPowerOf10(scale);
        else denominator.MultiplyByPowerOf10(-scale);
        // Shifts so that the quotient has one bit more than the fraction, or the exponent is the least there is.
        int exponent = Math.Max(numerator.BitLength - denominator.BitLength - fractionBits - 1, minExponent);
        if (exponent > 0) denominator.ShiftLeft(exponent);
        else numerator.ShiftLeft(-exponent);
        ulong quotient = Divide(ref numerator, ref denominator, ref shifted, fractionBits + 2);
        bool isInexact = !numerator.IsZero;
        numerator.ShiftLeft(1);
        int half = numerator.CompareTo(denominator);
        if (quotient >> (fractionBits + 1) != 0)
        {
            // One bit too many: it takes part in the rounding.
            bool dropped = (quotient & 1) != 0;
            half = !dropped ? -1 : isInexact ? 1 : 0;
            quotient >>= 1;
            exponent++;
        }
        if (half > 0 || (half == 0 && (quotient & 1) != 0)) quotient++;
        // A carry into the next bit is a carry into the exponent, which lies above; so is leaving the least exponent.
        bool isNormal = quotient >> fractionBits != 0;
        ulong result = isNormal ? quotient + ((ulong)(exponent - minExponent) << fractionBits) : quotient;
        return Math.Min(result, infinity);
    }

    /// <summary>Binary long division: the quotient has at most so many bits. The remainder is left in the numerator; the third is room.</summary>
    private static ulong Divide(ref BigNumber numerator, ref BigNumber denominator, ref BigNumber shifted, int bits)
    {
        ulong quotient = 0;
        for (int bit = bits - 1; bit >= 0; bit--)
        {
            shifted.Set(denominator);
            shifted.ShiftLeft(bit);
            if (numerator.CompareTo(shifted) < 0) continue;
            numerator.Subtract(shifted);
            quotient |= 1ul << bit;
        }
        return quotient;
    }
}
