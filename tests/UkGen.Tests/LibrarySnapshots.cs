// The manifests that libraries get, and that compositions read them as they were written.

using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Tests;

public sealed class LibrarySnapshots
{
    [Theory]
    [InlineData("Platforms")]
    [InlineData("Memory")]
    [InlineData("Net")]
    public void Manifest(string fake)
    {
        string text = File.ReadAllText(Path.Combine(Repository.TestFolder, "Fakes", fake + ".cs"));
        Snapshot.Verify("Manifest." + fake, Library(text).Run().WithoutDiagnostics()["Manifest.g.cs"]);
    }

    [Fact]
    public void WithoutLibrariesThereIsNoManifest() => Assert.Empty(Library("public struct Plain;").Run().Generated);

    [Fact]
    public void AWrongLibraryIsLeftOut()
    {
        BuildResult result = Library("""
            using Uk;

            public interface IClock : IContract;
            public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>;

            [UkLibrary, Provides<IClock>]
            public struct Right : IClock<Right>;

            [UkLibrary, Provides<IClock>]
            public struct Wrong;
            """).Run();
        Assert.Contains("Right", result["Manifest.g.cs"]);
        Assert.DoesNotContain("Wrong", result["Manifest.g.cs"]);
    }

    /// <summary>What a manifest says is what the library's own source says.</summary>
    [Fact]
    public void ReadingGivesWhatWasWritten()
    {
        string text = File.ReadAllText(Path.Combine(Repository.TestFolder, "Fakes", "Net.cs"));
        INamespaceSymbol source = Library(text).Compilation.GlobalNamespace.GetNamespaceMembers().Single(n => n.Name == "Fakes")
            .GetNamespaceMembers().Single();
        LibraryModel[] written = [.. source.GetTypeMembers().Select(t => LibraryParser.Parse(t)).OfType<LibraryModel>()];
        LibraryModel[] read = [.. ManifestReader.Read(new Build { Fakes = ["Net"] }.Compilation, TestContext.Current.CancellationToken)];
        Assert.Equal(written.OrderBy(l => l.FullName, System.StringComparer.Ordinal), read);
        Assert.NotEmpty(read);
    }

    private static Build Library(string text) =>
        Build.Of(text) with { Composes = false, Output = OutputKind.DynamicallyLinkedLibrary, Fakes = [] };
}
