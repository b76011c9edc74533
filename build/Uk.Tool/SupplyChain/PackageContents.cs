// What a NuGet package holds and depends on.

using System;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Uk.Tool.SupplyChain;

/// <param name="Materials">The assemblies in it, and the packages that it asks for.</param>
internal sealed record PackageContents(string Id, string Version, ImmutableArray<Material> Materials)
{
    /// <exception cref="InvalidDataException">It is no package.</exception>
    public static PackageContents Read(string path)
    {
        using ZipArchive package = ZipFile.OpenRead(path);
        ZipArchiveEntry manifest = package.Entries.SingleOrDefault(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal) && !entry.FullName.Contains('/'))
            ?? throw new InvalidDataException($"{path} is no NuGet package: it has no .nuspec");
        XElement metadata;
        using (Stream stream = manifest.Open()) metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string Text(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        string id = Text("id"), version = Text("version");
        return new PackageContents(id, version,
        [
            .. package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry =>
            {
                using Stream stream = entry.Open();
                // A name can be there for several frameworks or targets.
                return new Material(entry.FullName[..^".dll".Length], version, Convert.ToHexStringLower(SHA256.HashData(stream))) { Package = id };
            }).OrderBy(material => material.Name, StringComparer.Ordinal),
            .. metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
                .Select(element => (Id: element.Attribute("id")!.Value, Version: element.Attribute("version")!.Value.Trim('[', ']', '(', ')', ' ', ',')))
                .Distinct().OrderBy(dependency => dependency.Id, StringComparer.Ordinal)
                .Select(dependency => new Material(dependency.Id, dependency.Version, null) { Package = dependency.Id }),
        ]);
    }
}
