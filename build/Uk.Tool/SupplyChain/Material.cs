// What an image is made of: assemblies, by what is in their files, and the packages that they came in.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;

namespace Uk.Tool.SupplyChain;

/// <summary>An assembly that the build handed to the compiler of images, or that a package holds.</summary>
/// <param name="Version">Of the package or project; of .NET for what is .NET's.</param>
/// <param name="Sha256">Of its file, in hexadecimal; null for a package that is only named.</param>
internal sealed record Material(string Name, string Version, string? Sha256)
{
    /// <summary>The package of .NET's own assemblies.</summary>
    public const string DotNet = "Microsoft.NETCore.App.Runtime.linux-x64";

    /// <summary>The package that it comes in; null for what was compiled here and is in none.</summary>
    public string? Package { get; init; }

    /// <summary>Of the package, in hexadecimal; null where it was not restored from one.</summary>
    public string? PackageSha512 { get; init; }

    /// <summary>Some of its code is in the image; else it could have been.</summary>
    public bool IsInImage { get; init; } = true;

    /// <summary>Among the materials of one image.</summary>
    public string Reference => $"{Name}@{Version}";

    /// <summary>Package URL (purl) of the type nuget.</summary>
    public string? PackageUrl => Package is null ? null : $"pkg:nuget/{Package}@{Version}";

    /// <param name="files">The assemblies.</param>
    /// <param name="packages">What a restore resolved: obj/project.assets.json.</param>
    /// <param name="stock">Those that are .NET's.</param>
    /// <param name="version">Of the program, and of .NET.</param>
    /// <param name="contained">Names of those that the image has code of.</param>
    public static ImmutableArray<Material> Read(IEnumerable<string> files, IReadOnlySet<string> stock, PackageAssets packages, (string Program, string DotNet) version, IReadOnlySet<string> contained) =>
    [
        .. files.Concat(stock).Select(file =>
        {
            string name = Path.GetFileNameWithoutExtension(file), digest = Digest(file);
            Material material = stock.Contains(file) ? new Material(name, version.DotNet, digest) { Package = DotNet }
                : packages.Of(name) is { } found ? new Material(name, found.Version, digest) { Package = name, PackageSha512 = found.Sha512 }
                : new Material(name, version.Program, digest);
            return material with { IsInImage = contained.Contains(name) };
        }).DistinctBy(material => material.Name).OrderBy(material => material.Name, StringComparer.Ordinal),
    ];

    /// <summary>SHA-256 of a file, in hexadecimal of lower case.</summary>
    public static string Digest(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

/// <summary>Packages and projects that a restore resolved.</summary>
internal sealed class PackageAssets
{
    public static readonly PackageAssets None = new();

    private readonly Dictionary<string, (string Version, string? Sha512)> _resolved = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads project.assets.json.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static PackageAssets Read(string path)
    {
        var assets = new PackageAssets();
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonProperty library in file.RootElement.GetProperty("libraries").EnumerateObject())
        {
            string[] parts = library.Name.Split('/');
            string? hash = library.Value.TryGetProperty("sha512", out JsonElement sha512) ? Convert.ToHexStringLower(Convert.FromBase64String(sha512.GetString()!)) : null;
            assets._resolved[parts[0]] = (parts[1], hash);
        }
        return assets;
    }

    /// <summary>The version and the hash of a package, of which a project has none; null where neither has the name.</summary>
    public (string Version, string? Sha512)? Of(string name) => _resolved.TryGetValue(name, out (string, string?) found) ? found : null;
}
