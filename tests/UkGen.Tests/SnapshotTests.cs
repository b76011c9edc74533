// The adapter itself: it can fail.

using System;
using System.IO;
using Xunit;

namespace UkGen.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ukgen-snapshots-").FullName;

    private string Verified => Path.Combine(_folder, "A.verified.cs");
    private string Received => Path.Combine(_folder, "A.received.cs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AMissingFileFails()
    {
        Assert.Contains("There is no", Snapshot.Compare(_folder, "A", "text\n", accept: false));
        Assert.Equal("text\n", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void ADifferenceFailsAndIsShown()
    {
        File.WriteAllText(Verified, "one\ntwo\n");
        Assert.Contains("Line 2\n  expected: two\n  received: three", Snapshot.Compare(_folder, "A", "one\nthree\n", accept: false));
        Assert.Equal("one\nthree\n", File.ReadAllText(Received));
        Assert.Equal("one\ntwo\n", File.ReadAllText(Verified));
    }

    [Fact]
    public void TheSameTextPassesAndLeavesNothing()
    {
        File.WriteAllText(Verified, "text\n");
        File.WriteAllText(Received, "from an earlier failure\n");
        Assert.Null(Snapshot.Compare(_folder, "A", "text\n", accept: false));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void AcceptingMakesItExpected()
    {
        Assert.Null(Snapshot.Compare(_folder, "A", "text\n", accept: true));
        Assert.Equal("text\n", File.ReadAllText(Verified));
    }
}
