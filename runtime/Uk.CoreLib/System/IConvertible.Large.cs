// IConvertible of the larger primitive types, decimal, DateTime and string.

namespace System;

public readonly partial struct UInt32 : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.UInt32;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Convert.ToBoolean(this);
    char IConvertible.ToChar(IFormatProvider? provider) => Convert.ToChar(this);
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Convert.ToSByte(this);
    byte IConvertible.ToByte(IFormatProvider? provider) => Convert.ToByte(this);
    short IConvertible.ToInt16(IFormatProvider? provider) => Convert.ToInt16(this);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Convert.ToUInt16(this);
    int IConvertible.ToInt32(IFormatProvider? provider) => Convert.ToInt32(this);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => this;
    long IConvertible.ToInt64(IFormatProvider? provider) => Convert.ToInt64(this);
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => Convert.ToUInt64(this);
    float IConvertible.ToSingle(IFormatProvider? provider) => Convert.ToSingle(this);
    double IConvertible.ToDouble(IFormatProvider? provider) => Convert.ToDouble(this);
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => Convert.ToDecimal(this);
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw Convert.NoCast("UInt32", "DateTime");
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}

public readonly partial struct Int64 : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.Int64;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Convert.ToBoolean(this);
    char IConvertible.ToChar(IFormatProvider? provider) => Convert.ToChar(this);
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Convert.ToSByte(this);
    byte IConvertible.ToByte(IFormatProvider? provider) => Convert.ToByte(this);
    short IConvertible.ToInt16(IFormatProvider? provider) => Convert.ToInt16(this);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Convert.ToUInt16(this);
    int IConvertible.ToInt32(IFormatProvider? provider) => Convert.ToInt32(this);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => Convert.ToUInt32(this);
    long IConvertible.ToInt64(IFormatProvider? provider) => this;
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => Convert.ToUInt64(this);
    float IConvertible.ToSingle(IFormatProvider? provider) => Convert.ToSingle(this);
    double IConvertible.ToDouble(IFormatProvider? provider) => Convert.ToDouble(this);
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => Convert.ToDecimal(this);
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw Convert.NoCast("Int64", "DateTime");
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}

public readonly partial struct UInt64 : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.UInt64;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Convert.ToBoolean(this);
    char IConvertible.ToChar(IFormatProvider? provider) => Convert.ToChar(this);
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Convert.ToSByte(this);
    byte IConvertible.ToByte(IFormatProvider? provider) => Convert.ToByte(this);
    short IConvertible.ToInt16(IFormatProvider? provider) => Convert.ToInt16(this);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Convert.ToUInt16(this);
    int IConvertible.ToInt32(IFormatProvider? provider) => Convert.ToInt32(this);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => Convert.ToUInt32(this);
    long IConvertible.ToInt64(IFormatProvider? provider) => Convert.ToInt64(this);
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => this;
    float IConvertible.ToSingle(IFormatProvider? provider) => Convert.ToSingle(this);
    double IConvertible.ToDouble(IFormatProvider? provider) => Convert.ToDouble(this);
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => Convert.ToDecimal(this);
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw Convert.NoCast("UInt64", "DateTime");
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}

public readonly partial struct Single : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.Single;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Convert.ToBoolean(this);
    char IConvertible.ToChar(IFormatProvider? provider) => throw Convert.NoCast("Single", "Char");
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Convert.ToSByte(this);
    byte IConvertible.ToByte(IFormatProvider? provider) => Convert.ToByte(this);
    short IConvertible.ToInt16(IFormatProvider? provider) => Convert.ToInt16(this);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Convert.ToUInt16(this);
    int IConvertible.ToInt32(IFormatProvider? provider) => Convert.ToInt32(this);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => Convert.ToUInt32(this);
    long IConvertible.ToInt64(IFormatProvider? provider) => Convert.ToInt64(this);
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => Convert.ToUInt64(this);
    float IConvertible.ToSingle(IFormatProvider? provider) => this;
    double IConvertible.ToDouble(IFormatProvider? provider) => Convert.ToDouble(this);
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => Convert.ToDecimal(this);
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw Convert.NoCast("Single", "DateTime");
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}

public readonly partial struct Double : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.Double;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Convert.ToBoolean(this);
    char IConvertible.ToChar(IFormatProvider? provider) => throw Convert.NoCast("Double", "Char");
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Convert.ToSByte(this);
    byte IConvertible.ToByte(IFormatProvider? provider) => Convert.ToByte(this);
    short IConvertible.ToInt16(IFormatProvider? provider) => Convert.ToInt16(this);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Convert.ToUInt16(this);
    int IConvertible.ToInt32(IFormatProvider? provider) => Convert.ToInt32(this);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => Convert.ToUInt32(this);
    long IConvertible.ToInt64(IFormatProvider? provider) => Convert.ToInt64(this);
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => Convert.ToUInt64(this);
    float IConvertible.ToSingle(IFormatProvider? provider) => Convert.ToSingle(this);
    double IConvertible.ToDouble(IFormatProvider? provider) => this;
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => Convert.ToDecimal(this);
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw Convert.NoCast("Double", "DateTime");
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}

public readonly partial struct Decimal : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.Decimal;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Convert.ToBoolean(this);
    char IConvertible.ToChar(IFormatProvider? provider) => throw Convert.NoCast("Decimal", "Char");
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Convert.ToSByte(this);
    byte IConvertible.ToByte(IFormatProvider? provider) => Convert.ToByte(this);
    short IConvertible.ToInt16(IFormatProvider? provider) => Convert.ToInt16(this);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Convert.ToUInt16(this);
    int IConvertible.ToInt32(IFormatProvider? provider) => Convert.ToInt32(this);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => Convert.ToUInt32(this);
    long IConvertible.ToInt64(IFormatProvider? provider) => Convert.ToInt64(this);
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => Convert.ToUInt64(this);
    float IConvertible.ToSingle(IFormatProvider? provider) => Convert.ToSingle(this);
    double IConvertible.ToDouble(IFormatProvider? provider) => Convert.ToDouble(this);
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => this;
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw Convert.NoCast("Decimal", "DateTime");
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}

public readonly partial struct DateTime : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.DateTime;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Boolean");
    char IConvertible.ToChar(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Char");
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "SByte");
    byte IConvertible.ToByte(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Byte");
    short IConvertible.ToInt16(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Int16");
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "UInt16");
    int IConvertible.ToInt32(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Int32");
    uint IConvertible.ToUInt32(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "UInt32");
    long IConvertible.ToInt64(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Int64");
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "UInt64");
    float IConvertible.ToSingle(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Single");
    double IConvertible.ToDouble(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Double");
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => throw Convert.NoCast("DateTime", "Decimal");
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => this;
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}

public sealed unsafe partial class String : IConvertible
{
    public TypeCode GetTypeCode() => TypeCode.String;

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Convert.ToBoolean(this, provider);
    char IConvertible.ToChar(IFormatProvider? provider) => Convert.ToChar(this, provider);
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Convert.ToSByte(this, provider);
    byte IConvertible.ToByte(IFormatProvider? provider) => Convert.ToByte(this, provider);
    short IConvertible.ToInt16(IFormatProvider? provider) => Convert.ToInt16(this, provider);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Convert.ToUInt16(this, provider);
    int IConvertible.ToInt32(IFormatProvider? provider) => Convert.ToInt32(this, provider);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => Convert.ToUInt32(this, provider);
    long IConvertible.ToInt64(IFormatProvider? provider) => Convert.ToInt64(this, provider);
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => Convert.ToUInt64(this, provider);
    float IConvertible.ToSingle(IFormatProvider? provider) => Convert.ToSingle(this, provider);
    double IConvertible.ToDouble(IFormatProvider? provider) => Convert.ToDouble(this, provider);
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => Convert.ToDecimal(this, provider);
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => Convert.ToDateTime(this, provider);
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}
