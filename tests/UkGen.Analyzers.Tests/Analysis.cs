// Runs the analyzers over sources as a build would, in this process, with references that are read once.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using UkGen.Composition;
using UkGen.Library;
using Xunit;

namespace UkGen.Analyzers.Tests;

internal static class Analysis
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview, preprocessorSymbols: ["TRACE", "NET10_0"]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_framework = new(() =>
        [.. Directory.EnumerateFiles(BuiltPaths.References, "*.dll").Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>The repository's libraries and platforms, by name, as they are built.</summary>
    private static readonly Lazy<ImmutableDictionary<string, MetadataReference>> s_libraries = new(() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Uk.*.dll")
            .ToImmutableDictionary(path => Path.GetFileNameWithoutExtension(path), path => (MetadataReference)MetadataReference.CreateFromFile(path)));

    /// <summary>Compilations that grow out of this one share what they know of its references.</summary>
    private static readonly Lazy<CSharpCompilation> s_snippets = new(() => Compilation("Snippet", OutputKind.DynamicallyLinkedLibrary, LibrariesFor("kvm")));

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [new UnsupportedApiAnalyzer(), new HotPathAnalyzer(), new OwnershipAnalyzer(), new LayerAnalyzer()];

    /// <summary>One file over all libraries.</summary>
    public static ImmutableArray<Diagnostic> OfSnippet(string text, string? surface = null)
    {
        CSharpCompilation compilation = s_snippets.Value.AddSyntaxTrees(Parse("Snippet.cs", text));
        if (text.Contains("// output: program", StringComparison.Ordinal)) compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        Assert.Empty(compilation.GetDiagnostics(Token).Where(d => d.Severity == DiagnosticSeverity.Error));
        return Run(compilation, surface);
    }

    /// <summary>What a snippet is compiled with, for those who compile it elsewhere.</summary>
    public static (CSharpParseOptions Parse, CSharpCompilationOptions Options, ImmutableArray<MetadataReference> References) Snippets =>
        (s_parse, s_snippets.Value.Options, [.. s_snippets.Value.References]);

    /// <summary>The sources of a folder of the repository, with what the generators add to them.</summary>
    public static ImmutableArray<Diagnostic> OfProject(string folder, string target)
    {
        string name = Path.GetFileName(folder);
        bool isApplication = folder.Contains("/apps/", StringComparison.Ordinal);
        IEnumerable<MetadataReference> libraries = isApplication ? LibrariesFor(target) : s_libraries.Value.Where(l => l.Key != name).Select(l => l.Value);
        if (name == "Uk.Port.Host") libraries = libraries.Append(MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "System.CommandLine.dll")));
        CSharpCompilation compilation = Compilation(name, isApplication ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, libraries)
            .AddSyntaxTrees(Sources(folder).Select(path => Parse(path, File.ReadAllText(path))));
        CSharpGeneratorDriver.Create([new LibraryGenerator().AsSourceGenerator(), new CompositionGenerator().AsSourceGenerator()], parseOptions: s_parse,
                optionsProvider: new Properties(target, isApplication))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _, Token);
        return Run(updated, null);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Concat(Linked(folder));

    /// <summary>Files of other folders that the project compiles as well.</summary>
    private static IEnumerable<string> Linked(string folder) =>
        XElement.Load(Path.Combine(folder, Path.GetFileName(folder) + ".csproj")).Descendants("Compile")
            .Attributes("Include").Select(include => include.Value).Where(include => include.StartsWith("../", StringComparison.Ordinal))
            .SelectMany(include => Directory.EnumerateFiles(Path.Combine(folder, Path.GetDirectoryName(include)!), Path.GetFileName(include)));

    private static IEnumerable<MetadataReference> LibrariesFor(string target) =>
        s_libraries.Value.Where(l => !l.Key.StartsWith("Uk.Platform.", StringComparison.Ordinal) || l.Key.EndsWith(target, StringComparison.OrdinalIgnoreCase))
            .Where(l => l.Key != "Uk.Port.Host").Select(l => l.Value);

    private static CSharpCompilation Compilation(string name, OutputKind kind, IEnumerable<MetadataReference> libraries) =>
        CSharpCompilation.Create(name, [], [.. s_framework.Value, .. libraries],
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, s_parse, path, System.Text.Encoding.UTF8);

    private static ImmutableArray<Diagnostic> Run(Compilation compilation, string? surface)
    {
        ImmutableArray<AdditionalText> files = surface is null ? [] : [new Text(surface)];
        ImmutableArray<Diagnostic> found = compilation
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions(files), (exception, _, _) => throw exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(Token).GetAwaiter().GetResult();
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private sealed class Text(string text) : AdditionalText
    {
        public override string Path => Surface.FileName;
        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    /// <summary>What MSBuild hands to the generators.</summary>
    private sealed class Properties(string target, bool composes) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(target, composes);
        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;
        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string target, bool composes) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.UkTarget" => target,
                "build_property.UkComposition" => composes ? "true" : "",
                _ => null,
            };
            return value is not null;
        }
    }
}
