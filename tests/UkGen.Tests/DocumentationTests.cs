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

    public static TheoryData<string> Walks => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "life-of-a-*.md")];

    /// <summary>A step that names a method leads to a file that has it.</summary>
    [Theory]
    [MemberData(nameof(Walks))]
    public void Steps_lead_to_what_they_name(string page)
    {
        (string Name, string File)[] steps = [.. Step().Matches(File.ReadAllText(page))
            .Select(step => (step.Groups["name"].Value.Split('.')[^1], Path.Combine(Path.GetDirectoryName(page)!, step.Groups["target"].Value)))];
        Assert.True(steps.Length >= 10, page);
        Assert.All(steps, step => Assert.Contains(step.Name, File.ReadAllText(step.File)));
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

    [GeneratedRegex(@"\[`(?<name>[\w.]+)`\]\((?<target>[^)#\s]+)\)")]
    private static partial Regex Step();

    [GeneratedRegex(@"(?<=(^|\s|\./|`))(apps|build|docs|tests)/[\w./]*\w", RegexOptions.Multiline)]
    private static partial Regex CommandPath();
}
