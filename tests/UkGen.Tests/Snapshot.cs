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
        bool accept = Environment.GetEnvironmentVariable("UKGEN_ACCEPT") == "1";
        Assert.Null(Compare(Path.Combine(Repository.TestFolder, "Snapshots"), name, text, accept));
    }

    /// <summary>What to tell whoever reads the failure, or null where the text is what is expected.</summary>
    public static string? Compare(string folder, string name, string text, bool accept)
    {
        string verified = Path.Combine(folder, name + ".verified.cs");
        string received = Path.Combine(folder, name + ".received.cs");
        if (accept) File.WriteAllText(verified, text);
        string? expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected == text)
        {
            File.Delete(received);
            return null;
        }
        File.WriteAllText(received, text);
        return $"""
            {(expected is null ? "There is no" : "The text differs from")} {verified}
            What the test got is in {received}
            To accept it, run the tests once with UKGEN_ACCEPT=1.
            {FirstDifference(expected, text)}
            """;
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
