// Members of .NET that images lack, for which there is another with the same result: double.Sin and Math.Sin,
// char.IsDigit(text, i) and char.IsDigit(text[i]).

using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen.CodeFixes;

[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EquivalentApiFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UK2001"];

    protected override Change? Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (place.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access } call) return null;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { IsStatic: true } method) return null;
        return method.ContainingType.SpecialType switch
        {
            SpecialType.System_Double => InMath(access, method, model.Compilation.GetTypeByMetadataName("System.Math")),
            SpecialType.System_Single => InMath(access, method, model.Compilation.GetTypeByMetadataName("System.MathF")),
            SpecialType.System_Char => WithCharacter(call, access, method),
            _ => null,
        };
    }

    private static Change? InMath(MemberAccessExpressionSyntax access, IMethodSymbol method, INamedTypeSymbol? math)
    {
        bool isThere = math?.GetMembers(method.Name).OfType<IMethodSymbol>().Any(candidate =>
            candidate.Parameters.Select(p => p.Type).SequenceEqual(method.Parameters.Select(p => p.Type), SymbolEqualityComparer.Default)
            && SymbolEqualityComparer.Default.Equals(candidate.ReturnType, method.ReturnType)) == true;
        if (!isThere) return null;
        ExpressionSyntax type = SyntaxFactory.ParseExpression("System." + math!.Name).WithTriviaFrom(access.Expression)
            .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
        return new($"Call {math.Name}.{method.Name}", access, access.WithExpression(type));
    }

    private static Change? WithCharacter(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, IMethodSymbol method)
    {
        if (method is not { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters.Length: 2 }
            || method.Parameters[0].Type.SpecialType != SpecialType.System_String || method.Name == "IsSurrogatePair"
            || call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null)) return null;
        ExpressionSyntax text = call.ArgumentList.Arguments[0].Expression;
        if (text is not (SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax or ElementAccessExpressionSyntax))
            text = SyntaxFactory.ParenthesizedExpression(text);
        ExpressionSyntax character = SyntaxFactory.ElementAccessExpression(text,
            SyntaxFactory.BracketedArgumentList(SyntaxFactory.SingletonSeparatedList(call.ArgumentList.Arguments[1].WithoutTrivia())));
        ArgumentListSyntax arguments = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(character)));
        return new($"Call char.{method.Name} for the character", call, call.WithArgumentList(arguments));
    }
}
