// Reads the members that a part carries for its contract, so that the emitter can forward each to the provider.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UkGen.Composition;

internal static class MemberParser
{
    /// <summary>
    /// The static members of the contract and of what it inherits that a provider has or may have of its own, in their order
    /// of declaration. A part that left those with a body out would answer for its provider with the default.
    /// </summary>
    public static List<MemberModel> Parse(INamedTypeSymbol contract, INamedTypeSymbol part)
    {
        List<MemberModel> members = [];
        if (Symbols.GenericTwin(contract)?.Construct(part) is not { } closed) return members;
        foreach (ISymbol member in closed.AllInterfaces.Insert(0, closed).SelectMany(i => i.GetMembers()))
        {
            if (!member.IsStatic || !(member.IsAbstract || member.IsVirtual)) continue;
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Arity: 0 } method)
                members.Add(Method(method));
            if (member is IPropertySymbol { IsIndexer: false } property) members.Add(Property(property));
        }
        // Metadata keeps methods and properties apart, source does not: the same order for both.
        return members.OrderBy(m => m.Kind).ToList();
    }

    public static string ParameterTypes(IMethodSymbol method) =>
        string.Join(", ",
            method.Parameters.Select(p => (p.RefKind == RefKind.None ? "" : "ref ") + TypeText.Of(p.Type)));

    private static MemberModel Method(IMethodSymbol method) => new(
        MemberKind.Method,
        Reference(method.ReturnsByRef, method.ReturnsByRefReadonly) + TypeText.Of(method.ReturnType),
        TypeText.Identifier(method.Name),
        string.Join(", ", method.Parameters.Select(Parameter)),
        string.Join(", ", method.Parameters.Select(Argument)),
        ParameterTypes(method),
        HasGetter: false,
        HasSetter: false,
        HasPointers(method.ReturnType) || method.Parameters.Any(p => HasPointers(p.Type)),
        HasDefault: !method.IsAbstract);

    private static MemberModel Property(IPropertySymbol property) => new(
        MemberKind.Property,
        Reference(property.ReturnsByRef, property.ReturnsByRefReadonly) + TypeText.Of(property.Type),
        TypeText.Identifier(property.Name),
        "",
        "",
        "",
        HasGetter: property.GetMethod is not null,
        HasSetter: property.SetMethod is not null,
        HasPointers(property.Type),
        HasDefault: !property.IsAbstract);

    private static string Reference(bool byRef, bool byRefReadonly) =>
        byRef ? "ref " : byRefReadonly ? "ref readonly " : "";

    private static string Parameter(IParameterSymbol parameter)
    {
        string modifier = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => parameter.IsParams ? "params " : "",
        };
        // An out parameter is scoped by itself.
        if (parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsParams)
            modifier = "scoped " + modifier;
        return modifier + TypeText.Of(parameter.Type) + " " + TypeText.Identifier(parameter.Name)
            + DefaultValue(parameter);
    }

    private static string DefaultValue(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue) return "";
        if (parameter.ExplicitDefaultValue is null) return " = default";
        string literal = SymbolDisplay.FormatPrimitive(parameter.ExplicitDefaultValue, quoteStrings: true,
            useHexadecimalNumbers: false)!;
        return parameter.Type.TypeKind == TypeKind.Enum
            ? " = (" + TypeText.Of(parameter.Type) + ")(" + literal + ")"
            : " = " + literal + (parameter.Type.SpecialType switch
            {
                SpecialType.System_Single => "f",
                SpecialType.System_Decimal => "m",
                _ => "",
            });
    }

    private static string Argument(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    } + TypeText.Identifier(parameter.Name);

    private static bool HasPointers(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => HasPointers(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasPointers),
        _ => false,
    };
}
