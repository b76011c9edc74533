// The images under test, each published once: as a user would when the first test asks for it, or, where all tests are run,
// all that there are in one build for each target.

using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Uk.Qemu;
using Xunit;

// Two machines at a time would take each other's processor, and two publishes each other's files.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Uk.Image.Tests;

internal static class Images
{
    private static readonly ConcurrentDictionary<(string, string), Lazy<string>> s_published = new();
    private static readonly ConcurrentDictionary<string, Lazy<ImmutableHashSet<string>>> s_together = new();

    /// <summary>build/test.sh says so; who runs one test does not wait for fifty images.</summary>
    private static readonly bool s_isWholeRun = Environment.GetEnvironmentVariable("UK_WHOLE_RUN") == "true";

    /// <summary>The folder that has UkGen.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string HelloWorld => Published("apps/HelloWorld", "kvm");
    public static string PingResponder => Published("apps/PingResponder", "kvm");

    /// <summary>An application for virtual machines.</summary>
    public static string Application(string name) => Published("apps/" + name, "kvm");

    /// <summary>A small program that does something wrong.</summary>
    public static string Probe(string name) => Published("tests/Uk.Image.Tests/Probes/" + name, "kvm");

    /// <summary>The path of the published image of a project in this repository.</summary>
    public static string Published(string project, string target) =>
        s_published.GetOrAdd((project, target), _ => new Lazy<string>(() => Publish(project, target), LazyThreadSafetyMode.ExecutionAndPublication)).Value;

    private static string Publish(string project, string target)
    {
        string folder = Path.Combine(Root, project);
        if (!s_isWholeRun) return AppImage.Publish(folder, target);
        ImmutableHashSet<string> together = s_together.GetOrAdd(target, _ => new Lazy<ImmutableHashSet<string>>(() => PublishTogether(target))).Value;
        return together.Contains(project) ? AppImage.PathOf(folder, target) : AppImage.Publish(folder, target);
    }

    /// <summary>All images of Images.targets, which are its result; none where one of them cannot be had, so that its own test says why.</summary>
    private static ImmutableHashSet<string> PublishTogether(string target)
    {
        string together = Path.Combine(Root, "tests/Uk.Image.Tests/Images.targets");
        string listed = AppImage.Dotnet("msbuild", together, "-getItem:UkListed", "-p:UkTarget=" + target).OutputOrThrow();
        ToolResult result = AppImage.DotnetOnTwo("msbuild", together, "-restore", "-verbosity:quiet", "-p:UkTarget=" + target);
        if (result.Status != 0)
        {
            Console.Error.WriteLine($"the images for {target} are published one by one, because together they cannot be: {result.Output}{result.Error}");
            return [];
        }
        using JsonDocument items = JsonDocument.Parse(listed);
        return [.. items.RootElement.GetProperty("Items").GetProperty("UkListed").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }
}
