// packages.lock.json beside each project: which packages a build may take, by their hashes. A restore on CI takes no others, but
// it does not miss a lock that is not there.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace UkGen.Tests;

public sealed class LockTests
{
    private static readonly string[] s_folders = ["apps", "build", "generators", "libs", "runtime", "tests"];

    public static TheoryData<string> Projects =>
    [
        .. s_folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            // The templates are projects of whoever is given them.
            .Where(path => !path.StartsWith("build/Uk.Templates/", StringComparison.Ordinal) || Path.GetDirectoryName(path) == "build/Uk.Templates")
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj")).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_a_lock_with_the_hash_of_each_package(string project)
    {
        string path = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json");
        Assert.True(File.Exists(path), $"{path} is missing: run build/lock.sh");
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonProperty framework in file.RootElement.GetProperty("dependencies").EnumerateObject())
            foreach (JsonProperty package in framework.Value.EnumerateObject().Where(package => package.Value.GetProperty("type").GetString() != "Project"))
                // SHA-512, in base 64.
                Assert.Equal(64, Convert.FromBase64String(package.Value.GetProperty("contentHash").GetString()!).Length);
    }
}
