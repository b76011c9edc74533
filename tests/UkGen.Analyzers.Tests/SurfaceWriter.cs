// The list of what images have of .NET, as the analyzers read it: computed from .NET's reference assemblies on one side,
// the core library and .NET's own assemblies that images take on the other.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UkGen.Analyzers.Tests;

/// <summary>One side's types by their documentation ids.</summary>
internal sealed class SurfaceWriter
{
    private const string Header = """
        # What images have of .NET. Written by the tests of the analyzers (UKGEN_ACCEPT=1), never by hand.
        # =X an assembly that is judged; a line a type that images have; under it what they lack of the type.
        """;

    /// <summary>Of .NET's assemblies that images take: what always reaches parts of .NET that images do not have.</summary>
    private static readonly string[] s_rejected = ["T:System.Text.Json.JsonSerializer", "T:System.Text.Json.Nodes", "T:System.Text.Json.Schema"];

    private readonly Dictionary<string, INamedTypeSymbol> _coreLib;
    private readonly HashSet<string> _stock;
    private readonly IAssemblySymbol[] _references;

    private SurfaceWriter(string coreLib, IEnumerable<string> stock, IEnumerable<string> references)
    {
        _coreLib = Assemblies([coreLib]).SelectMany(TypesOf).ToDictionary(Id);
        _stock = [.. Assemblies([coreLib, .. stock]).Skip(1).SelectMany(TypesOf).Select(Id)];
        _references = [.. Assemblies(references).OrderBy(a => a.Name, StringComparer.Ordinal)];
    }

    public static string Write()
    {
        string runtime = RuntimeEnvironment.GetRuntimeDirectory();
        return new SurfaceWriter(
            BuiltPaths.CoreLib,
            StockAssemblies().Select(name => Path.Combine(runtime, name + ".dll")),
            Directory.EnumerateFiles(BuiltPaths.References, "*.dll")).Text();
    }

    private static IEnumerable<string> StockAssemblies() =>
        XElement.Load(Path.Combine(Repository.Root, "build/Uk.Sdk/Sdk/Stock.targets"))
            .Descendants("UkStockAssembly").Attributes("Include").SelectMany(include => include.Value.Split(';'));

    private static IEnumerable<IAssemblySymbol> Assemblies(IEnumerable<string> paths)
    {
        MetadataReference[] references = [.. paths.Select(path => MetadataReference.CreateFromFile(path))];
        CSharpCompilation compilation = CSharpCompilation.Create("Surface", references: references);
        return references.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>();
    }

    private string Text()
    {
        var text = new StringBuilder(Header.ReplaceLineEndings("\n")).Append('\n');
        foreach (IAssemblySymbol assembly in _references) text.Append('=').Append(assembly.Name).Append('\n');
        foreach (INamedTypeSymbol type in _references.SelectMany(TypesOf).OrderBy(Id, StringComparer.Ordinal))
        {
            string id = Id(type);
            bool isCore = _coreLib.TryGetValue(id, out INamedTypeSymbol? core);
            // What attributes say is not compiled into an image, so none of them is missing.
            if (!isCore && !_stock.Contains(id) && !IsAttribute(type)) continue;
            if (s_rejected.Any(name => id == name || id.StartsWith(name + ".", StringComparison.Ordinal))) continue;
            text.Append(id, 2, id.Length - 2).Append('\n');
            if (!isCore || IsAttribute(type)) continue;
            foreach (string lacking in Lacking(type, core!).Order(StringComparer.Ordinal)) text.Append(' ').Append(lacking).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Kind and signature of each member, and I and the name of each interface, that the core library's type lacks.</summary>
    private IEnumerable<string> Lacking(INamedTypeSymbol type, INamedTypeSymbol core)
    {
        int prefix = Id(type).Length;
        HashSet<string> has = [.. MembersOf(core).Select(Id)];
        foreach (ISymbol member in MembersOf(type))
        {
            if (has.Contains(Id(member)) || IsConstant(member) || IsInherited(member) || member.Name == "Finalize") continue;
            if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor } && BasesOf(core).Any(@base => @base.GetMembers(member.Name).Any(candidate => Signature(candidate) == Signature(member)))) continue;
            // Accessors are named where their property or event is there without them.
            if (member is IMethodSymbol { AssociatedSymbol: { } owner } && !has.Contains(Id(owner))) continue;
            yield return Id(member)[0] + Id(member)[prefix..];
        }
        HashSet<string> implemented = [.. core.AllInterfaces.Select(Definition)];
        foreach (string lacking in type.AllInterfaces.Select(Definition).Distinct())
            if (!implemented.Contains(lacking) && !lacking.StartsWith("T:System.Runtime.Serialization.", StringComparison.Ordinal))
                yield return "I." + lacking[2..];
    }

    /// <summary>An override that is not there leaves the inherited member, which is what callers name.</summary>
    private bool IsInherited(ISymbol member)
    {
        ISymbol? overridden = member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
        if (overridden is null) return false;
        return _coreLib.TryGetValue(Id(overridden.ContainingType), out INamedTypeSymbol? type)
            && (MembersOf(type).Any(candidate => Id(candidate) == Id(overridden.OriginalDefinition)) || IsInherited(overridden.OriginalDefinition));
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? @base = type.BaseType; @base is not null; @base = @base.BaseType) yield return @base;
    }

    /// <summary>Without the type that it is in: a member that moved to the base type is found there.</summary>
    private static string Signature(ISymbol member) => Id(member)[(Id(member.ContainingType.OriginalDefinition).Length)..];

    /// <summary>The compiler puts its value into the code.</summary>
    private static bool IsConstant(ISymbol member) => member is IFieldSymbol { IsConst: true };

    private static bool IsAttribute(INamedTypeSymbol type) =>
        Id(type) == "T:System.Attribute" || (type.BaseType is { } @base && IsAttribute(@base));

    private static string Definition(INamedTypeSymbol type) => Id(type.OriginalDefinition);

    private static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId()!;

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member is not INamedTypeSymbol && IsVisible(member));

    private static IEnumerable<INamedTypeSymbol> TypesOf(IAssemblySymbol assembly) => TypesOf(assembly.GlobalNamespace);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Where(member => member is INamespaceSymbol || IsVisible(member))
            .SelectMany(member => member is INamedTypeSymbol type ? TypesOf(member).Prepend(type) : TypesOf(member));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
