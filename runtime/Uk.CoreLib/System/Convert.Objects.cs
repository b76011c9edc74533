// Texts and objects to numbers, and numbers to text.

using System.Diagnostics.CodeAnalysis;

namespace System;

public static partial class Convert
{
    public static bool ToBoolean([NotNullWhen(true)] string? value) => value is not null && bool.Parse(value);
    public static bool ToBoolean([NotNullWhen(true)] string? value, IFormatProvider? provider) => value is not null && bool.Parse(value);
    public static char ToChar(string value) => ToChar(value, null);

    public static char ToChar(string value, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        return char.Parse(value);
    }

    public static sbyte ToSByte(string? value) => value is null ? (sbyte)0 : sbyte.Parse(value);
    public static sbyte ToSByte(string value, IFormatProvider? provider) => sbyte.Parse(value);
    public static byte ToByte(string? value) => value is null ? (byte)0 : byte.Parse(value);
    public static byte ToByte(string? value, IFormatProvider? provider) => value is null ? (byte)0 : byte.Parse(value);
    public static short ToInt16(string? value) => value is null ? (short)0 : short.Parse(value);
    public static short ToInt16(string? value, IFormatProvider? provider) => value is null ? (short)0 : short.Parse(value);
    public static ushort ToUInt16(string? value) => value is null ? (ushort)0 : ushort.Parse(value);
    public static ushort ToUInt16(string? value, IFormatProvider? provider) => value is null ? (ushort)0 : ushort.Parse(value);
    public static int ToInt32(string? value) => value is null ? (int)0 : int.Parse(value);
    public static int ToInt32(string? value, IFormatProvider? provider) => value is null ? (int)0 : int.Parse(value);
    public static uint ToUInt32(string? value) => value is null ? (uint)0 : uint.Parse(value);
    public static uint ToUInt32(string? value, IFormatProvider? provider) => value is null ? (uint)0 : uint.Parse(value);
    public static long ToInt64(string? value) => value is null ? (long)0 : long.Parse(value);
    public static long ToInt64(string? value, IFormatProvider? provider) => value is null ? (long)0 : long.Parse(value);
    public static ulong ToUInt64(string? value) => value is null ? (ulong)0 : ulong.Parse(value);
    public static ulong ToUInt64(string? value, IFormatProvider? provider) => value is null ? (ulong)0 : ulong.Parse(value);
    public static float ToSingle(string? value) => value is null ? (float)0 : float.Parse(value);
    public static float ToSingle(string? value, IFormatProvider? provider) => value is null ? (float)0 : float.Parse(value);
    public static double ToDouble(string? value) => value is null ? (double)0 : double.Parse(value);
    public static double ToDouble(string? value, IFormatProvider? provider) => value is null ? (double)0 : double.Parse(value);
    public static decimal ToDecimal(string? value) => value is null ? (decimal)0 : decimal.Parse(value);
    public static decimal ToDecimal(string? value, IFormatProvider? provider) => value is null ? (decimal)0 : decimal.Parse(value);
    public static DateTime ToDateTime(string? value) => value is null ? DateTime.MinValue : DateTime.Parse(value);
    public static DateTime ToDateTime(string? value, IFormatProvider? provider) => ToDateTime(value);
    public static DateTime ToDateTime(DateTime value) => value;

    public static bool ToBoolean([NotNullWhen(true)] object? value) => value is null ? false : ((IConvertible)value).ToBoolean(null);
    public static bool ToBoolean([NotNullWhen(true)] object? value, IFormatProvider? provider) => value is null ? false : ((IConvertible)value).ToBoolean(provider);
    public static char ToChar(object? value) => value is null ? '\0' : ((IConvertible)value).ToChar(null);
    public static char ToChar(object? value, IFormatProvider? provider) => value is null ? '\0' : ((IConvertible)value).ToChar(provider);
    public static sbyte ToSByte(object? value) => value is null ? default : ((IConvertible)value).ToSByte(null);
    public static sbyte ToSByte(object? value, IFormatProvider? provider) => value is null ? default : ((IConvertible)value).ToSByte(provider);
    public static byte ToByte(object? value) => value is null ? default : ((IConvertible)value).ToByte(null);
    public static byte ToByte(object? value, IFormatProvider? provider) => value is null ? default : ((IConvertible)value).ToByte(provider);
    public static short ToInt16(object? value) => value is null ? default : ((IConvertible)value).ToInt16(null);
    public static short ToInt16(object? value, IFormatProvider? provider) => value is null ? default : ((IConvertible)value).ToInt16(provider);
    public static ushort ToUInt16(object? value) => value is null ? default : ((IConvertible)value).ToUInt16(null);
    public static ushort ToUInt16(object? value, IFormatProvider? provider) => value is null ? default : ((IConvertible)value).ToUInt16(provider);
    public static int ToInt32(object? value) => value is null ? 0 : ((IConvertible)value).ToInt32(null);
    public static int ToInt32(object? value, IFormatProvider? provider) => value is null ? 0 : ((IConvertible)value).ToInt32(provider);
    public static uint ToUInt32(object? value) => value is null ? 0 : ((IConvertible)value).ToUInt32(null);
    public static uint ToUInt32(object? value, IFormatProvider? provider) => value is null ? 0 : ((IConvertible)value).ToUInt32(provider);
    public static long ToInt64(object? value) => value is null ? 0 : ((IConvertible)value).ToInt64(null);
    public static long ToInt64(object? value, IFormatProvider? provider) => value is null ? 0 : ((IConvertible)value).ToInt64(provider);
    public static ulong ToUInt64(object? value) => value is null ? 0 : ((IConvertible)value).ToUInt64(null);
    public static ulong ToUInt64(object? value, IFormatProvider? provider) => value is null ? 0 : ((IConvertible)value).ToUInt64(provider);
    public static float ToSingle(object? value) => value is null ? 0 : ((IConvertible)value).ToSingle(null);
    public static float ToSingle(object? value, IFormatProvider? provider) => value is null ? 0 : ((IConvertible)value).ToSingle(provider);
    public static double ToDouble(object? value) => value is null ? 0 : ((IConvertible)value).ToDouble(null);
    public static double ToDouble(object? value, IFormatProvider? provider) => value is null ? 0 : ((IConvertible)value).ToDouble(provider);
    public static decimal ToDecimal(object? value) => value is null ? 0 : ((IConvertible)value).ToDecimal(null);
    public static decimal ToDecimal(object? value, IFormatProvider? provider) => value is null ? 0 : ((IConvertible)value).ToDecimal(provider);
    public static DateTime ToDateTime(object? value) => value is null ? DateTime.MinValue : ((IConvertible)value).ToDateTime(null);
    public static DateTime ToDateTime(object? value, IFormatProvider? provider) => value is null ? DateTime.MinValue : ((IConvertible)value).ToDateTime(provider);
}
