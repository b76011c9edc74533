// What symbols say about themselves: [HotPath], [ColdPath], [DoesNotReturn], also by way of their type, property or the
// contract that they implement.

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace UkGen.Analyzers;

internal sealed class HotSymbols(INamedTypeSymbol hotPath)
{
    public const string HotPath = "Uk.HotPathAttribute";

    private readonly ConcurrentDictionary<ISymbol, bool> _hot = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<ISymbol>> _implementing = new(SymbolEqualityComparer.Default);

    public static HotSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(HotPath) is { } attribute ? new HotSymbols(attribute) : null;

    public bool IsHot(IMethodSymbol method) => _hot.GetOrAdd(method.OriginalDefinition, m => FindHot((IMethodSymbol)m));

    public static bool IsCold(IMethodSymbol method)
    {
        ISymbol? property = method.AssociatedSymbol;
        return Has(method, "ColdPathAttribute") || Has(method, "DoesNotReturnAttribute") || property is not null && Has(property, "ColdPathAttribute");
    }

    /// <summary>The loop of an lcore: hot is what its loops repeat.</summary>
    public static bool IsLcoreLoop(IMethodSymbol method) => Has(method, "LcoreAttribute");

    /// <summary>A call that the compiler leaves out of what is released.</summary>
    public static bool IsConditional(IMethodSymbol method) => Has(method, "ConditionalAttribute");

    private bool FindHot(IMethodSymbol method)
    {
        if (IsMarked(method) || method.AssociatedSymbol is { } property && IsMarked(property)) return true;
        if (method.ContainingType is not { } type || IsCold(method)) return false;
        if (method.MethodKind == MethodKind.LocalFunction || method.MethodKind == MethodKind.StaticConstructor) return false;
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
            if (IsMarked(outer)) return true;
        if (method.OverriddenMethod is { } overridden && IsHot(overridden)) return true;
        return _implementing.GetOrAdd(type.OriginalDefinition, FindImplementing).Contains(method.OriginalDefinition);
    }

    /// <summary>The type's methods that implement hot members of its contracts.</summary>
    private HashSet<ISymbol> FindImplementing(INamedTypeSymbol type)
    {
        HashSet<ISymbol> found = new(SymbolEqualityComparer.Default);
        if (type.TypeKind is not (TypeKind.Struct or TypeKind.Class)) return found;
        foreach (INamedTypeSymbol contract in type.AllInterfaces)
            foreach (IMethodSymbol member in contract.GetMembers().OfType<IMethodSymbol>())
                if ((IsMarked(member) || member.AssociatedSymbol is { } property && IsMarked(property) || IsMarked(contract))
                    && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
                    found.Add(implementation.OriginalDefinition);
        return found;
    }

    private bool IsMarked(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, hotPath));

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
