// What the build wants an image made of: paths, properties, and the assemblies of the program.

using System.Collections.Immutable;
using System.IO;

namespace Uk.Tool.Plan;

/// <param name="Name">The program's.</param>
/// <param name="Platform">The name of the assembly that the image starts in.</param>
/// <param name="PlatformFolder">Where its assembly sources and its linker script are.</param>
/// <param name="RuntimeFolder">Where those of the core library are.</param>
/// <param name="Conditions">Conditions in the runtime's code that the target decides.</param>
/// <param name="Properties">Of the build: what overrides what features are found.</param>
/// <param name="Assemblies">The program first, then what it uses, the platform among it.</param>
/// <param name="Stock">.NET's own, prepared for images.</param>
/// <param name="Objects">Where the steps of the build put what they make.</param>
internal sealed record ImageRequest(
    string Name,
    Architecture Architecture,
    string Platform,
    DirectoryInfo PlatformFolder,
    DirectoryInfo RuntimeFolder,
    FileInfo LinkerScript,
    FileInfo CoreLibrary,
    DirectoryInfo Facades,
    ImmutableDictionary<string, string> Conditions,
    ImmutableDictionary<string, string> Properties,
    ImmutableArray<FileInfo> Assemblies,
    ImmutableArray<FileInfo> Stock,
    DirectoryInfo Objects)
{
    public string Object => Made(Name + ".o");
    public string Statistics => Made(Name + ".mstat");

    /// <summary>A file among what the steps make.</summary>
    public string Made(string name) => Path.Combine(Objects.FullName, name);
}
