// What is told to the compiler, the assembler, the linker and objcopy to make one image: what holds for every image, and
// what its features add.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Internal.Runtime;
using Uk.Tool.Features;

namespace Uk.Tool.Plan;

internal sealed class ImagePlan
{
    private const string SystemModule = "System.Private.CoreLib";

    private readonly ImageRequest _request;

    /// <param name="dispatched">Where the assemblies are that were changed for images; the others are taken as they are.</param>
    public ImagePlan(ImageRequest request, SettledFeatures features, DirectoryInfo dispatched)
    {
        _request = request;
        Sources.Add("runtime.S");
        foreach ((string condition, string value) in request.Conditions) Condition(condition, value == SwitchFeature.On);
        foreach (ImageFeature feature in ImageFeatures.All) feature.AddTo(this, features[feature.Name]);
        Inputs = [Changed(request.Assemblies[0], dispatched), request.CoreLibrary.FullName, request.Assemblies.Single(IsPlatform).FullName];
        References = [.. request.Assemblies.Skip(1).Where(assembly => !IsPlatform(assembly)).Select(assembly => Changed(assembly, dispatched))];
    }

    public Architecture Architecture => _request.Architecture;

    /// <summary>Switches, in the order in which they were added.</summary>
    public List<string> Compiler { get; } = [];
    public List<string> Assembler { get; } = [];
    public List<string> Linker { get; } = [];
    public List<string> Strip { get; } = ["--strip-all"];

    /// <summary>Assembly sources of the core library, by name.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>The folder of pieces that linker scripts include.</summary>
    public string LinkFolder { get; set; } = "";

    /// <summary>What is compiled in any case: the program, the core library and the platform.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>What is compiled as far as it is used.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>A condition in code that the compiler makes a constant.</summary>
    public void Condition(string name, bool value) =>
        Compiler.Add($"--feature:{RuntimeFeatures.Prefix}{name}={(value ? "true" : "false")}");

    public IEnumerable<string> CompilerLines =>
    [
        .. Inputs,
        .. References.Select(reference => "-r:" + reference),
        .. _request.Stock.Select(stock => "-r:" + stock.FullName),
        .. FacadesInUse.Select(facade => "-r:" + facade),
        "-o:" + _request.Object,
        "--mstat:" + _request.Statistics,
        "--systemmodule:" + SystemModule,
        "--generateunmanagedentrypoints:" + _request.Platform,
        "--directpinvoke:*",
        // Thread statics are found by a call: see ThreadStatics.cs.
        "--noinlinetls",
        "--targetos:linux",
        "--targetarch:" + Architecture.Name,
        "--reflectiondata:none",
        "--feature:Uk.InImage=true",
        "--feature:Uk.OnDotNet=false",
        "--feature:System.Resources.UseSystemResourceKeys=false",
        "--feature:System.Linq.Enumerable.IsSizeOptimized=true",
        .. Compiler,
        "-g",
    ];

    public IEnumerable<string> AssemblerLines => [Architecture.Width, .. Assembler];

    public IEnumerable<string> LinkerLines =>
    [
        .. Linker,
        "-L", Path.Combine(_request.RuntimeFolder.FullName, "link", LinkFolder),
        "-T", _request.LinkerScript.FullName,
        "-nostdlib", "-static", "--gc-sections", "--build-id=sha1", "-n", "-z", "noexecstack", "--no-warn-rwx-segments",
        _request.Object,
        .. SourceFiles.Select(source => _request.Made(Path.GetFileName(source) + ".o")),
    ];

    /// <summary>The platform's, the core library's, and the names that the image asks for, which a later step writes.</summary>
    public IEnumerable<string> SourceFiles =>
    [
        .. _request.PlatformFolder.EnumerateFiles("*.S").Select(file => file.FullName).Order(StringComparer.Ordinal),
        .. Sources.Select(name => Path.Combine(_request.RuntimeFolder.FullName, name)),
        _request.Made("names.S"),
    ];

    private bool IsPlatform(FileInfo assembly) => Path.GetFileNameWithoutExtension(assembly.Name) == _request.Platform;

    private static string Changed(FileInfo assembly, DirectoryInfo dispatched)
    {
        string changed = Path.Combine(dispatched.FullName, assembly.Name);
        return File.Exists(changed) ? changed : assembly.FullName;
    }

    private IEnumerable<string> FacadesInUse
    {
        get
        {
            HashSet<string> stock = [.. _request.Stock.Select(file => file.Name)];
            return _request.Facades.EnumerateFiles("*.dll").Where(file => !stock.Contains(file.Name)).Select(file => file.FullName).Order(StringComparer.Ordinal);
        }
    }
}
