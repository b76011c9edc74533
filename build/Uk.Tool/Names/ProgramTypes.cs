// The types of all assemblies that an image is made of: found by what a reference says of them.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Names;

/// <summary>A type with the metadata that defines it.</summary>
internal readonly record struct DefinedType(MetadataReader Metadata, TypeDefinitionHandle Handle)
{
    public TypeDefinition Definition => Metadata.GetTypeDefinition(Handle);
}

internal sealed class ProgramTypes : IDisposable
{
    private readonly List<PEReader> _files = [];
    private readonly Dictionary<TypePath, DefinedType> _types = [];
    private readonly Dictionary<string, DefinedType> _byFullName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AssemblyDefinitionText> _assemblies = new(StringComparer.Ordinal);

    /// <param name="Version">Four numbers.</param>
    /// <param name="Token">Of its public key, or empty.</param>
    private readonly record struct AssemblyDefinitionText(string Version, string Token);

    /// <exception cref="BadImageFormatException">One of the files is no assembly.</exception>
    public static ProgramTypes Read(IEnumerable<string> paths)
    {
        var types = new ProgramTypes();
        try
        {
            foreach (string path in paths) types.Add(path);
            return types;
        }
        catch
        {
            types.Dispose();
            throw;
        }
    }

    private void Add(string path)
    {
        var file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
        _files.Add(file);
        try
        {
            if (!file.HasMetadata) throw new BadImageFormatException("it has no metadata");
            MetadataReader metadata = file.GetMetadataReader();
            AssemblyDefinition assembly = metadata.GetAssemblyDefinition();
            _assemblies.TryAdd(metadata.GetString(assembly.Name), new AssemblyDefinitionText(assembly.Version.ToString(), TokenOf(metadata, assembly)));
            foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
            {
                TypePath name = TypePath.Of(metadata, handle);
                _types.TryAdd(name, new DefinedType(metadata, handle));
                _byFullName.TryAdd(name.FullName, new DefinedType(metadata, handle));
            }
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            throw new BadImageFormatException($"{path} is no assembly: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        foreach (PEReader file in _files) file.Dispose();
    }

    public bool TryFind(TypePath path, out DefinedType type) => _types.TryGetValue(path, out type);

    /// <summary>What a type derives from, through references to facades as well: they keep the names.</summary>
    public bool TryFindBase(DefinedType type, out DefinedType baseType)
    {
        baseType = default;
        EntityHandle handle = type.Definition.BaseType;
        if (handle.IsNil || TypePath.OfDefinition(type.Metadata, handle) is not { } path) return false;
        return TryFind(path, out baseType) || _byFullName.TryGetValue(path.FullName, out baseType);
    }

    public bool DerivesFrom(DefinedType type, string fullName)
    {
        for (bool found = true; found; found = TryFindBase(type, out type))
            if (TypePath.Of(type.Metadata, type.Handle).FullName == fullName) return true;
        return false;
    }

    public bool IsEnum(DefinedType type) =>
        TryFindBase(type, out DefinedType baseType) && TypePath.Of(baseType.Metadata, baseType.Handle).FullName == "System.Enum";

    /// <summary>What .NET calls the assembly in full. The core library speaks for .NET's.</summary>
    public string DisplayName(string assembly)
    {
        if (assembly == CoreLibrary) return CoreLibraryDisplayName;
        AssemblyDefinitionText text = _assemblies.GetValueOrDefault(assembly, new AssemblyDefinitionText("0.0.0.0", ""));
        return $"{assembly}, Version={text.Version}, Culture=neutral, PublicKeyToken={(text.Token.Length == 0 ? "null" : text.Token)}";
    }

    private const string CoreLibrary = "System.Private.CoreLib";
    private const string CoreLibraryDisplayName = CoreLibrary + ", Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e";

    private static string TokenOf(MetadataReader metadata, AssemblyDefinition assembly) =>
        assembly.PublicKey.IsNil ? "" : Convert.ToHexStringLower(assembly.GetAssemblyName().GetPublicKeyToken() ?? []);

    /// <summary>Whether an attribute of this name stands on something.</summary>
    public static bool Has(MetadataReader metadata, CustomAttributeHandleCollection attributes, string @namespace, string name) =>
        attributes.Any(handle => IsOf(metadata, metadata.GetCustomAttribute(handle), @namespace, name));

    public static bool IsOf(MetadataReader metadata, CustomAttribute attribute, string @namespace, string name)
    {
        EntityHandle type = attribute.Constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()
            : metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return TypePath.OfDefinition(metadata, type) is { } path && path.Namespace == @namespace && path.Name == name;
    }
}
