// Reads a contract: an interface derived from Uk.IContract.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace UkGen;

public static class ContractParser
{
    public static ContractModel Parse(INamedTypeSymbol contract)
    {
        bool isOptions = Symbols.IsOptions(contract);
        return new ContractModel(
            TypeText.OfDefinition(contract),
            isOptions,
            Combinator(contract),
            isOptions ? Properties(contract).ToEquatableArray() : EquatableArray<OptionPropertyModel>.Empty,
            isOptions ? EquatableArray<string>.Empty : Bases(contract).ToEquatableArray());
    }

    private static IEnumerable<string> Bases(INamedTypeSymbol contract) =>
        from inherited in contract.AllInterfaces
        where inherited.Arity == 0 && TypeText.FullName(inherited) != KnownTypes.IContract
        let name = TypeText.OfDefinition(inherited)
        orderby name
        select name;

    /// <summary>The combinator that <c>[Combine]</c> names, if it can be one.</summary>
    public static INamedTypeSymbol? CombinatorType(INamedTypeSymbol contract) =>
        contract.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Combine))?.TypeValue()?.OriginalDefinition
            is { TypeKind: TypeKind.Struct, Arity: 2, ContainingType: null } type ? type : null;

    private static CombinatorModel? Combinator(INamedTypeSymbol contract) =>
        CombinatorType(contract) is { } type
            ? new CombinatorModel(TypeText.OfDefinition(type), Symbols.Initializes(type))
            : null;

    private static IEnumerable<OptionPropertyModel> Properties(INamedTypeSymbol contract) =>
        from owner in contract.AllInterfaces.Insert(0, contract)
        from property in owner.GetMembers().OfType<IPropertySymbol>()
        where property is { IsStatic: true, GetMethod: not null } && (property.IsVirtual || property.IsAbstract)
        select Property(owner, property);

    private static OptionPropertyModel Property(INamedTypeSymbol owner, IPropertySymbol property)
    {
        AttributeData? range = property.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Range));
        return new OptionPropertyModel(
            property.Name,
            TypeText.Of(property.Type),
            TypeText.Of(owner),
            Bound(range, 0),
            Bound(range, 1),
            property.GetAttributes().Any(a => a.Is(KnownTypes.PowerOfTwo)),
            property.GetAttributes().Any(a => a.Is(KnownTypes.Unique)));
    }

    private static long? Bound(AttributeData? range, int index) =>
        range is not null && index < range.ConstructorArguments.Length
            ? range.ConstructorArguments[index].Value as long?
            : null;
}
