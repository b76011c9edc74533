// What the fixes have in common: one change of the syntax at the place of a diagnostic.

using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace UkGen.CodeFixes;

public abstract class SyntaxFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Find(place, diagnostic, model, context.CancellationToken) is not { } change) continue;
            context.RegisterCodeFix(
                CodeAction.Create(change.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(change.Old, change.New))), change.Title),
                diagnostic);
        }
    }

    /// <summary>The change, or null where there is nothing that means the same.</summary>
    protected abstract Change? Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation);

    protected sealed class Change(string title, SyntaxNode old, SyntaxNode @new)
    {
        public string Title => title;
        public SyntaxNode Old => old;
        public SyntaxNode New => @new;
    }
}
