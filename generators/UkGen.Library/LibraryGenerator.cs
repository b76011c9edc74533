// Condenses the libraries of a project into the manifest that compositions read. What is wrong with a library is
// reported by LibraryAnalyzer; here such a library is left out.

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen.Library;

[Generator(LanguageNames.CSharp)]
public sealed class LibraryGenerator : IIncrementalGenerator
{
    public static class Steps
    {
        public const string Library = nameof(Library);
        public const string Libraries = nameof(Libraries);
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<LibraryModel>> libraries = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.UkLibrary,
                static (node, _) => node is StructDeclarationSyntax or RecordDeclarationSyntax,
                static (c, cancellation) => LibraryParser.Parse((INamedTypeSymbol)c.TargetSymbol, cancellation))
            .Where(static library => library is not null)
            .Select(static (library, _) => library!)
            .WithTrackingName(Steps.Library)
            .Collect()
            .Select(static (ImmutableArray<LibraryModel> all, System.Threading.CancellationToken _) =>
                all.ToEquatableArray())
            .WithTrackingName(Steps.Libraries);

        context.RegisterSourceOutput(libraries, static (output, all) =>
        {
            if (all.Count > 0) output.AddSource(ManifestWriter.HintName, ManifestWriter.Write(all));
        });
    }
}
