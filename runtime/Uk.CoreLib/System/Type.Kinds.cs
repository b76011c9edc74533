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

    /// <summary>An enum has the element type of the integer under it, and Enum as its base.</summary>
    public bool IsEnum
    {
        [Intrinsic]
        get => Table->IsPrimitive && Table->BaseType == MethodTable.Of<Enum>();
    }
}
