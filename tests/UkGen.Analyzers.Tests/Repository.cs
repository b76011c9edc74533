using System;
using System.IO;

namespace UkGen.Analyzers.Tests;

/// <summary>Where the sources are that the tests read.</summary>
internal static class Repository
{
    /// <summary>The folder that has Directory.Packages.props.</summary>
    public static string Root { get; } = Find();

    public static string TestFolder { get; } = Path.Combine(Root, "tests", "UkGen.Analyzers.Tests");

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Directory.Packages.props"))) return folder;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }
}
