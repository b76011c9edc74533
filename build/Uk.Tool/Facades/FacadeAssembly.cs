// One facade: an assembly that defines nothing and forwards types. The bytes depend on its name and types alone.
// ECMA-335, II.22.14 (ExportedType).

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Uk.Tool.Facades;

/// <summary>Types and the assembly to which they are forwarded, by its simple name.</summary>
public sealed record FacadeTarget(string Assembly, ImmutableArray<PublicType> Types);

/// <summary>An assembly of type forwards: version 0.0.0.0, no key, because ilc finds assemblies by simple name.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="Targets">In the order in which they are written.</param>
public sealed record FacadeAssembly(string Name, ImmutableArray<FacadeTarget> Targets)
{
    private const TypeAttributes Forwarder = (TypeAttributes)0x0020_0000;

    public byte[] ToBytes()
    {
        var metadata = new MetadataBuilder();
        ReservedBlob<GuidHandle> mvid = metadata.ReserveGuid();
        metadata.AddAssembly(metadata.GetOrAddString(Name), new Version(0, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.None);
        metadata.AddModule(0, metadata.GetOrAddString(Name + ".dll"), mvid.Handle, default, default);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default,
            MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        foreach (FacadeTarget target in Targets)
        {
            AssemblyReferenceHandle reference = metadata.AddAssemblyReference(
                metadata.GetOrAddString(target.Assembly), new Version(0, 0, 0, 0), default, default, default, default);
            foreach (PublicType type in target.Types) Forward(metadata, type, Forwarder, reference);
        }
        return Serialize(metadata, mvid);
    }

    private static void Forward(MetadataBuilder metadata, PublicType type, TypeAttributes attributes, EntityHandle implementation)
    {
        StringHandle space = type.Namespace.Length == 0 ? default : metadata.GetOrAddString(type.Namespace);
        ExportedTypeHandle handle = metadata.AddExportedType(attributes, space, metadata.GetOrAddString(type.Name), implementation, 0);
        foreach (PublicType nested in type.Nested) Forward(metadata, nested, default, handle);
    }

    private static byte[] Serialize(MetadataBuilder metadata, ReservedBlob<GuidHandle> mvid)
    {
        var builder = new ManagedPEBuilder(
            new PEHeaderBuilder(imageCharacteristics: Characteristics.ExecutableImage | Characteristics.Dll),
            new MetadataRootBuilder(metadata),
            ilStream: new BlobBuilder(),
            deterministicIdProvider: ContentId);
        var image = new BlobBuilder();
        BlobContentId id = builder.Serialize(image);
        mvid.CreateWriter().WriteGuid(id.Guid);
        return image.ToArray();
    }

    private static BlobContentId ContentId(IEnumerable<Blob> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Blob blob in content) hash.AppendData(blob.GetBytes());
        return BlobContentId.FromHash(hash.GetHashAndReset());
    }
}
