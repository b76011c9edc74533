// `uk report`: called by the build when an image is linked.

using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Uk.Tool.Report;

namespace Uk.Tool;

internal static class ReportCommand
{
    public static Command Create()
    {
        var image = new Option<FileInfo>("--image") { Required = true, Description = "The stripped image." };
        var symbols = new Option<FileInfo>("--dbg") { Required = true, Description = "The image with its symbols." };
        var map = new Option<FileInfo?>("--map") { Description = "The map that ld wrote: what each object file brought." };
        var name = new Option<string>("--name") { Required = true, Description = "The application's name." };
        var target = new Option<string>("--target") { Required = true, Description = "What the image is for: kvm or linux." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "X.report.json; X.report.txt is written beside it." };
        var application = new Option<FileInfo?>("--assembly") { Description = "The application's assembly: its ports, regions and memory." };
        var libraries = new Option<string[]>("--library")
        {
            Description = "Names or files of the assemblies that were compiled, to tell whose each symbol is.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("report", "Writes what is in an image and how large it is.") { image, symbols, map, name, target, output, application, libraries };
        command.SetAction(parse => Failure.Guard("uk report", () =>
        {
            FileInfo? assembly = parse.GetValue(application);
            Composition composition = assembly is null ? Composition.Nothing : Composition.Read(assembly.FullName);
            ImmutableArray<string> names = [.. (parse.GetValue(libraries) ?? []).Append(parse.GetRequiredValue(name)).Select(SimpleName)];
            LinkerMap linked = parse.GetValue(map) is { } file ? LinkerMap.Read(file.FullName) : LinkerMap.Empty;
            ImageReport report = Compute(parse.GetRequiredValue(image), parse.GetRequiredValue(symbols).FullName,
                parse.GetRequiredValue(name), parse.GetRequiredValue(target), composition, new ImageReader(names, linked), linked);
            if (assembly is not null) report = report with { Lcores = LcoresFeature.Count(assembly.FullName) };
            string json = parse.GetRequiredValue(output).FullName;
            File.WriteAllText(json, report.ToJson());
            File.WriteAllText(Path.ChangeExtension(json, ".txt"), ReportText.Write(report));
            return 0;
        }));
        return command;
    }

    private static ImageReport Compute(FileInfo image, string symbolsPath, string name, string target, Composition composition,
        ImageReader reader, LinkerMap linked)
    {
        if (!image.Exists) throw new FileNotFoundException($"there is no image at {image.FullName}");
        GuestSymbols symbols = GuestSymbols.Load(symbolsPath);
        ImmutableArray<SectionSize> sections = ImageReader.ReadSections(symbolsPath);
        ImmutableArray<SymbolSize> sizes = reader.ReadSymbols(symbols, sections);
        return new ImageReport(name, target, symbols.BuildId(), image.Length,
            sections.IsEmpty ? 0 : sections.Max(section => section.Address + section.Bytes),
            composition.MemoryBytes, composition.Ports, composition.Regions, sections,
            ImageReader.ByLibrary(sizes), linked.ByObject(), ImageReader.LargestOf(sizes));
    }

    private static string SimpleName(string library) =>
        library.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || library.Contains('/') ? Path.GetFileNameWithoutExtension(library) : library;
}
