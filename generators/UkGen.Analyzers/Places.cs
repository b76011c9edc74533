// Where on the line a diagnostic points.

using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen.Analyzers;

internal static class Places
{
    /// <summary>The name that is called or the keyword, rather than the whole construct.</summary>
    public static Location Of(IOperation operation)
    {
        SyntaxNode syntax = operation.Syntax;
        return syntax switch
        {
            InvocationExpressionSyntax call => call.Expression.GetLocation(),
            ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
            CommonForEachStatementSyntax loop => loop.ForEachKeyword.GetLocation(),
            LockStatementSyntax locked => locked.LockKeyword.GetLocation(),
            UsingStatementSyntax @using => @using.UsingKeyword.GetLocation(),
            LocalDeclarationStatementSyntax local => local.GetFirstToken().GetLocation(),
            AwaitExpressionSyntax await => await.AwaitKeyword.GetLocation(),
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type.GetLocation(),
            CatchClauseSyntax { Declaration.Type: { } type } => type.GetLocation(),
            ThrowStatementSyntax @throw => @throw.ThrowKeyword.GetLocation(),
            AnonymousFunctionExpressionSyntax function => function.GetFirstToken().GetLocation(),
            _ => syntax.GetLocation(),
        };
    }

    public static int LineOf(SyntaxNode syntax) => syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
