// How many bytes a struct has, as far as its fields are known.

using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace UkGen.Analyzers;

internal static class StructSize
{
    private const int PointerBytes = 8, DepthMax = 16;

    /// <summary>At least this many bytes; type parameters count as nothing.</summary>
    public static int Of(ITypeSymbol type) => Of(type, 0).Bytes;

    private static (int Bytes, int Alignment) Of(ITypeSymbol type, int depth)
    {
        if (type.SpecialType is not SpecialType.None && Primitive(type.SpecialType) is var bytes and > 0) return (bytes, Math.Min(bytes, PointerBytes));
        if (type.IsReferenceType || type.IsPointer()) return (PointerBytes, PointerBytes);
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }) return Of(underlying, depth);
        if (type is not INamedTypeSymbol { IsValueType: true } named || depth > DepthMax) return (0, 1);
        return Fields(named, depth);
    }

    private static (int Bytes, int Alignment) Fields(INamedTypeSymbol type, int depth)
    {
        int end = 0, alignment = 1, packing = int.MaxValue;
        AttributeData? layout = Attribute(type, "StructLayoutAttribute");
        if (Named(layout, "Pack") is > 0 and var pack) packing = pack;
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsConst) continue;
            (int bytes, int fieldAlignment) = field.RefKind != RefKind.None ? (PointerBytes, PointerBytes) : Of(field.Type, depth + 1);
            if (field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol element) bytes = Of(element.PointedAtType, depth + 1).Bytes * field.FixedSize;
            fieldAlignment = Math.Max(1, Math.Min(fieldAlignment, packing));
            alignment = Math.Max(alignment, fieldAlignment);
            int start = Attribute(field, "FieldOffsetAttribute")?.ConstructorArguments.FirstOrDefault().Value as int? ?? Align(end, fieldAlignment);
            end = Math.Max(end, start + bytes);
        }
        int size = Align(end, alignment);
        if (Attribute(type, "InlineArrayAttribute")?.ConstructorArguments.FirstOrDefault().Value is int length) size *= length;
        return (Math.Max(size, Named(layout, "Size")), alignment);
    }

    private static int Named(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as int? ?? 0;

    private static AttributeData? Attribute(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == name);

    private static int Align(int value, int alignment) => (value + alignment - 1) / alignment * alignment;

    private static int Primitive(SpecialType type) => type switch
    {
        SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => 1,
        SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            or SpecialType.System_DateTime => 8,
        SpecialType.System_Decimal => 16,
        _ => 0,
    };
}
