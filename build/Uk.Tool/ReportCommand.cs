// `uk report`: called by the build when an image is linked. Says what is in it, how large and why, and whether it keeps
// within its budget.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Uk.Tool.Describe;
using Uk.Tool.Features;
using Uk.Tool.Report;
using Uk.Tool.Report.Html;

namespace Uk.Tool;

internal sealed class ReportCommand
{
    private const string Origin = "uk report";
    /// <summary>The status that the command ends with; the build makes errors of them.</summary>
    private const int NoSize = 2, OverBudget = 3;

    private readonly Option<FileInfo> _image = new("--image") { Required = true, Description = "The stripped image." };
    private readonly Option<FileInfo> _symbols = new("--dbg") { Required = true, Description = "The image with its symbols." };
    private readonly Option<FileInfo?> _map = new("--map") { Description = "The map that ld wrote: what each object file brought." };
    private readonly Option<FileInfo?> _statistics = new("--statistics") { Description = "What the compiler says that is in it (--mstat): the namespaces of its symbols." };
    private readonly Option<string> _name = new("--name") { Required = true, Description = "The application's name." };
    private readonly Option<string> _target = new("--target") { Required = true, Description = "What the image is for: kvm or linux." };
    private readonly Option<FileInfo> _output = new("--out") { Required = true, Description = "X.report.json; X.report.txt and X.report.html are written beside it." };
    private readonly Option<string> _kind = new("--kind") { DefaultValueFactory = _ => "html", Description = "none: nothing but the budget; json: without X.report.html; html: all." };
    private readonly Option<FileInfo[]> _assemblies = new("--assembly") { AllowMultipleArgumentsPerToken = true, Description = "The application's assembly, then those that it uses." };
    private readonly Option<string[]> _libraries = new("--library") { AllowMultipleArgumentsPerToken = true, Description = "Names or files of the assemblies that were compiled, to tell whose each symbol is." };
    private readonly Option<string[]> _features = new("--feature") { AllowMultipleArgumentsPerToken = true, Description = "What the build has settled about the image: exceptions=true, heap=bump." };
    private readonly Option<FileInfo?> _sizes = new("--sizes") { Description = "Where sizes are kept for the next build, to say what has grown." };
    private readonly Option<string?> _budget = new("--budget") { Description = "The greatest size of the image: bytes, with KB, KiB, MB or MiB behind them or not." };
    private readonly Option<bool> _boot = new("--count-boot") { Description = "Boot the image in QEMU, and count the instructions to Main." };
    private readonly Option<FileInfo?> _summary = new("--summary") { Description = "Where to write the line that the build prints." };

    public static Command Create() => new ReportCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("report", "Writes what is in an image, how large it is and why.")
        {
            _image, _symbols, _map, _statistics, _name, _target, _output, _kind, _assemblies, _libraries, _features, _sizes, _budget, _boot, _summary,
        };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(parse)));
        return command;
    }

    private int Run(ParseResult parse)
    {
        FileInfo image = parse.GetRequiredValue(_image);
        if (!image.Exists) throw new FileNotFoundException($"there is no image at {image.FullName}");
        long budget = 0;
        string? limit = parse.GetValue(_budget);
        if (!string.IsNullOrWhiteSpace(limit) && !SizeBudget.TryParse(limit, out budget))
        {
            return NoSize;
        }
        (ImageReport report, ImmutableArray<SymbolSize> symbols) = Compute(parse, image);
        FileInfo? sizes = parse.GetValue(_sizes);
        var snapshot = new SizeSnapshot(image.Length, symbols);
        SizeGrowth? growth = sizes is not null && SizeSnapshot.Read(sizes.FullName) is { } before ? snapshot.Since(before) : null;
        Write(parse, report with { Growth = growth }, symbols);
        if (budget != 0 && image.Length > budget)
        {
            foreach (string line in SizeBudget.Explain(report, growth)) Console.WriteLine(line);
            if (parse.GetValue(_summary) is { } summary) File.WriteAllText(summary.FullName, SizeBudget.Verdict(report, budget) + "\n");
            return OverBudget;
        }
        // An image that is too large is not what later ones are compared with.
        if (sizes is not null) snapshot.Write(sizes.FullName);
        return 0;
    }

    private (ImageReport, ImmutableArray<SymbolSize>) Compute(ParseResult parse, FileInfo image)
    {
        string path = parse.GetRequiredValue(_symbols).FullName, target = parse.GetRequiredValue(_target);
        LinkerMap linked = parse.GetValue(_map) is { } file ? LinkerMap.Read(file.FullName) : LinkerMap.Empty;
        SymbolOwners owners = parse.GetValue(_statistics) is { Exists: true } statistics ? SymbolOwners.Read(statistics.FullName) : SymbolOwners.Empty;
        ImmutableArray<string> names = [.. (parse.GetValue(_libraries) ?? []).Append(parse.GetRequiredValue(_name)).Select(SimpleName)];
        GuestSymbols symbols = GuestSymbols.Load(path);
        ImmutableArray<SectionSize> sections = ImageReader.ReadSections(path);
        ImmutableArray<SymbolSize> sizes = new ImageReader(names, linked, owners).ReadSymbols(symbols, sections);
        FileInfo[] assemblies = parse.GetValue(_assemblies) ?? [];
        SettledFeatures features = SettledFeatures.Parse(parse.GetValue(_features) ?? []);
        Composition declared = assemblies.Length == 0 ? Composition.Nothing : Composition.Read(assemblies[0].FullName);
        var report = new ImageReport(parse.GetRequiredValue(_name), target, symbols.BuildId(), image.Length,
            sections.IsEmpty ? 0 : sections.Max(section => section.Address + section.Bytes),
            declared.MemoryBytes, declared.Ports, declared.Regions, sections, ImageReader.ByLibrary(sizes), linked.ByObject(), ImageReader.LargestOf(sizes))
        {
            TextBytes = Sum(sections, section => section.IsCode),
            DataBytes = Sum(sections, section => !section.IsCode && section.InImage),
            BssBytes = Sum(sections, section => !section.InImage),
            Features = ImageFeatures.Describe(features),
            Lcores = features.Has(LcoresFeature.FeatureName) ? int.Parse(features[LcoresFeature.FeatureName], CultureInfo.InvariantCulture) : 1,
            Boot = BootTimeline.Of(target, null, []),
        };
        if (assemblies.Length != 0) report = WithReasons(report, assemblies);
        if (parse.GetValue(_boot)) report = report with { Boot = BootTimeline.Of(target, report.Composition, BootTimeline.Count(image.FullName, symbols, report.MemoryBytes, report.Lcores)) };
        return (report, sizes);
    }

    private static ImageReport WithReasons(ImageReport report, FileInfo[] files)
    {
        using var assemblies = new AssemblySet([.. files.Select(file => file.FullName)]);
        ProgramDescription? program = DescriptionReader.Read(assemblies);
        Dictionary<string, ImmutableArray<string>> paths = RequirementPaths.Find(assemblies, program);
        return report with
        {
            Composition = program,
            Libraries = [.. report.Libraries.Select(library => library with { Why = RequirementPaths.Of(library.Name, paths) })],
            LeftOut = LeftOutReader.Read(assemblies, program, report.Libraries.Select(library => library.Name).ToHashSet(StringComparer.Ordinal), report.Features),
            Boot = BootTimeline.Of(report.Target, program, []),
        };
    }

    private void Write(ParseResult parse, ImageReport report, ImmutableArray<SymbolSize> symbols)
    {
        string json = parse.GetRequiredValue(_output).FullName, kind = parse.GetRequiredValue(_kind);
        string html = Path.ChangeExtension(json, ".html"), text = Path.ChangeExtension(json, ".txt");
        if (parse.GetValue(_summary) is { } summary) File.WriteAllText(summary.FullName, ReportText.Summary(report) + "\n");
        // What an earlier build left would speak of another image.
        foreach (string stale in (string[])[.. kind == "none" ? new[] { json, text } : [], .. kind == "html" ? [] : new[] { html }]) File.Delete(stale);
        if (kind == "none") return;
        File.WriteAllText(json, report.ToJson());
        File.WriteAllText(text, ReportText.Write(report));
        if (kind == "html") File.WriteAllText(html, HtmlReport.Write(report, symbols));
    }

    private static ulong Sum(ImmutableArray<SectionSize> sections, Func<SectionSize, bool> counts) =>
        sections.Where(counts).Aggregate(0UL, (sum, section) => sum + section.Bytes);

    private static string SimpleName(string library) =>
        library.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || library.Contains('/') ? Path.GetFileNameWithoutExtension(library) : library;
}
