using System;
using System.IO;
using Uk.Qemu;

namespace Uk.Bench;

/// <summary>Where the repository is, and the images of its applications, published as needed.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Publish(string application, string target, params string[] properties) =>
        AppImage.Publish(Path.Combine(Root, "apps", application), target, properties);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        throw new DirectoryNotFoundException("the benchmarks run inside the repository");
    }
}
