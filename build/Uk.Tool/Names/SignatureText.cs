// Types in signatures as text: in full, to tell overloads apart, or as stack traces show parameters.

using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace Uk.Tool.Names;

/// <summary>Full names without assemblies, so that a reference through a facade is the same as one to the definition.</summary>
internal sealed class FullSignatureText : SignatureText
{
    public static readonly FullSignatureText Instance = new();

    protected override string Named(TypePath path) => path.FullName;
    public override string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(",", typeArguments)}>";
    public override string GetGenericMethodParameter(MethodNaming? context, int index) => $"!!{index}";
    public override string GetGenericTypeParameter(MethodNaming? context, int index) => $"!{index}";
    public override string GetFunctionPointerType(MethodSignature<string> signature) => $"*({string.Join(",", signature.ParameterTypes)}){signature.ReturnType}";
    public override string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => $"{unmodifiedType} mod {modifier}";
}

/// <summary>As .NET's Type.Name.</summary>
internal sealed class ShortSignatureText : SignatureText
{
    public static readonly ShortSignatureText Instance = new();

    protected override string Named(TypePath path) => path.SimpleName;
    public override string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;
    public override string GetGenericMethodParameter(MethodNaming? context, int index) => context?.MethodParameters.ElementAtOrDefault(index) ?? "";
    public override string GetGenericTypeParameter(MethodNaming? context, int index) => context?.TypeParameters.ElementAtOrDefault(index) ?? "";
    public override string GetFunctionPointerType(MethodSignature<string> signature) => "";
    public override string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;
}

/// <summary>What a method calls its type parameters.</summary>
internal sealed record MethodNaming(ImmutableArray<string> TypeParameters, ImmutableArray<string> MethodParameters);

internal abstract class SignatureText : ISignatureTypeProvider<string, MethodNaming?>
{
    protected abstract string Named(TypePath path);
    public abstract string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments);
    public abstract string GetGenericMethodParameter(MethodNaming? context, int index);
    public abstract string GetGenericTypeParameter(MethodNaming? context, int index);
    public abstract string GetFunctionPointerType(MethodSignature<string> signature);
    public abstract string GetModifiedType(string modifier, string unmodifiedType, bool isRequired);

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";
    public string GetByReferenceType(string elementType) => elementType + "&";
    public string GetPinnedType(string elementType) => elementType;
    public string GetPointerType(string elementType) => elementType + "*";
    public string GetSZArrayType(string elementType) => elementType + "[]";
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => Named(new TypePath("", "System", typeCode.ToString()));
    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Named(TypePath.Of(reader, handle));
    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Named(TypePath.Of(reader, handle));
    public string GetTypeFromSpecification(MetadataReader reader, MethodNaming? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
}
