// Whole numbers of 128 bits without a sign. Text and conversions are in UInt128.Text.cs and UInt128.Conversions.cs.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Numerics;

namespace System;

/// <remarks>The compiler knows it by its name, and aligns it to 16 bytes.</remarks>
[Intrinsic]
public readonly partial struct UInt128 : IComparable, IComparable<UInt128>, IEquatable<UInt128>, ISpanFormattable, ISpanParsable<UInt128>, IUtf8SpanFormattable
{
    internal readonly ulong _lower;
    internal readonly ulong _upper;

    public UInt128(ulong upper, ulong lower) => (_lower, _upper) = (lower, upper);

    public static UInt128 MinValue => default;
    public static UInt128 MaxValue => new(ulong.MaxValue, ulong.MaxValue);
    public static UInt128 Zero => default;
    public static UInt128 One => new(0, 1);

    public static UInt128 operator +(UInt128 left, UInt128 right)
    {
        ulong lower = left._lower + right._lower;
        return new UInt128(left._upper + right._upper + (lower < left._lower ? 1ul : 0), lower);
    }

    public static UInt128 operator checked +(UInt128 left, UInt128 right)
    {
        UInt128 sum = left + right;
        return sum >= left ? sum : throw new OverflowException();
    }

    public static UInt128 operator -(UInt128 left, UInt128 right) =>
        new(left._upper - right._upper - (left._lower < right._lower ? 1ul : 0), left._lower - right._lower);

    public static UInt128 operator checked -(UInt128 left, UInt128 right) => left >= right ? left - right : throw new OverflowException();

    public static UInt128 operator *(UInt128 left, UInt128 right)
    {
        ulong upper = Math.BigMul(left._lower, right._lower, out ulong lower);
        return new UInt128(upper + left._upper * right._lower + left._lower * right._upper, lower);
    }

    public static UInt128 operator checked *(UInt128 left, UInt128 right)
    {
        if (left._upper != 0 && right._upper != 0) throw new OverflowException();
        ulong upper = Math.BigMul(left._lower, right._lower, out ulong lower);
        (ulong half, ulong whole) = left._upper != 0 ? (left._upper, right._lower) : (right._upper, left._lower);
        ulong beyond = Math.BigMul(half, whole, out ulong middle);
        ulong sum = upper + middle;
        return beyond == 0 && sum >= upper ? new UInt128(sum, lower) : throw new OverflowException();
    }

    public static UInt128 operator /(UInt128 left, UInt128 right) => DivRem(left, right).Quotient;
    public static UInt128 operator checked /(UInt128 left, UInt128 right) => left / right;
    public static UInt128 operator %(UInt128 left, UInt128 right) => DivRem(left, right).Remainder;

    public static (UInt128 Quotient, UInt128 Remainder) DivRem(UInt128 left, UInt128 right)
    {
        if (right == default) throw new DivideByZeroException();
        if (left < right) return (default, left);
        if (left._upper == 0) return (left._lower / right._lower, left._lower % right._lower);
        if (right <= uint.MaxValue) return DivRem(left, (uint)right._lower);
        return DivideBits(left, right);
    }

    private static (UInt128 Quotient, UInt128 Remainder) DivRem(UInt128 left, uint right)
    {
        ulong upper = left._upper / right, rest = left._upper % right;
        ulong middle = (rest << 32) | (left._lower >> 32);
        ulong low = ((middle % right) << 32) | (uint)left._lower;
        return (new UInt128(upper, ((middle / right) << 32) + low / right), low % right);
    }

    /// <summary>Bit by bit, from the first that the quotient can have.</summary>
    private static (UInt128 Quotient, UInt128 Remainder) DivideBits(UInt128 left, UInt128 right)
    {
        UInt128 quotient = default;
        for (int shift = LeadingZeros(right) - LeadingZeros(left); shift >= 0; shift--)
        {
            quotient <<= 1;
            UInt128 shifted = right << shift;
            if (left < shifted) continue;
            left -= shifted;
            quotient |= One;
        }
        return (quotient, left);
    }

    internal static int LeadingZeros(UInt128 value) =>
        value._upper != 0 ? BitOperations.LeadingZeroCount(value._upper) : 64 + BitOperations.LeadingZeroCount(value._lower);

    public static UInt128 operator ++(UInt128 value) => value + One;
    public static UInt128 operator --(UInt128 value) => value - One;
    public static UInt128 operator checked ++(UInt128 value) => checked(value + One);
    public static UInt128 operator checked --(UInt128 value) => checked(value - One);
    public static UInt128 operator +(UInt128 value) => value;
    public static UInt128 operator -(UInt128 value) => default(UInt128) - value;
    public static UInt128 operator checked -(UInt128 value) => checked(default(UInt128) - value);

    public static UInt128 operator ~(UInt128 value) => new(~value._upper, ~value._lower);
    public static UInt128 operator &(UInt128 left, UInt128 right) => new(left._upper & right._upper, left._lower & right._lower);
    public static UInt128 operator |(UInt128 left, UInt128 right) => new(left._upper | right._upper, left._lower | right._lower);
    public static UInt128 operator ^(UInt128 left, UInt128 right) => new(left._upper ^ right._upper, left._lower ^ right._lower);

    public static UInt128 operator <<(UInt128 value, int shiftAmount)
    {
        shiftAmount &= 127;
        if (shiftAmount >= 64) return new UInt128(value._lower << shiftAmount, 0);
        return shiftAmount == 0 ? value : new UInt128((value._upper << shiftAmount) | (value._lower >> (64 - shiftAmount)), value._lower << shiftAmount);
    }

    public static UInt128 operator >>(UInt128 value, int shiftAmount) => value >>> shiftAmount;

    public static UInt128 operator >>>(UInt128 value, int shiftAmount)
    {
        shiftAmount &= 127;
        if (shiftAmount >= 64) return new UInt128(0, value._upper >> shiftAmount);
        return shiftAmount == 0 ? value : new UInt128(value._upper >> shiftAmount, (value._lower >> shiftAmount) | (value._upper << (64 - shiftAmount)));
    }

    public static bool operator ==(UInt128 left, UInt128 right) => left._lower == right._lower && left._upper == right._upper;
    public static bool operator !=(UInt128 left, UInt128 right) => !(left == right);
    public static bool operator <(UInt128 left, UInt128 right) => left._upper < right._upper || (left._upper == right._upper && left._lower < right._lower);
    public static bool operator <=(UInt128 left, UInt128 right) => !(right < left);
    public static bool operator >(UInt128 left, UInt128 right) => right < left;
    public static bool operator >=(UInt128 left, UInt128 right) => !(left < right);

    public static UInt128 LeadingZeroCount(UInt128 value) =>
        (UInt128)LeadingZeros(value);
    public static UInt128 TrailingZeroCount(UInt128 value) =>
        (UInt128)(value._lower != 0 ? BitOperations.TrailingZeroCount(value._lower) : 64 + BitOperations.TrailingZeroCount(value._upper));
    public static UInt128 PopCount(UInt128 value) => (UInt128)(BitOperations.PopCount(value._lower) + BitOperations.PopCount(value._upper));
    public static UInt128 Log2(UInt128 value) => 127 - LeadingZeroCount(value | One);
    public static bool IsPow2(UInt128 value) => PopCount(value) == One;
    public static bool IsEvenInteger(UInt128 value) => (value._lower & 1) == 0;
    public static bool IsOddInteger(UInt128 value) => (value._lower & 1) != 0;
    public static UInt128 RotateLeft(UInt128 value, int rotateAmount) => (value << rotateAmount) | (value >>> (128 - rotateAmount));
    public static UInt128 RotateRight(UInt128 value, int rotateAmount) => (value >>> rotateAmount) | (value << (128 - rotateAmount));
    public static UInt128 Min(UInt128 x, UInt128 y) => x <= y ? x : y;
    public static UInt128 Max(UInt128 x, UInt128 y) => x >= y ? x : y;
    public static int Sign(UInt128 value) => value == default ? 0 : 1;

    public static UInt128 Clamp(UInt128 value, UInt128 min, UInt128 max)
    {
        if (min > max) throw new ArgumentException(string.Concat("'", min.ToString(), "' cannot be greater than ", max.ToString() + "."));
        return value < min ? min : value > max ? max : value;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is UInt128 other && this == other;
    public bool Equals(UInt128 other) => this == other;
    public override int GetHashCode() => HashCode.Combine(_lower, _upper);
    public int CompareTo(UInt128 value) => this < value ? -1 : this > value ? 1 : 0;
    public int CompareTo(object? value) => value is null ? 1 : value is UInt128 other ? CompareTo(other) : throw Number.NotA("UInt128");
}
