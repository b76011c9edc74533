namespace System;

/// <summary>Comparing values that may be absent: an absent one comes first.</summary>
public static class Nullable
{
    public static int Compare<T>(T? n1, T? n2) where T : struct
    {
        if (!n1.HasValue) return n2.HasValue ? -1 : 0;
        return n2.HasValue ? Collections.Generic.Comparer<T>.Default.Compare(n1.value, n2.value) : 1;
    }

    public static bool Equals<T>(T? n1, T? n2) where T : struct =>
        n1.HasValue ? n2.HasValue && Collections.Generic.EqualityComparer<T>.AreEqual(n1.value, n2.value) : !n2.HasValue;

    public static unsafe Type? GetUnderlyingType(Type nullableType)
    {
        ArgumentNullException.ThrowIfNull(nullableType, nameof(nullableType));
        Internal.Runtime.MethodTable* type = Runtime.CompilerServices.Unsafe.As<RuntimeType>(nullableType).Table;
        return type->IsNullable && !type->IsGenericDefinition ? RuntimeType.Of(type->NullableUnderlying(out _)) : null;
    }
}
