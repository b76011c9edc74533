// The images under test, each published once, as a user would, when the first test asks for it.

using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using Uk.Qemu;
using Xunit;

// Two machines at a time would take each other's processor, and two publishes each other's files.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Uk.Image.Tests;

internal static class Images
{
    private static readonly ConcurrentDictionary<(string, string), Lazy<string>> s_published = new();

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
        s_published.GetOrAdd((project, target), _ => new Lazy<string>(() => AppImage.Publish(Path.Combine(Root, project), target), LazyThreadSafetyMode.ExecutionAndPublication)).Value;

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }
}
