// Holds [HotPath] to its promise, through everything that a hot path calls in this compilation. Calls of other assemblies
// are trusted where they are marked, and judged by KnownCode where they are .NET's.

using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HotPathAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Of("HotPath");

    public override void Initialize(AnalysisContext context)
    {
        // What generators write is followed, because it is what parts call; nothing is reported there.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // What only .NET runs need not keep the promises of images.
            if (HotSymbols.Of(start.Compilation) is not { } symbols || Platforms.IsNotForImages(start.Compilation.Assembly)) return;
            ConcurrentDictionary<IMethodSymbol, ImmutableArray<IOperation>> bodies = new(SymbolEqualityComparer.Default);
            start.RegisterOperationBlockAction(block =>
            {
                if (block.OwningSymbol is IMethodSymbol method) bodies[method.OriginalDefinition] = block.OperationBlocks;
            });
            start.RegisterCompilationEndAction(end => new HotWalk(symbols, bodies, end).Run());
        });
    }
}

/// <summary>All hot code of a compilation, each method once, beginning at what is marked.</summary>
internal sealed class HotWalk(
    HotSymbols symbols, ConcurrentDictionary<IMethodSymbol, ImmutableArray<IOperation>> bodies, CompilationAnalysisContext context)
{
    private readonly Dictionary<IMethodSymbol, IMethodSymbol> _roots = new(SymbolEqualityComparer.Default);
    private readonly Queue<IMethodSymbol> _open = new();
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _localFunctions = new(SymbolEqualityComparer.Default);

    public HotSymbols Symbols => symbols;

    public void Run()
    {
        foreach (IMethodSymbol method in bodies.Keys.Where(symbols.IsHot)
            .OrderBy(m => m.GetDocumentationCommentId(), System.StringComparer.Ordinal)) Enter(method, method);
        while (_open.Count != 0)
        {
            IMethodSymbol method = _open.Dequeue();
            HotBody body = new(this, method, _roots[method], context);
            if (_localFunctions.TryGetValue(method, out ILocalFunctionOperation? function)) body.Check([function]);
            else if (bodies.TryGetValue(method, out ImmutableArray<IOperation> blocks)) body.Check(blocks);
        }
    }

    /// <summary>The code of the method is here, and is or will be checked.</summary>
    public bool TryEnter(IMethodSymbol method, IMethodSymbol root)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly)) return false;
        // Without a body: an automatic property, an extern method, a constructor that is not written.
        if (_localFunctions.ContainsKey(method) || bodies.ContainsKey(method)) Enter(method, root);
        return true;
    }

    public void Add(ILocalFunctionOperation function) => _localFunctions[function.Symbol.OriginalDefinition] = function;

    private void Enter(IMethodSymbol method, IMethodSymbol root)
    {
        if (_roots.ContainsKey(method)) return;
        _roots.Add(method, root);
        _open.Enqueue(method);
    }
}
