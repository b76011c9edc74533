// Puts a statement under if (Running.OnDotNet): a .NET process does what it did, an image leaves it out.

using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace UkGen.CodeFixes;

[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OnlyOnDotNetFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UK2001", "UK2002"];

    protected override Change? Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        // A statement that gives nothing to what comes after it.
        if (place.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } statement) return null;
        if (place.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { } function && statement.Span.Contains(function.Span)) return null;
        if (model.Compilation.GetTypeByMetadataName("Uk.Running") is null) return null;
        ExpressionSyntax condition = SyntaxFactory.ParseExpression("Uk.Running.OnDotNet").WithAdditionalAnnotations(Simplifier.Annotation);
        IfStatementSyntax guarded = SyntaxFactory.IfStatement(condition, statement.WithoutTrivia())
            .WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
        return new("Do this only on .NET", statement, guarded);
    }
}
