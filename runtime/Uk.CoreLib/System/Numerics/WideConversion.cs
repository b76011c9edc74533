// Conversions between numbers of which one at least is a decimal, a half or an integer of 128 bits, for the Create methods
// of generic math. Types are known when this is compiled, so of each chain one branch is left.

using System.Diagnostics.CodeAnalysis;

namespace System.Numerics;

/// <summary>What becomes of a value that does not fit.</summary>
internal enum Rounding
{
    Checked, Saturating, Truncating,
}

internal static class WideConversion
{
    internal static bool Try<TFrom, TTo>(TFrom value, [MaybeNullWhen(false)] out TTo result, Rounding rounding)
    {
        if (typeof(TFrom) == typeof(decimal)) return TryFromDecimal((decimal)(object)value!, out result, rounding);
        if (typeof(TFrom) == typeof(Half)) return TryFromReal((double)(Half)(object)value!, out result, rounding);
        if (typeof(TFrom) == typeof(float)) return TryFromReal((float)(object)value!, out result, rounding);
        if (typeof(TFrom) == typeof(double)) return TryFromReal((double)(object)value!, out result, rounding);
        if (typeof(TFrom) == typeof(UInt128)) return TryFromUnsigned((UInt128)(object)value!, out result, rounding);
        if (typeof(TFrom) == typeof(Int128)) return TryFromSigned((Int128)(object)value!, out result, rounding);
        if (PrimitiveConversion.TryWiden(value, out Int128 wide)) return TryFromSigned(wide, out result, rounding);
        result = default;
        return false;
    }

    private static bool TryFromReal<TTo>(double value, [MaybeNullWhen(false)] out TTo result, Rounding rounding)
    {
        if (typeof(TTo) == typeof(Half)) result = (TTo)(object)(Half)value;
        else if (typeof(TTo) == typeof(decimal))
            result = (TTo)(object)(rounding == Rounding.Checked || Math.Abs(value) < 7.9228162514264337E28 ? (decimal)value
                : double.IsNaN(value) ? 0 : value < 0 ? decimal.MinValue : decimal.MaxValue);
        else if (typeof(TTo) == typeof(Int128)) result = (TTo)(object)(rounding == Rounding.Checked ? checked((Int128)value) : (Int128)value);
        else if (typeof(TTo) == typeof(UInt128)) result = (TTo)(object)(rounding == Rounding.Checked ? checked((UInt128)value) : (UInt128)value);
        else return rounding == Rounding.Checked ? PrimitiveConversion.TryChecked(value, out result) : PrimitiveConversion.TrySaturating(value, out result);
        return true;
    }

    private static bool TryFromDecimal<TTo>(decimal value, [MaybeNullWhen(false)] out TTo result, Rounding rounding)
    {
        if (typeof(TTo) == typeof(double)) result = (TTo)(object)(double)value;
        else if (typeof(TTo) == typeof(float)) result = (TTo)(object)(float)value;
        else if (typeof(TTo) == typeof(Half)) result = (TTo)(object)(Half)value;
        else if (typeof(TTo) == typeof(decimal)) result = (TTo)(object)value;
        // Decimals saturate also where integers would lose their upper bits.
        else return TryFromSigned((Int128)decimal.Truncate(value), out result, rounding == Rounding.Checked ? rounding : Rounding.Saturating);
        return true;
    }

    private static bool TryFromUnsigned<TTo>(UInt128 value, [MaybeNullWhen(false)] out TTo result, Rounding rounding)
    {
        if (typeof(TTo) == typeof(UInt128)) result = (TTo)(object)value;
        else if (typeof(TTo) == typeof(double)) result = (TTo)(object)(double)value;
        else if (typeof(TTo) == typeof(float)) result = (TTo)(object)(float)value;
        else if (typeof(TTo) == typeof(Half)) result = (TTo)(object)(Half)(double)value;
        else if (typeof(TTo) == typeof(decimal))
            result = (TTo)(object)(rounding == Rounding.Checked || value >> 96 == 0 ? (decimal)value : decimal.MaxValue);
        else if (value <= (UInt128)Int128.MaxValue) return TryFromSigned((Int128)value, out result, rounding);
        else if (rounding == Rounding.Checked) throw new OverflowException();
        else return TryFromSigned(rounding == Rounding.Truncating ? (Int128)value : Int128.MaxValue, out result, rounding);
        return true;
    }

    private static bool TryFromSigned<TTo>(Int128 value, [MaybeNullWhen(false)] out TTo result, Rounding rounding)
    {
        if (typeof(TTo) == typeof(Int128)) result = (TTo)(object)value;
        else if (typeof(TTo) == typeof(UInt128))
            result = (TTo)(object)(!Int128.IsNegative(value) || rounding == Rounding.Truncating ? (UInt128)value
                : rounding == Rounding.Checked ? throw new OverflowException() : UInt128.Zero);
        else if (typeof(TTo) == typeof(double)) result = (TTo)(object)(double)value;
        else if (typeof(TTo) == typeof(float)) result = (TTo)(object)(float)value;
        else if (typeof(TTo) == typeof(Half)) result = (TTo)(object)(Half)(double)value;
        else if (typeof(TTo) == typeof(decimal))
            result = (TTo)(object)(rounding == Rounding.Checked || (value <= (Int128)decimal.MaxValue && value >= (Int128)decimal.MinValue) ? (decimal)value
                : value < 0 ? decimal.MinValue : decimal.MaxValue);
        else return TryNarrow(value, out result, rounding);
        return true;
    }

    /// <summary>To a primitive integer.</summary>
    private static bool TryNarrow<TTo>(Int128 value, [MaybeNullWhen(false)] out TTo result, Rounding rounding)
    {
        if (rounding == Rounding.Truncating) return PrimitiveConversion.TryTruncating((ulong)value, out result);
        if (value >= 0)
        {
            bool isBeyond = value > ulong.MaxValue;
            if (isBeyond && rounding == Rounding.Checked) throw new OverflowException();
            ulong magnitude = isBeyond ? ulong.MaxValue : (ulong)value;
            return rounding == Rounding.Checked ? PrimitiveConversion.TryChecked(magnitude, out result) : PrimitiveConversion.TrySaturating(magnitude, out result);
        }
        bool isBelow = value < long.MinValue;
        if (isBelow && rounding == Rounding.Checked) throw new OverflowException();
        long negative = isBelow ? long.MinValue : (long)value;
        return rounding == Rounding.Checked ? PrimitiveConversion.TryChecked(negative, out result) : PrimitiveConversion.TrySaturating(negative, out result);
    }

    /// <summary>Reads an integer of any length, if its value fits.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> source, bool isUnsigned, bool isBigEndian, bool isSignedResult, out UInt128 value)
    {
        const int Size = 16;
        value = 0;
        if (source.IsEmpty) return true;
        bool isNegative = !isUnsigned && (source[isBigEndian ? 0 : source.Length - 1] & 0x80) != 0;
        if (isNegative && !isSignedResult) return false;
        byte filler = isNegative ? (byte)0xFF : (byte)0;
        if (isNegative) value = UInt128.MaxValue;
        for (int i = 0; i < source.Length; i++)
        {
            byte part = source[isBigEndian ? i : source.Length - 1 - i];
            if (i < source.Length - Size)
            {
                if (part != filler) return false;
            }
            else value = value << 8 | part;
        }
        return !isSignedResult || (value >> 127 != 0) == isNegative;
    }
}
