// Casts and type checks. Compiled code calls these by name.
// Interfaces are compared exactly: a variant interface such as IEnumerable<object> is not found on a List<string>.

using Internal.Runtime;

namespace System.Runtime;

internal static unsafe class TypeCast
{
    internal static object? IsInstanceOfClass(MethodTable* target, object? obj)
    {
        if (obj is null) return null;
        return IsAssignable(obj.m_pEEType, target) ? obj : null;
    }

    internal static object? IsInstanceOfInterface(MethodTable* target, object? obj) =>
        obj is not null && Implements(obj.m_pEEType, target) ? obj : null;

    internal static object? IsInstanceOfAny(MethodTable* target, object? obj) =>
        obj is not null && IsAssignable(obj.m_pEEType, target) ? obj : null;

    internal static bool IsInstanceOfException(MethodTable* target, object? obj) => IsInstanceOfClass(target, obj) is not null;

    internal static object? CheckCastClass(MethodTable* target, object? obj) =>
        obj is null || IsInstanceOfClass(target, obj) is not null ? obj : throw new InvalidCastException();

    internal static object? CheckCastClassSpecial(MethodTable* target, object? obj) => CheckCastClass(target, obj);

    internal static object? CheckCastInterface(MethodTable* target, object? obj) =>
        obj is null || Implements(obj.m_pEEType, target) ? obj : throw new InvalidCastException();

    internal static object? CheckCastAny(MethodTable* target, object? obj) =>
        obj is null || IsAssignable(obj.m_pEEType, target) ? obj : throw new InvalidCastException();

    /// <summary>Stores into an array of references, which may hold a more derived type than its static one.</summary>
    internal static void StelemRef(object?[] array, nint index, object? value)
    {
        if ((nuint)index >= (nuint)array.Length) ThrowHelper.IndexOutOfRange();
        if (value is not null && !IsAssignable(value.m_pEEType, array.m_pEEType->Related))
            throw new ArrayTypeMismatchException();
        CompilerServices.Unsafe.Add(ref Array.DataReference(array), index) = value;
    }

    internal static ref object? LdelemaRef(object?[] array, nint index, MethodTable* elementType)
    {
        if ((nuint)index >= (nuint)array.Length) ThrowHelper.IndexOutOfRange();
        if (array.m_pEEType->Related != elementType) throw new ArrayTypeMismatchException();
        return ref CompilerServices.Unsafe.Add(ref Array.DataReference(array), index);
    }

    internal static bool IsAssignable(MethodTable* type, MethodTable* target)
    {
        if (type == target) return true;
        if (target->IsInterface) return Implements(type, target);
        if (type->IsArray)
            return target->IsArray
                ? !type->Related->IsValueType && !target->Related->IsValueType && IsAssignable(type->Related, target->Related)
                : target == MethodTable.Of<Array>() || target == MethodTable.Of<object>();
        for (MethodTable* ancestor = type->BaseType; ancestor != null; ancestor = ancestor->BaseType)
            if (ancestor == target) return true;
        return false;
    }

    private static bool Implements(MethodTable* type, MethodTable* target)
    {
        for (int i = 0; i < type->InterfaceCount; i++)
            if (type->InterfaceAt(i) == target) return true;
        return false;
    }
}
