// How well the analyzers tell right from wrong, measured over the files in Corpus/. A line that is wrong says so:
//     File.ReadAllText("a");            // expect: UK2001
// and one that is wrong and known not to be found:
//     Use(packet);                      // misses: UK2201
// All else is right. Every file is compiled by itself, over the repository's libraries.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Analyzers.Tests;

public sealed partial class CorpusTests(ITestOutputHelper output)
{
    private const int FilesMin = 300;
    /// <summary>Of what is wrong, how much is found. What is missed is marked in the corpus, with its reason.</summary>
    private const double RecallMin = 0.97;

    private static readonly string s_folder = Path.Combine(Repository.TestFolder, "Corpus");

    /// <summary>What images had when the corpus was written: that they have more one day makes no line in it right.</summary>
    private static readonly Lazy<string> s_surface = new(() => File.ReadAllText(Path.Combine(s_folder, "Surface.txt")));

    [Fact]
    public void Everything_that_is_reported_is_wrong_and_nearly_all_that_is_wrong_is_reported()
    {
        string[] files = [.. Directory.EnumerateFiles(s_folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        var differences = new StringBuilder();
        foreach (string file in files)
            foreach ((string id, Score score) in Compare(Path.GetRelativePath(s_folder, file), File.ReadAllText(file), differences))
                scores[id] = scores.GetValueOrDefault(id) + score;
        Score all = scores.Values.Aggregate(default(Score), (sum, score) => sum + score);
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        Surface.Parse(s_surface.Value.Split('\n'));
        output.WriteLine(FormattableString.Invariant($"the list of what images have is read in {System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms"));
        output.WriteLine($"{files.Length} files\n{"rule",-8} {"right",6} {"wrong",6} {"missed",6} {"precision",10} {"recall",8}");
        foreach ((string id, Score score) in scores.Append(new("all", all))) output.WriteLine($"{id,-8} {score}");
        Assert.True(differences.Length == 0, differences.ToString());
        Assert.True(files.Length >= FilesMin, $"{files.Length} files");
        Assert.Equal(0, all.Wrong);
        Assert.True(all.Recall >= RecallMin, $"{all.Recall}");
    }

    /// <summary>Every rule is expected somewhere, and somewhere its neighbours are right.</summary>
    [Fact]
    public void Every_rule_is_in_the_corpus()
    {
        string all = string.Concat(Directory.EnumerateFiles(s_folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(Rules.All, rule => Assert.Matches("expect: [^\n]*" + rule.Id, all));
    }

    private static Dictionary<string, Score> Compare(string file, string text, StringBuilder differences)
    {
        List<(int Line, string Id)> expected = [.. Marks(text, "expect")], missed = [.. Marks(text, "misses")];
        string surface = Lacking().Match(text) is { Success: true } lacking ? SurfaceWithout(lacking.Groups[1].Value.Split(' ', StringSplitOptions.TrimEntries)) : s_surface.Value;
        ImmutableArray<Diagnostic> reported = Analysis.OfSnippet(text, surface);
        var scores = new Dictionary<string, Score>(StringComparer.Ordinal);
        foreach (Diagnostic diagnostic in reported)
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
            bool isRight = expected.Remove((line, diagnostic.Id));
            scores[diagnostic.Id] = scores.GetValueOrDefault(diagnostic.Id) + new Score(isRight ? 1 : 0, isRight ? 0 : 1, 0);
            if (!isRight) differences.AppendLine($"{file}({line}): not expected: {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }
        foreach ((int line, string id) in expected) differences.AppendLine($"{file}({line}): expected and not reported: {id}");
        foreach ((int _, string id) in missed.Concat(expected)) scores[id] = scores.GetValueOrDefault(id) + new Score(0, 0, 1);
        return scores;
    }

    private static IEnumerable<(int Line, string Id)> Marks(string text, string word) =>
        text.Split('\n').SelectMany((line, i) => Mark().Matches(line).Where(mark => mark.Groups[1].Value == word)
            .SelectMany(mark => mark.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(id => id.StartsWith("UK", StringComparison.Ordinal)))
            .Select(id => (i + 1, id)));

    /// <summary>What images have, without some of it: types by name, members behind their type and a colon.</summary>
    private static string SurfaceWithout(string[] names)
    {
        List<string> lines = [.. s_surface.Value.Split('\n')];
        foreach (string name in names)
        {
            string[] parts = name.Split(':');
            int at = lines.IndexOf(parts[0]);
            Assert.True(at >= 0, name);
            if (parts.Length == 2) lines.Insert(at + 1, " " + parts[1]);
            else
                do lines.RemoveAt(at);
                while (at < lines.Count && lines[at].StartsWith(' '));
        }
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"// (expect|misses): ((UK\d{4} ?)+)")]
    private static partial Regex Mark();

    /// <summary>// lacking: System.Threading.Monitor System.String:M.Concat(System.String,System.String)</summary>
    [GeneratedRegex(@"^// lacking: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Lacking();

    /// <param name="Right">Reported, and wrong in the source.</param>
    /// <param name="Wrong">Reported, and right in the source.</param>
    /// <param name="Missed">Wrong in the source, and not reported.</param>
    private readonly record struct Score(int Right, int Wrong, int Missed)
    {
        public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);
        public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);
        public static Score operator +(Score left, Score right) => new(left.Right + right.Right, left.Wrong + right.Wrong, left.Missed + right.Missed);
        public override string ToString() => FormattableString.Invariant($"{Right,6} {Wrong,6} {Missed,6} {Precision,10:0.000} {Recall,8:0.000}");
    }
}
