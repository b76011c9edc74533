using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Uk.Repository;

/// <summary>A test project: where it is, and which of its tests are quick.</summary>
internal sealed record TestProject(string Root, string Name)
{
    /// <summary>Their tests publish images or packages: few are quick, and those say so.</summary>
    private static readonly ImmutableArray<string> s_slow = ["Uk.Image.Tests", "Uk.Package.Tests"];

    public string File => Path.Combine(Root, "tests", Name, Name + ".csproj");

    public string Program => Path.Combine(Root, "tests", Name, "bin", "Release", "net10.0", Name + ".dll");

    /// <summary>Whether it takes so long that it has to begin first.</summary>
    public bool IsSlow => s_slow.Contains(Name);

    /// <summary>
    /// Options of the runner: of a slow project what is marked <c>[Trait("Run", "quick")]</c>, of any other all but what is
    /// marked <c>[Trait("Run", "whole")]</c>.
    /// </summary>
    public ImmutableArray<string> QuickFilter => IsSlow ? ["-trait", "Run=quick"] : ["-trait-", "Run=whole"];

    /// <summary>Those that the options name, in the order of their seed, but for the slow ones, which are first.</summary>
    public static ImmutableArray<TestProject> All(string root, TestOptions options)
    {
        string[] names = [.. Directory.GetFiles(Path.Combine(root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => options.Names.Length == 0 || options.Names.Any(name.Contains))
            // It has nothing that is quick.
            .Where(name => !options.IsQuick || name != "Uk.Package.Tests")
            .Order(StringComparer.Ordinal)];
        new Random(options.Seed).Shuffle(names);
        return [.. names.Select(name => new TestProject(root, name)).OrderBy(project => !project.IsSlow)];
    }
}
