using System;
using System.IO;
using Xunit;

namespace Uk.CoreLib.Tests;

/// <summary>Files of the repository that a test writes.</summary>
internal static class Accepted
{
    private static readonly bool s_writes = Environment.GetEnvironmentVariable("UKGEN_ACCEPT") == "1";

    /// <summary>The file must have this text; with UKGEN_ACCEPT=1 it is given it.</summary>
    public static void Equal(string path, string text)
    {
        if (s_writes) File.WriteAllText(path, text);
        string current = File.Exists(path) ? File.ReadAllText(path) : "";
        if (current != text) Assert.Fail($"{path} is not current. Run the test with UKGEN_ACCEPT=1, and look at what changes.");
    }
}

internal static class Repository
{
    /// <summary>The folder that has Directory.Packages.props.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }
}
