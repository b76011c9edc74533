// Questions about symbols that every parser asks.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen;

public static class Symbols
{
    /// <summary>True if the attribute is of the class with this name, whatever its number of type parameters.</summary>
    public static bool Is(this AttributeData attribute, string fullName, int arity = 0) =>
        attribute.AttributeClass is { } type && type.Is(fullName, arity);

    public static bool Is(this INamedTypeSymbol type, string fullName, int arity = 0) =>
        type.Arity == arity
        && fullName.Length > type.Name.Length
        && fullName.EndsWith(type.Name, System.StringComparison.Ordinal)
        && TypeText.FullName(type) == fullName;

    /// <summary>The attribute's only type argument, if it is a type that exists.</summary>
    public static INamedTypeSymbol? TypeArgument(this AttributeData attribute, int index = 0) =>
        attribute.AttributeClass is { } type && index < type.TypeArguments.Length
            ? Existing(type.TypeArguments[index])
            : null;

    /// <summary>The attribute's positional argument as a type, if it is one that exists.</summary>
    public static INamedTypeSymbol? TypeValue(this AttributeData attribute, int index = 0) =>
        index < attribute.ConstructorArguments.Length ? Existing(attribute.ConstructorArguments[index]) : null;

    public static INamedTypeSymbol? Existing(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Type ? Existing(constant.Value as ITypeSymbol) : null;

    public static INamedTypeSymbol? Existing(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Error } named ? named : null;

    /// <summary>A named argument's value, or null where it is missing or broken.</summary>
    public static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Error) return argument.Value;
        return null;
    }

    /// <summary>The interface with the same name and one type parameter: what a contract's members stand in.</summary>
    public static INamedTypeSymbol? GenericTwin(INamedTypeSymbol contract) =>
        ((INamespaceOrTypeSymbol?)contract.ContainingType ?? contract.ContainingNamespace)
        ?.GetTypeMembers(contract.Name, 1).FirstOrDefault(t => t.TypeKind == TypeKind.Interface);

    public static bool IsOptions(INamedTypeSymbol contract) =>
        contract.Is(KnownTypes.IOptions) || contract.AllInterfaces.Any(i => i.Is(KnownTypes.IOptions));

    /// <summary>The struct implements <c>IInitialize</c> of itself.</summary>
    public static bool Initializes(INamedTypeSymbol library) =>
        library.OriginalDefinition.AllInterfaces.Any(i => i.Is(KnownTypes.IInitialize, 1)
            && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], library.OriginalDefinition));

    /// <summary>
    /// The arguments that stand in the source, with the names of their parameters or properties; default values of
    /// parameters that are left out are not among them, and neither is what does not compile.
    /// </summary>
    public static IEnumerable<(string Name, TypedConstant Value, AttributeArgumentSyntax Syntax)> WrittenArguments(
        this AttributeData attribute)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list })
            yield break;
        ImmutableArray<IParameterSymbol> parameters = attribute.AttributeConstructor?.Parameters ?? [];
        int position = 0;
        foreach (AttributeArgumentSyntax syntax in list.Arguments)
        {
            if (syntax.NameEquals?.Name.Identifier.ValueText is { } property)
            {
                if (attribute.Named(property) is { } value) yield return (property, value, syntax);
                continue;
            }
            IParameterSymbol? parameter = syntax.NameColon?.Name.Identifier.ValueText is { } name
                ? parameters.FirstOrDefault(p => p.Name == name)
                : position < parameters.Length ? parameters[position] : null;
            position++;
            if (parameter is null || parameter.Ordinal >= attribute.ConstructorArguments.Length) continue;
            yield return (parameter.Name, attribute.ConstructorArguments[parameter.Ordinal], syntax);
        }
    }
}
