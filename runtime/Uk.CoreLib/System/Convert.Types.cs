// Conversions that .NET has for completeness, and that never succeed; and conversions to a type that is known at run time.

namespace System;

public static partial class Convert
{
    public static readonly object DBNull = System.DBNull.Value;

    internal static InvalidCastException NoCast(string from, string to) => new($"Invalid cast from '{from}' to '{to}'.");

    public static bool IsDBNull([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value) =>
        value == System.DBNull.Value || value is IConvertible convertible && convertible.GetTypeCode() == TypeCode.DBNull;

    public static TypeCode GetTypeCode(object? value) => value is null ? TypeCode.Empty : value is IConvertible convertible ? convertible.GetTypeCode() : TypeCode.Object;

    public static object? ChangeType(object? value, TypeCode typeCode) => ChangeType(value, typeCode, null);

    public static object? ChangeType(object? value, TypeCode typeCode, IFormatProvider? provider)
    {
        if (value is null && typeCode is TypeCode.Empty or TypeCode.String or TypeCode.Object) return null;
        if (value is not IConvertible convertible) throw new InvalidCastException("Object must implement IConvertible.");
        return typeCode switch
        {
            TypeCode.Boolean => convertible.ToBoolean(provider),
            TypeCode.Char => convertible.ToChar(provider),
            TypeCode.SByte => convertible.ToSByte(provider),
            TypeCode.Byte => convertible.ToByte(provider),
            TypeCode.Int16 => convertible.ToInt16(provider),
            TypeCode.UInt16 => convertible.ToUInt16(provider),
            TypeCode.Int32 => convertible.ToInt32(provider),
            TypeCode.UInt32 => convertible.ToUInt32(provider),
            TypeCode.Int64 => convertible.ToInt64(provider),
            TypeCode.UInt64 => convertible.ToUInt64(provider),
            TypeCode.Single => convertible.ToSingle(provider),
            TypeCode.Double => convertible.ToDouble(provider),
            TypeCode.Decimal => convertible.ToDecimal(provider),
            TypeCode.DateTime => convertible.ToDateTime(provider),
            TypeCode.String => convertible.ToString(provider),
            TypeCode.Object => value,
            TypeCode.DBNull => throw new InvalidCastException("Object cannot be cast to DBNull."),
            TypeCode.Empty => throw new InvalidCastException("Object cannot be cast to Empty."),
            _ => throw new ArgumentException("Unknown TypeCode value."),
        };
    }

    public static object? ChangeType(object? value, Type conversionType) => ChangeType(value, conversionType, null);

    public static object? ChangeType(object? value, Type conversionType, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(conversionType, nameof(conversionType));
        if (value is null) return conversionType.IsValueType ? throw new InvalidCastException("Null object cannot be converted to a value type.") : null;
        if (value is IConvertible convertible) return Basic(convertible, conversionType, provider) ?? convertible.ToType(conversionType, provider);
        return value.GetType() == conversionType ? value : throw new InvalidCastException("Object must implement IConvertible.");
    }

    /// <summary>The object as one of the basic types; null where the type is none of them.</summary>
    private static object? Basic(IConvertible value, Type type, IFormatProvider? provider)
    {
        if (type.IsEnum) return null;
        TypeCode code = Type.GetTypeCode(type);
        return code is TypeCode.Object or TypeCode.DBNull ? type == typeof(object) ? value : null : ChangeType(value, code, provider);
    }

    /// <summary>What the basic types answer where they are asked for a type.</summary>
    internal static object ToTypeOf(IConvertible value, Type type, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(type, "targetType");
        if (value.GetType() == type) return value;
        if (type == typeof(DBNull)) throw new InvalidCastException("Object cannot be cast to DBNull.");
        return Basic(value, type, provider) ?? throw new InvalidCastException($"Invalid cast from '{value.GetType().FullName}' to '{type.FullName}'.");
    }

    public static bool ToBoolean(char value) => throw NoCast("Char", "Boolean");
    public static bool ToBoolean(DateTime value) => throw NoCast("DateTime", "Boolean");
    public static byte ToByte(DateTime value) => throw NoCast("DateTime", "Byte");
    public static char ToChar(bool value) => throw NoCast("Boolean", "Char");
    public static char ToChar(DateTime value) => throw NoCast("DateTime", "Char");
    public static char ToChar(decimal value) => throw NoCast("Decimal", "Char");
    public static char ToChar(double value) => throw NoCast("Double", "Char");
    public static char ToChar(float value) => throw NoCast("Single", "Char");
    public static DateTime ToDateTime(bool value) => throw NoCast("Boolean", "DateTime");
    public static DateTime ToDateTime(byte value) => throw NoCast("Byte", "DateTime");
    public static DateTime ToDateTime(char value) => throw NoCast("Char", "DateTime");
    public static DateTime ToDateTime(decimal value) => throw NoCast("Decimal", "DateTime");
    public static DateTime ToDateTime(double value) => throw NoCast("Double", "DateTime");
    public static DateTime ToDateTime(short value) => throw NoCast("Int16", "DateTime");
    public static DateTime ToDateTime(int value) => throw NoCast("Int32", "DateTime");
    public static DateTime ToDateTime(long value) => throw NoCast("Int64", "DateTime");
    public static DateTime ToDateTime(sbyte value) => throw NoCast("SByte", "DateTime");
    public static DateTime ToDateTime(float value) => throw NoCast("Single", "DateTime");
    public static DateTime ToDateTime(ushort value) => throw NoCast("UInt16", "DateTime");
    public static DateTime ToDateTime(uint value) => throw NoCast("UInt32", "DateTime");
    public static DateTime ToDateTime(ulong value) => throw NoCast("UInt64", "DateTime");
    public static decimal ToDecimal(char value) => throw NoCast("Char", "Decimal");
    public static decimal ToDecimal(DateTime value) => throw NoCast("DateTime", "Decimal");
    public static double ToDouble(char value) => throw NoCast("Char", "Double");
    public static double ToDouble(DateTime value) => throw NoCast("DateTime", "Double");
    public static short ToInt16(DateTime value) => throw NoCast("DateTime", "Int16");
    public static int ToInt32(DateTime value) => throw NoCast("DateTime", "Int32");
    public static long ToInt64(DateTime value) => throw NoCast("DateTime", "Int64");
    public static sbyte ToSByte(DateTime value) => throw NoCast("DateTime", "SByte");
    public static float ToSingle(char value) => throw NoCast("Char", "Single");
    public static float ToSingle(DateTime value) => throw NoCast("DateTime", "Single");
    public static ushort ToUInt16(DateTime value) => throw NoCast("DateTime", "UInt16");
    public static uint ToUInt32(DateTime value) => throw NoCast("DateTime", "UInt32");
    public static ulong ToUInt64(DateTime value) => throw NoCast("DateTime", "UInt64");
}
