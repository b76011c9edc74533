// Composes an application: reads its parts and choices and the manifests of the libraries that it references, resolves
// them, and emits what connects them. What is wrong is reported by CompositionAnalyzer.

using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen.Composition;

[Generator(LanguageNames.CSharp)]
public sealed class CompositionGenerator : IIncrementalGenerator
{
    public static class Steps
    {
        public const string Settings = nameof(Settings);
        public const string ReferencedLibraries = nameof(ReferencedLibraries);
        public const string OwnLibrary = nameof(OwnLibrary);
        public const string Part = nameof(Part);
        public const string Lcore = nameof(Lcore);
        public const string Assembly = nameof(Assembly);
        public const string Program = nameof(Program);
        public const string Application = nameof(Application);
        public const string Composition = nameof(Composition);
        public const string Names = nameof(Names);
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<CompositionModel> composition = Application(context)
            .Select(static (application, _) => Resolver.Resolve(application, out EquatableArray<Finding> findings))
            .WithTrackingName(Steps.Composition);
        IncrementalValueProvider<NamesModel> names = composition
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellation) => NamesParser.Parse(pair.Left, pair.Right, cancellation))
            .WithTrackingName(Steps.Names);
        context.RegisterSourceOutput(composition.Combine(names), static (output, pair) =>
        {
            foreach ((string hintName, string text) in CompositionEmitter.Emit(pair.Left, pair.Right))
                output.AddSource(hintName, text);
        });
    }

    private static IncrementalValueProvider<ApplicationModel> Application(
        IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<SettingsModel> settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ApplicationParser.Settings(options.GlobalOptions))
            .WithTrackingName(Steps.Settings);
        IncrementalValueProvider<(Compilation Compilation, SettingsModel Settings)> compilation =
            context.CompilationProvider.Combine(settings);
        IncrementalValueProvider<EquatableArray<LibraryModel>> referenced = compilation
            .Select(static (c, cancellation) =>
                c.Settings.IsOn ? ManifestReader.Read(c.Compilation, cancellation) : default)
            .WithTrackingName(Steps.ReferencedLibraries);
        IncrementalValueProvider<AssemblyModel> assembly = compilation
            .Select(static (c, cancellation) => ApplicationParser.Assembly(c.Compilation, null, cancellation))
            .WithTrackingName(Steps.Assembly);
        IncrementalValueProvider<ProgramModel> program = compilation
            .Select(static (c, cancellation) => ApplicationParser.Program(c.Compilation, cancellation))
            .WithTrackingName(Steps.Program);
        return settings
            .Combine(referenced.Combine(Collect(OwnLibraries(context), Steps.OwnLibrary)))
            .Combine(Collect(Parts(context), Steps.Part))
            .Combine(Collect(Lcores(context), Steps.Lcore))
            .Combine(assembly.Combine(program))
            .Select(static (all, _) => new ApplicationModel(
                all.Left.Left.Left.Left,
                ApplicationParser.Libraries(all.Left.Left.Left.Right.Left, all.Left.Left.Left.Right.Right),
                all.Left.Left.Right,
                all.Left.Right,
                all.Right.Left,
                all.Right.Right))
            .WithTrackingName(Steps.Application);
    }

    private static IncrementalValuesProvider<LibraryModel?> OwnLibraries(
        IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.UkLibrary,
            static (node, _) => node is StructDeclarationSyntax or RecordDeclarationSyntax,
            static (c, cancellation) => LibraryParser.Parse((INamedTypeSymbol)c.TargetSymbol, cancellation));

    /// <summary>Any attribute may make a part, so every struct with attributes is looked at.</summary>
    private static IncrementalValuesProvider<PartModel?> Parts(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is StructDeclarationSyntax { AttributeLists.Count: > 0 }
                or RecordDeclarationSyntax { AttributeLists.Count: > 0 },
            static (c, cancellation) =>
                c.SemanticModel.GetDeclaredSymbol(c.Node, cancellation) is INamedTypeSymbol type
                && PartParser.IsDeclaredBy(type, c.Node)
                    ? PartParser.Parse(type, null, cancellation)
                    : null);

    private static IncrementalValuesProvider<LcoreModel?> Lcores(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.Lcore,
            static (node, _) => node is MethodDeclarationSyntax,
            static (c, cancellation) => ApplicationParser.Lcore((IMethodSymbol)c.TargetSymbol, null, cancellation));

    private static IncrementalValueProvider<EquatableArray<T>> Collect<T>(
        IncrementalValuesProvider<T?> models, string step)
        where T : class, System.IEquatable<T> =>
        models
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(step)
            .Collect()
            .Select(static (ImmutableArray<T> all, CancellationToken _) => all.ToEquatableArray());
}
