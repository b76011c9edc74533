// What the build tells `uk report` for the files about where an image comes from: X.kvm.cdx.json and X.kvm.provenance.json.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Uk.Tool.Report;

namespace Uk.Tool.SupplyChain;

internal sealed class MaterialOptions
{
    private static readonly HostTool s_linker = new("ld", "binutils");
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly Option<FileInfo?> _bill = new("--bill") { Description = "Where to write the bill of materials (CycloneDX)." };
    private readonly Option<FileInfo?> _provenance = new("--provenance") { Description = "Where to write how the image was built (in-toto, SLSA)." };
    private readonly Option<FileInfo?> _packages = new("--packages") { Description = "What the restore resolved: project.assets.json." };
    private readonly Option<FileInfo[]> _inputs = new("--input") { AllowMultipleArgumentsPerToken = true, Description = "The assemblies that the compiler of images was given." };
    private readonly Option<FileInfo[]> _stock = new("--stock") { AllowMultipleArgumentsPerToken = true, Description = "Those that are .NET's own." };
    private readonly Option<string> _dotnet = new("--dotnet-version") { DefaultValueFactory = _ => "", Description = "Of .NET's own assemblies." };
    private readonly Option<string> _version = new("--program-version") { DefaultValueFactory = _ => "1.0.0", Description = "The program's version." };
    private readonly Option<string[]> _tools = new("--tool") { AllowMultipleArgumentsPerToken = true, Description = "What made the image: Name=Version." };
    private readonly Option<string[]> _settings = new("--setting") { AllowMultipleArgumentsPerToken = true, Description = "Properties of the build that decide about the image: Name=Value." };

    public IEnumerable<Option> All => [_bill, _provenance, _packages, _inputs, _stock, _dotnet, _version, _tools, _settings];

    /// <summary>Writes what was asked for.</summary>
    public void Write(ParseResult parse, string image, ImageReport report)
    {
        if (parse.GetValue(_bill) is not { } bill || parse.GetValue(_provenance) is not { } provenance) return;
        PackageAssets packages = parse.GetValue(_packages) is { Exists: true } assets ? PackageAssets.Read(assets.FullName) : PackageAssets.None;
        string version = parse.GetRequiredValue(_version), digest = Material.Digest(image);
        HashSet<string> contained = [.. report.Libraries.Where(library => library.ImageBytes != 0).Select(library => library.Name)];
        HashSet<string> stock = [.. (parse.GetValue(_stock) ?? []).Select(file => file.FullName)];
        ImmutableArray<Material> materials = Material.Read(
            (parse.GetValue(_inputs) ?? []).Select(file => file.FullName), stock, packages, (version, parse.GetRequiredValue(_dotnet)), contained);
        (string, string)[] tools = [.. Pairs(parse.GetValue(_tools)), ("ld", LinkerVersion())];
        new BillOfMaterials(Path.GetFileName(image), version, "application", digest, tools, materials).Write(bill.FullName);
        new Provenance(Path.GetFileName(image), digest, report.Name, [.. Pairs(parse.GetValue(_settings))]).Write(provenance.FullName, tools, materials);
    }

    /// <summary>Empty values are properties that nobody has set.</summary>
    private static IEnumerable<(string Name, string Value)> Pairs(string[]? texts) =>
        (texts ?? []).Select(text => text.Split('=', 2)).Where(pair => pair.Length == 2 && pair[1].Length != 0).Select(pair => (pair[0], pair[1]));

    /// <summary>The first line of what it says: GNU ld (GNU Binutils for Debian) 2.40.</summary>
    private static string LinkerVersion() => s_linker.Output(s_timeout, "--version").Split('\n')[0];
}
