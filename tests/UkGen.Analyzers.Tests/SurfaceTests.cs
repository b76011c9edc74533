// The list of what images have is current.

using System;
using System.IO;
using Xunit;

namespace UkGen.Analyzers.Tests;

public sealed class SurfaceTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "generators/UkGen.Analyzers/Surface/Surface.txt");

    /// <summary>UKGEN_ACCEPT=1 writes the list.</summary>
    [Fact]
    public void The_list_of_what_images_have_is_current()
    {
        string text = SurfaceWriter.Write();
        if (Environment.GetEnvironmentVariable("UKGEN_ACCEPT") == "1") File.WriteAllText(s_path, text);
        if (File.ReadAllText(s_path) != text) Assert.Fail($"{s_path} is not current. Run the test with UKGEN_ACCEPT=1, and look at what changes.");
    }
}
