// The order in which all test projects run their tests.

using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Tests;
using Xunit;

namespace Uk.Style.Tests;

public sealed class OrderTests
{
    private static readonly string[] s_names = [.. Enumerable.Range(0, 100).Select(i => $"Test{i}")];

    [Fact]
    public void A_seed_gives_one_order_and_another_seed_another()
    {
        Assert.Equal(Order(1, s_names), Order(1, s_names.Reverse()));
        Assert.NotEqual(Order(1, s_names), Order(2, s_names));
        Assert.NotEqual(s_names, Order(1, s_names));
    }

    /// <summary>So that a failure can be looked for with fewer tests.</summary>
    [Fact]
    public void Who_is_left_out_changes_nothing_for_the_others() =>
        Assert.Equal(
            Order(7, s_names).Where(name => name != "Test50"),
            Order(7, s_names.Where(name => name != "Test50")));

    /// <summary>tests/Directory.Build.props gives it to each project whose folder has no such file of its own.</summary>
    [Fact]
    public void Every_test_project_has_it()
    {
        string tests = Path.Combine(Sources.Root, "tests");
        foreach (string project in Directory.GetFiles(tests, "*.Tests.csproj", SearchOption.AllDirectories))
        {
            Assert.Equal(tests, Path.GetDirectoryName(Path.GetDirectoryName(project)));
            Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "Directory.Build.props")), project);
        }
    }

    private static IEnumerable<string> Order(int seed, IEnumerable<string> names) =>
        RandomOrder.Order(seed, names, name => name);
}
