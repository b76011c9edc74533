// What a type consists of, and what it stands in for.

using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public abstract unsafe partial class Type
{
    public static readonly Type[] EmptyTypes = [];

    public bool HasElementType => Table->HasElement;
    public bool IsPointer => Table->IsPointer;
    public bool IsByRef => Table->IsByRef;
    public virtual bool IsSZArray => Table->IsVector;

    public virtual int GetArrayRank() => IsArray ? Table->ArrayRank : throw new ArgumentException("Must be an array type.");

    public virtual bool IsGenericType => Table->IsGeneric || Table->IsGenericDefinition;
    public virtual bool IsGenericTypeDefinition => Table->IsGenericDefinition;
    public virtual bool IsConstructedGenericType => Table->IsGeneric;

    public virtual Type GetGenericTypeDefinition() =>
        Table->IsGenericDefinition ? this
        : Table->IsGeneric ? RuntimeType.Of(Table->GenericDefinition)
        : throw new InvalidOperationException("This operation is only valid on generic types.");

    public virtual Type[] GenericTypeArguments
    {
        get
        {
            if (!Table->IsGeneric) return EmptyTypes;
            int count = Table->GenericDefinition->GenericParameterCount;
            Type[] arguments = new Type[count];
            for (int i = 0; i < count; i++) arguments[i] = RuntimeType.Of(Table->GenericArgumentAt(i, count));
            return arguments;
        }
    }

    /// <summary>An image does not know the parameters of a definition, only arguments.</summary>
    public virtual Type[] GetGenericArguments() => Table->IsGenericDefinition ? throw new NotSupportedException() : GenericTypeArguments;

    public virtual bool IsInstanceOfType(object? o) => o is not null && IsAssignable(o.m_pEEType, Table);
    public virtual bool IsAssignableFrom(Type? c) => c is not null && IsAssignable(c.Table, Table);
    public bool IsAssignableTo(Type? targetType) => targetType is not null && IsAssignable(Table, targetType.Table);

    /// <summary>Every interface is an object, though its base is none; a value that may be absent can be its value.</summary>
    private static bool IsAssignable(MethodTable* type, MethodTable* target) =>
        type == target || (target == MethodTable.Of<object>() && !type->IsPointer && !type->IsByRef)
        || (target->IsNullable && target->NullableUnderlying(out _) == type)
        || (!type->IsGenericDefinition && !target->IsGenericDefinition && TypeCast.IsAssignable(type, target));

    public virtual bool IsSubclassOf(Type c)
    {
        ArgumentNullException.ThrowIfNull(c, nameof(c));
        for (Type? type = BaseType; type is not null; type = type.BaseType)
            if (type == c) return true;
        return false;
    }

    public virtual Type GetEnumUnderlyingType() => Enum.GetUnderlyingType(this);
    public virtual string[] GetEnumNames() => Enum.GetNames(this);
    public virtual string? GetEnumName(object value) => Enum.GetName(this, value);
    public virtual Array GetEnumValues() => Enum.GetValues(this);
    public virtual Array GetEnumValuesAsUnderlyingType() => Enum.GetValuesAsUnderlyingType(this);
    public virtual bool IsEnumDefined(object value) => Enum.IsDefined(this, value);
}
