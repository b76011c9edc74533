// Types in signatures as text, without the assemblies that they come from.

using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace Uk.CoreLib.Tests;

internal sealed class TypeNames : ISignatureTypeProvider<string, object?>
{
    public static readonly TypeNames Provider = new();

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";
    public string GetByReferenceType(string elementType) => elementType + "&";
    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"fn({string.Join(", ", signature.ParameterTypes)}) -> {signature.ReturnType}";
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(", ", typeArguments)}>";
    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;
    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        isRequired ? $"{unmodifiedType} modreq({modifier})" : unmodifiedType;
    public string GetPinnedType(string elementType) => elementType;
    public string GetPointerType(string elementType) => elementType + "*";
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;
    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer) return GetTypeFromDefinition(reader, outer, 0) + "+" + name;
        return Qualified(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0) + "+" + name
            : Qualified(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    /// <summary>Any of the three ways in which metadata names a type; nothing for no type.</summary>
    public string Of(MetadataReader reader, EntityHandle handle) => handle.IsNil ? "" : handle.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        _ => GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
    };

    // The primitive types have two spellings in metadata; this is one.
    private static string Qualified(string space, string name) => space.Length == 0 ? name : space + "." + name;

    /// <summary>The full name of an attribute's type.</summary>
    public string OfAttribute(MetadataReader reader, CustomAttributeHandle handle)
    {
        EntityHandle constructor = reader.GetCustomAttribute(handle).Constructor;
        return constructor.Kind == HandleKind.MethodDefinition
            ? Of(reader, reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType())
            : Of(reader, reader.GetMemberReference((MemberReferenceHandle)constructor).Parent);
    }

    public bool Has(MetadataReader reader, CustomAttributeHandleCollection attributes, string fullName) =>
        attributes.Any(handle => OfAttribute(reader, handle) == fullName);
}
