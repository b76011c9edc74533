// The value of an enum as the basic types.

using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System;

public abstract unsafe partial class Enum : IConvertible
{
    /// <summary>The integer under it.</summary>
    private IConvertible Integer
    {
        get
        {
            ref byte data = ref Unsafe.As<RawData>(this).Data;
            return GetTypeCode() switch
            {
                TypeCode.SByte => Unsafe.ReadUnaligned<sbyte>(in data),
                TypeCode.Byte => data,
                TypeCode.Int16 => Unsafe.ReadUnaligned<short>(in data),
                TypeCode.UInt16 => Unsafe.ReadUnaligned<ushort>(in data),
                TypeCode.UInt32 => Unsafe.ReadUnaligned<uint>(in data),
                TypeCode.Int64 => Unsafe.ReadUnaligned<long>(in data),
                TypeCode.UInt64 => Unsafe.ReadUnaligned<ulong>(in data),
                TypeCode.Boolean => Unsafe.ReadUnaligned<bool>(in data),
                TypeCode.Char => Unsafe.ReadUnaligned<char>(in data),
                _ => Unsafe.ReadUnaligned<int>(in data),
            };
        }
    }

    bool IConvertible.ToBoolean(IFormatProvider? provider) => Integer.ToBoolean(null);
    char IConvertible.ToChar(IFormatProvider? provider) => Integer.ToChar(null);
    sbyte IConvertible.ToSByte(IFormatProvider? provider) => Integer.ToSByte(null);
    byte IConvertible.ToByte(IFormatProvider? provider) => Integer.ToByte(null);
    short IConvertible.ToInt16(IFormatProvider? provider) => Integer.ToInt16(null);
    ushort IConvertible.ToUInt16(IFormatProvider? provider) => Integer.ToUInt16(null);
    int IConvertible.ToInt32(IFormatProvider? provider) => Integer.ToInt32(null);
    uint IConvertible.ToUInt32(IFormatProvider? provider) => Integer.ToUInt32(null);
    long IConvertible.ToInt64(IFormatProvider? provider) => Integer.ToInt64(null);
    ulong IConvertible.ToUInt64(IFormatProvider? provider) => Integer.ToUInt64(null);
    float IConvertible.ToSingle(IFormatProvider? provider) => Integer.ToSingle(null);
    double IConvertible.ToDouble(IFormatProvider? provider) => Integer.ToDouble(null);
    decimal IConvertible.ToDecimal(IFormatProvider? provider) => Integer.ToDecimal(null);
    DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw Convert.NoCast("Enum", "DateTime");
    object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
}
