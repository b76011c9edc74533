// Finds queues of ports that two lcores use: each has state that one lcore alone may touch. It follows the calls of each loop
// through the methods of the application, and looks at queues whose number is a constant; what a program computes it cannot
// know, and what libraries do with ports they do for their caller.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen.Composition;

internal sealed class QueueUse
{
    private static readonly string[] s_calls = ["RxBurst", "TryRxBurst", "TxBurst", "TryTxBurst", "TxBuffer"];

    private readonly Compilation _compilation;
    private readonly Dictionary<string, PartModel> _ports;
    private readonly Places _places;
    // By port and queue: the first lcore that uses it.
    private readonly Dictionary<(string Port, int Queue), LcoreModel> _owners = [];
    private readonly List<Finding> _findings = [];

    private QueueUse(Compilation compilation, IEnumerable<PartModel> parts, Places places)
    {
        _compilation = compilation;
        _places = places;
        _ports = parts.Where(p => p.Contract.FullName == KnownTypes.IEthPort)
            .GroupBy(p => p.FullName, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public static List<Finding> Find(
        Compilation compilation,
        IEnumerable<PartModel> parts,
        IEnumerable<(LcoreModel Lcore, IMethodSymbol Method)> loops,
        Places places,
        CancellationToken cancellation)
    {
        QueueUse use = new(compilation, parts, places);
        List<(LcoreModel Lcore, IMethodSymbol Method)> sorted =
            loops.Where(l => l.Lcore.Findings.Count == 0).OrderBy(l => l.Lcore.Id).ToList();
        if (use._ports.Count == 0 || sorted.Select(l => l.Lcore.Id).Distinct().Count() < 2) return [];
        foreach ((LcoreModel lcore, IMethodSymbol method) in sorted) use.Follow(lcore, method, cancellation);
        return use._findings;
    }

    private void Follow(LcoreModel lcore, IMethodSymbol loop, CancellationToken cancellation)
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default) { loop };
        Queue<IMethodSymbol> open = new([loop]);
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (SyntaxReference reference in open.Dequeue().DeclaringSyntaxReferences)
            {
                if (GeneratedTrees.Contains(reference.SyntaxTree)) continue;
                SyntaxNode body = reference.GetSyntax(cancellation);
                SemanticModel model = _compilation.GetSemanticModel(reference.SyntaxTree);
                foreach (InvocationExpressionSyntax call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
                {
                    if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called) continue;
                    called = called.OriginalDefinition;
                    if (!TryUse(lcore, call, called, model) && seen.Add(called)) open.Enqueue(called);
                }
            }
        }
    }

    /// <summary>The call is one of a port. Its queue is the lcore's now, or somebody else's already.</summary>
    private bool TryUse(LcoreModel lcore, InvocationExpressionSyntax call, IMethodSymbol called, SemanticModel model)
    {
        if (!s_calls.Contains(called.Name) || !_ports.TryGetValue(TypeText.FullName(called.ContainingType), out PartModel? port)) return false;
        if (QueueOf(call, called, model) is not { } queue) return true;
        if (!_owners.TryGetValue((port.FullName, queue), out LcoreModel? owner))
        {
            _owners.Add((port.FullName, queue), lcore);
            return true;
        }
        if (owner.Id == lcore.Id) return true;
        string place = "queue/" + port.FullName + "/" + ConstantParser.IntegerCode(queue) + "/" + ConstantParser.IntegerCode(lcore.Id);
        if (_findings.Any(f => f.Place == place)) return true;
        _places.Add(place, call.GetLocation());
        _findings.Add(Finding.Of(Diagnostics.QueueShared, place, port.Label, ConstantParser.IntegerCode(queue),
            owner.Label, ConstantParser.IntegerCode(owner.Id), lcore.Label, ConstantParser.IntegerCode(lcore.Id)));
        return true;
    }

    private static int? QueueOf(InvocationExpressionSyntax call, IMethodSymbol called, SemanticModel model)
    {
        IParameterSymbol? parameter = called.Parameters.FirstOrDefault(p => p.Name == "queue");
        if (parameter is null) return null;
        ArgumentSyntax? argument = call.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "queue")
            ?? call.ArgumentList.Arguments.Where((a, i) => a.NameColon is null && i == parameter.Ordinal).FirstOrDefault();
        if (argument is null) return parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue as int? : null;
        return model.GetConstantValue(argument.Expression).Value as int?;
    }
}
