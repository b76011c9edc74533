// Which library and namespace a symbol is of, as the compiler's own statistics say (ilc's --mstat). Data that the compiler
// makes for a type has the type's name in its own, and is told by that.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using Uk.Tool.Names;

namespace Uk.Tool.Report;

internal readonly record struct SymbolOwner(string Library, string Namespace);

internal sealed class SymbolOwners
{
    /// <summary>For images without statistics: nothing is known.</summary>
    public static readonly SymbolOwners Empty = new();

    private readonly Dictionary<string, SymbolOwner> _owners = new(StringComparer.Ordinal);
    // Longest first: Uk.Virtio.Net before Uk.Virtio.
    private Dictionary<string, (string Mangled, string Namespace)[]> _namespaces = [];

    /// <exception cref="BadImageFormatException">The file is not what the compiler writes.</exception>
    public static SymbolOwners Read(string path)
    {
        using CompilerStatistics statistics = CompilerStatistics.Open(path);
        var owners = new SymbolOwners();
        foreach (CompiledEntity entity in statistics.Types.Concat(statistics.Methods))
            if (TypeOf(statistics.Metadata, entity.Token) is { Assembly.Length: > 0 } type)
                owners._owners.TryAdd(entity.Symbol, new SymbolOwner(type.Assembly, type.Namespace));
        owners._namespaces = owners._owners.Values.Distinct().Where(owner => owner.Namespace.Length != 0)
            .GroupBy(owner => owner.Library, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(owner => (ImageReader.Mangle(owner.Namespace) + "_", owner.Namespace))
                .OrderByDescending(pair => pair.Item1.Length).ToArray(), StringComparer.Ordinal);
        return owners;
    }

    public bool TryFind(string symbol, out SymbolOwner owner) => _owners.TryGetValue(symbol, out owner);

    /// <summary>The namespace that a linker's name goes on with behind the library's; empty where it is none of them.</summary>
    public string NamespaceAt(string library, ReadOnlySpan<char> rest)
    {
        if (_namespaces.TryGetValue(library, out (string Mangled, string Namespace)[]? known))
            foreach ((string mangled, string name) in known)
                if (rest.StartsWith(mangled, StringComparison.Ordinal)) return name;
        return "";
    }

    private static TypePath? TypeOf(MetadataReader metadata, EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodSpecification) token = metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        if (token.Kind == HandleKind.MemberReference) token = metadata.GetMemberReference((MemberReferenceHandle)token).Parent;
        return token.Kind is HandleKind.TypeReference or HandleKind.TypeSpecification ? TypePath.OfDefinition(metadata, token) : null;
    }
}
