// `uk verify IMAGE`: is this image what these sources give? It is built once more, from a copy of the sources, with what its
// provenance says, and compared bit for bit.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Uk.Tool.SupplyChain;

namespace Uk.Tool;

internal sealed class VerifyCommand
{
    private const string Origin = "uk verify";

    private readonly Argument<FileInfo> _image = new("image") { Description = "The image; its provenance lies beside it." };
    private readonly Option<DirectoryInfo?> _project = new("--project") { Description = "The folder of the program's project, where the image does not lie below it." };
    private readonly Argument<string[]> _more = new("properties") { Arity = ArgumentArity.ZeroOrMore, Description = "Other properties of the build, behind two dashes: -- -p:Name=Value" };

    public static Command Create() => new VerifyCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("verify", "Builds an image once more from its sources, and compares bit for bit.") { _image, _project, _more };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(parse)));
        return command;
    }

    private int Run(ParseResult parse)
    {
        string image = parse.GetRequiredValue(_image).FullName, path = image + Provenance.Extension;
        if (!File.Exists(image)) throw new FileNotFoundException($"there is no image at {image}");
        if (!File.Exists(path)) throw new FileNotFoundException($"there is no {path}: publish the image with UkMaterials, or bring the file");
        Provenance provenance = Provenance.Read(path);
        if (Material.Digest(image) != provenance.Sha256) return Differs($"{image} is not the image that its provenance speaks of");
        string project = parse.GetValue(_project)?.FullName ?? FindProject(image, provenance.Project);
        using SourceCopy copy = SourceCopy.Of(project);
        string[] properties = [.. provenance.Settings.Select(setting => $"-p:{setting.Name}={setting.Value}"), .. parse.GetValue(_more) ?? []];
        Console.WriteLine($"building {provenance.Project} once more: {string.Join(' ', properties)}");
        AppImage.Dotnet(["publish", copy.Project, "-verbosity:quiet", .. properties]).OutputOrThrow();
        return Compare(image, AppImage.Dotnet(["msbuild", copy.Project, "-getProperty:UkImagePath", .. properties]).OutputOrThrow().Trim());
    }

    private static int Compare(string image, string rebuilt)
    {
        byte[] expected = File.ReadAllBytes(image), got = File.ReadAllBytes(rebuilt);
        int common = expected.AsSpan().CommonPrefixLength(got);
        if (common != expected.Length || common != got.Length)
            return Differs($"{image} has {expected.Length} bytes and its sources give {got.Length}; they differ from byte {common} on. Sources, packages, .NET SDK or linker are others: compare the provenance of both");
        Console.WriteLine($"verified: {Path.GetFileName(image)}, {expected.Length} bytes, SHA-256 {Material.Digest(image)}");
        return 0;
    }

    private static int Differs(string problem)
    {
        Console.Error.WriteLine($"{Origin}: {problem}");
        return 1;
    }

    /// <summary>Images lie below their project.</summary>
    private static string FindProject(string image, string name)
    {
        for (string? folder = Path.GetDirectoryName(image); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, name + ".csproj"))) return folder;
        throw new DirectoryNotFoundException($"{name}.csproj is in no folder above {image}: name its folder with --project");
    }
}
