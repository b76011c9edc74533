// Reports what is wrong with a composition, at the user's own lines. It runs the parsers and the resolver that the
// generator runs, once per compilation, and hands each file the findings that belong to it, so that an editor shows
// them while the file is being typed.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UkGen.Composition;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompositionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Diagnostics.OfCompositions;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            SettingsModel settings =
                ApplicationParser.Settings(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            if (!settings.IsOn) return;
            Compilation compilation = start.Compilation;
            // Not cancelled with the file that happens to ask first: the others need the answer as well.
            Lazy<ImmutableArray<Diagnostic>> all = new(() => Analyze(compilation, settings, CancellationToken.None));
            start.RegisterSemanticModelAction(file =>
            {
                foreach (Diagnostic diagnostic in all.Value.Where(d =>
                    d.Location.SourceTree == file.SemanticModel.SyntaxTree))
                    file.ReportDiagnostic(diagnostic);
            });
            start.RegisterCompilationEndAction(end =>
            {
                foreach (Diagnostic diagnostic in all.Value.Where(d => d.Location.SourceTree is null))
                    end.ReportDiagnostic(diagnostic);
            });
        });
    }

    private static ImmutableArray<Diagnostic> Analyze(
        Compilation compilation, SettingsModel settings, CancellationToken cancellation)
    {
        Places places = new();
        List<Finding> manifests = [];
        EquatableArray<LibraryModel> referenced = ManifestReader.Read(compilation, manifests, cancellation);
        List<LibraryModel> own = [];
        List<PartModel> parts = [];
        List<LcoreModel> lcores = [];
        List<(LcoreModel, IMethodSymbol)> loops = [];
        foreach (INamedTypeSymbol type in Types(compilation.Assembly.GlobalNamespace))
        {
            if (LibraryParser.Parse(type, cancellation) is { } library) own.Add(library);
            if (PartParser.Parse(type, places, cancellation) is { } part) parts.Add(part);
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (ApplicationParser.Lcore(method, places, cancellation) is not { } lcore) continue;
                lcores.Add(lcore);
                loops.Add((lcore, method));
            }
        }
        ApplicationModel application = new(
            settings,
            ApplicationParser.Libraries(referenced, own.ToEquatableArray()),
            parts.ToEquatableArray(),
            lcores.ToEquatableArray(),
            ApplicationParser.Assembly(compilation, places, cancellation),
            ApplicationParser.Program(compilation, cancellation));
        Resolver.Resolve(application, out EquatableArray<Finding> findings);
        List<Finding> queues = QueueUse.Find(compilation, parts, loops, places, cancellation);
        return [.. manifests.Concat(findings).Concat(queues).Select(places.ToDiagnostic)];
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type) yield return type;
            foreach (INamedTypeSymbol inner in Types(member)) yield return inner;
        }
    }
}
