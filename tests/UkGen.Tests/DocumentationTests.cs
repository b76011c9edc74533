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

    /// <summary>README.md promises one for each.</summary>
    [Fact]
    public void Every_library_has_a_page_that_begins_with_what_it_provides_and_requires()
    {
        foreach (string library in Directory.GetDirectories(Path.Combine(Repository.Root, "libs")).Where(folder => Directory.GetFiles(folder, "*.csproj").Length != 0))
        {
            string page = Path.Combine(library, "README.md");
            Assert.True(File.Exists(page), page);
            Assert.Matches("^Provides .+; requires .+; ", File.ReadLines(page).First());
        }
    }

    /// <summary>A platform has to give what its page lists, and nothing else.</summary>
    [Fact]
    public void The_page_of_platforms_lists_their_contracts()
    {
        string folder = Path.Combine(Repository.Root, "libs", "Uk.Platform");
        string[] declared = [.. Directory.GetFiles(folder, "*.cs").SelectMany(file => Contract().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)];
        string[] listed = [.. ContractRow().Matches(File.ReadAllText(Path.Combine(folder, "README.md"))).Select(match => match.Groups[1].Value)];
        Assert.Equal(declared.Except(["ILcores", "IWakeUps"]).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^public interface (I\w+) : IContract;", RegexOptions.Multiline)]
    private static partial Regex Contract();

    [GeneratedRegex(@"^\| `(I\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex ContractRow();

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
