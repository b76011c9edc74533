// What the pages refer to is there.

using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace UkGen.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string[] s_folders = ["apps", "build", "docs", "generators", "libs", "runtime", "tests"];

    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(Repository.Root, "*.md"),
        .. s_folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        string[] broken = [.. Link().Matches(File.ReadAllText(page)).Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://") && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))];
        Assert.Empty(broken);
    }

    /// <summary>The commands of README.md name scripts and folders of the repository.</summary>
    [Fact]
    public void Commands_name_what_there_is()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string[] paths = [.. CommandPath().Matches(readme).Select(path => path.Value)];
        Assert.Contains("build/demo.sh", paths);
        Assert.Contains("build/test.sh", paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=(^|\s|\./|`))(apps|build|docs|tests)/[\w./]*\w", RegexOptions.Multiline)]
    private static partial Regex CommandPath();
}
