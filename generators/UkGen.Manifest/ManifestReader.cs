// Reads the manifests of referenced assemblies. A manifest is another build's output: whatever shape it has, it is
// either read or left out with a reason, and never trusted.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace UkGen;

public static class ManifestReader
{
    /// <summary>The libraries of all references, in the order of their names.</summary>
    public static EquatableArray<LibraryModel> Read(Compilation compilation, CancellationToken cancellation) =>
        Read(compilation, [], cancellation);

    public static EquatableArray<LibraryModel> Read(
        Compilation compilation, List<Finding> findings, CancellationToken cancellation)
    {
        SortedDictionary<string, LibraryModel> libraries = new(System.StringComparer.Ordinal);
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == KnownTypes.Annotations))) continue;
            foreach (AttributeData manifest in assembly.GetAttributes().Where(a => a.Is(KnownTypes.LibraryManifest)))
            {
                LibraryModel? library = Read(manifest, compilation.Assembly, out string? problem);
                if (library is not null) libraries[library.FullName] = library;
                if (problem is not null)
                    findings.Add(Finding.Of(Diagnostics.ManifestUnreadable, "", assembly.Name, problem));
            }
        }
        return libraries.Values.ToEquatableArray();
    }

    private static LibraryModel? Read(AttributeData manifest, IAssemblySymbol reader, out string? problem)
    {
        problem = null;
        if (manifest.TypeValue()?.OriginalDefinition is not { } type)
        {
            problem = "it names no library";
            return null;
        }
        if (!IsVisible(type, reader)) return null;
        if (type.TypeKind != TypeKind.Struct || type.ContainingType is not null)
            problem = type.Name + " is not a struct of its own";
        ImmutableArray<INamedTypeSymbol>? provides = Contracts(manifest, "Provides");
        ImmutableArray<INamedTypeSymbol>? defaults = Contracts(manifest, "DefaultFor");
        ImmutableArray<INamedTypeSymbol>? chosen = Contracts(manifest, "OnlyChosenFor");
        ImmutableArray<INamedTypeSymbol>? requires = Contracts(manifest, "Requires");
        if (provides is null || defaults is null || chosen is null || requires is null)
            problem ??= type.Name + " names a contract that is not referenced here";
        else if (requires.Value.Length != type.Arity)
            problem ??= type.Name + " has another number of type parameters than requirements";
        List<DeviceModel?> devices = Devices(manifest).ToList();
        if (devices.Any(d => d is null)) problem ??= type.Name + " names a device of an unknown form";
        if (problem is not null) return null;
        return new LibraryModel(
            TypeText.OfDefinition(type),
            manifest.Named("Targets")?.Value is int targets ? (Targets)targets : Targets.None,
            provides!.Value.Select(TypeText.FullName).ToEquatableArray(),
            defaults!.Value.Select(TypeText.FullName).ToEquatableArray(),
            chosen!.Value.Select(TypeText.FullName).ToEquatableArray(),
            manifest.Named("OnlyChosenOn")?.Value is int chosenOn ? (Targets)chosenOn : chosen.Value.Length == 0 ? Targets.None : Targets.All,
            requires!.Value.Select(ContractParser.Parse).ToEquatableArray(),
            manifest.Named("Initializes")?.Value is true,
            devices.Select(d => d!.Text).ToEquatableArray());
    }

    private static IEnumerable<DeviceModel?> Devices(AttributeData manifest) =>
        manifest.Named("Devices") is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(v => DeviceModel.Parse(v.Value as string))
            : [];

    private static bool IsVisible(INamedTypeSymbol type, IAssemblySymbol reader) =>
        type.DeclaredAccessibility == Accessibility.Public || type.ContainingAssembly.GivesAccessTo(reader);

    /// <summary>
    /// The types in a named argument: none where it is missing, null where one of them does not exist.
    /// </summary>
    private static ImmutableArray<INamedTypeSymbol>? Contracts(AttributeData manifest, string name)
    {
        if (!manifest.NamedArguments.Any(a => a.Key == name)) return [];
        if (manifest.Named(name) is not { Kind: TypedConstantKind.Array, IsNull: false } list) return null;
        ImmutableArray<INamedTypeSymbol?> types = list.Values.Select(Symbols.Existing).ToImmutableArray();
        return types.Any(t => t is not { TypeKind: TypeKind.Interface })
            ? null
            : types.Select(t => t!.OriginalDefinition).ToImmutableArray();
    }
}
