// Types that images lack where declarations name them, and functions of native libraries.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UkGen.Analyzers;

internal sealed class DeclaredUses(SymbolAnalysisContext context, SurfaceOfCompilation surface)
{
    public void Report()
    {
        ISymbol symbol = context.Symbol;
        if (symbol.IsImplicitlyDeclared) return;
        if (symbol is IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { PartialDefinitionPart: not null }) return;
        foreach (ITypeSymbol type in TypesOf(symbol))
            if (surface.MissingOf(type) is { } missing && !Platforms.IsNotForImages(symbol))
                ReportMissing(symbol, type, missing);
        if (symbol is IMethodSymbol method) ReportNative(method);
    }

    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } => Signature(invoke),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => [],
        INamedTypeSymbol { BaseType: { } @base } type => type.Interfaces.Prepend(@base),
        INamedTypeSymbol type => type.Interfaces,
        IMethodSymbol method => Signature(method),
        IPropertySymbol property => property.Parameters.Select(parameter => parameter.Type).Prepend(property.Type),
        // What the field is given is reported where it is made.
        IFieldSymbol { IsConst: false } field when !HasInitializer(field) => [field.Type],
        IEventSymbol @event => [@event.Type],
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Signature(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType);

    private static bool HasInitializer(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null });

    private void ReportMissing(ISymbol symbol, ITypeSymbol type, ISymbol missing)
    {
        Reason reason = BlockUses.Reasons(missing);
        Location place = PlaceOf(symbol, missing) ?? symbol.Locations[0];
        context.ReportDiagnostic(Diagnostic.Create(Rules.Missing, place,
            ImmutableDictionary<string, string?>.Empty.Add("Id", missing.OriginalDefinition.GetDocumentationCommentId()),
            BlockUses.Text(missing), reason.Why, reason.Instead));
    }

    /// <summary>Where the declaration names the type.</summary>
    private Location? PlaceOf(ISymbol symbol, ISymbol missing)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            SyntaxNode node = reference.GetSyntax(context.CancellationToken);
            if (node is VariableDeclaratorSyntax { Parent: { } declaration }) node = declaration;
            SyntaxNode? name = node.DescendantNodes(inner => inner is not (BlockSyntax or ArrowExpressionClauseSyntax or AccessorListSyntax or AttributeListSyntax)
                    && !(inner is BaseTypeDeclarationSyntax && inner != node) && !(inner is MemberDeclarationSyntax && inner != node))
                .FirstOrDefault(inner => inner is SimpleNameSyntax simple && simple.Identifier.Text == missing.Name);
            if (name is not null) return name.GetLocation();
        }
        return null;
    }

    private void ReportNative(IMethodSymbol method)
    {
        string? library = method.GetDllImportData()?.ModuleName ?? method.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Runtime.InteropServices.LibraryImportAttribute")
            ?.ConstructorArguments.FirstOrDefault().Value as string;
        // "*" is what is linked into the image.
        if (library is null or "*" || Platforms.IsNotForImages(method)) return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.Native, method.Locations[0], method.Name, library));
    }
}
