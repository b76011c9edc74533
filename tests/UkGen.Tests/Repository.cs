using System;
using System.IO;

namespace UkGen.Tests;

/// <summary>Where the sources are that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Of the project whose tests these are.</summary>
    public static string TestFolder { get; } = Path.Combine(Root, "tests", typeof(Repository).Assembly.GetName().Name!);

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "tests", "UkGen.Tests", "UkGen.Tests.csproj"))) return folder;
        throw new InvalidOperationException("The tests run from a build below the repository.");
    }
}
