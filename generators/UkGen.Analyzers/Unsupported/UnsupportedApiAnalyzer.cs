// Reports every use of a type or member of .NET that images lack, at the user's line: what is written, what is declared,
// and what the compiler calls behind constructs of the language. What only .NET processes run is left alone.

using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedApiAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Of("Images");

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Platforms.IsNotForImages(start.Compilation.Assembly)) return;
            SurfaceOfCompilation surface = new(Surface.Of(start.Options.AdditionalFiles, start.CancellationToken));
            start.RegisterOperationBlockAction(block => new BlockUses(block, surface).Report());
            start.RegisterSymbolAction(symbol => new DeclaredUses(symbol, surface).Report(),
                SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event);
        });
    }
}

/// <summary>The uses in the blocks of one member.</summary>
internal sealed class BlockUses(OperationBlockAnalysisContext context, SurfaceOfCompilation surface)
{
    private bool? _isForImages;

    public void Report()
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            // What attributes say is not compiled into an image.
            if (block is IAttributeOperation) continue;
            if (context.OwningSymbol is IMethodSymbol method && block is IBlockOperation) ReportLowered(block, block, Lowering.Of(method, block));
            foreach (IOperation operation in block.DescendantsAndSelf()) ReportUses(block, operation);
        }
    }

    private void ReportUses(IOperation block, IOperation operation)
    {
        if (operation is INameOfOperation || IsNamedOnly(operation)) return;
        foreach (ISymbol? symbol in ExplicitUses.Of(operation))
        {
            if (surface.MissingOf(symbol) is not { } missing || IsReportedElsewhere(operation, missing)) continue;
            Report(block, operation, missing, symbol!);
            return;
        }
        foreach ((string construct, ISymbol symbol) in Lowering.Bound(operation))
        {
            if (surface.MissingOf(symbol) is not { } missing || missing is ITypeSymbol && IsReportedElsewhere(operation, missing)) continue;
            Reason reason = Reasons(missing);
            Report(block, operation, Diagnostic.Create(Rules.MissingBehind, Place(operation), construct, Text(missing), reason.Why, reason.Instead));
            return;
        }
        ReportLowered(block, operation, Lowering.Of(operation));
        if (operation is IConversionOperation { IsTryCast: false, Operand.Type: { } from, Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } to }
            && surface.LacksInterface(from, to))
            Report(block, operation, Diagnostic.Create(Rules.MissingInterface, operation.Syntax.GetLocation(), Text(from), Text(to)));
    }

    private static bool IsNamedOnly(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is INameOfOperation) return true;
            else if (outer is IExpressionStatementOperation or IBlockOperation) return false;
        return false;
    }

    /// <summary>
    /// A value of a type that images lack comes from somewhere, and that place is reported: its declaration, its
    /// creation, the call that gave it.
    /// </summary>
    private bool IsReportedElsewhere(IOperation operation, ISymbol missing)
    {
        if (operation is IConversionOperation special && ExplicitUses.IsExpression(special)) return false;
        if (operation is IConversionOperation boxing && ExplicitUses.IsBoxedEnum(boxing))
            return ExplicitUses.Of(boxing.Operand).Any(given => surface.MissingOf(given) is not null);
        if (operation.IsImplicit && operation is not (IInvocationOperation or IObjectCreationOperation)) return true;
        if (missing is not ITypeSymbol) return false;
        if (operation is IConversionOperation or IDefaultValueOperation && operation.Parent is not null
            && operation.DescendantsAndSelf().Skip(1).Any(inner => ExplicitUses.Of(inner).Any(s => surface.MissingOf(s) is not null))) return true;
        IOperation? receiver = ExplicitUses.Receiver(operation);
        while (receiver is IConversionOperation or IParenthesizedOperation or IConditionalAccessInstanceOperation)
        {
            if (receiver is IConditionalAccessInstanceOperation) return true;
            receiver = receiver is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)receiver).Operand;
        }
        return receiver switch
        {
            null => false,
            ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IAwaitOperation => true,
            IFieldReferenceOperation field => field.Field.Locations.Any(l => l.IsInSource) || surface.MissingOf(field.Field) is not null,
            IPropertyReferenceOperation property => property.Property.Locations.Any(l => l.IsInSource) || surface.MissingOf(property.Property) is not null,
            IInvocationOperation call => call.TargetMethod.Locations.Any(l => l.IsInSource) || surface.MissingOf(call.TargetMethod) is not null,
            IObjectCreationOperation => true,
            _ => false,
        };
    }

    private void ReportLowered(IOperation block, IOperation operation, Lowered? lowered)
    {
        if (lowered is not { } becomes) return;
        string? missing = becomes.Ids.FirstOrDefault(id => !surface.Has(id));
        if (missing is null) return;
        Reason reason = Reason.Of(missing);
        Location place = operation == block && context.OwningSymbol.Locations.FirstOrDefault() is { } name ? name : Place(operation);
        Report(block, operation, Diagnostic.Create(Rules.MissingBehind, place, becomes.Construct, missing.Substring(2), reason.Why, reason.Instead));
    }

    /// <param name="missing">The member, or its whole type.</param>
    /// <param name="used">What the source names.</param>
    private void Report(IOperation block, IOperation operation, ISymbol missing, ISymbol used)
    {
        Reason reason = Reasons(missing);
        bool isOfMissingType = missing is ITypeSymbol && SymbolEqualityComparer.Default.Equals(used.ContainingType?.OriginalDefinition, missing);
        Report(block, operation, Diagnostic.Create(Rules.Missing, Place(operation),
            ImmutableDictionary<string, string?>.Empty.Add("Id", missing.OriginalDefinition.GetDocumentationCommentId()),
            Text(isOfMissingType && used is not IMethodSymbol { MethodKind: MethodKind.Constructor } ? used : missing), reason.Why, reason.Instead));
    }

    private void Report(IOperation block, IOperation operation, Diagnostic diagnostic)
    {
        _isForImages ??= !Platforms.IsNotForImages(context.OwningSymbol);
        if (_isForImages == false || IsLeftOut(operation)) return;
        if (operation != block && HasGraph(block) && Reachable.IsOnlyOutsideImages(context.GetControlFlowGraph(block), operation)) return;
        context.ReportDiagnostic(diagnostic);
    }

    /// <summary>An argument of Debug.Assert and its like: where DEBUG is not defined, the compiler leaves the call out.</summary>
    private static bool IsLeftOut(IOperation operation)
    {
        for (IOperation? outer = operation; outer is not null; outer = outer.Parent)
        {
            if (outer is not IInvocationOperation { TargetMethod: { } target }) continue;
            string[] symbols = [.. target.GetAttributes().Where(a => a.AttributeClass?.Name == "ConditionalAttribute")
                .Select(a => a.ConstructorArguments.FirstOrDefault().Value as string ?? "")];
            if (symbols.Length != 0 && !symbols.Intersect(outer.Syntax.SyntaxTree.Options.PreprocessorSymbolNames).Any()) return true;
        }
        return false;
    }

    private static bool HasGraph(IOperation block) =>
        block is IBlockOperation { Parent: null or IMethodBodyOperation or IConstructorBodyOperation }
            or IFieldInitializerOperation or IPropertyInitializerOperation;

    internal static Reason Reasons(ISymbol missing) => Reason.Of(missing.OriginalDefinition.GetDocumentationCommentId() ?? "T:");

    internal static string Text(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } made } constructor
            ? $"new {made.Name}({string.Join(", ", constructor.Parameters.Select(p => p.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)))})"
        : symbol is ITypeSymbol ? symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) : symbol.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The name that is called, rather than the whole call with its arguments.</summary>
    private static Location Place(IOperation operation) => Places.Of(operation);
}
