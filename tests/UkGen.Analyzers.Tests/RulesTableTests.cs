// The table of rules and everything that repeats it say the same.

using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Analyzers.Tests;

public sealed class RulesTableTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    private static string Docs => File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_released_with_its_title(string id)
    {
        DiagnosticDescriptor rule = Rules.All.Single(r => r.Id == id);
        string line = Assert.Single(File.ReadAllLines(Path.Combine(Repository.Root, "generators/UkGen.Analyzers/AnalyzerReleases.Unshipped.md")),
            l => l.StartsWith(id + " |", StringComparison.Ordinal));
        Assert.StartsWith($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}, [docs]", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_explained_with_cause_example_and_fix(string id)
    {
        DiagnosticDescriptor rule = Rules.All.Single(r => r.Id == id);
        string section = Assert.Single(Docs.Split("\n## "), s => s.StartsWith(id, StringComparison.Ordinal));
        Assert.StartsWith($"{id}\n\n**{rule.Title}.** ", section, StringComparison.Ordinal);
        Assert.Contains("```csharp\n", section, StringComparison.Ordinal);
        Assert.Contains(id, section[section.IndexOf("```csharp", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("\nFix: ", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_is_explained() =>
        Assert.Empty(Regex.Matches(Docs, @"^## (UK2\d+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Except(Rules.All.Select(r => r.Id)));

    /// <summary>A reason for what images have would never be read.</summary>
    [Fact]
    public void Every_reason_is_for_something_that_images_lack()
    {
        Surface surface = Surface.Of([], TestContext.Current.CancellationToken);
        Assert.Equal("an image has no file system", Reason.Of("M:System.IO.File.ReadAllText(System.String)").Why);
        Assert.Equal("an image has no sockets", Reason.Of("T:System.Net.Sockets.Socket").Why);
        Assert.Equal(Reason.Unknown, Reason.Of("T:Acme.Thing"));
        Assert.False(surface.HasType("T:System.IO.File"));
        Assert.True(surface.HasType("T:System.String"));
        Assert.True(surface.HasMember("T:System.String", "M:System.String.Insert(System.Int32,System.String)"));
    }
}
