// Snapshots by Verify's file convention: Name.verified.cs is what is expected, Name.received.cs what a failed test got.
// The only file that knows about it, so that Verify itself can take its place.

using System;
using System.IO;
using Xunit;

namespace UkGen.Tests;

internal static class Snapshot
{
    /// <summary>
    /// Compares with <c>Snapshots/{name}.verified.cs</c>. A missing file is a failure. With UKGEN_ACCEPT=1 in the
    /// environment the text becomes what is expected.
    /// </summary>
    public static void Verify(string name, string text)
    {
        string verified = Path.Combine(Repository.TestFolder, "Snapshots", name + ".verified.cs");
        string received = Path.Combine(Repository.TestFolder, "Snapshots", name + ".received.cs");
        if (Environment.GetEnvironmentVariable("UKGEN_ACCEPT") == "1") File.WriteAllText(verified, text);
        string? expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.Fail($"""
            {(expected is null ? "There is no" : "The text differs from")} {verified}
            What the test got is in {received}
            To accept it, run the tests once with UKGEN_ACCEPT=1.
            {FirstDifference(expected, text)}
            """);
    }

    private static string FirstDifference(string? expected, string text)
    {
        if (expected is null) return "";
        string[] before = expected.Split('\n');
        string[] after = text.Split('\n');
        for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            string old = i < before.Length ? before[i] : "(end)";
            string now = i < after.Length ? after[i] : "(end)";
            if (old != now) return $"Line {i + 1}\n  expected: {old}\n  received: {now}";
        }
        return "";
    }
}
