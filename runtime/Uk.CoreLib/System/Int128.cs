// Whole numbers of 128 bits in two's complement. Text and conversions are in Int128.Text.cs and Int128.Conversions.cs.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <remarks>The compiler knows it by its name, and aligns it to 16 bytes.</remarks>
[Intrinsic]
public readonly partial struct Int128 : IComparable, IComparable<Int128>, IEquatable<Int128>, ISpanFormattable, ISpanParsable<Int128>, IUtf8SpanFormattable
{
    private const ulong SignBit = 1ul << 63;
    private const string NoMagnitude = "Negating the minimum value of a twos complement number is invalid.";

    private readonly ulong _lower;
    private readonly ulong _upper;

    public Int128(ulong upper, ulong lower) => (_lower, _upper) = (lower, upper);

    public static Int128 MinValue => new(SignBit, 0);
    public static Int128 MaxValue => new(SignBit - 1, ulong.MaxValue);
    public static Int128 Zero => default;
    public static Int128 One => new(0, 1);
    public static Int128 NegativeOne => new(ulong.MaxValue, ulong.MaxValue);

    private UInt128 Bits => new(_upper, _lower);

    private static Int128 Of(UInt128 bits) => new(bits._upper, bits._lower);

    /// <summary>Right for the minimum, too, whose magnitude no Int128 has.</summary>
    internal static UInt128 Magnitude(Int128 value) => IsNegative(value) ? default(UInt128) - value.Bits : value.Bits;

    private static Int128 Signed(UInt128 magnitude, bool isNegative) => Of(isNegative ? default(UInt128) - magnitude : magnitude);

    public static bool IsNegative(Int128 value) => (long)value._upper < 0;
    public static bool IsPositive(Int128 value) => (long)value._upper >= 0;
    public static bool IsEvenInteger(Int128 value) => (value._lower & 1) == 0;
    public static bool IsOddInteger(Int128 value) => (value._lower & 1) != 0;
    public static bool IsPow2(Int128 value) => IsPositive(value) && UInt128.IsPow2(value.Bits);
    public static int Sign(Int128 value) => IsNegative(value) ? -1 : value == default ? 0 : 1;
    public static Int128 Min(Int128 x, Int128 y) => x <= y ? x : y;
    public static Int128 Max(Int128 x, Int128 y) => x >= y ? x : y;
    public static Int128 Abs(Int128 value) => value == MinValue ? throw new OverflowException(NoMagnitude) : Of(Magnitude(value));
    public static Int128 CopySign(Int128 value, Int128 sign)
    {
        if (value == MinValue && IsPositive(sign)) throw new OverflowException(NoMagnitude);
        return Signed(Magnitude(value), IsNegative(sign));
    }

    public static Int128 Clamp(Int128 value, Int128 min, Int128 max)
    {
        if (min > max) throw new ArgumentException(string.Concat("'", min.ToString(), "' cannot be greater than ", max.ToString() + "."));
        return value < min ? min : value > max ? max : value;
    }

    public static Int128 LeadingZeroCount(Int128 value) => Of(UInt128.LeadingZeroCount(value.Bits));
    public static Int128 TrailingZeroCount(Int128 value) => Of(UInt128.TrailingZeroCount(value.Bits));
    public static Int128 PopCount(Int128 value) => Of(UInt128.PopCount(value.Bits));
    public static Int128 RotateLeft(Int128 value, int rotateAmount) => Of(UInt128.RotateLeft(value.Bits, rotateAmount));
    public static Int128 RotateRight(Int128 value, int rotateAmount) => Of(UInt128.RotateRight(value.Bits, rotateAmount));

    public static Int128 Log2(Int128 value)
    {
        if (IsNegative(value)) throw new ArgumentOutOfRangeException(nameof(value), "Non-negative number required.");
        return Of(UInt128.Log2(value.Bits));
    }

    public static Int128 operator +(Int128 left, Int128 right) => Of(left.Bits + right.Bits);
    public static Int128 operator -(Int128 left, Int128 right) => Of(left.Bits - right.Bits);
    public static Int128 operator *(Int128 left, Int128 right) => Of(left.Bits * right.Bits);
    public static Int128 operator +(Int128 value) => value;
    public static Int128 operator -(Int128 value) => Of(default(UInt128) - value.Bits);
    public static Int128 operator ++(Int128 value) => value + One;
    public static Int128 operator --(Int128 value) => value - One;

    public static Int128 operator checked +(Int128 left, Int128 right)
    {
        Int128 sum = left + right;
        return (long)((left._upper ^ sum._upper) & (right._upper ^ sum._upper)) >= 0 ? sum : throw new OverflowException();
    }

    public static Int128 operator checked -(Int128 left, Int128 right)
    {
        Int128 difference = left - right;
        return (long)((left._upper ^ right._upper) & (left._upper ^ difference._upper)) >= 0 ? difference : throw new OverflowException();
    }

    public static Int128 operator checked *(Int128 left, Int128 right)
    {
        UInt128 product = checked(Magnitude(left) * Magnitude(right));
        bool isNegative = IsNegative(left) != IsNegative(right);
        if (product > new UInt128(SignBit, 0) - (isNegative ? default : UInt128.One)) throw new OverflowException();
        return Signed(product, isNegative);
    }

    public static Int128 operator checked -(Int128 value) => value != MinValue ? -value : throw new OverflowException();
    public static Int128 operator checked ++(Int128 value) => checked(value + One);
    public static Int128 operator checked --(Int128 value) => checked(value - One);

    public static Int128 operator /(Int128 left, Int128 right) => DivRem(left, right).Quotient;
    public static Int128 operator checked /(Int128 left, Int128 right) => left / right;
    public static Int128 operator %(Int128 left, Int128 right) => DivRem(left, right).Remainder;

    public static (Int128 Quotient, Int128 Remainder) DivRem(Int128 left, Int128 right)
    {
        if (right == NegativeOne && left == MinValue) throw new OverflowException();
        (UInt128 quotient, UInt128 remainder) = UInt128.DivRem(Magnitude(left), Magnitude(right));
        return (Signed(quotient, IsNegative(left) != IsNegative(right)), Signed(remainder, IsNegative(left)));
    }

    public static Int128 operator ~(Int128 value) => Of(~value.Bits);
    public static Int128 operator &(Int128 left, Int128 right) => Of(left.Bits & right.Bits);
    public static Int128 operator |(Int128 left, Int128 right) => Of(left.Bits | right.Bits);
    public static Int128 operator ^(Int128 left, Int128 right) => Of(left.Bits ^ right.Bits);
    public static Int128 operator <<(Int128 value, int shiftAmount) => Of(value.Bits << shiftAmount);
    public static Int128 operator >>>(Int128 value, int shiftAmount) => Of(value.Bits >>> shiftAmount);

    public static Int128 operator >>(Int128 value, int shiftAmount)
    {
        UInt128 shifted = value.Bits >>> shiftAmount;
        // The bits that came in from above are copies of the sign.
        return Of(IsNegative(value) ? shifted | ~(UInt128.MaxValue >>> shiftAmount) : shifted);
    }

    public static bool operator ==(Int128 left, Int128 right) => left.Bits == right.Bits;
    public static bool operator !=(Int128 left, Int128 right) => left.Bits != right.Bits;
    public static bool operator <(Int128 left, Int128 right) => (long)left._upper < (long)right._upper || (left._upper == right._upper && left._lower < right._lower);
    public static bool operator <=(Int128 left, Int128 right) => !(right < left);
    public static bool operator >(Int128 left, Int128 right) => right < left;
    public static bool operator >=(Int128 left, Int128 right) => !(left < right);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Int128 other && this == other;
    public bool Equals(Int128 other) => this == other;
    public override int GetHashCode() => HashCode.Combine(_lower, _upper);
    public int CompareTo(Int128 value) => this < value ? -1 : this > value ? 1 : 0;
    public int CompareTo(object? value) => value is null ? 1 : value is Int128 other ? CompareTo(other) : throw Number.NotA("Int128");
}
