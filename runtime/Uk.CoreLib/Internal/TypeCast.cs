// Casts and type checks. Compiled code calls these by name. The usual answers come first: the very type, a base class, an
// interface that the type lists. What is left is variance, in TypeVariance.cs.

using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

[System.Diagnostics.StackTraceHidden]
internal static unsafe class TypeCast
{
    internal static object? IsInstanceOfClass(MethodTable* target, object? obj)
    {
        if (obj is null || obj.m_pEEType == target) return obj;
        return DerivesFrom(obj.m_pEEType, target) ? obj : null;
    }

    internal static object? IsInstanceOfInterface(MethodTable* target, object? obj) =>
        obj is not null && Implements(obj.m_pEEType, target) ? obj : null;

    internal static object? IsInstanceOfAny(MethodTable* target, object? obj) =>
        obj is not null && IsAssignable(obj.m_pEEType, target) ? obj : null;

    internal static bool IsInstanceOfException(MethodTable* target, object? obj) => IsInstanceOfClass(target, obj) is not null;

    internal static object? CheckCastClass(MethodTable* target, object? obj) =>
        obj is null || obj.m_pEEType == target ? obj : CheckCastClassSpecial(target, obj);

    /// <summary>The call site has compared the type itself.</summary>
    internal static object? CheckCastClassSpecial(MethodTable* target, object? obj)
    {
        if (obj is not null && !DerivesFrom(obj.m_pEEType, target)) ThrowInvalidCast();
        return obj;
    }

    internal static object? CheckCastInterface(MethodTable* target, object? obj)
    {
        if (obj is not null && !Implements(obj.m_pEEType, target)) ThrowInvalidCast();
        return obj;
    }

    internal static object? CheckCastAny(MethodTable* target, object? obj)
    {
        if (obj is not null && !IsAssignable(obj.m_pEEType, target)) ThrowInvalidCast();
        return obj;
    }

    private static void ThrowInvalidCast() => throw new InvalidCastException();
    private static void ThrowArrayTypeMismatch() => throw new ArrayTypeMismatchException();

    /// <summary>Stores into an array of references, which may hold a more derived type than its static one.</summary>
    internal static void StelemRef(object?[] array, nint index, object? value)
    {
        if ((nuint)index >= (nuint)array.Length) ThrowHelper.IndexOutOfRange();
        MethodTable* elementType = array.m_pEEType->Related;
        if (value is not null && value.m_pEEType != elementType && elementType != MethodTable.Of<object>()
            && !IsAssignable(value.m_pEEType, elementType)) ThrowArrayTypeMismatch();
        Unsafe.Add(ref Array.DataReference(array), index) = value;
    }

    internal static ref object? LdelemaRef(object?[] array, nint index, MethodTable* elementType)
    {
        if ((nuint)index >= (nuint)array.Length) ThrowHelper.IndexOutOfRange();
        if (array.m_pEEType->Related != elementType) ThrowArrayTypeMismatch();
        return ref Unsafe.Add(ref Array.DataReference(array), index);
    }

    /// <summary>Whether what has one type may be used where another is asked for.</summary>
    internal static bool IsAssignable(MethodTable* type, MethodTable* target)
    {
        if (type == target) return true;
        if (target->IsInterface) return Implements(type, target);
        if (target->IsArray) return RuntimeFeatures.TypeVariance && type->IsArray && TypeVariance.IsArrayAssignable(type, target);
        return DerivesFrom(type, target);
    }

    /// <summary>The target is a class other than the type itself.</summary>
    private static bool DerivesFrom(MethodTable* type, MethodTable* target)
    {
        if (type->IsArray) return target == MethodTable.Of<Array>() || target == MethodTable.Of<object>();
        for (MethodTable* ancestor = type->Related; ancestor != null; ancestor = ancestor->Related)
            if (ancestor == target) return true;
        return RuntimeFeatures.TypeVariance && target->IsVariant && TypeVariance.AreArgumentsAssignable(type, target);
    }

    private static bool Implements(MethodTable* type, MethodTable* target)
    {
        MethodTable** interfaces = type->Interfaces;
        for (int i = 0; i < type->InterfaceCount; i++)
            if (interfaces[i] == target) return true;
        return RuntimeFeatures.TypeVariance && (target->IsVariant || (type->IsArray && target->IsGeneric)) && TypeVariance.Implements(type, target);
    }
}

/// <summary>Named by ilc for stores into arrays of several dimensions.</summary>
internal static unsafe class RuntimeImports
{
    private static void RhCheckArrayStore(object array, object? obj)
    {
        if (obj is not null && !TypeCast.IsAssignable(obj.m_pEEType, array.m_pEEType->Related)) throw new ArrayTypeMismatchException();
    }
}
