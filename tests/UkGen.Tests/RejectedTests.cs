// What is wrong is reported at the user's line, with the message that the file in Rejected/ expects, and nothing else is
// reported beside it: no error inside emitted code, none that follows from the first.
//
// A file is an application. Comments at its top say what it is built with:
//     // target: linux        the value of UkTarget; kvm if not said
//     // fakes: Platforms     the files of Fakes that it references; Platforms, Memory and Net if not said
//     // unsafe: no           without AllowUnsafeBlocks
// A comment under a line marks the place and says what is expected there:
//     // ^^^^^^^ UK1001: message
// What has no place stands after the comments at the top. With UKGEN_ACCEPT=1 the files are rewritten.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Tests;

public sealed partial class RejectedTests
{
    private const string Usings = """
        global using System;
        global using Uk;
        global using Uk.EthDev;
        global using Uk.Memory;
        global using Uk.Mempool;
        global using Uk.Platform;
        global using Uk.Sched;

        """;

    private static string Folder => Path.Combine(Repository.TestFolder, "Rejected");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void IsReportedAtTheUsersLine(string file)
    {
        string path = Path.Combine(Folder, file + ".cs");
        string expected = File.ReadAllText(path);
        string received = Annotate(expected);
        if (Environment.GetEnvironmentVariable("UKGEN_ACCEPT") == "1") File.WriteAllText(path, expected = received);
        Assert.Equal(expected, received);
        string id = file.Split('-')[0];
        Assert.Contains(id + ": ", received, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryDiagnosticHasAFile() =>
        Assert.Empty(Diagnostics.All.Select(d => d.Id).Except(Files.Select(f => f.Data.Split('-')[0])));

    /// <summary>The file without its marks, and with those that its diagnostics give.</summary>
    private static string Annotate(string text)
    {
        List<string> lines = [.. text.Split('\n').Where(l => !Mark().IsMatch(l))];
        ImmutableArray<Diagnostic> diagnostics = Run(string.Join('\n', lines)).Diagnostics;
        foreach (Diagnostic diagnostic in diagnostics) Assert.DoesNotContain(".g.cs", diagnostic.ToString(), StringComparison.Ordinal);
        foreach (Diagnostic diagnostic in diagnostics
            .OrderByDescending(d => d.Location.GetLineSpan().StartLinePosition)
            .ThenByDescending(d => d.Id, StringComparer.Ordinal).ThenByDescending(d => d.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal))
        {
            FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
            string message = diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
            if (diagnostic.Location == Location.None)
            {
                lines.Insert(lines.FindIndex(l => !Header().IsMatch(l)), "// " + message);
                continue;
            }
            int start = span.StartLinePosition.Character;
            int end = span.EndLinePosition.Line == span.StartLinePosition.Line
                ? span.EndLinePosition.Character
                : lines[span.StartLinePosition.Line].Length;
            Assert.True(start >= 3, "Indent what is marked: the mark needs room for its slashes.");
            lines.Insert(span.StartLinePosition.Line + 1,
                "//" + new string(' ', start - 2) + new string('^', Math.Max(1, end - start)) + " " + message);
        }
        return string.Join('\n', lines);
    }

    private static BuildResult Run(string text)
    {
        Dictionary<string, string> header = text.Split('\n').Select(l => Header().Match(l)).TakeWhile(m => m.Success)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
        ImmutableArray<string> fakes = header.TryGetValue("fakes", out string? names)
            ? [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : ["Platforms", "Memory", "Net"];
        Build build = new()
        {
            Sources = [("App.cs", text), ("Usings.cs", Usings + string.Concat(fakes.Select(f => $"global using Fakes.{f};\n")))],
            Fakes = fakes,
            Target = header.GetValueOrDefault("target", "kvm"),
            AllowsUnsafe = header.GetValueOrDefault("unsafe") != "no",
            Output = header.GetValueOrDefault("output") == "library" ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
        };
        return build.Run();
    }

    [GeneratedRegex(@"^// (target|fakes|unsafe|output): (.*)$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^//( *\^+)? (UK|CS)\d{4}: ")]
    private static partial Regex Mark();
}
