// What kind of type it is: folded by the compiler for typeof(T), read from the method table otherwise.

using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public abstract unsafe partial class Type
{
    private MethodTable* Table => Unsafe.As<RuntimeType>(this).Table;

    public bool IsValueType
    {
        [Intrinsic]
        get => Table->IsValueType;
    }

    public bool IsInterface => Table->IsInterface;
    public bool IsArray => Table->IsArray;
    public bool IsClass => !Table->IsValueType && !Table->IsInterface;

    public bool IsPrimitive
    {
        [Intrinsic]
        get => Table->IsPrimitive && !IsEnum;
    }

    public virtual bool IsEnum
    {
        [Intrinsic]
        get => Table->IsEnumType;
    }

    /// <summary>The method table counts primitives as TypeCode does, one apart, with nint and nuint before the floating-point ones.</summary>
    public static TypeCode GetTypeCode(Type? type)
    {
        if (type is null) return TypeCode.Empty;
        MethodTable* table = type.Table;
        if (table == MethodTable.Of<string>()) return TypeCode.String;
        if (table == MethodTable.Of<DateTime>()) return TypeCode.DateTime;
        if (table == MethodTable.Of<decimal>()) return TypeCode.Decimal;
        if (table == MethodTable.Of<DBNull>()) return TypeCode.DBNull;
        uint primitive = table->IsPrimitive ? table->PrimitiveType : 0;
        return primitive switch
        {
            >= 2 and <= 11 => (TypeCode)(primitive + 1),
            14 or 15 => (TypeCode)(primitive - 1),
            _ => TypeCode.Object,
        };
    }
}
