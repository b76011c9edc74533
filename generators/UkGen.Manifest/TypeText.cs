// How models write types: C# syntax with the namespace of every name in braces, "{Uk.Memory}PageSize" or
// "{System}Span<{Uk}Mbuf>". The emitter can then decide per name between the short and the qualified form.

using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UkGen;

public static class TypeText
{
    private static readonly Regex s_names = new(@"\{([^}]*)\}(@?\w+)", RegexOptions.CultureInvariant);

    /// <summary>The text of a type. Type parameters stand as their names.</summary>
    public static string Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array =>
            Of(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]" + Nullability(type),
        IPointerTypeSymbol pointer => Of(pointer.PointedAtType) + "*",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            Of(nullable.TypeArguments[0]) + "?",
        INamedTypeSymbol { IsTupleType: true } tuple =>
            "(" + string.Join(", ", tuple.TupleElements.Select(e => Of(e.Type) + " " + Identifier(e.Name))) + ")",
        INamedTypeSymbol named => Named(named) + Nullability(type),
        ITypeParameterSymbol parameter => Identifier(parameter.Name) + Nullability(type),
        _ => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
    };

    /// <summary>The text of a type's name without type arguments: what an open generic type is closed from.</summary>
    public static string OfDefinition(INamedTypeSymbol type) =>
        type.ContainingType is { } outer
            ? Of(outer) + "." + Identifier(type.Name)
            : "{" + NamespaceOf(type) + "}" + Identifier(type.Name);

    /// <summary>The full name that messages and sorting use: <c>Uk.Virtio.Net.VirtioNet</c>.</summary>
    public static string FullName(INamedTypeSymbol type) => Plain(OfDefinition(type.OriginalDefinition));

    /// <summary>The text with namespaces in front of the names, as in a message.</summary>
    public static string Plain(string typeText) =>
        s_names.Replace(typeText, m =>
            m.Groups[1].Length == 0 ? m.Groups[2].Value : m.Groups[1].Value + "." + m.Groups[2].Value);

    /// <summary>The text without namespaces, as in a comment.</summary>
    public static string Short(string typeText) => s_names.Replace(typeText, "$2");

    /// <summary>Replaces every name, given its namespace and its own part.</summary>
    public static string Replace(string typeText, System.Func<string, string, string> name) =>
        s_names.Replace(typeText, m => name(m.Groups[1].Value, m.Groups[2].Value));

    /// <summary>Every name in the text, as namespace and name.</summary>
    public static IEnumerable<(string Namespace, string Name)> Names(string typeText) =>
        s_names.Matches(typeText).Cast<Match>().Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    public static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString() : "";

    /// <summary>The name as it is written in code: with @ where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static string Named(INamedTypeSymbol type)
    {
        if (Keyword(type.SpecialType) is { } keyword) return keyword;
        string name = OfDefinition(type);
        return type.TypeArguments.Length == 0
            ? name
            : name + "<" + string.Join(", ", type.TypeArguments.Select(Of)) + ">";
    }

    private static string Nullability(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType ? "?" : "";

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Void => "void",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_IntPtr => "nint",
        SpecialType.System_UIntPtr => "nuint",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_String => "string",
        SpecialType.System_Object => "object",
        _ => null,
    };
}
