// The arithmetic of decimals: exact where 96 bits suffice, and else rounded, halves to even.

namespace System;

public readonly partial struct Decimal
{
    private static decimal Rounded(WideMantissa exact, int scale, bool isNegative)
    {
        scale = exact.Reduce(scale, MaxScale);
        if (scale < 0) throw new OverflowException(Beyond);
        return new decimal(exact.Lower, scale, isNegative);
    }

    private static decimal Sum(decimal left, decimal right, bool isRightMinus)
    {
        int scale = Math.Max(left.Scale, right.Scale);
        WideMantissa a = WideMantissa.Scaled(left.Mantissa, scale - left.Scale), b = WideMantissa.Scaled(right.Mantissa, scale - right.Scale);
        bool isNegative = left.IsMinus;
        if (isNegative == isRightMinus) a.Add(b);
        else if (a.CompareTo(b) >= 0) a.Subtract(b);
        else
        {
            b.Subtract(a);
            a = b;
            isNegative = isRightMinus;
        }
        return Rounded(a, scale, isNegative);
    }

    public static decimal operator +(decimal d1, decimal d2) => Sum(d1, d2, d2.IsMinus);
    public static decimal operator -(decimal d1, decimal d2) => Sum(d1, d2, !d2.IsMinus);
    public static decimal operator *(decimal d1, decimal d2)
    {
        // A zero keeps its scale where both factors have 32 bits and the digits dropped are as many as 64 bits can have.
        const int MostScale = MaxScale + 19;
        int scale = d1.Scale + d2.Scale;
        bool isShort = (d1._low | d2._low) <= uint.MaxValue && (d1._high | d2._high) == 0;
        if (isShort ? scale > MostScale : d1.IsZero || d2.IsZero) return default;
        WideMantissa product = WideMantissa.Product(d1.Mantissa, d2.Mantissa);
        return Rounded(product, scale, d1.IsMinus != d2.IsMinus);
    }

    public static decimal operator /(decimal d1, decimal d2)
    {
        if (d2.IsZero) throw new DivideByZeroException();
        UInt128 divisor = d2.Mantissa, most = new(uint.MaxValue, ulong.MaxValue);
        (UInt128 quotient, UInt128 rest) = UInt128.DivRem(d1.Mantissa, divisor);
        int scale = d1.Scale - d2.Scale;
        bool isExact = rest == default, isNegative = d1.IsMinus != d2.IsMinus;
        while (scale < 0 || (rest != default && scale < MaxScale))
        {
            (UInt128 digit, UInt128 next) = UInt128.DivRem(rest * 10u, divisor);
            UInt128 longer = quotient * 10u + digit;
            if (longer > most)
            {
                if (scale < 0) throw new OverflowException(Beyond);
                break;
            }
            (quotient, rest) = (longer, next);
            scale++;
        }
        UInt128 twice = rest * 2u;
        if (twice > divisor || (twice == divisor && (quotient._lower & 1) != 0)) quotient += UInt128.One;
        if (quotient > most)
        {
            // Rounding made it one bit too long: the last digit goes.
            if (scale == 0) throw new OverflowException(Beyond);
            quotient = (quotient + 5u) / 10u;
            scale--;
        }
        decimal result = new(quotient, scale, isNegative);
        return isExact ? result : Trimmed(result);
    }

    /// <summary>Without the zeros that trail behind the point.</summary>
    private static decimal Trimmed(decimal value)
    {
        UInt128 mantissa = value.Mantissa;
        int scale = value.Scale;
        if (mantissa == default) return new decimal(default, 0, value.IsMinus);
        while (scale > 0)
        {
            (UInt128 shorter, UInt128 digit) = UInt128.DivRem(mantissa, (UInt128)10u);
            if (digit != default) break;
            mantissa = shorter;
            scale--;
        }
        return new decimal(mantissa, scale, value.IsMinus);
    }

    public static decimal operator %(decimal d1, decimal d2)
    {
        if (d2.IsZero) throw new DivideByZeroException();
        int scale = Math.Max(d1.Scale, d2.Scale);
        WideMantissa left = WideMantissa.Scaled(d1.Mantissa, scale - d1.Scale), right = WideMantissa.Scaled(d2.Mantissa, scale - d2.Scale);
        if (left.CompareTo(right) < 0) return d1;
        left.Remainder(right);
        return Rounded(left, scale, d1.IsMinus);
    }

    public static decimal operator +(decimal d) => d;
    public static decimal operator -(decimal d) => new(d.Mantissa, d.Scale, !d.IsMinus);
    public static decimal operator ++(decimal d) => d + One;
    public static decimal operator --(decimal d) => d - One;

    public static decimal Add(decimal d1, decimal d2) => d1 + d2;
    public static decimal Subtract(decimal d1, decimal d2) => d1 - d2;
    public static decimal Multiply(decimal d1, decimal d2) => d1 * d2;
    public static decimal Divide(decimal d1, decimal d2) => d1 / d2;
    public static decimal Remainder(decimal d1, decimal d2) => d1 % d2;
    public static decimal Negate(decimal d) => -d;

    public static int Compare(decimal d1, decimal d2)
    {
        if (d1.IsZero || d2.IsZero || d1.IsMinus != d2.IsMinus) return Math.Sign(Sign(d1) - Sign(d2));
        int scale = Math.Max(d1.Scale, d2.Scale);
        WideMantissa left = WideMantissa.Scaled(d1.Mantissa, scale - d1.Scale), right = WideMantissa.Scaled(d2.Mantissa, scale - d2.Scale);
        int magnitudes = left.CompareTo(right);
        return d1.IsMinus ? -magnitudes : magnitudes;
    }

    public static bool operator ==(decimal d1, decimal d2) => Compare(d1, d2) == 0;
    public static bool operator !=(decimal d1, decimal d2) => Compare(d1, d2) != 0;
    public static bool operator <(decimal d1, decimal d2) => Compare(d1, d2) < 0;
    public static bool operator <=(decimal d1, decimal d2) => Compare(d1, d2) <= 0;
    public static bool operator >(decimal d1, decimal d2) => Compare(d1, d2) > 0;
    public static bool operator >=(decimal d1, decimal d2) => Compare(d1, d2) >= 0;

    public static decimal Truncate(decimal d) => Round(d, 0, MidpointRounding.ToZero);
    public static decimal Floor(decimal d) => Round(d, 0, MidpointRounding.ToNegativeInfinity);
    public static decimal Ceiling(decimal d) => Round(d, 0, MidpointRounding.ToPositiveInfinity);
    public static decimal Round(decimal d) => Round(d, 0, MidpointRounding.ToEven);
    public static decimal Round(decimal d, int decimals) => Round(d, decimals, MidpointRounding.ToEven);
    public static decimal Round(decimal d, MidpointRounding mode) => Round(d, 0, mode);

    public static decimal Round(decimal d, int decimals, MidpointRounding mode)
    {
        if ((uint)decimals > MaxScale) throw new ArgumentOutOfRangeException(nameof(decimals), "Decimal can only round to between 0 and 28 digits of precision.");
        if ((uint)mode > (uint)MidpointRounding.ToPositiveInfinity)
            throw new ArgumentException("The value is not valid for this usage of the type MidpointRounding.", nameof(mode));
        int dropped = d.Scale - decimals;
        if (dropped <= 0) return d;
        UInt128 unit = WideMantissa.Scaled(UInt128.One, dropped).Lower;
        (UInt128 kept, UInt128 rest) = UInt128.DivRem(d.Mantissa, unit);
        UInt128 twice = rest * 2u;
        bool roundsUp = mode switch
        {
            MidpointRounding.ToEven => twice > unit || (twice == unit && (kept._lower & 1) != 0),
            MidpointRounding.AwayFromZero => twice >= unit,
            MidpointRounding.ToNegativeInfinity => rest != default && d.IsMinus,
            MidpointRounding.ToPositiveInfinity => rest != default && !d.IsMinus,
            _ => false,
        };
        return new decimal(roundsUp ? kept + UInt128.One : kept, decimals, d.IsMinus);
    }
}
