// What images have of .NET: the list that belongs to the core library, as a lookup by documentation id. A project can
// bring a list of its own as an additional file; nobody reads the disk here.

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace UkGen.Analyzers;

/// <summary>The types that images have, and what they lack of those. Immutable.</summary>
public sealed class Surface
{
    /// <summary>The name of the additional file that takes the place of the list in this assembly.</summary>
    public const string FileName = "UkGen.Surface.txt";

    private static readonly Lazy<Surface> s_current = new(() => Parse(ReadEmbedded()));

    private readonly HashSet<string> _assemblies = new(StringComparer.Ordinal);
    /// <summary>Types by full name, each with what it lacks: M.Name(parameters), I.Namespace.Interface; null for nothing.</summary>
    private readonly Dictionary<string, HashSet<string>?> _types = new(1500, StringComparer.Ordinal);

    private Surface() { }

    public static Surface Of(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        AdditionalText? own = files.FirstOrDefault(file => Path.GetFileName(file.Path) == FileName);
        return own?.GetText(cancellation) is SourceText text ? Parse(text.Lines.Select(line => line.ToString())) : s_current.Value;
    }

    /// <summary>The assembly is one of .NET's, so that what it shows is in the list or not in images.</summary>
    public bool Judges(IAssemblySymbol? assembly) => assembly is not null && _assemblies.Contains(assembly.Name);

    /// <param name="id">As in T:System.String.</param>
    public bool HasType(string id) => _types.ContainsKey(id.Substring(2));

    /// <param name="typeId">As in T:System.String.</param>
    /// <param name="memberId">As in M:System.String.Insert(System.Int32,System.String).</param>
    public bool HasMember(string typeId, string memberId) =>
        _types.TryGetValue(typeId.Substring(2), out HashSet<string>? lacks)
        && (lacks is null || !lacks.Contains(memberId[0] + memberId.Substring(typeId.Length)));

    public bool Implements(string typeId, string interfaceId) =>
        !_types.TryGetValue(typeId.Substring(2), out HashSet<string>? lacks)
        || lacks is null || !lacks.Contains("I." + interfaceId.Substring(2));

    public static Surface Parse(IEnumerable<string> lines)
    {
        Surface surface = new();
        string type = "";
        foreach (string line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '=') surface._assemblies.Add(line.Substring(1));
            else if (line[0] != ' ') surface._types[type = line] = null;
            else (surface._types[type] ??= new(StringComparer.Ordinal)).Add(line.Substring(1));
        }
        return surface;
    }

    private static IEnumerable<string> ReadEmbedded()
    {
        using StreamReader reader = new(typeof(Surface).Assembly.GetManifestResourceStream("Surface.txt")!);
        while (reader.ReadLine() is { } line) yield return line;
    }
}

/// <summary>The verdict on each symbol of one compilation, found once.</summary>
internal sealed class SurfaceOfCompilation(Surface surface)
{
    private readonly ConcurrentDictionary<ISymbol, ISymbol?> _missing = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string> _ids = new(SymbolEqualityComparer.Default);

    /// <summary>The type or member that images lack: the symbol, or the type that it is in, is made of or gives; null for none.</summary>
    public ISymbol? MissingOf(ISymbol? symbol)
    {
        switch (symbol)
        {
            case null:
                return null;
            case ITypeSymbol type:
                return MissingType(type);
            case IMethodSymbol { ReducedFrom: { } extension }:
                return MissingOf(extension);
        }
        if (symbol is IFieldSymbol { IsConst: true }) return null;
        ISymbol? culprit = _missing.GetOrAdd(symbol.OriginalDefinition, FindMember);
        if (culprit is not null) return culprit;
        if (symbol.ContainingType is { IsGenericType: true } owner && MissingArgument(owner) is { } argument) return argument;
        return symbol is IMethodSymbol { TypeArguments: { Length: > 0 } arguments }
            ? arguments.Select(MissingType).FirstOrDefault(missing => missing is not null)
            : null;
    }

    /// <summary>The type implements the interface in .NET and not in images.</summary>
    public bool LacksInterface(ITypeSymbol type, INamedTypeSymbol contract) =>
        type is INamedTypeSymbol named && surface.Judges(named.ContainingAssembly)
        && !surface.Implements(Id(named.OriginalDefinition), Id(contract.OriginalDefinition));

    /// <param name="id">A documentation id of .NET, as in M:System.Threading.Monitor.Exit(System.Object).</param>
    public static string TypeOf(string id)
    {
        if (id[0] == 'T') return id;
        int parameters = id.IndexOf('(');
        int end = id.LastIndexOf('.', parameters < 0 ? id.Length - 1 : parameters);
        return "T" + id.Substring(1, end - 1);
    }

    public bool Has(string id)
    {
        string type = TypeOf(id);
        return type == id ? surface.HasType(id) : surface.HasMember(type, id);
    }

    private ISymbol? FindMember(ISymbol member)
    {
        INamedTypeSymbol? type = member.ContainingType;
        if (type is null || type.Name.Length == 0 || !surface.Judges(type.ContainingAssembly)) return null;
        if (MissingType(type.OriginalDefinition) is { } missing) return missing;
        // Members that the compiler gives to every enum, delegate and tuple are those of its base types.
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Enum || type.IsTupleType) return null;
        return surface.HasMember(Id(type), Id(member)) ? null : member;
    }

    private ISymbol? MissingType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => MissingType(array.ElementType),
        IPointerTypeSymbol pointer => MissingType(pointer.PointedAtType),
        IFunctionPointerTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol => null,
        INamedTypeSymbol named => _missing.GetOrAdd(named.OriginalDefinition, FindType) ?? (named.IsGenericType ? MissingArgument(named) : null),
        _ => null,
    };

    private ISymbol? MissingArgument(INamedTypeSymbol type)
    {
        foreach (ITypeSymbol argument in type.TypeArguments)
            if (MissingType(argument) is { } missing) return missing;
        return type.ContainingType is { IsGenericType: true } outer ? MissingArgument(outer) : null;
    }

    private ISymbol? FindType(ISymbol type) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Error, IsAnonymousType: false, IsTupleType: false } named
        && type.Name.Length != 0 && surface.Judges(named.ContainingAssembly) && !surface.HasType(Id(named))
            ? named
            : null;

    private string Id(ISymbol symbol) => _ids.GetOrAdd(symbol, s => s.GetDocumentationCommentId() ?? "T:?");
}
