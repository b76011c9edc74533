// Bills of materials, provenance, and `uk verify` as far as it goes without a build. Images and packages with theirs:
// tests/Uk.Image.Tests/BuildTests.cs, tests/Uk.Package.Tests/SdkTests.cs.

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using Uk.Qemu;
using Uk.Tool.SupplyChain;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class MaterialTests : IDisposable
{
    private const string Digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static readonly (string, string)[] s_tools = [(".NET SDK", "10.0.400")];
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    /// <summary>CycloneDX 1.6, the schema bom-1.6: what it requires, and its words for types, scopes and hashes.</summary>
    [Fact]
    public void A_bill_is_CycloneDX_and_the_same_each_time()
    {
        Material[] materials =
        [
            new("Acme", "2.1.0", Digest) { Package = "Acme", PackageSha512 = "00ff" },
            new("App", "1.0.0", Digest),
            new("Left.Out", "1.0.0", null) { Package = "Left.Out", IsInImage = false },
        ];
        var bill = new BillOfMaterials("App.kvm", "1.0.0", "application", Digest, s_tools, materials);
        bill.Write(_scratch["first"]);
        bill.Write(_scratch["second"]);
        Assert.Equal(File.ReadAllText(_scratch["first"]), File.ReadAllText(_scratch["second"]));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_scratch["first"]));
        JsonElement root = json.RootElement;
        Assert.Equal(("CycloneDX", "1.6", 1), (root.GetProperty("bomFormat").GetString(), root.GetProperty("specVersion").GetString(), root.GetProperty("version").GetInt32()));
        Assert.False(root.TryGetProperty("serialNumber", out _));
        Assert.False(root.GetProperty("metadata").TryGetProperty("timestamp", out _));
        JsonElement[] components = [.. root.GetProperty("components").EnumerateArray()];
        Assert.Equal(["required", "required", "excluded"], components.Select(component => component.GetProperty("scope").GetString()));
        Assert.All(components, component => Assert.Equal("library", component.GetProperty("type").GetString()));
        Assert.Equal("pkg:nuget/Acme@2.1.0", components[0].GetProperty("purl").GetString());
        Assert.False(components[1].TryGetProperty("purl", out _));
        Assert.Equal(("SHA-256", Digest), Hash(components[0]));
        Assert.False(components[2].TryGetProperty("hashes", out _));
        JsonElement dependencies = root.GetProperty("dependencies")[0];
        Assert.Equal(root.GetProperty("metadata").GetProperty("component").GetProperty("bom-ref").GetString(), dependencies.GetProperty("ref").GetString());
        Assert.Equal(["Acme@2.1.0", "App@1.0.0"], dependencies.GetProperty("dependsOn").EnumerateArray().Select(reference => reference.GetString()));
        Assert.Subset(components.Select(component => component.GetProperty("bom-ref").GetString()).ToHashSet(), new HashSet<string?> { "Acme@2.1.0", "App@1.0.0" });
    }

    [Fact]
    public void Provenance_says_what_is_needed_to_build_again()
    {
        var written = new Provenance("App.kvm", Digest, "App", [("UkTarget", "kvm"), ("UkHeap", "bump")]);
        written.Write(_scratch["App.kvm.provenance.json"], s_tools, [new("App", "1.0.0", Digest)]);
        Provenance read = Provenance.Read(_scratch["App.kvm.provenance.json"]);
        Assert.Equal((written.Subject, written.Sha256, written.Project), (read.Subject, read.Sha256, read.Project));
        Assert.Equal(written.Settings, read.Settings);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_scratch["App.kvm.provenance.json"]));
        Assert.Equal("https://in-toto.io/Statement/v1", json.RootElement.GetProperty("_type").GetString());
        Assert.Equal("https://slsa.dev/provenance/v1", json.RootElement.GetProperty("predicateType").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"subject": [], "predicate": {}}""")]
    [InlineData("""{"subject": [{"name": 1}], "predicate": {"buildDefinition": {"buildType": "urn:other"}}}""")]
    public void What_is_no_provenance_is_said_to_be_none(string text)
    {
        File.WriteAllText(_scratch["App.kvm"], "image");
        File.WriteAllText(_scratch["App.kvm.provenance.json"], text);
        ToolResult result = UkCommand.Run("verify", _scratch["App.kvm"]);
        Assert.Equal(1, result.Status);
        Assert.StartsWith("uk verify: error", result.Error);
        Assert.DoesNotContain("   at ", result.Error);
    }

    [Fact]
    public void An_image_that_was_changed_is_not_verified()
    {
        File.WriteAllText(_scratch["App.kvm"], "another image");
        new Provenance("App.kvm", Digest, "App", [("UkTarget", "kvm")]).Write(_scratch["App.kvm.provenance.json"], s_tools, []);
        ToolResult result = UkCommand.Run("verify", _scratch["App.kvm"]);
        Assert.Equal((1, $"uk verify: {_scratch["App.kvm"]} is not the image that its provenance speaks of\n"), (result.Status, result.Error));
    }

    [Fact]
    public void An_image_without_provenance_is_not_verified()
    {
        File.WriteAllText(_scratch["App.kvm"], "image");
        ToolResult result = UkCommand.Run("verify", _scratch["App.kvm"]);
        Assert.Equal(1, result.Status);
        Assert.Contains("there is no " + _scratch["App.kvm.provenance.json"], result.Error);
    }

    /// <summary>What ImageMaterials reads of a restore: a package has a hash, a project has none.</summary>
    [Fact]
    public void Assemblies_are_known_by_the_package_that_they_came_in()
    {
        foreach (string name in (string[])["Acme.dll", "Uk.Net.dll", "App.dll", "System.Linq.dll"]) File.WriteAllText(_scratch[name], "");
        File.WriteAllText(_scratch["assets.json"], """{"libraries": {"Acme/2.1.0": {"sha512": "AP8=", "type": "package"}, "Uk.Net/0.1.0": {"type": "project"}}}""");
        Material[] materials = [.. Material.Read([_scratch["Uk.Net.dll"], _scratch["Acme.dll"], _scratch["App.dll"]],
            new HashSet<string> { _scratch["System.Linq.dll"] }, PackageAssets.Read(_scratch["assets.json"]), ("1.0.0", "10.0.12"), new HashSet<string> { "App" })];
        Assert.Equal(
            [("pkg:nuget/Acme@2.1.0", "00ff"), (null, null), ("pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.12", null), ("pkg:nuget/Uk.Net@0.1.0", null)],
            materials.Select(material => (material.PackageUrl, material.PackageSha512)));
        Assert.Equal(["App"], materials.Where(material => material.IsInImage).Select(material => material.Name));
        Assert.All(materials, material => Assert.Equal(Digest, material.Sha256));
    }

    [Fact]
    public void A_package_says_what_it_holds_and_asks_for()
    {
        using (ZipArchive package = ZipFile.Open(_scratch["Acme.2.1.0.nupkg"], ZipArchiveMode.Create))
        {
            using (var manifest = new StreamWriter(package.CreateEntry("Acme.nuspec").Open()))
                manifest.Write("""<package xmlns="urn:x"><metadata><id>Acme</id><version>2.1.0</version><dependencies><group><dependency id="Uk.Net" version="[0.1.0]" /></group></dependencies></metadata></package>""");
            package.CreateEntry("lib/net10.0/Acme.dll").Open().Dispose();
        }
        UkCommand.Run("materials", "--sdk", "10.0.400", _scratch["Acme.2.1.0.nupkg"]).OutputOrThrow();
        using JsonDocument bill = JsonDocument.Parse(File.ReadAllText(_scratch["Acme.2.1.0.nupkg.cdx.json"]));
        JsonElement[] components = [.. bill.RootElement.GetProperty("components").EnumerateArray()];
        Assert.Equal(["lib/net10.0/Acme@2.1.0", "Uk.Net@0.1.0"], components.Select(component => component.GetProperty("bom-ref").GetString()));
        Assert.Equal(("SHA-256", Digest), Hash(components[0]));
        Assert.True(File.Exists(_scratch["Acme.2.1.0.nupkg.provenance.json"]));
    }

    [Fact]
    public void Sources_are_copied_without_what_was_made_of_them()
    {
        string project = _scratch["App"];
        foreach (string file in (string[])["App.csproj", "Program.cs", "More/More.cs", "bin/out.dll", "obj/project.assets.json"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(project, file))!);
            File.WriteAllText(Path.Combine(project, file), file);
        }
        string folder;
        using (SourceCopy copy = SourceCopy.Of(project))
        {
            folder = copy.Project;
            Assert.StartsWith(Path.Combine(project, "obj"), folder);
            Assert.Equal(["App.csproj", "More/More.cs", "Program.cs"],
                Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal));
        }
        Assert.False(Directory.Exists(folder));
    }

    private static (string?, string?) Hash(JsonElement component)
    {
        JsonElement hash = component.GetProperty("hashes")[0];
        return (hash.GetProperty("alg").GetString(), hash.GetProperty("content").GetString());
    }
}
