// Which type a reference names, independent of the metadata that holds the reference.

using System;
using System.Reflection.Metadata;

namespace Uk.Tool.Names;

/// <summary>A type by where it stands.</summary>
/// <param name="Assembly">Simple name of the assembly that defines it.</param>
/// <param name="Name">Names of the enclosing types and its own, with + between them.</param>
internal readonly record struct TypePath(string Assembly, string Namespace, string Name)
{
    public static TypePath Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = metadata.GetString(type.Name);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                TypePath outer = Of(metadata, (TypeReferenceHandle)type.ResolutionScope);
                return outer with { Name = outer.Name + "+" + name };
            case HandleKind.AssemblyReference:
                AssemblyReference assembly = metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
                return new TypePath(metadata.GetString(assembly.Name), metadata.GetString(type.Namespace), name);
            default:
                return new TypePath("", metadata.GetString(type.Namespace), name);
        }
    }

    public static TypePath Of(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        TypeDefinitionHandle declaring = type.GetDeclaringType();
        if (!declaring.IsNil)
        {
            TypePath outer = Of(metadata, declaring);
            return outer with { Name = outer.Name + "+" + name };
        }
        return new TypePath(metadata.GetString(metadata.GetAssemblyDefinition().Name), metadata.GetString(type.Namespace), name);
    }

    /// <summary>As .NET's FullName of a type definition.</summary>
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>The enclosing type; null for one that stands in a namespace.</summary>
    public TypePath? Outer => Name.LastIndexOf('+') is > 0 and var plus ? this with { Name = Name[..plus] } : null;

    /// <summary>Without the enclosing types.</summary>
    public string SimpleName => Name[(Name.LastIndexOf('+') + 1)..];

    /// <summary>The generic type that the signature of an instance is of, or what a reference names; null for arrays and pointers.</summary>
    public static TypePath? OfDefinition(MetadataReader metadata, EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.TypeReference: return Of(metadata, (TypeReferenceHandle)token);
            case HandleKind.TypeDefinition: return Of(metadata, (TypeDefinitionHandle)token);
            case HandleKind.TypeSpecification:
                BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)token).Signature);
                if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
                signature.ReadCompressedInteger();
                return OfDefinition(metadata, signature.ReadTypeHandle());
            default: throw new BadImageFormatException($"a {token.Kind} stands where a type is named");
        }
    }
}
