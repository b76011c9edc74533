// The files that people write: not what is generated, built or made by a test, and not code that is wrong on purpose.

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Uk.Style.Tests;

/// <param name="Path">From the root of the repository.</param>
internal sealed record Source(string Path, string Text)
{
    /// <summary>Without the line feed.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>What images, libraries, generators and tools are made of.</summary>
    public bool IsProduct => !Path.StartsWith("tests/", StringComparison.Ordinal);
}

internal static class Sources
{
    private static readonly string[] s_folders = ["apps", "build", "docs", "generators", "libs", "runtime", "tests"];
    private static readonly string[] s_left = ["bin", "obj", "Corpus", "Rejected", "Snapshots", "Fakes"];

    public static string Root { get; } = FindRoot();

    public static ImmutableArray<Source> Code { get; } = Read("*.cs", path => !path.EndsWith(".g.cs", StringComparison.Ordinal));

    public static ImmutableArray<Source> Pages { get; } = Read("*.md", _ => true);

    private static ImmutableArray<Source> Read(string pattern, Func<string, bool> isWritten) =>
    [
        .. s_folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root, pattern)).Select(path => Path.GetRelativePath(Root, path))
            .Where(path => isWritten(path) && !path.Split('/').Any(part => s_left.Contains(part)))
            .Order(StringComparer.Ordinal).Select(path => new Source(path, File.ReadAllText(Path.Combine(Root, path)))),
    ];

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "UkGen.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }
}
