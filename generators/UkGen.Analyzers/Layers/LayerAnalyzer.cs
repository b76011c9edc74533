// Layers point one way: a library uses its own layer and those below, and a program names nothing that only one target
// has, but to choose it. Layers are said by [assembly: Layer(…)], targets by the manifests of libraries.

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerAnalyzer : DiagnosticAnalyzer
{
    private const int AllTargets = 7;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Of("Layers");

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            LayerFacts facts = new(start.Compilation.Assembly);
            bool isProgram = start.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
            if (facts.OwnLayer is null && !isProgram) return;
            start.RegisterOperationAction(operation => Check(operation, facts, isProgram),
                OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.FieldReference,
                OperationKind.MethodReference, OperationKind.TypeOf, OperationKind.DefaultValue, OperationKind.VariableDeclarator);
        });
    }

    private static void Check(OperationAnalysisContext context, LayerFacts facts, bool isProgram)
    {
        if (context.ContainingSymbol is IAssemblySymbol || IsInAttribute(context.Operation)) return;
        foreach (ISymbol? used in ExplicitUses.Of(context.Operation))
        {
            ISymbol? symbol = used is ITypeSymbol ? used : used?.ContainingType;
            if (symbol?.ContainingAssembly is not { } assembly || SymbolEqualityComparer.Default.Equals(assembly, context.Compilation.Assembly)) continue;
            (string Name, int Rank)? above = facts.LayerOf(assembly);
            if (facts.OwnLayer is { } own && above is { } other && other.Rank > own.Rank)
                context.ReportDiagnostic(Diagnostic.Create(Rules.Upward, Places.Of(context.Operation), context.Compilation.AssemblyName, own.Name, symbol.Name, assembly.Name, other.Name));
            else if (isProgram && facts.OnlyTarget(assembly) is { } target)
                context.ReportDiagnostic(Diagnostic.Create(Rules.OneTarget, Places.Of(context.Operation), symbol.Name, assembly.Name, target, symbol.Name + "<…>"));
            else continue;
            return;
        }
    }

    private static bool IsInAttribute(IOperation operation)
    {
        for (IOperation? outer = operation; outer is not null; outer = outer.Parent)
            if (outer is IAttributeOperation) return true;
        return false;
    }

    private sealed class LayerFacts(IAssemblySymbol own)
    {
        private readonly ConcurrentDictionary<IAssemblySymbol, (string, int)?> _layers = new(SymbolEqualityComparer.Default);
        private readonly ConcurrentDictionary<IAssemblySymbol, string?> _targets = new(SymbolEqualityComparer.Default);

        public (string Name, int Rank)? OwnLayer { get; } = Read(own);

        public (string Name, int Rank)? LayerOf(IAssemblySymbol assembly) => _layers.GetOrAdd(assembly, Read);

        /// <summary>The target, where every library of the assembly is for the same one.</summary>
        public string? OnlyTarget(IAssemblySymbol assembly) => _targets.GetOrAdd(assembly, static a =>
        {
            int targets = 0;
            foreach (AttributeData manifest in a.GetAttributes())
            {
                if (manifest.AttributeClass?.Name != "LibraryManifestAttribute") continue;
                object? value = manifest.NamedArguments.FirstOrDefault(argument => argument.Key == "Targets").Value.Value;
                targets |= value is int bits ? bits : AllTargets;
            }
            return targets switch { 1 => "the .NET process", 2 => "kvm", 4 => "linux", _ => null };
        });

        private static (string, int)? Read(IAssemblySymbol assembly)
        {
            AttributeData? attribute = assembly.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == "Uk.LayerAttribute");
            if (attribute?.ConstructorArguments.FirstOrDefault() is not { Value: int rank, Type: INamedTypeSymbol type }) return null;
            string name = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.ConstantValue is int value && value == rank)?.Name ?? rank.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return (name, rank);
        }
    }
}
