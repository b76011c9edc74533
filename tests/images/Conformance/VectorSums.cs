// What the vector cases compute on, and the checksums that they print. Results of whatever is no number count as one:
// processors differ in its bits.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

internal static class VectorSums
{
    private static string s_line = "";

    public static void Add<T>(Vector64<T> value) => AddBytes<T, Vector64<T>>(value);
    public static void Add<T>(Vector128<T> value) => AddBytes<T, Vector128<T>>(value);
    public static void Add<T>(Vector256<T> value) => AddBytes<T, Vector256<T>>(value);
    public static void Add<T>(Vector512<T> value) => AddBytes<T, Vector512<T>>(value);

    public static void Add<T>((Vector64<T> Lower, Vector64<T> Upper) value) { Add(value.Lower); Add(value.Upper); }
    public static void Add<T>((Vector128<T> Lower, Vector128<T> Upper) value) { Add(value.Lower); Add(value.Upper); }
    public static void Add<T>((Vector256<T> Lower, Vector256<T> Upper) value) { Add(value.Lower); Add(value.Upper); }
    public static void Add<T>((Vector512<T> Lower, Vector512<T> Upper) value) { Add(value.Lower); Add(value.Upper); }

    public static void Add<T>(T scalar) where T : struct => AddBytes<T, T>(scalar);

    private static void AddBytes<T, TVector>(TVector value)
    {
        Span<byte> bytes = MemoryMarshal.CreateSpan(ref Unsafe.As<TVector, byte>(ref value), Unsafe.SizeOf<TVector>());
        if (typeof(T) == typeof(float))
            foreach (ref float element in MemoryMarshal.Cast<byte, float>(bytes))
                if (float.IsNaN(element)) element = float.NaN;
        if (typeof(T) == typeof(double))
            foreach (ref double element in MemoryMarshal.Cast<byte, double>(bytes))
                if (double.IsNaN(element)) element = double.NaN;
        uint sum = 2166136261;
        foreach (byte part in bytes) sum = (sum ^ part) * 16777619;
        s_line += bytes.Length <= 4 ? " " + Convert(bytes) : " " + sum.ToString("x8");
    }

    private static string Convert(Span<byte> bytes)
    {
        string text = "";
        for (int i = bytes.Length - 1; i >= 0; i--) text += bytes[i].ToString("x2");
        return text;
    }

    public static void Finish(string name)
    {
        Suite.Show(name, s_line.Substring(1));
        s_line = "";
    }
}

/// <summary>Numbers of a type, the same in every run: Wild ones have all bits and what is no number, Tame ones are small.</summary>
internal static class Samples<T>
{
    private const int Count = 96;

    public static readonly T[] Wild = Make(true, false);
    public static readonly T[] Tame = Make(false, false);
    public static readonly T[] Inside = Make(false, true);

    private static T[] Make(bool wild, bool inside)
    {
        var values = new T[Count];
        ulong state = 0x9E3779B97F4A7C15;
        for (int i = 0; i < Count; i++)
        {
            state = state * 6364136223846793005 + 1442695040888963407;
            values[i] = wild ? Wilder(state, i) : Tamer(inside ? 0 : (state >> 60) + 1);
        }
        return values;
    }

    private static T Wilder(ulong bits, int index)
    {
        double number = (long)bits >> (index % 7 * 8) >> 8;
        if (typeof(T) == typeof(float)) return (T)(object)Special((float)number / 4, index);
        if (typeof(T) == typeof(double)) return (T)(object)(double)Special((float)number / 4, index);
        // Some values that are equal, least, greatest and zero.
        bits = (index % 8) switch { 2 => 0, 3 => 1ul << 63, 5 => ulong.MaxValue, 6 => ulong.MaxValue >> 1, _ => bits };
        int shift = 64 - 8 * Unsafe.SizeOf<T>();
        ulong top = bits >> shift;
        return Unsafe.As<ulong, T>(ref top);
    }

    private static float Special(float number, int index) => (index % 11) switch
    {
        3 => float.NaN,
        5 => float.PositiveInfinity,
        7 => -0.0f,
        8 => 0,
        10 => float.NegativeInfinity,
        9 => 1e-41f,
        2 => 2.5f,
        _ => number,
    };

    private static T Tamer(ulong number)
    {
        if (typeof(T) == typeof(float)) return (T)(object)(float)number;
        if (typeof(T) == typeof(double)) return (T)(object)(double)number;
        return Unsafe.As<ulong, T>(ref number);
    }
}
