// What editors offer to do about a diagnostic.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using UkGen.CodeFixes;
using Xunit;

namespace UkGen.Analyzers.Tests;

public sealed class CodeFixTests
{
    [Theory]
    [InlineData("double.Sin(0.5)", "Math.Sin(0.5)")]
    [InlineData("float.Pow(2, 3)", "MathF.Pow(2, 3)")]
    [InlineData("char.IsControl(text, 3)", "char.IsControl(text[3])")]
    [InlineData("char.IsLetter(text + text, 3)", "char.IsLetter((text + text)[3])")]
    public Task What_images_lack_becomes_what_means_the_same(string before, string after) =>
        AssertFix(new EquivalentApiFix(), Expression(before), Expression(after));

    [Fact]
    public Task A_statement_is_put_under_a_condition() => AssertFix(
        new OnlyOnDotNetFix(),
        "using System.IO;\nusing Uk;\n\nstatic class Case\n{\n    static void Run()\n    {\n        // Keeps it.\n        File.Delete(\"a\");\n    }\n}\n",
        "using System.IO;\nusing Uk;\n\nstatic class Case\n{\n    static void Run()\n    {\n        // Keeps it.\n        if (Running.OnDotNet)\n            File.Delete(\"a\");\n    }\n}\n");

    [Fact]
    public Task A_loop_goes_over_references() => AssertFix(
        new LoopByReferenceFix(),
        Loop("Mbuf packet"), Loop("ref Mbuf packet"));

    /// <summary>What gives a value to what follows cannot be left out, and a result of another type is none.</summary>
    [Theory]
    [InlineData("System.IO.File.ReadAllText(text)")]
    [InlineData("System.Environment.MachineName")]
    [InlineData("char.GetUnicodeCategory(text, 3)")]
    public async Task Nothing_is_offered_where_nothing_means_the_same(string expression)
    {
        Document document = Open(Expression(expression));
        foreach (CodeFixProvider provider in (CodeFixProvider[])[new EquivalentApiFix(), new OnlyOnDotNetFix()])
            Assert.Empty(await Actions(provider, document, Expression(expression)));
    }

    private static string Expression(string text) => $"using System;\n\nstatic class Case\n{{\n    static object Run(string text) => {text};\n}}\n";

    private static string Loop(string variable) =>
        $"using Uk;\n\nstatic class Case\n{{\n    [HotPath]\n    static void Run(ref Burst burst)\n    {{\n        foreach ({variable} in burst) packet.Drop(DropReason.Policy);\n    }}\n}}\n";

    private static async Task AssertFix(CodeFixProvider provider, string before, string after)
    {
        Document document = Open(before);
        CodeAction action = Assert.Single(await Actions(provider, document, before));
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        changed = await Formatter.FormatAsync(await Simplifier.ReduceAsync(changed), Formatter.Annotation);
        Assert.Equal(after, (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    private static async Task<List<CodeAction>> Actions(CodeFixProvider provider, Document document, string source)
    {
        List<CodeAction> actions = [];
        foreach (Diagnostic diagnostic in Analysis.OfSnippet(source).Where(d => provider.FixableDiagnosticIds.Contains(d.Id)))
        {
            SyntaxTree tree = (await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
            Diagnostic here = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan));
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, here, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }
        return actions;
    }

    private static Document Open(string source)
    {
        (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions parse, Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions options, ImmutableArray<MetadataReference> references) = Analysis.Snippets;
        AdhocWorkspace workspace = new();
        ProjectInfo project = ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Case", "Case", LanguageNames.CSharp,
            compilationOptions: options, parseOptions: parse, metadataReferences: references);
        return workspace.AddDocument(workspace.AddProject(project).Id, "Case.cs", Microsoft.CodeAnalysis.Text.SourceText.From(source));
    }
}
