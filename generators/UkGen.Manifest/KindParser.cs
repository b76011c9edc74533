// Checks what the author of a contract promises to compositions: combinators and part attributes.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace UkGen;

public static class KindParser
{
    /// <summary>What is wrong with the combinator of a contract.</summary>
    public static IEnumerable<Finding> CheckContract(INamedTypeSymbol contract, Places places)
    {
        AttributeData? combine = contract.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Combine));
        if (combine?.TypeValue() is not { } named || IsCombinator(ContractParser.CombinatorType(contract), contract))
            yield break;
        string place = "contract/" + TypeText.FullName(contract);
        places.Add(place, combine);
        yield return Finding.Of(Diagnostics.CombinatorShape, place, contract.Name, named.Name);
    }

    /// <summary>Arguments of a part's attribute that no option answers to.</summary>
    public static IEnumerable<Finding> CheckPartAttribute(INamedTypeSymbol attribute, Places places)
    {
        INamedTypeSymbol? options =
            attribute.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Part, 2))?.TypeArgument(1);
        if (options is null) yield break;
        ContractModel contract = ContractParser.Parse(options);
        IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> arguments = attribute.InstanceConstructors
            .Where(c => !c.IsImplicitlyDeclared && c.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(c => c.Parameters).Select(p => ((ISymbol)p, p.Type))
            .Concat(attribute.GetMembers().OfType<IPropertySymbol>()
                .Where(p => p.SetMethod is { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false })
                .Select(p => ((ISymbol)p, p.Type)));
        foreach ((ISymbol symbol, ITypeSymbol type) in arguments)
        {
            if (contract.Properties.Any(p => IsNamed(p, symbol.Name) && p.Type == TypeText.Of(type))) continue;
            string place = "kind/" + TypeText.FullName(attribute) + "/" + symbol.Name;
            places.Add(place, symbol.Locations.FirstOrDefault(l => l.IsInSource));
            yield return Finding.Of(Diagnostics.PartArgument, place, attribute.Name, symbol.Name, contract.Name);
        }
    }

    /// <summary>
    /// Options with the name of a member of the contract. A part has both; its public member would implement the option
    /// as well wherever the composition does not override the option.
    /// </summary>
    public static IEnumerable<Finding> CheckPartNames(INamedTypeSymbol attribute, Places places)
    {
        AttributeData? part = attribute.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Part, 2));
        if (part?.TypeArgument(0) is not { } contract || part.TypeArgument(1) is not { } options) yield break;
        if (Symbols.GenericTwin(contract) is not { } twin) yield break;
        string place = "kind/" + TypeText.FullName(attribute);
        places.Add(place, part);
        HashSet<string> members = new(
            twin.AllInterfaces.Insert(0, twin).SelectMany(i => i.GetMembers()).OfType<IPropertySymbol>()
                .Select(m => m.Name),
            StringComparer.Ordinal);
        ContractModel model = ContractParser.Parse(options);
        foreach (OptionPropertyModel option in model.Properties.Where(o => members.Contains(o.Name)))
            yield return Finding.Of(Diagnostics.OptionNameTaken, place, contract.Name, options.Name, option.Name);
    }

    /// <summary>
    /// An attribute's argument sets the option of the same name; constructors write it with a small letter.
    /// </summary>
    public static bool IsNamed(OptionPropertyModel property, string argument) =>
        property.Name.Equals(argument, StringComparison.OrdinalIgnoreCase);

    private static bool IsCombinator(INamedTypeSymbol? type, INamedTypeSymbol contract) =>
        type is not null
        && Symbols.GenericTwin(contract) is { } twin
        && type.AllInterfaces.Contains(twin.Construct(type), SymbolEqualityComparer.Default)
        && type.TypeParameters.All(p => p.HasValueTypeConstraint && p.ConstraintTypes.All(t =>
            SymbolEqualityComparer.Default.Equals(t, twin.Construct(p))
                || SymbolEqualityComparer.Default.Equals(t, contract)));
}
