// Casts and type checks. Compiled code calls these by name. The usual answers come first: the very type, a base class, an
// interface that the type lists. What is left is variance, in TypeVariance.cs.

using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

[System.Diagnostics.StackTraceHidden]
internal static unsafe class TypeCast
{
    // What ends in a call hands on its own arguments, in their order, so that the call is a jump.

    internal static object? IsInstanceOfClass(MethodTable* target, object? obj)
    {
        if (obj is null || obj.m_pEEType == target) return obj;
        MethodTable* type = obj.m_pEEType;
        if (HasOtherBases(type, target)) return IsInstanceOfOther(target, obj);
        return HasBase(type, target) ? obj : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object? IsInstanceOfOther(MethodTable* target, object obj) => DerivesOtherwise(obj.m_pEEType, target) ? obj : null;

    internal static object? IsInstanceOfInterface(MethodTable* target, object? obj)
    {
        if (obj is null || Lists(obj.m_pEEType, target)) return obj;
        return HasOtherInterfaces(obj.m_pEEType, target) ? IsInstanceOfVariant(target, obj) : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object? IsInstanceOfVariant(MethodTable* target, object obj) => TypeVariance.Implements(obj.m_pEEType, target) ? obj : null;

    internal static object? IsInstanceOfAny(MethodTable* target, object? obj) =>
        obj is not null && IsAssignable(obj.m_pEEType, target) ? obj : null;

    internal static bool IsInstanceOfException(MethodTable* target, object? obj) => IsInstanceOfClass(target, obj) is not null;

    internal static object? CheckCastClass(MethodTable* target, object? obj) =>
        obj is null || obj.m_pEEType == target ? obj : CheckCastClassSpecial(target, obj);

    /// <summary>The call site has compared the type itself.</summary>
    internal static object? CheckCastClassSpecial(MethodTable* target, object? obj) =>
        obj is null || DerivesFrom(obj.m_pEEType, target) ? obj : ThrowInvalidCast();

    internal static object? CheckCastInterface(MethodTable* target, object? obj) =>
        obj is null || Lists(obj.m_pEEType, target) ? obj : CheckCastVariant(target, obj);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object? CheckCastVariant(MethodTable* target, object obj) =>
        HasOtherInterfaces(obj.m_pEEType, target) && TypeVariance.Implements(obj.m_pEEType, target) ? obj : ThrowInvalidCast();

    internal static object? CheckCastAny(MethodTable* target, object? obj) =>
        obj is null || IsAssignable(obj.m_pEEType, target) ? obj : ThrowInvalidCast();

    private static object? ThrowInvalidCast() => throw new InvalidCastException();
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
    private static bool DerivesFrom(MethodTable* type, MethodTable* target) =>
        HasOtherBases(type, target) ? DerivesOtherwise(type, target) : HasBase(type, target);

    /// <summary>An array names its element type where others name their base class, and a variant class fits more than its bases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasOtherBases(MethodTable* type, MethodTable* target) =>
        type->HasComponents || (RuntimeFeatures.TypeVariance && target->IsVariant);

    private static bool DerivesOtherwise(MethodTable* type, MethodTable* target)
    {
        if (type->IsArray) return target == MethodTable.Of<Array>() || target == MethodTable.Of<object>();
        return HasBase(type, target) || (RuntimeFeatures.TypeVariance && TypeVariance.AreArgumentsAssignable(type, target));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasBase(MethodTable* type, MethodTable* target)
    {
        do
        {
            type = type->Related;
            if (type == target) return true;
        }
        while (type != null);
        return false;
    }

    private static bool Implements(MethodTable* type, MethodTable* target) =>
        Lists(type, target) || (HasOtherInterfaces(type, target) && TypeVariance.Implements(type, target));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Lists(MethodTable* type, MethodTable* target)
    {
        MethodTable** interfaces = type->Interfaces;
        for (MethodTable** end = interfaces + type->InterfaceCount; interfaces < end; interfaces++)
            if (*interfaces == target) return true;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasOtherInterfaces(MethodTable* type, MethodTable* target) =>
        RuntimeFeatures.TypeVariance && (target->IsVariant || (type->IsArray && target->IsGeneric));
}

/// <summary>Named by ilc for stores into arrays of several dimensions.</summary>
internal static unsafe class RuntimeImports
{
    private static void RhCheckArrayStore(object array, object? obj)
    {
        if (obj is not null && !TypeCast.IsAssignable(obj.m_pEEType, array.m_pEEType->Related)) throw new ArrayTypeMismatchException();
    }
}
