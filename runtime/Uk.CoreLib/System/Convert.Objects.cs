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

    public static bool ToBoolean([NotNullWhen(true)] object? value) => value switch
    {
        null => false,
        bool v => ToBoolean(v),
        sbyte v => ToBoolean(v),
        byte v => ToBoolean(v),
        short v => ToBoolean(v),
        ushort v => ToBoolean(v),
        int v => ToBoolean(v),
        uint v => ToBoolean(v),
        long v => ToBoolean(v),
        ulong v => ToBoolean(v),
        float v => ToBoolean(v),
        double v => ToBoolean(v),
        decimal v => ToBoolean(v),
        string v => ToBoolean(v),
        _ => throw NotConvertible("Boolean"),
    };

    public static bool ToBoolean([NotNullWhen(true)] object? value, IFormatProvider? provider) => ToBoolean(value);

    public static char ToChar(object? value) => value switch
    {
        null => '\0',
        char v => ToChar(v),
        sbyte v => ToChar(v),
        byte v => ToChar(v),
        short v => ToChar(v),
        ushort v => ToChar(v),
        int v => ToChar(v),
        uint v => ToChar(v),
        long v => ToChar(v),
        ulong v => ToChar(v),
        string v => ToChar(v),
        _ => throw NotConvertible("Char"),
    };

    public static char ToChar(object? value, IFormatProvider? provider) => ToChar(value);

    public static sbyte ToSByte(object? value) => value switch
    {
        null => 0,
        bool v => ToSByte(v),
        char v => ToSByte(v),
        sbyte v => ToSByte(v),
        byte v => ToSByte(v),
        short v => ToSByte(v),
        ushort v => ToSByte(v),
        int v => ToSByte(v),
        uint v => ToSByte(v),
        long v => ToSByte(v),
        ulong v => ToSByte(v),
        float v => ToSByte(v),
        double v => ToSByte(v),
        decimal v => ToSByte(v),
        string v => ToSByte(v),
        _ => throw NotConvertible("SByte"),
    };

    public static sbyte ToSByte(object? value, IFormatProvider? provider) => ToSByte(value);

    public static byte ToByte(object? value) => value switch
    {
        null => 0,
        bool v => ToByte(v),
        char v => ToByte(v),
        sbyte v => ToByte(v),
        byte v => ToByte(v),
        short v => ToByte(v),
        ushort v => ToByte(v),
        int v => ToByte(v),
        uint v => ToByte(v),
        long v => ToByte(v),
        ulong v => ToByte(v),
        float v => ToByte(v),
        double v => ToByte(v),
        decimal v => ToByte(v),
        string v => ToByte(v),
        _ => throw NotConvertible("Byte"),
    };

    public static byte ToByte(object? value, IFormatProvider? provider) => ToByte(value);

    public static short ToInt16(object? value) => value switch
    {
        null => 0,
        bool v => ToInt16(v),
        char v => ToInt16(v),
        sbyte v => ToInt16(v),
        byte v => ToInt16(v),
        short v => ToInt16(v),
        ushort v => ToInt16(v),
        int v => ToInt16(v),
        uint v => ToInt16(v),
        long v => ToInt16(v),
        ulong v => ToInt16(v),
        float v => ToInt16(v),
        double v => ToInt16(v),
        decimal v => ToInt16(v),
        string v => ToInt16(v),
        _ => throw NotConvertible("Int16"),
    };

    public static short ToInt16(object? value, IFormatProvider? provider) => ToInt16(value);

    public static ushort ToUInt16(object? value) => value switch
    {
        null => 0,
        bool v => ToUInt16(v),
        char v => ToUInt16(v),
        sbyte v => ToUInt16(v),
        byte v => ToUInt16(v),
        short v => ToUInt16(v),
        ushort v => ToUInt16(v),
        int v => ToUInt16(v),
        uint v => ToUInt16(v),
        long v => ToUInt16(v),
        ulong v => ToUInt16(v),
        float v => ToUInt16(v),
        double v => ToUInt16(v),
        decimal v => ToUInt16(v),
        string v => ToUInt16(v),
        _ => throw NotConvertible("UInt16"),
    };

    public static ushort ToUInt16(object? value, IFormatProvider? provider) => ToUInt16(value);

    public static int ToInt32(object? value) => value switch
    {
        null => 0,
        bool v => ToInt32(v),
        char v => ToInt32(v),
        sbyte v => ToInt32(v),
        byte v => ToInt32(v),
        short v => ToInt32(v),
        ushort v => ToInt32(v),
        int v => ToInt32(v),
        uint v => ToInt32(v),
        long v => ToInt32(v),
        ulong v => ToInt32(v),
        float v => ToInt32(v),
        double v => ToInt32(v),
        decimal v => ToInt32(v),
        string v => ToInt32(v),
        _ => throw NotConvertible("Int32"),
    };

    public static int ToInt32(object? value, IFormatProvider? provider) => ToInt32(value);

    public static uint ToUInt32(object? value) => value switch
    {
        null => 0,
        bool v => ToUInt32(v),
        char v => ToUInt32(v),
        sbyte v => ToUInt32(v),
        byte v => ToUInt32(v),
        short v => ToUInt32(v),
        ushort v => ToUInt32(v),
        int v => ToUInt32(v),
        uint v => ToUInt32(v),
        long v => ToUInt32(v),
        ulong v => ToUInt32(v),
        float v => ToUInt32(v),
        double v => ToUInt32(v),
        decimal v => ToUInt32(v),
        string v => ToUInt32(v),
        _ => throw NotConvertible("UInt32"),
    };

    public static uint ToUInt32(object? value, IFormatProvider? provider) => ToUInt32(value);

    public static long ToInt64(object? value) => value switch
    {
        null => 0,
        bool v => ToInt64(v),
        char v => ToInt64(v),
        sbyte v => ToInt64(v),
        byte v => ToInt64(v),
        short v => ToInt64(v),
        ushort v => ToInt64(v),
        int v => ToInt64(v),
        uint v => ToInt64(v),
        long v => ToInt64(v),
        ulong v => ToInt64(v),
        float v => ToInt64(v),
        double v => ToInt64(v),
        decimal v => ToInt64(v),
        string v => ToInt64(v),
        _ => throw NotConvertible("Int64"),
    };

    public static long ToInt64(object? value, IFormatProvider? provider) => ToInt64(value);

    public static ulong ToUInt64(object? value) => value switch
    {
        null => 0,
        bool v => ToUInt64(v),
        char v => ToUInt64(v),
        sbyte v => ToUInt64(v),
        byte v => ToUInt64(v),
        short v => ToUInt64(v),
        ushort v => ToUInt64(v),
        int v => ToUInt64(v),
        uint v => ToUInt64(v),
        long v => ToUInt64(v),
        ulong v => ToUInt64(v),
        float v => ToUInt64(v),
        double v => ToUInt64(v),
        decimal v => ToUInt64(v),
        string v => ToUInt64(v),
        _ => throw NotConvertible("UInt64"),
    };

    public static ulong ToUInt64(object? value, IFormatProvider? provider) => ToUInt64(value);

    public static float ToSingle(object? value) => value switch
    {
        null => 0,
        bool v => ToSingle(v),
        sbyte v => ToSingle(v),
        byte v => ToSingle(v),
        short v => ToSingle(v),
        ushort v => ToSingle(v),
        int v => ToSingle(v),
        uint v => ToSingle(v),
        long v => ToSingle(v),
        ulong v => ToSingle(v),
        float v => ToSingle(v),
        double v => ToSingle(v),
        decimal v => ToSingle(v),
        string v => ToSingle(v),
        _ => throw NotConvertible("Single"),
    };

    public static float ToSingle(object? value, IFormatProvider? provider) => ToSingle(value);

    public static double ToDouble(object? value) => value switch
    {
        null => 0,
        bool v => ToDouble(v),
        sbyte v => ToDouble(v),
        byte v => ToDouble(v),
        short v => ToDouble(v),
        ushort v => ToDouble(v),
        int v => ToDouble(v),
        uint v => ToDouble(v),
        long v => ToDouble(v),
        ulong v => ToDouble(v),
        float v => ToDouble(v),
        double v => ToDouble(v),
        decimal v => ToDouble(v),
        string v => ToDouble(v),
        _ => throw NotConvertible("Double"),
    };

    public static double ToDouble(object? value, IFormatProvider? provider) => ToDouble(value);

    public static decimal ToDecimal(object? value) => value switch
    {
        null => 0,
        bool v => ToDecimal(v),
        sbyte v => ToDecimal(v),
        byte v => ToDecimal(v),
        short v => ToDecimal(v),
        ushort v => ToDecimal(v),
        int v => ToDecimal(v),
        uint v => ToDecimal(v),
        long v => ToDecimal(v),
        ulong v => ToDecimal(v),
        float v => ToDecimal(v),
        double v => ToDecimal(v),
        decimal v => ToDecimal(v),
        string v => ToDecimal(v),
        _ => throw NotConvertible("Decimal"),
    };

    public static decimal ToDecimal(object? value, IFormatProvider? provider) => ToDecimal(value);

    public static DateTime ToDateTime(object? value) => value switch
    {
        null => DateTime.MinValue,
        DateTime v => v,
        string v => ToDateTime(v),
        _ => throw NotConvertible("DateTime"),
    };

    private static InvalidCastException NotConvertible(string typeName) =>
        new(string.Concat("Unable to cast the object to type '", typeName, "'."));
}
