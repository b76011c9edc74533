// Reports what is wrong with a library, a contract or a part attribute, at the line of its author.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UkGen.Library;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LibraryAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Diagnostics.OfLibraries;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static c => Analyze(c, (INamedTypeSymbol)c.Symbol), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Struct or TypeKind.Interface or TypeKind.Class)) return;
        Places places = new();
        IReadOnlyList<Finding> findings = [];
        if (type.TypeKind == TypeKind.Struct)
            LibraryParser.Parse(type, places, out findings, context.CancellationToken);
        if (type.TypeKind == TypeKind.Interface) findings = KindParser.CheckContract(type, places).ToList();
        if (type.TypeKind == TypeKind.Class)
            findings = [.. KindParser.CheckPartAttribute(type, places), .. KindParser.CheckPartNames(type, places)];
        foreach (Finding finding in findings) context.ReportDiagnostic(places.ToDiagnostic(finding));
    }
}
