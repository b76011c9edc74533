// A public type, as far as forwarding it needs: name and nesting.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace Uk.Tool.Facades;

/// <summary>A public type and the public types nested in it, both in the order of their names.</summary>
/// <param name="Namespace">Empty for nested types.</param>
/// <param name="Name">With the arity that metadata writes behind a back quote.</param>
public sealed record PublicType(string Namespace, string Name, ImmutableArray<PublicType> Nested)
{
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>The public top-level types that the assembly defines (forwarded ones are not defined).</summary>
    public static ImmutableArray<PublicType> ReadDefined(MetadataReader reader)
    {
        var types = new List<PublicType>();
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public) types.Add(Read(reader, type));
        }
        return Sorted(types);
    }

    /// <summary>A type that the assembly forwards, with those that are nested in it. ECMA-335, II.22.14.</summary>
    public static PublicType ReadForwarded(MetadataReader reader, ExportedTypeHandle handle, ILookup<EntityHandle, ExportedTypeHandle> byOwner)
    {
        ExportedType type = reader.GetExportedType(handle);
        return new PublicType(reader.GetString(type.Namespace), reader.GetString(type.Name),
            Sorted([.. byOwner[handle].Select(nested => ReadForwarded(reader, nested, byOwner))]));
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

    /// <summary>By ordinal order of their full names.</summary>
    public static ImmutableArray<PublicType> Sorted(List<PublicType> types)
    {
        types.Sort((left, right) => string.CompareOrdinal(left.FullName, right.FullName));
        return [.. types];
    }
}
