// What an assembly offers to those who are compiled against it: the public types that it defines, and those that it forwards.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Facades;

/// <param name="Name">The simple name, which is that of the file.</param>
/// <param name="Defined">By ordinal order of their full names.</param>
/// <param name="Forwarded">By ordinal order of the assemblies.</param>
internal sealed record ReferenceAssembly(string Name, ImmutableArray<PublicType> Defined, ImmutableArray<FacadeTarget> Forwarded)
{
    /// <summary>Null where the file holds no .NET assembly.</summary>
    /// <exception cref="BadImageFormatException">The file is not a PE file; the message names it.</exception>
    public static ReferenceAssembly? Read(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        try
        {
            if (!pe.HasMetadata) return null;
            MetadataReader reader = pe.GetMetadataReader();
            return reader.IsAssembly ? new ReferenceAssembly(Path.GetFileNameWithoutExtension(path), PublicType.ReadDefined(reader), ReadForwarded(reader)) : null;
        }
        catch (BadImageFormatException e)
        {
            throw new BadImageFormatException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static ImmutableArray<FacadeTarget> ReadForwarded(MetadataReader reader)
    {
        ILookup<EntityHandle, ExportedTypeHandle> byOwner = reader.ExportedTypes.ToLookup(handle => reader.GetExportedType(handle).Implementation);
        return [.. byOwner.Where(group => group.Key.Kind == HandleKind.AssemblyReference)
            .Select(group => new FacadeTarget(
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)group.Key).Name),
                PublicType.Sorted([.. group.Select(handle => PublicType.ReadForwarded(reader, handle, byOwner))])))
            .OrderBy(target => target.Assembly, StringComparer.Ordinal)];
    }
}
