// Reports packets that are used after they were given away, freed twice, or never given back: where that is so on every
// path to the place, or for what is never given back, on one whole path. What is not certain is not reported.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnershipAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Of("Ownership");

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (OwnershipApi.Of(start.Compilation) is not { } api) return;
            start.RegisterOperationBlockAction(block => Analyze(block, api));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, OwnershipApi api)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block is not IBlockOperation || !Tracked.IsAny(api, block)) continue;
            OwnershipReports reports = new(context.ReportDiagnostic);
            new OwnershipFlow(api, new Tracked(api, block), context.GetControlFlowGraph(block), reports).Run();
        }
    }
}

/// <summary>Each finding once: loops bring the same one again.</summary>
internal sealed class OwnershipReports(Action<Diagnostic> report)
{
    private readonly HashSet<(string, SyntaxNode)> _reported = [];

    public void UsedAfter(SyntaxNode place, string what, Value gone) =>
        Report(Rules.UsedAfter, place, what, gone.Verb, Line(gone.Where));

    public void FreedTwice(SyntaxNode place, string what, Value gone, string instead) =>
        Report(Rules.FreedTwice, place, what, gone.Verb, Line(gone.Where), instead);

    public void Leak(ISymbol variable, SyntaxNode from, SyntaxNode? path) =>
        Report(Rules.Leaks, from, $"{variable.Name} gets a packet here",
            "Free it, send it, or put it into a burst that is sent",
            path is null ? "one path" : $"the path to line {Places.LineOf(path)}");

    private static int Line(SyntaxNode? where) => where is null ? 0 : Places.LineOf(where);

    private void Report(DiagnosticDescriptor rule, SyntaxNode place, params object[] arguments)
    {
        if (_reported.Add((rule.Id, place))) report(Diagnostic.Create(rule, place.GetLocation(), arguments));
    }
}
