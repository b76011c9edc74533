using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Uk.Qemu;

namespace Uk.Repository;

/// <summary>How many tests ended how. As text it is the line that ends a test run.</summary>
internal readonly record struct TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts operator +(TestCounts left, TestCounts right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed" + (Skipped == 0 ? "" : $", {Skipped} skipped");
}

/// <summary>What one test project said.</summary>
internal sealed record TestOutcome(TestCounts Counts, ImmutableArray<string> Failures, ImmutableArray<string> SkipReasons, ImmutableArray<TestTime> Times)
{
    private const int TailLines = 30;

    /// <summary>That passed.</summary>
    public double Seconds { get; init; }

    /// <summary>As <see cref="MeasuredRun.ProcessorSeconds"/>.</summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>A project that did not come to its end counts as one failed test, beside those that it reported.</summary>
    public static TestOutcome Broken(string name, string cause) => new(new TestCounts(0, 1, 0), [$"  FAILED {name}: {cause}"], [], []);

    /// <summary>Reads the report that xunit wrote, where it did.</summary>
    public static TestOutcome Read(string name, string reportPath, MeasuredRun measured) =>
        Read(name, reportPath, measured.Result) with { Seconds = measured.Seconds, ProcessorSeconds = measured.ProcessorSeconds };

    private static TestOutcome Read(string name, string reportPath, ToolResult run)
    {
        TestOutcome outcome;
        try
        {
            outcome = Parse(name, XDocument.Load(reportPath));
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            return Broken(name, $"ended with status {run.Status} and left no report\n{Tail(run)}");
        }
        if (run.Status == 0 || outcome.Counts.Failed != 0) return outcome;
        TestOutcome broken = Broken(name, $"ended with status {run.Status}\n{Tail(run)}");
        return outcome with { Counts = outcome.Counts + broken.Counts, Failures = [.. outcome.Failures, .. broken.Failures] };
    }

    private static TestOutcome Parse(string project, XDocument report)
    {
        XElement[] tests = [.. report.Descendants("test")];
        XElement[] failed = [.. tests.Where(test => Result(test) == "Fail")];
        XElement[] skipped = [.. tests.Where(test => Result(test) == "Skip")];
        // Fixtures and clean-up fail outside of any test.
        XElement[] errors = [.. report.Descendants("error")];
        return new TestOutcome(
            new TestCounts(tests.Count(test => Result(test) == "Pass"), failed.Length + errors.Length, skipped.Length),
            [.. failed.Select(Describe), .. errors.Select(Describe)],
            [.. skipped.Select(test => test.Element("reason")?.Value.Trim() ?? "no reason given")],
            [.. tests.Select(test => new TestTime(project, test.Attribute("name")?.Value ?? "", Result(test) ?? "", SecondsOf(test)))]);
    }

    private static double SecondsOf(XElement test) =>
        double.TryParse(test.Attribute("time")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? seconds : 0;

    private static string? Result(XElement test) => test.Attribute("result")?.Value;

    private static string Describe(XElement test)
    {
        string message = test.Descendants("message").FirstOrDefault()?.Value.Trim() ?? "";
        string trace = test.Descendants("stack-trace").FirstOrDefault()?.Value.Trim() ?? "";
        return $"  FAILED {test.Attribute("name")?.Value}\n    {(message + "\n" + trace).Replace("\n", "\n    ")}";
    }

    private static string Tail(ToolResult run) =>
        string.Join('\n', (run.Output + run.Error).TrimEnd().Split('\n').TakeLast(TailLines).Select(line => "    " + line));
}
