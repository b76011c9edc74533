// Finds the names that the emitted code must write in full, because the short name would mean something else where it
// stands: the user has a type of that name, or two imported namespaces have.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace UkGen.Composition;

internal sealed class NamesParser
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly List<INamespaceSymbol> _visible = [];
    private readonly HashSet<string> _inExpressions;
    private readonly HashSet<string> _members;
    private readonly HashSet<string> _emitted;

    private NamesParser(CompositionModel composition, Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        Names = composition.Texts().SelectMany(TypeText.Names).Distinct().ToList();
        _inExpressions = new HashSet<string>(
            composition.Parts.SelectMany(p => p.Settings).SelectMany(s => TypeText.Names(s.Value.Code)).Select(n => n.Name),
            StringComparer.Ordinal);
        _members = new HashSet<string>(
            composition.Parts.SelectMany(p => p.Part.Members).Select(m => m.Name), StringComparer.Ordinal);
        _emitted = new HashSet<string>(composition.Options.Select(o => o.Name), StringComparer.Ordinal) { "Composition", "EntryPoint" };
        // What is imported, and what surrounds the parts.
        HashSet<string> visible = new(StringComparer.Ordinal) { "", Resolver.Namespace, "System.Runtime.CompilerServices" };
        visible.UnionWith(Names.Select(n => n.Namespace));
        foreach (PartComposition part in composition.Parts)
            for (string ns = part.Part.Namespace; ns.Length > 0; ns = ns.Substring(0, Math.Max(0, ns.LastIndexOf('.'))))
                visible.Add(ns);
        foreach (string ns in visible)
            if (Find(ns) is { } symbol) _visible.Add(symbol);
    }

    private List<(string Namespace, string Name)> Names { get; }

    public static NamesModel Parse(CompositionModel composition, Compilation compilation, CancellationToken cancellation)
    {
        NamesParser parser = new(composition, compilation, cancellation);
        IEnumerable<string> shadowed = parser.Names
            .Where(n => parser.IsShadowed(n.Namespace, n.Name))
            .Select(n => "{" + n.Namespace + "}" + n.Name)
            .OrderBy(n => n, StringComparer.Ordinal);
        string alias = "Provider";
        while (parser.IsTaken(alias)) alias = "Composed" + alias;
        return new NamesModel(shadowed.ToEquatableArray(), alias);
    }

    private bool IsShadowed(string ns, string name)
    {
        _cancellation.ThrowIfCancellationRequested();
        string plain = name.TrimStart('@');
        if (ns != Resolver.Namespace && _emitted.Contains(plain)) return true;
        if (_visible.Any(v => v.GetMembers(plain).Any(m => !IsMeant(m, ns)))) return true;
        // Only where a value is expected can a property be taken for the type of the same name.
        bool isInExpression = _inExpressions.Contains(name);
        if (isInExpression && _members.Contains(name)) return true;
        return _compilation
            .GetSymbolsWithName(plain, isInExpression ? SymbolFilter.TypeAndMember : SymbolFilter.Type, _cancellation)
            .Any(s => !IsMeant(s, ns) && s is INamedTypeSymbol or IFieldSymbol or IPropertySymbol);
    }

    /// <summary>The symbol is the type that is written short, perhaps in another arity or as its generic twin.</summary>
    private bool IsMeant(ISymbol symbol, string ns) =>
        symbol is INamedTypeSymbol { ContainingType: null } type && TypeText.NamespaceOf(type) == ns;

    private bool IsTaken(string name) =>
        _visible.Any(v => v.GetMembers(name).Any())
        || _compilation.ContainsSymbolsWithName(name, SymbolFilter.All, _cancellation);

    private INamespaceSymbol? Find(string fullName)
    {
        INamespaceSymbol? found = _compilation.GlobalNamespace;
        foreach (string part in fullName.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            found = found?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
        return found;
    }
}
