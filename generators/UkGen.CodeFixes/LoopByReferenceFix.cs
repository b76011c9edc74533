// foreach (Mbuf packet in burst) becomes foreach (ref Mbuf packet in burst): the packet itself, and no copy of it.

using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen.CodeFixes;

[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LoopByReferenceFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UK2105"];

    protected override Change? Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (place is not ForEachStatementSyntax { Type: not RefTypeSyntax } loop) return null;
        if (model.GetForEachStatementInfo(loop).CurrentProperty is not { } current || !(current.ReturnsByRef || current.ReturnsByRefReadonly)) return null;
        SyntaxToken readOnly = current.ReturnsByRefReadonly ? SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space) : default;
        RefTypeSyntax type = SyntaxFactory.RefType(SyntaxFactory.Token(SyntaxKind.RefKeyword).WithTrailingTrivia(SyntaxFactory.Space), readOnly, loop.Type);
        return new("Go over references", loop, loop.WithType(type));
    }
}
