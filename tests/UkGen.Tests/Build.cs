// Compiles sources as an application or library would be compiled, with the generators and analyzers attached.

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UkGen.Composition;
using UkGen.Library;
using Xunit;

namespace UkGen.Tests;

internal sealed record Build
{
    private static readonly ConcurrentDictionary<string, MetadataReference> s_fakes = new();

    /// <summary>File name and text.</summary>
    public ImmutableArray<(string Name, string Text)> Sources { get; init; } = [];
    public string Target { get; init; } = "kvm";
    public bool Composes { get; init; } = true;
    public bool AllowsUnsafe { get; init; } = true;
    public OutputKind Output { get; init; } = OutputKind.ConsoleApplication;
    /// <summary>
    /// Assemblies made from files of the folder Fakes, over the real contracts. The real libraries are not there: they
    /// may change without changing how the generators work.
    /// </summary>
    public ImmutableArray<string> Fakes { get; init; } = ["Platforms", "Memory", "Net"];
    /// <summary>The real libraries in place of the fakes.</summary>
    public bool UsesRealLibraries { get; init; }

    public static Build Of(string source) => new() { Sources = [("App.cs", source)] };

    public CSharpCompilation Compilation => CSharpCompilation.Create(
        "App",
        Sources.Select(s => Parse(s.Text, s.Name)),
        UsesRealLibraries ? [.. Framework, .. RealLibraries()] : [.. Framework, Contracts.Value, .. Fakes.Select(Fake)],
        Options(Output, AllowsUnsafe));

    /// <summary>
    /// All libraries and the platform of the target, as an application in this repository references them.
    /// </summary>
    private IEnumerable<MetadataReference> RealLibraries() =>
        from path in Platform
        let name = Path.GetFileNameWithoutExtension(path)
        where name.StartsWith("Uk.", StringComparison.Ordinal) && name != KnownTypes.Annotations
        where Target.Length == 0 ? name is not ("Uk.Platform.Kvm" or "Uk.Platform.Linux")
            : name is not ("Uk.Platform.Host" or "Uk.Port.Host")
                && (!name.StartsWith("Uk.Platform.", StringComparison.Ordinal)
                    || name.EndsWith("." + Target, StringComparison.OrdinalIgnoreCase))
        select MetadataReference.CreateFromFile(path);

    /// <summary>All warnings but those that ask for comments on everything that is public.</summary>
    private static CSharpCompilationOptions Options(OutputKind output, bool allowsUnsafe) => new(
        output,
        allowUnsafe: allowsUnsafe,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        specificDiagnosticOptions:
            [new("CS1591", ReportDiagnostic.Suppress), new("CS1573", ReportDiagnostic.Suppress)]);

    public static SyntaxTree Parse(string text, string name) =>
        CSharpSyntaxTree.ParseText(text, ParseOptions, path: name, encoding: System.Text.Encoding.UTF8);

    public GeneratorDriver Driver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new LibraryGenerator().AsSourceGenerator(), new CompositionGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        optionsProvider: new Properties(Target, Composes),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    public AnalyzerOptions AnalyzerOptions => new([], new Properties(Target, Composes));

    public BuildResult Run() => Run(Compilation);

    public BuildResult Run(CSharpCompilation compilation)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        GeneratorDriver driver =
            Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _, cancellation);
        GeneratorDriverRunResult result = driver.GetRunResult();
        foreach (GeneratorRunResult run in result.Results) Assert.Null(run.Exception);
        ImmutableArray<Diagnostic> diagnostics = updated
            .WithAnalyzers([new LibraryAnalyzer(), new CompositionAnalyzer()], AnalyzerOptions)
            .GetAllDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
        return new BuildResult(
            updated,
            [.. result.Results.SelectMany(r => r.GeneratedSources)],
            [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)]);
    }

    private static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static ImmutableArray<string> Platform { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)];

    /// <summary>.NET and the attributes.</summary>
    private static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. Platform.Where(p => Path.GetFileName(p) is { } name && (name == KnownTypes.Annotations + ".dll"
                || name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>
    /// The contracts of the repository's libraries, compiled from their sources without the libraries.
    /// </summary>
    private static Lazy<MetadataReference> Contracts { get; } = new(() =>
    {
        string[] files =
        [
            "Uk.Platform/PlatformContracts.cs",
            "Uk.Platform/LcoreContracts.cs",
            "Uk.Mbuf/Burst.cs",
            "Uk.Mbuf/DropReason.cs",
            "Uk.Mbuf/Mbuf.cs",
            "Uk.Mbuf/Mbuf.Offloads.cs",
            "Uk.Mbuf/Mbuf.Segments.cs",
            "Uk.Mbuf/MbufKind.cs",
            "Uk.Mbuf/MbufOffloads.cs",
            "Uk.Memory/MemoryRegion.cs",
            "Uk.Mempool/IMempool.cs",
            "Uk.EthDev/EthDevContracts.cs",
            "Uk.EthDev/EthDriver.cs",
            "Uk.EthDev/ChosenDriver.cs",
            "Uk.EthDev/EthFeatures.cs",
            "Uk.EthDev/EthStatistic.cs",
            "Uk.EthDev/MacAddress.cs",
            "Uk.EthDev/PortStatistics.cs",
            "Uk.Sched/IScheduler.cs",
        ];
        return Compile("Contracts", files.Select(f => Path.Combine(Repository.Root, "libs", f)), Framework);
    });

    private static MetadataReference Fake(string name) => s_fakes.GetOrAdd(name, static n => Compile(
        "Fakes." + n, [Path.Combine(Repository.TestFolder, "Fakes", n + ".cs")], [.. Framework, Contracts.Value]));

    /// <summary>A library as its own build would make it, with its manifest.</summary>
    private static MetadataReference Compile(
        string name, IEnumerable<string> files, ImmutableArray<MetadataReference> references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            files.Select(f => Parse(File.ReadAllText(f), Path.GetFileName(f))),
            references,
            Options(OutputKind.DynamicallyLinkedLibrary, allowsUnsafe: true));
        CSharpGeneratorDriver.Create([new LibraryGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        using MemoryStream image = new();
        Assert.Empty(updated.Emit(image).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>What MSBuild hands to the compiler.</summary>
    private sealed class Properties(string target, bool composes) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(target, composes);
        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;
        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string target, bool composes) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
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

/// <summary>What a compilation with the generators gave.</summary>
/// <param name="Diagnostics">Warnings and errors of the compiler and of the analyzers.</param>
internal sealed record BuildResult(
    Compilation Compilation,
    ImmutableArray<GeneratedSourceResult> Generated,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public string this[string hintName] => Generated.Single(g => g.HintName == hintName).SourceText.ToString();

    /// <summary>All files that were written, for a snapshot.</summary>
    public string Text => string.Join("\n", Generated
        .OrderBy(g => g.HintName, StringComparer.Ordinal)
        .Select(g => $"//// {g.HintName}\n{g.SourceText}"));

    public BuildResult WithoutDiagnostics()
    {
        Assert.True(Diagnostics.IsEmpty, string.Join("\n", Diagnostics));
        return this;
    }
}
