// The assemblies of a program, to look up types in.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Uk.Tool.Names;

namespace Uk.Tool.Describe;

/// <summary>One assembly, open.</summary>
internal sealed record OpenAssembly(string Path, string Name, PEReader File, MetadataReader Metadata)
{
    /// <summary>The attributes on the assembly whose class has this full name.</summary>
    public IEnumerable<AttributeArguments> Attributes(string fullName) => Metadata.GetAssemblyDefinition().GetCustomAttributes()
        .Select(Metadata.GetCustomAttribute)
        .Where(attribute => AttributeNames.ClassOf(Metadata, attribute) == fullName)
        .Select(attribute => new AttributeArguments(AttributeNames.Decode(attribute)));
}

/// <summary>The program first, then what it uses.</summary>
internal sealed class AssemblySet : IDisposable
{
    private Dictionary<string, (OpenAssembly Assembly, TypeDefinitionHandle Type)>? _types;

    public ImmutableArray<OpenAssembly> All { get; }
    public OpenAssembly Program => All[0];

    /// <param name="paths">The program first. Files that are no .NET assemblies are passed over.</param>
    /// <exception cref="BadImageFormatException">The program is not a .NET assembly.</exception>
    public AssemblySet(IReadOnlyList<string> paths)
    {
        OpenAssembly program = Open(paths[0]) ?? throw new BadImageFormatException($"{paths[0]} is not a .NET assembly");
        All = [program, .. paths.Skip(1).Select(Open).OfType<OpenAssembly>()];
    }

    /// <summary>A type by the name that metadata has for it: <c>Uk.Virtio.Net.VirtioNet`5</c>.</summary>
    public (OpenAssembly Assembly, TypeDefinitionHandle Type)? Find(string fullName) =>
        (_types ??= AllTypes()).TryGetValue(fullName, out var found) ? found : null;

    public void Dispose()
    {
        foreach (OpenAssembly assembly in All) assembly.File.Dispose();
    }

    private Dictionary<string, (OpenAssembly Assembly, TypeDefinitionHandle Type)> AllTypes()
    {
        Dictionary<string, (OpenAssembly Assembly, TypeDefinitionHandle Type)> types = new(StringComparer.Ordinal);
        foreach (OpenAssembly assembly in All)
            foreach (TypeDefinitionHandle handle in assembly.Metadata.TypeDefinitions)
                types.TryAdd(TypePath.Of(assembly.Metadata, handle).FullName, (assembly, handle));
        return types;
    }

    private static OpenAssembly? Open(string path)
    {
        var file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
        try
        {
            MetadataReader? metadata = file.HasMetadata ? file.GetMetadataReader() : null;
            if (metadata is { IsAssembly: true }) return new OpenAssembly(path, metadata.GetString(metadata.GetAssemblyDefinition().Name), file, metadata);
        }
        catch (BadImageFormatException)
        {
            // A native library among the files: nothing to look up in it.
        }
        file.Dispose();
        return null;
    }
}
