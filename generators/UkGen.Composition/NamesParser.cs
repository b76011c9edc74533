// Finds the names that the emitted code must write in full, because the short name would mean something else where it
// stands: a namespace around it, a type around it or another import has a member of that name.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace UkGen.Composition;

internal sealed class NamesParser
{
    private readonly Compilation _compilation;
    private readonly List<(string Namespace, string Name)> _names;
    // What the code stands in, and what it imports.
    private readonly List<INamespaceSymbol> _around;
    private readonly List<INamespaceSymbol> _imported;
    // The parts and the types around them.
    private readonly List<INamedTypeSymbol> _types;
    // Names that stand where a value is expected, and so can be taken for a property.
    private readonly HashSet<string> _inExpressions;
    private readonly HashSet<string> _emitted;

    private NamesParser(CompositionModel composition, Compilation compilation)
    {
        _compilation = compilation;
        _names = composition.Texts().SelectMany(TypeText.Names).Distinct().ToList();
        IEnumerable<string> around =
            composition.Parts.SelectMany(p => Around(p.Part.Namespace)).Append("").Append(Resolver.Namespace);
        _around = around.Distinct().Select(Find).OfType<INamespaceSymbol>().ToList();
        _imported = _names.Select(n => n.Namespace).Append("System.Runtime.CompilerServices").Distinct()
            .Select(Find).OfType<INamespaceSymbol>().ToList();
        _types = composition.Parts.SelectMany(p => Around(p.Part)).ToList();
        _inExpressions = new HashSet<string>(
            composition.Parts.SelectMany(p => p.Settings).SelectMany(s => TypeText.Names(s.Value.Code))
                .Select(n => n.Name),
            StringComparer.Ordinal);
        _inExpressions.IntersectWith(composition.Parts.SelectMany(p => p.Part.Members).Select(m => m.Name)
            .Concat(_types.SelectMany(t => t.GetMembers()).Select(m => m.Name)));
        _emitted = new HashSet<string>(
            composition.Options.Select(o => o.Name).Concat(composition.DeviceTables.Select(t => t.Name)).Concat(["Composition", "EntryPoint"]), StringComparer.Ordinal);
    }

    public static NamesModel Parse(
        CompositionModel composition, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        NamesParser parser = new(composition, compilation);
        IEnumerable<string> shadowed = parser._names
            .Where(n => parser.IsShadowed(n.Namespace, n.Name.TrimStart('@')))
            .Select(n => "{" + n.Namespace + "}" + n.Name)
            .OrderBy(n => n, StringComparer.Ordinal);
        string alias = "Provider";
        while (parser.IsTaken(alias)) alias = "Composed" + alias;
        return new NamesModel(shadowed.ToEquatableArray(), alias);
    }

    private bool IsShadowed(string ns, string name)
    {
        if (ns != Resolver.Namespace && _emitted.Contains(name)) return true;
        if (_inExpressions.Contains(name)) return true;
        return _around.SelectMany(n => n.GetMembers(name))
            .Concat(_imported.SelectMany(n => n.GetTypeMembers(name)))
            .Concat(_types.SelectMany(t => t.GetTypeMembers(name)))
            .Any(s => !IsMeant(s, ns));
    }

    /// <summary>The symbol is the type that is written short, perhaps as its generic twin.</summary>
    private static bool IsMeant(ISymbol symbol, string ns) =>
        symbol is INamedTypeSymbol { ContainingType: null } type && TypeText.NamespaceOf(type) == ns;

    private bool IsTaken(string name) =>
        _around.Concat(_imported).Any(n => n.GetMembers(name).Any())
        || _types.Any(t => t.Name == name || t.GetMembers(name).Any());

    private static IEnumerable<string> Around(string ns)
    {
        for (string at = ns; at.Length > 0; at = at.Substring(0, Math.Max(0, at.LastIndexOf('.')))) yield return at;
    }

    private IEnumerable<INamedTypeSymbol> Around(PartModel part)
    {
        string metadataName = TypeText.Short(part.Type).Replace('.', '+').Replace("@", "");
        string prefix = part.Namespace.Length == 0 ? "" : part.Namespace.Replace("@", "") + ".";
        INamedTypeSymbol? type = _compilation.Assembly.GetTypeByMetadataName(prefix + metadataName);
        for (; type is not null; type = type.ContainingType) yield return type;
    }

    private INamespaceSymbol? Find(string fullName)
    {
        INamespaceSymbol? found = _compilation.GlobalNamespace;
        foreach (string part in fullName.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            found = found?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part.TrimStart('@'));
        return found;
    }
}
