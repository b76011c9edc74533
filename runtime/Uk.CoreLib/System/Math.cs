// Arithmetic on integers. Math.Double.cs has that on doubles.

namespace System;

public static partial class Math
{
    public static byte Min(byte val1, byte val2) => val1 <= val2 ? val1 : val2;
    public static sbyte Min(sbyte val1, sbyte val2) => val1 <= val2 ? val1 : val2;
    public static short Min(short val1, short val2) => val1 <= val2 ? val1 : val2;
    public static ushort Min(ushort val1, ushort val2) => val1 <= val2 ? val1 : val2;
    public static int Min(int val1, int val2) => val1 <= val2 ? val1 : val2;
    public static uint Min(uint val1, uint val2) => val1 <= val2 ? val1 : val2;
    public static long Min(long val1, long val2) => val1 <= val2 ? val1 : val2;
    public static ulong Min(ulong val1, ulong val2) => val1 <= val2 ? val1 : val2;
    public static nint Min(nint val1, nint val2) => val1 <= val2 ? val1 : val2;
    public static nuint Min(nuint val1, nuint val2) => val1 <= val2 ? val1 : val2;
    public static byte Max(byte val1, byte val2) => val1 >= val2 ? val1 : val2;
    public static sbyte Max(sbyte val1, sbyte val2) => val1 >= val2 ? val1 : val2;
    public static short Max(short val1, short val2) => val1 >= val2 ? val1 : val2;
    public static ushort Max(ushort val1, ushort val2) => val1 >= val2 ? val1 : val2;
    public static int Max(int val1, int val2) => val1 >= val2 ? val1 : val2;
    public static uint Max(uint val1, uint val2) => val1 >= val2 ? val1 : val2;
    public static long Max(long val1, long val2) => val1 >= val2 ? val1 : val2;
    public static ulong Max(ulong val1, ulong val2) => val1 >= val2 ? val1 : val2;
    public static nint Max(nint val1, nint val2) => val1 >= val2 ? val1 : val2;
    public static nuint Max(nuint val1, nuint val2) => val1 >= val2 ? val1 : val2;

    private const string NoMagnitude = "Negating the minimum value of a twos complement number is invalid.";

    public static sbyte Abs(sbyte value) => value >= 0 ? value : value != sbyte.MinValue ? (sbyte)-value : throw new OverflowException(NoMagnitude);
    public static short Abs(short value) => value >= 0 ? value : value != short.MinValue ? (short)-value : throw new OverflowException(NoMagnitude);
    public static int Abs(int value) => value >= 0 ? value : value != int.MinValue ? -value : throw new OverflowException(NoMagnitude);
    public static long Abs(long value) => value >= 0 ? value : value != long.MinValue ? -value : throw new OverflowException(NoMagnitude);
    public static nint Abs(nint value) => (nint)Abs((long)value);

    public static int Sign(sbyte value) => Sign((long)value);
    public static int Sign(short value) => Sign((long)value);
    public static int Sign(int value) => Sign((long)value);
    public static int Sign(nint value) => Sign((long)value);
    public static int Sign(long value) => value > 0 ? 1 : value < 0 ? -1 : 0;

    public static byte Clamp(byte value, byte min, byte max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static sbyte Clamp(sbyte value, sbyte min, sbyte max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static short Clamp(short value, short min, short max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static ushort Clamp(ushort value, ushort min, ushort max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static int Clamp(int value, int min, int max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static uint Clamp(uint value, uint min, uint max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static long Clamp(long value, long min, long max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static ulong Clamp(ulong value, ulong min, ulong max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static nint Clamp(nint value, nint min, nint max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    public static nuint Clamp(nuint value, nuint min, nuint max)
    {
        if (min > max) ThrowMinMax(min.ToString(), max.ToString());
        return value < min ? min : value > max ? max : value;
    }

    private static void ThrowMinMax(string min, string max) =>
        throw new ArgumentException(string.Concat("'", min, "' cannot be greater than ", string.Concat(max, ".")));

    public static long BigMul(int a, int b) => (long)a * b;
    public static ulong BigMul(uint a, uint b) => (ulong)a * b;

    /// <summary>The full product: the lower half as <paramref name="low"/>, the upper half as the result.</summary>
    public static ulong BigMul(ulong a, ulong b, out ulong low)
    {
        ulong lowLow = (ulong)(uint)a * (uint)b;
        ulong middle = (a >> 32) * (uint)b + (lowLow >> 32);
        ulong carry = (uint)a * (b >> 32) + (uint)middle;
        low = (carry << 32) | (uint)lowLow;
        return (a >> 32) * (b >> 32) + (middle >> 32) + (carry >> 32);
    }

    public static long BigMul(long a, long b, out long low)
    {
        ulong high = BigMul((ulong)a, (ulong)b, out ulong lower);
        low = (long)lower;
        return (long)high - ((a >> 63) & b) - ((b >> 63) & a);
    }

    public static (sbyte Quotient, sbyte Remainder) DivRem(sbyte left, sbyte right)
    {
        sbyte quotient = (sbyte)(left / right);
        return (quotient, (sbyte)(left - quotient * right));
    }

    public static (byte Quotient, byte Remainder) DivRem(byte left, byte right)
    {
        byte quotient = (byte)(left / right);
        return (quotient, (byte)(left - quotient * right));
    }

    public static (short Quotient, short Remainder) DivRem(short left, short right)
    {
        short quotient = (short)(left / right);
        return (quotient, (short)(left - quotient * right));
    }

    public static (ushort Quotient, ushort Remainder) DivRem(ushort left, ushort right)
    {
        ushort quotient = (ushort)(left / right);
        return (quotient, (ushort)(left - quotient * right));
    }

    public static (int Quotient, int Remainder) DivRem(int left, int right)
    {
        int quotient = left / right;
        return (quotient, left - quotient * right);
    }

    public static (uint Quotient, uint Remainder) DivRem(uint left, uint right)
    {
        uint quotient = left / right;
        return (quotient, left - quotient * right);
    }

    public static (long Quotient, long Remainder) DivRem(long left, long right)
    {
        long quotient = left / right;
        return (quotient, left - quotient * right);
    }

    public static (ulong Quotient, ulong Remainder) DivRem(ulong left, ulong right)
    {
        ulong quotient = left / right;
        return (quotient, left - quotient * right);
    }

    public static (nint Quotient, nint Remainder) DivRem(nint left, nint right)
    {
        nint quotient = left / right;
        return (quotient, left - quotient * right);
    }

    public static (nuint Quotient, nuint Remainder) DivRem(nuint left, nuint right)
    {
        nuint quotient = left / right;
        return (quotient, left - quotient * right);
    }

    public static int DivRem(int a, int b, out int result)
    {
        int quotient = a / b;
        result = a - quotient * b;
        return quotient;
    }

    public static long DivRem(long a, long b, out long result)
    {
        long quotient = a / b;
        result = a - quotient * b;
        return quotient;
    }

    // Overflow-checked operations that compiled code calls by name.
    private static int ConvertToInt32Checked(double value) =>
        value > int.MinValue - 1.0 && value < int.MaxValue + 1.0 ? (int)value : throw new OverflowException();

    private static uint ConvertToUInt32Checked(double value) =>
        value > -1.0 && value < uint.MaxValue + 1.0 ? (uint)value : throw new OverflowException();

    private static long ConvertToInt64Checked(double value) =>
        value >= -9223372036854775808.0 && value < 9223372036854775808.0 ? (long)value : throw new OverflowException();

    private static ulong ConvertToUInt64Checked(double value) =>
        value > -1.0 && value < 18446744073709551616.0 ? (ulong)value : throw new OverflowException();

    private static long MultiplyChecked(long left, long right)
    {
        ulong magnitude = MultiplyChecked(Magnitude(left), Magnitude(right));
        bool negative = (left < 0) != (right < 0);
        if (magnitude > (negative ? 1ul << 63 : long.MaxValue)) throw new OverflowException();
        return negative ? (long)(0 - magnitude) : (long)magnitude;
    }

    private static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;

    private static ulong MultiplyChecked(ulong left, ulong right)
    {
        if (left != 0 && right > ulong.MaxValue / left) throw new OverflowException();
        return left * right;
    }
}
