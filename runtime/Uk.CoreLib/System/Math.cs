using System.Runtime.CompilerServices;

namespace System;

public static class Math
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

    public static int Abs(int value) => value >= 0 ? value : checked(-value);
    public static long Abs(long value) => value >= 0 ? value : checked(-value);

    public static int Clamp(int value, int min, int max)
    {
        if (min > max) ThrowHelper.Argument("min must not be greater than max.");
        return value < min ? min : value > max ? max : value;
    }

    public static ulong BigMul(uint a, uint b) => (ulong)a * b;

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
