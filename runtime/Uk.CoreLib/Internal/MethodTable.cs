// The method table: what compiled code knows about a type at run time. ilc 10 writes it, this file reads it.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MethodTable
{
    private const uint HasComponentSize = 0x8000_0000;
    private const uint HasDispatchMap = 0x0004_0000;
    private const uint HasSealedVTable = 0x0040_0000;
    private const uint HasFinalizer = 0x0010_0000;
    private const uint HasVariance = 0x0080_0000;
    private const uint HasPointers = 0x0100_0000;
    private const uint HasGenericDefinition = 0x0200_0000;
    private const uint KindMask = 0x0003_0000, GenericDefinitionKind = 0x0003_0000;
    private const int ElementTypeShift = 26;
    private const uint ElementTypeMask = 0x1F;

    // A box is rounded up to whole words: by so many bytes.
    private const uint ValueTypePaddingMask = 0xE0;
    private const int ValueTypePaddingShift = 5;
    private const uint NullableOffsetMask = 0x700;
    private const int NullableOffsetShift = 8;

    private const uint ElementTypeValueType = 0x10;
    private const uint ElementTypeNullable = 0x12;
    private const uint ElementTypeClass = 0x14;
    private const uint ElementTypeInterface = 0x15;
    private const uint ElementTypeSystemArray = 0x16;
    private const uint ElementTypeArray = 0x17;
    private const uint ElementTypeSzArray = 0x18;
    private const uint ElementTypeByRef = 0x19;
    private const uint ElementTypePointer = 0x1A;

    private readonly uint _flags;
    private readonly uint _baseSize;
    private readonly MethodTable* _related;
    private readonly ushort _vtableSlotCount;
    private readonly ushort _interfaceCount;
    private readonly uint _hashCode;

    /// <summary>The method table of a type: a constant of the compiler.</summary>
    [Intrinsic]
    internal static MethodTable* Of<T>() where T : allows ref struct => throw null!;

    internal readonly uint ComponentSize => (_flags & HasComponentSize) != 0 ? _flags & 0xFFFF : 0;
    internal readonly uint BaseSize => _baseSize;
    internal readonly int InterfaceCount => _interfaceCount;
    private readonly uint ElementType => (_flags >> ElementTypeShift) & ElementTypeMask;

    internal readonly bool HasReferences => (_flags & HasPointers) != 0;
    internal readonly bool IsValueType => ElementType < ElementTypeClass;
    /// <summary>The element types of primitives, from void (1) to double (15); an enum has the one of what lies under it.</summary>
    internal readonly uint PrimitiveType => ElementType;
    internal readonly bool IsPrimitive => ElementType is > 1 and < ElementTypeValueType;

    /// <summary>Integers, but not bool and char.</summary>
    internal readonly bool IsInteger => ElementType is > 3 and < 14;
    internal readonly uint ValueTypeSizeOfPrimitive => ElementType is 14 ? 4u : ElementType is 15 ? 8u : 1u << IntegerSizeLog2;

    internal readonly int IntegerSizeLog2 => ElementType switch
    {
        2 or 4 or 5 => 0,
        3 or 6 or 7 => 1,
        8 or 9 => 2,
        _ => 3,
    };

    internal readonly bool IsSignedInteger => IsInteger && (ElementType & 1) == 0;

    /// <summary>The element types of integers: sbyte, and up to ulong seven more.</summary>
    internal const uint SByteType = 4;

    /// <summary>What may lie under an enum, bool and char among it.</summary>
    internal readonly bool IsIntegerOrEnum => ElementType is > 1 and < 14;

    /// <summary>An enum has the element type of the integer under it, and Enum as its base.</summary>
    internal readonly bool IsEnumType => IsPrimitive && _related == Of<System.Enum>();

    internal readonly bool IsNullable => ElementType == ElementTypeNullable;
    internal readonly bool IsInterface => ElementType == ElementTypeInterface;
    internal readonly bool IsArray => ElementType is ElementTypeArray or ElementTypeSzArray;
    internal readonly bool IsVector => ElementType == ElementTypeSzArray;
    internal readonly bool IsByRef => ElementType == ElementTypeByRef;
    internal readonly bool IsPointer => ElementType == ElementTypePointer;

    /// <summary>An array, a pointer or a reference: <see cref="Related"/> is what to.</summary>
    internal readonly bool HasElement => ElementType is ElementTypeArray or ElementTypeSzArray or ElementTypeByRef or ElementTypePointer;

    internal readonly bool HasFinalizerMethod => (_flags & HasFinalizer) != 0;

    /// <summary>An instance of a generic type that has variant parameters, or the definition of such a type.</summary>
    internal readonly bool IsVariant => (_flags & HasVariance) != 0;

    /// <summary>An instance of a generic type.</summary>
    internal readonly bool IsGeneric => (_flags & HasGenericDefinition) != 0;

    /// <summary>A generic type without arguments.</summary>
    internal readonly bool IsGenericDefinition => (_flags & KindMask) == GenericDefinitionKind;

    /// <summary>The number of dimensions of an array: behind the length stand a length and a lower bound for each, unless it is one.</summary>
    internal readonly int ArrayRank => (int)(ArrayElementsOffset / 8) is var rank and not 0 ? rank : 1;

    /// <summary>Where an array's elements begin, behind its first field that is not its length.</summary>
    internal readonly uint ArrayElementsOffset => _baseSize - ArrayBaseSize;

    /// <summary>Header, method table, length and padding.</summary>
    private const uint ArrayBaseSize = 24;

    /// <summary>Base class of a class, element type of an array.</summary>
    internal readonly MethodTable* Related => _related;

    /// <summary>Base class, also of an array; null at the root.</summary>
    internal readonly MethodTable* BaseType => IsArray ? Of<System.Array>() : _related;

    /// <summary>Bytes of the value inside a box.</summary>
    internal readonly uint ValueTypeSize => _baseSize - ObjectOverhead - ((_flags & ValueTypePaddingMask) >> ValueTypePaddingShift);

    /// <summary>The header before an object and its method table pointer: both are counted in the base size.</summary>
    internal const uint ObjectOverhead = 16;

    private readonly void** VTable => (void**)((byte*)Unsafe.AsPointer(in this) + sizeof(MethodTable));

    internal readonly MethodTable** Interfaces => (MethodTable**)(VTable + _vtableSlotCount);

    /// <summary>The optional fields behind the interfaces: 32-bit distances from themselves, in a fixed order.</summary>
    private readonly int* OptionalFields => (int*)(Interfaces + _interfaceCount);

    /// <summary>A word that is the type's own: its frozen type object, or 0.</summary>
    internal readonly nint* TypeObjectCell => (nint*)Follow(OptionalFields + 1);

    // Type manager and writable data always precede the dispatch map.
    private readonly DispatchMap* TryGetDispatchMap() =>
        (_flags & HasDispatchMap) != 0 ? (DispatchMap*)Follow(OptionalFields + 2) : null;

    private readonly int* SealedSlots() => (int*)Follow(OptionalFields + SealedSlotsIndex);

    private readonly int SealedSlotsIndex =>
        2 + ((_flags & HasDispatchMap) != 0 ? 1 : 0) + ((_flags & HasFinalizer) != 0 ? 1 : 0);

    /// <summary>The T of a Nullable&lt;T&gt; and where its value is. The type argument follows the generic definition.</summary>
    internal readonly MethodTable* NullableUnderlying(out uint valueOffset)
    {
        valueOffset = 1u << (int)((_flags & NullableOffsetMask) >> NullableOffsetShift);
        return GenericArgumentAt(0, 1);
    }

    private readonly int GenericDefinitionIndex => SealedSlotsIndex + ((_flags & HasSealedVTable) != 0 ? 1 : 0);

    internal readonly MethodTable* GenericDefinition => (MethodTable*)Follow(OptionalFields + GenericDefinitionIndex);

    /// <summary>A type argument of an instance. One alone stands in the method table, several in a list of their own.</summary>
    internal readonly MethodTable* GenericArgumentAt(int index, int count)
    {
        int* field = OptionalFields + GenericDefinitionIndex + 1;
        return (MethodTable*)Follow(count == 1 ? field : (int*)Follow(field) + index);
    }

    /// <summary>Of a definition, which has no objects, and in place of their size this.</summary>
    internal readonly int GenericParameterCount => (int)_baseSize;

    /// <summary>Of a definition that is variant.</summary>
    internal readonly System.Runtime.Variance VarianceAt(int index) =>
        ((System.Runtime.Variance*)Follow(OptionalFields + GenericDefinitionIndex))[index];

    /// <summary>The method that runs when the object is found to be dead.</summary>
    internal readonly void* Finalizer => Follow(OptionalFields + SealedSlotsIndex - 1);

    /// <summary>An enum and its underlying type have the same element type, and so have no two different primitives.</summary>
    internal readonly bool IsSamePrimitiveAs(MethodTable* other) =>
        ElementType == other->ElementType && ElementType is > 1 and < ElementTypeValueType;

    /// <summary>Arrays of the one can be used as arrays of the other.</summary>
    internal readonly bool IsSameSizedIntegerAs(MethodTable* other) =>
        IsSamePrimitiveAs(other)
        || (ElementType is >= ElementTypeSByte and <= ElementTypeUIntPtr && SignedElementType == other->SignedElementType);

    private const uint ElementTypeSByte = SByteType, ElementTypeUIntPtr = 13;

    /// <summary>The numbers of signed integers are even, and those of their unsigned ones follow.</summary>
    private readonly uint SignedElementType => ElementType & ~1u;

    private static byte* Follow(int* distance) => (byte*)distance + *distance;

    /// <summary>
    /// The method of this very type, not of its bases, that implements a slot of an interface; null if there is none.
    /// </summary>
    /// <param name="target">This type or one derived from it, whose overrides count.</param>
    internal readonly void* TryFindImplementation(MethodTable* interfaceType, int interfaceSlot, bool useDefaults, MethodTable* target)
    {
        DispatchMap* map = TryGetDispatchMap();
        if (map == null) return null;
        ReadOnlyEntries entries = useDefaults ? map->Defaults : map->Standard;
        for (int i = 0; i < entries.Count; i++)
        {
            DispatchMapEntry* entry = entries.First + i;
            if (entry->InterfaceSlot == interfaceSlot && Interfaces[entry->InterfaceIndex] == interfaceType)
                return MethodAt(entry->ImplementationSlot, target);
        }
        return null;
    }

    /// <summary>As <see cref="TryFindImplementation"/>, of an interface that is another, but fits.</summary>
    internal readonly void* TryFindVariantImplementation(MethodTable* interfaceType, int interfaceSlot, bool useDefaults, MethodTable* target)
    {
        DispatchMap* map = TryGetDispatchMap();
        if (map == null || !(interfaceType->IsVariant || (IsArray && interfaceType->IsGeneric))) return null;
        ReadOnlyEntries entries = useDefaults ? map->Defaults : map->Standard;
        for (int i = 0; i < entries.Count; i++)
        {
            DispatchMapEntry* entry = entries.First + i;
            if (entry->InterfaceSlot == interfaceSlot
                && System.Runtime.TypeVariance.IsInterfaceAssignable(Interfaces[entry->InterfaceIndex], interfaceType, IsArray))
                return MethodAt(entry->ImplementationSlot, target);
        }
        return null;
    }

    /// <summary>Slots past the vtable are sealed ones, kept as distances.</summary>
    private readonly void* MethodAt(int slot, MethodTable* target) =>
        slot < _vtableSlotCount ? target->VTable[slot] : Follow(SealedSlots() + (slot - _vtableSlotCount));
}

[StructLayout(LayoutKind.Sequential)]
internal struct DispatchMapEntry
{
    internal ushort InterfaceIndex;
    internal ushort InterfaceSlot;
    internal ushort ImplementationSlot;
}

/// <summary>Which method implements which interface slot, and which default interface method does.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DispatchMap
{
    private readonly ushort _standardCount;
    private readonly ushort _defaultCount;
    private readonly ushort _standardStaticCount;
    private readonly ushort _defaultStaticCount;

    private readonly DispatchMapEntry* First => (DispatchMapEntry*)((byte*)Unsafe.AsPointer(in this) + sizeof(DispatchMap));

    internal readonly ReadOnlyEntries Standard => new(First, _standardCount);
    internal readonly ReadOnlyEntries Defaults => new(First + _standardCount, _defaultCount);
}

internal readonly unsafe struct ReadOnlyEntries(DispatchMapEntry* first, int count)
{
    internal readonly DispatchMapEntry* First = first;
    internal readonly int Count = count;
}
