// The repository's own libraries and applications: nothing is reported there.

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Analyzers.Tests;

public sealed class RepositoryCodeTests
{
    public static TheoryData<string> Libraries => [.. Folders("libs").Concat(["runtime/Uk.Platform.Host", "runtime/Uk.Platform.Kvm", "runtime/Uk.Platform.Linux"])];

    public static TheoryData<string> Applications => [.. Folders("apps")];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Nothing_is_wrong_in_a_library(string folder) => AssertNothing(Analysis.OfProject(Path.Combine(Repository.Root, folder), ""));

    [Theory]
    [MemberData(nameof(Applications))]
    public void Nothing_is_wrong_in_an_application(string folder) => AssertNothing(Analysis.OfProject(Path.Combine(Repository.Root, folder), "kvm"));

    /// <summary>Were no hot path seen, none could be wrong.</summary>
    [Fact]
    public void The_applications_have_hot_paths() =>
        Assert.True(Directory.EnumerateFiles(Path.Combine(Repository.Root, "apps"), "*.cs", SearchOption.AllDirectories)
            .Count(path => File.ReadAllText(path).Contains("HotPath]", StringComparison.Ordinal)) >= 7);

    private static void AssertNothing(ImmutableArray<Diagnostic> diagnostics) => Assert.True(diagnostics.IsEmpty, string.Join('\n', diagnostics));

    private static string[] Folders(string parent) =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, parent))
            .Where(folder => File.Exists(Path.Combine(folder, Path.GetFileName(folder) + ".csproj")))
            .Select(folder => Path.GetRelativePath(Repository.Root, folder)).Order(StringComparer.Ordinal)];
}
