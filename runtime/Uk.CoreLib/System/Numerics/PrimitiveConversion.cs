// Conversions between the primitive numbers, for the Create methods of generic math. Types are known when this is
// compiled, so of each chain one branch is left.

using System.Diagnostics.CodeAnalysis;

namespace System.Numerics;

internal static class PrimitiveConversion
{
    private static bool IsSigned<T>() =>
        typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(int)
        || typeof(T) == typeof(long) || typeof(T) == typeof(nint);

    private static bool IsUnsigned<T>() =>
        typeof(T) == typeof(byte) || typeof(T) == typeof(ushort) || typeof(T) == typeof(uint)
        || typeof(T) == typeof(ulong) || typeof(T) == typeof(nuint) || typeof(T) == typeof(char);

    private static bool IsFloating<T>() => typeof(T) == typeof(double) || typeof(T) == typeof(float);

    private static bool IsPrimitive<T>() => IsSigned<T>() || IsUnsigned<T>() || IsFloating<T>();

    private static long Signed<T>(T value) =>
        typeof(T) == typeof(sbyte) ? (sbyte)(object)value!
        : typeof(T) == typeof(short) ? (short)(object)value!
        : typeof(T) == typeof(int) ? (int)(object)value!
        : typeof(T) == typeof(nint) ? (nint)(object)value!
        : (long)(object)value!;

    private static ulong Unsigned<T>(T value) =>
        typeof(T) == typeof(byte) ? (byte)(object)value!
        : typeof(T) == typeof(ushort) ? (ushort)(object)value!
        : typeof(T) == typeof(char) ? (char)(object)value!
        : typeof(T) == typeof(uint) ? (uint)(object)value!
        : typeof(T) == typeof(nuint) ? (nuint)(object)value!
        : (ulong)(object)value!;

    private static double Floating<T>(T value) => typeof(T) == typeof(float) ? (float)(object)value! : (double)(object)value!;

    /// <summary>A primitive integer, whose value every wider type holds.</summary>
    internal static bool TryWiden<TFrom>(TFrom value, out Int128 result)
    {
        result = IsSigned<TFrom>() ? Signed(value) : IsUnsigned<TFrom>() ? Unsigned(value) : default(Int128);
        return IsSigned<TFrom>() || IsUnsigned<TFrom>();
    }

    /// <summary>False where one of the two is no primitive number; what does not fit throws.</summary>
    internal static bool TryChecked<TFrom, TTo>(TFrom value, [MaybeNullWhen(false)] out TTo result)
    {
        result = default;
        if (!IsPrimitive<TFrom>() || !IsPrimitive<TTo>()) return false;
        result = IsSigned<TFrom>() ? CheckedSigned<TTo>(Signed(value))
            : IsUnsigned<TFrom>() ? CheckedUnsigned<TTo>(Unsigned(value))
            : CheckedFloating<TTo>(Floating(value));
        return true;
    }

    /// <summary>What does not fit becomes the nearest value that does.</summary>
    internal static bool TrySaturating<TFrom, TTo>(TFrom value, [MaybeNullWhen(false)] out TTo result)
    {
        result = default;
        if (!IsPrimitive<TFrom>() || !IsPrimitive<TTo>()) return false;
        result = IsSigned<TFrom>() ? SaturatingSigned<TTo>(Signed(value))
            : IsUnsigned<TFrom>() ? SaturatingUnsigned<TTo>(Unsigned(value))
            : SaturatingFloating<TTo>(Floating(value));
        return true;
    }

    /// <summary>Of integers the lower bits are left; floating numbers are truncated towards zero, and saturate.</summary>
    internal static bool TryTruncating<TFrom, TTo>(TFrom value, [MaybeNullWhen(false)] out TTo result)
    {
        result = default;
        if (!IsPrimitive<TFrom>() || !IsPrimitive<TTo>()) return false;
        result = IsFloating<TFrom>() ? SaturatingFloating<TTo>(Floating(value))
            : IsFloating<TTo>() ? (IsSigned<TFrom>() ? CheckedSigned<TTo>(Signed(value)) : CheckedUnsigned<TTo>(Unsigned(value)))
            : Truncating<TTo>(IsSigned<TFrom>() ? (ulong)Signed(value) : Unsigned(value));
        return true;
    }

    private static T CheckedSigned<T>(long value) => checked(
        typeof(T) == typeof(sbyte) ? (T)(object)(sbyte)value
        : typeof(T) == typeof(byte) ? (T)(object)(byte)value
        : typeof(T) == typeof(short) ? (T)(object)(short)value
        : typeof(T) == typeof(ushort) ? (T)(object)(ushort)value
        : typeof(T) == typeof(char) ? (T)(object)(char)value
        : typeof(T) == typeof(int) ? (T)(object)(int)value
        : typeof(T) == typeof(uint) ? (T)(object)(uint)value
        : typeof(T) == typeof(long) ? (T)(object)value
        : typeof(T) == typeof(ulong) ? (T)(object)(ulong)value
        : typeof(T) == typeof(nint) ? (T)(object)(nint)value
        : typeof(T) == typeof(nuint) ? (T)(object)(nuint)value
        : typeof(T) == typeof(float) ? (T)(object)(float)value
        : (T)(object)(double)value);

    private static T CheckedUnsigned<T>(ulong value) => checked(
        typeof(T) == typeof(sbyte) ? (T)(object)(sbyte)value
        : typeof(T) == typeof(byte) ? (T)(object)(byte)value
        : typeof(T) == typeof(short) ? (T)(object)(short)value
        : typeof(T) == typeof(ushort) ? (T)(object)(ushort)value
        : typeof(T) == typeof(char) ? (T)(object)(char)value
        : typeof(T) == typeof(int) ? (T)(object)(int)value
        : typeof(T) == typeof(uint) ? (T)(object)(uint)value
        : typeof(T) == typeof(long) ? (T)(object)(long)value
        : typeof(T) == typeof(ulong) ? (T)(object)value
        : typeof(T) == typeof(nint) ? (T)(object)(nint)value
        : typeof(T) == typeof(nuint) ? (T)(object)(nuint)value
        : typeof(T) == typeof(float) ? (T)(object)(float)value
        : (T)(object)(double)value);

    private static T CheckedFloating<T>(double value) => checked(
        typeof(T) == typeof(sbyte) ? (T)(object)(sbyte)value
        : typeof(T) == typeof(byte) ? (T)(object)(byte)value
        : typeof(T) == typeof(short) ? (T)(object)(short)value
        : typeof(T) == typeof(ushort) ? (T)(object)(ushort)value
        : typeof(T) == typeof(char) ? (T)(object)(char)value
        : typeof(T) == typeof(int) ? (T)(object)(int)value
        : typeof(T) == typeof(uint) ? (T)(object)(uint)value
        : typeof(T) == typeof(long) ? (T)(object)(long)value
        : typeof(T) == typeof(ulong) ? (T)(object)(ulong)value
        : typeof(T) == typeof(nint) ? (T)(object)(nint)value
        : typeof(T) == typeof(nuint) ? (T)(object)(nuint)value
        : typeof(T) == typeof(float) ? (T)(object)(float)value
        : (T)(object)value);

    private static T SaturatingSigned<T>(long value) =>
        typeof(T) == typeof(sbyte) ? (T)(object)(sbyte)Math.Clamp(value, sbyte.MinValue, sbyte.MaxValue)
        : typeof(T) == typeof(byte) ? (T)(object)(byte)Math.Clamp(value, 0, byte.MaxValue)
        : typeof(T) == typeof(short) ? (T)(object)(short)Math.Clamp(value, short.MinValue, short.MaxValue)
        : typeof(T) == typeof(ushort) ? (T)(object)(ushort)Math.Clamp(value, 0, ushort.MaxValue)
        : typeof(T) == typeof(char) ? (T)(object)(char)Math.Clamp(value, 0, char.MaxValue)
        : typeof(T) == typeof(int) ? (T)(object)(int)Math.Clamp(value, int.MinValue, int.MaxValue)
        : typeof(T) == typeof(uint) ? (T)(object)(uint)Math.Clamp(value, 0, uint.MaxValue)
        : typeof(T) == typeof(ulong) ? (T)(object)(ulong)Math.Max(value, 0)
        : typeof(T) == typeof(nuint) ? (T)(object)(nuint)Math.Max(value, 0)
        : CheckedSigned<T>(value);

    private static T SaturatingUnsigned<T>(ulong value) =>
        typeof(T) == typeof(sbyte) ? (T)(object)(sbyte)Math.Min(value, (ulong)sbyte.MaxValue)
        : typeof(T) == typeof(byte) ? (T)(object)(byte)Math.Min(value, byte.MaxValue)
        : typeof(T) == typeof(short) ? (T)(object)(short)Math.Min(value, (ulong)short.MaxValue)
        : typeof(T) == typeof(ushort) ? (T)(object)(ushort)Math.Min(value, ushort.MaxValue)
        : typeof(T) == typeof(char) ? (T)(object)(char)Math.Min(value, char.MaxValue)
        : typeof(T) == typeof(int) ? (T)(object)(int)Math.Min(value, int.MaxValue)
        : typeof(T) == typeof(uint) ? (T)(object)(uint)Math.Min(value, uint.MaxValue)
        : typeof(T) == typeof(long) ? (T)(object)(long)Math.Min(value, long.MaxValue)
        : typeof(T) == typeof(nint) ? (T)(object)(nint)Math.Min(value, long.MaxValue)
        : CheckedUnsigned<T>(value);

    // Conversions of doubles to 64 bits saturate by themselves, and make zero of what is no number.
    private static T SaturatingFloating<T>(double value) =>
        typeof(T) == typeof(float) ? (T)(object)(float)value
        : typeof(T) == typeof(double) ? (T)(object)value
        : typeof(T) == typeof(ulong) ? (T)(object)(ulong)value
        : typeof(T) == typeof(nuint) ? (T)(object)(nuint)(ulong)value
        : SaturatingSigned<T>((long)value);

    private static T Truncating<T>(ulong value) => unchecked(
        typeof(T) == typeof(sbyte) ? (T)(object)(sbyte)value
        : typeof(T) == typeof(byte) ? (T)(object)(byte)value
        : typeof(T) == typeof(short) ? (T)(object)(short)value
        : typeof(T) == typeof(ushort) ? (T)(object)(ushort)value
        : typeof(T) == typeof(char) ? (T)(object)(char)value
        : typeof(T) == typeof(int) ? (T)(object)(int)value
        : typeof(T) == typeof(uint) ? (T)(object)(uint)value
        : typeof(T) == typeof(long) ? (T)(object)(long)value
        : typeof(T) == typeof(nint) ? (T)(object)(nint)value
        : typeof(T) == typeof(nuint) ? (T)(object)(nuint)value
        : (T)(object)value);
}
