// The table of diagnostics and everything that repeats it say the same.

using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Tests;

public sealed class DiagnosticsTableTests
{
    public static TheoryData<string> Ids => [.. Diagnostics.All.Select(d => d.Id)];

    private static string Manifest => Path.Combine(Repository.Root, "generators", "UkGen.Manifest");

    private static string Docs => File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md"));

    [Fact]
    public void IdsAreUnique() =>
        Assert.Equal(Diagnostics.All.Length, Diagnostics.All.Select(d => d.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void IsReleased(string id)
    {
        DiagnosticDescriptor descriptor = Diagnostics.All.Single(d => d.Id == id);
        string[] lines =
        [
            .. File.ReadAllLines(Path.Combine(Manifest, "AnalyzerReleases.Shipped.md")),
            .. File.ReadAllLines(Path.Combine(Manifest, "AnalyzerReleases.Unshipped.md")),
        ];
        string line = Assert.Single(lines, l => l.StartsWith(id + " |", StringComparison.Ordinal));
        Assert.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}", line,
            StringComparison.Ordinal);
    }

    /// <summary>A section with the title, why it is reported, an example and what to do.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void IsExplained(string id)
    {
        DiagnosticDescriptor descriptor = Diagnostics.All.Single(d => d.Id == id);
        string section = Assert.Single(Docs.Split("\n## "), s => s.StartsWith(id, StringComparison.Ordinal));
        Assert.StartsWith($"{id}\n\n**{descriptor.Title}.** ", section, StringComparison.Ordinal);
        Assert.Contains("```csharp\n", section, StringComparison.Ordinal);
        Assert.Contains("\nFix: ", section, StringComparison.Ordinal);
        Assert.EndsWith("docs/diagnostics.md#" + id.ToLowerInvariant(), descriptor.HelpLinkUri,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NothingElseIsExplained() =>
        Assert.Empty(Regex.Matches(Docs, @"^## (\S+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value)
            // Those of UkGen.Analyzers are compared with their own table.
            .Where(id => !id.StartsWith("UK2", StringComparison.Ordinal)).Except(Ids.Select(i => i.Data)));
}
