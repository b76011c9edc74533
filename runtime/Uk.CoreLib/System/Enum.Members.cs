// What an enum's members are.

using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.Names;

namespace System;

public abstract unsafe partial class Enum
{
    public static string? GetName<TEnum>(TEnum value) where TEnum : struct, Enum
    {
        MethodTable* type = MethodTable.Of<TEnum>();
        return EnumMembers.Of(type).NameOf(ReadBits(type, ref Unsafe.As<TEnum, byte>(ref value)));
    }

    public static string? GetName(Type enumType, object value)
    {
        MethodTable* type = CheckEnum(enumType);
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        MethodTable* valueType = value.m_pEEType;
        if (!valueType->IsPrimitive || !valueType->IsIntegerOrEnum)
            throw new ArgumentException("The value passed in must be an enum base or an underlying type for an enum, such as an Int32.", nameof(value));
        long number = ToNumber(valueType, ReadBits(valueType, ref Unsafe.As<RawData>(value).Data));
        ulong bits = ToBits(type, number);
        // A number that the enum cannot hold is no member.
        return ToNumber(type, bits) == number ? EnumMembers.Of(type).NameOf(bits) : null;
    }

    public static string[] GetNames<TEnum>() where TEnum : struct, Enum => Copy(EnumMembers.Of(MethodTable.Of<TEnum>()).Names);

    public static string[] GetNames(Type enumType) => Copy(EnumMembers.Of(CheckEnum(enumType)).Names);

    private static string[] Copy(string[] names) => names.Length == 0 ? [] : (string[])names.Clone();

    public static TEnum[] GetValues<TEnum>() where TEnum : struct, Enum
    {
        MethodTable* type = MethodTable.Of<TEnum>();
        ulong[] values = EnumMembers.Of(type).Values;
        TEnum[] result = new TEnum[values.Length];
        for (int i = 0; i < values.Length; i++) WriteBits(type, ref Unsafe.As<TEnum, byte>(ref result[i]), values[i]);
        return result;
    }

    /// <summary>An array of the enum where the program has such arrays; otherwise one of objects.</summary>
    public static Array GetValues(Type enumType)
    {
        MethodTable* type = CheckEnum(enumType);
        ulong[] values = EnumMembers.Of(type).Values;
        MethodTable* arrayType = (MethodTable*)NameIndex.EnumArrays.Find(type);
        if (arrayType != null) return FillBits(type, (Array)Allocator.NewArray(arrayType, values.Length), values);
        object[] boxes = new object[values.Length];
        for (int i = 0; i < values.Length; i++) boxes[i] = Box(type, values[i]);
        return boxes;
    }

    public static Array GetValuesAsUnderlyingType<TEnum>() where TEnum : struct, Enum => UnderlyingValues(MethodTable.Of<TEnum>());

    public static Array GetValuesAsUnderlyingType(Type enumType) => UnderlyingValues(CheckEnum(enumType));

    private static Array UnderlyingValues(MethodTable* type)
    {
        ulong[] values = EnumMembers.Of(type).Values;
        Array result = type->PrimitiveType switch
        {
            MethodTable.SByteType => new sbyte[values.Length],
            MethodTable.SByteType + 1 => new byte[values.Length],
            MethodTable.SByteType + 2 => new short[values.Length],
            MethodTable.SByteType + 3 => new ushort[values.Length],
            MethodTable.SByteType + 4 => new int[values.Length],
            MethodTable.SByteType + 5 => new uint[values.Length],
            MethodTable.SByteType + 6 => new long[values.Length],
            _ => new ulong[values.Length],
        };
        return FillBits(type, result, values);
    }

    private static Array FillBits(MethodTable* type, Array array, ulong[] values)
    {
        ref byte element = ref Unsafe.As<RawArrayData>(array).Data;
        for (int i = 0; i < values.Length; i++)
        {
            WriteBits(type, ref element, values[i]);
            element = ref Unsafe.Add(ref element, 1 << type->IntegerSizeLog2);
        }
        return array;
    }

    private static object Box(MethodTable* type, ulong bits) => RuntimeExports.Box(type, ref Unsafe.As<ulong, byte>(ref bits))!;

    public static bool IsDefined<TEnum>(TEnum value) where TEnum : struct, Enum
    {
        MethodTable* type = MethodTable.Of<TEnum>();
        return EnumMembers.Of(type).IndexOf(ReadBits(type, ref Unsafe.As<TEnum, byte>(ref value))) >= 0;
    }

    public static bool IsDefined(Type enumType, object value)
    {
        MethodTable* type = CheckEnum(enumType);
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        if (value is string name) return Array.IndexOf(EnumMembers.Of(type).Names, name) >= 0;
        MethodTable* valueType = value.m_pEEType;
        if (valueType->IsEnumType && valueType != type) throw new ArgumentException(NotSameType);
        if (!valueType->IsPrimitive || !valueType->IsIntegerOrEnum) throw new InvalidOperationException("Unknown enum type.");
        if (!valueType->IsSamePrimitiveAs(type))
            throw new ArgumentException("Enum underlying type and the object must be same type or object must be a String.");
        return EnumMembers.Of(type).IndexOf(ReadBits(type, ref Unsafe.As<RawData>(value).Data)) >= 0;
    }

    public static Type GetUnderlyingType(Type enumType) => RuntimeType.Of(UnderlyingType(CheckEnum(enumType)));

    internal static MethodTable* UnderlyingType(MethodTable* type) => type->PrimitiveType switch
    {
        MethodTable.SByteType => MethodTable.Of<sbyte>(),
        MethodTable.SByteType + 1 => MethodTable.Of<byte>(),
        MethodTable.SByteType + 2 => MethodTable.Of<short>(),
        MethodTable.SByteType + 3 => MethodTable.Of<ushort>(),
        MethodTable.SByteType + 4 => MethodTable.Of<int>(),
        MethodTable.SByteType + 5 => MethodTable.Of<uint>(),
        MethodTable.SByteType + 6 => MethodTable.Of<long>(),
        _ => MethodTable.Of<ulong>(),
    };

    public static object ToObject(Type enumType, object value)
    {
        MethodTable* type = CheckEnum(enumType);
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        MethodTable* valueType = value.m_pEEType;
        if (!valueType->IsPrimitive || valueType->PrimitiveType > MethodTable.SByteType + 7)
            throw new ArgumentException("The value passed in must be an enum base or an underlying type for an enum, such as an Int32.", nameof(value));
        return Box(type, (ulong)ToNumber(valueType, ReadBits(valueType, ref Unsafe.As<RawData>(value).Data)));
    }

    public static object ToObject(Type enumType, sbyte value) => Box(CheckEnum(enumType), (ulong)value);
    public static object ToObject(Type enumType, byte value) => Box(CheckEnum(enumType), value);
    public static object ToObject(Type enumType, short value) => Box(CheckEnum(enumType), (ulong)value);
    public static object ToObject(Type enumType, ushort value) => Box(CheckEnum(enumType), value);
    public static object ToObject(Type enumType, int value) => Box(CheckEnum(enumType), (ulong)value);
    public static object ToObject(Type enumType, uint value) => Box(CheckEnum(enumType), value);
    public static object ToObject(Type enumType, long value) => Box(CheckEnum(enumType), (ulong)value);
    public static object ToObject(Type enumType, ulong value) => Box(CheckEnum(enumType), value);
}
