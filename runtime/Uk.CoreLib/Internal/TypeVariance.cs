// Where different types fit each other: IEnumerable<string> is an IEnumerable<object>, Action<object> an Action<string>,
// string[] an object[] and an IList<object>, int[] a uint[]. ECMA-335, I.8.7.

using Internal.Runtime;

namespace System.Runtime;

/// <summary>What a generic definition says of a type parameter; the numbers are ilc's.</summary>
internal enum Variance : byte
{
    None = 0,
    Covariant = 1,
    Contravariant = 2,
    /// <summary>Of the interfaces of arrays: as the elements of arrays.</summary>
    ArrayCovariant = 0x20,
}

internal static unsafe class TypeVariance
{
    /// <summary>The type lists an interface that fits, though not the very one.</summary>
    internal static bool Implements(MethodTable* type, MethodTable* target)
    {
        for (int i = 0; i < type->InterfaceCount; i++)
            if (IsInterfaceAssignable(type->Interfaces[i], target, type->IsArray)) return true;
        return type->IsInterface && IsInterfaceAssignable(type, target, false);
    }

    /// <param name="ofArray">The interface is an array's: its argument varies as the elements of arrays do.</param>
    internal static bool IsInterfaceAssignable(MethodTable* type, MethodTable* target, bool ofArray) =>
        type == target || (ofArray
            ? type->IsGeneric && target->IsGeneric && type->GenericDefinition == target->GenericDefinition
                && IsElementAssignable(type->GenericArgumentAt(0, 1), target->GenericArgumentAt(0, 1))
            : target->IsVariant && AreArgumentsAssignable(type, target));

    /// <summary>Two instances of one variant generic type.</summary>
    internal static bool AreArgumentsAssignable(MethodTable* type, MethodTable* target)
    {
        if (!type->IsVariant || !type->IsGeneric || !target->IsGeneric) return false;
        MethodTable* definition = target->GenericDefinition;
        if (type->GenericDefinition != definition) return false;
        int count = definition->GenericParameterCount;
        for (int i = 0; i < count; i++)
            if (!IsArgumentAssignable(type->GenericArgumentAt(i, count), target->GenericArgumentAt(i, count), definition->VarianceAt(i)))
                return false;
        return true;
    }

    private static bool IsArgumentAssignable(MethodTable* argument, MethodTable* target, Variance variance) =>
        argument == target || variance switch
        {
            Variance.Covariant => IsReferenceAssignable(argument, target),
            Variance.Contravariant => IsReferenceAssignable(target, argument),
            Variance.ArrayCovariant => IsElementAssignable(argument, target),
            _ => false,
        };

    /// <summary>Values are laid out in their own way, so only references vary.</summary>
    private static bool IsReferenceAssignable(MethodTable* type, MethodTable* target) =>
        !type->IsValueType && !target->IsValueType && IsAssignable(type, target);

    private static bool IsAssignable(MethodTable* type, MethodTable* target) =>
        // Every interface is an object, though its base is none.
        target == MethodTable.Of<object>() || TypeCast.IsAssignable(type, target);

    internal static bool IsArrayAssignable(MethodTable* type, MethodTable* target) =>
        // The base size tells the rank.
        type->BaseSize == target->BaseSize && type->IsVector == target->IsVector && IsElementAssignable(type->Related, target->Related);

    private static bool IsElementAssignable(MethodTable* type, MethodTable* target) =>
        type == target || IsReferenceAssignable(type, target)
        || (type->IsValueType && target->IsValueType && type->IsSameSizedIntegerAs(target));
}
