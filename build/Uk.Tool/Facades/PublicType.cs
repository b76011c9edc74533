// The public types of an assembly, as far as forwarding them needs: names and nesting.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Facades;

/// <summary>A public type and the public types nested in it, both in the order of their names.</summary>
/// <param name="Namespace">Empty for nested types.</param>
/// <param name="Name">With the arity that metadata writes behind a back quote.</param>
public sealed record PublicType(string Namespace, string Name, ImmutableArray<PublicType> Nested)
{
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>
    /// The public top-level types that the assembly defines (forwarded ones are not defined), by ordinal order of their
    /// full names. Null where the file holds no .NET assembly.
    /// </summary>
    /// <exception cref="BadImageFormatException">The file is not a PE file; the message names it.</exception>
    public static ImmutableArray<PublicType>? ReadDefined(string assemblyPath)
    {
        using var pe = new PEReader(File.OpenRead(assemblyPath));
        try
        {
            if (!pe.HasMetadata) return null;
            MetadataReader reader = pe.GetMetadataReader();
            return reader.IsAssembly ? ReadDefined(reader) : null;
        }
        catch (BadImageFormatException e)
        {
            throw new BadImageFormatException($"{assemblyPath} cannot be read: {e.Message}", e);
        }
    }

    private static ImmutableArray<PublicType> ReadDefined(MetadataReader reader)
    {
        var types = new List<PublicType>();
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public) types.Add(Read(reader, type));
        }
        return Sorted(types);
    }

    private static PublicType Read(MetadataReader reader, TypeDefinition type)
    {
        var nested = new List<PublicType>();
        foreach (TypeDefinitionHandle handle in type.GetNestedTypes())
        {
            TypeDefinition inner = reader.GetTypeDefinition(handle);
            if ((inner.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.NestedPublic) nested.Add(Read(reader, inner));
        }
        return new PublicType(reader.GetString(type.Namespace), reader.GetString(type.Name), Sorted(nested));
    }

    private static ImmutableArray<PublicType> Sorted(List<PublicType> types)
    {
        types.Sort((left, right) => string.CompareOrdinal(left.FullName, right.FullName));
        return [.. types];
    }
}
