// Runs every test project of the repository and adds up what they say.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Repository;

internal static class TestRun
{
    /// <summary>A project that takes longer hangs.</summary>
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(60);

    /// <summary>Returns 0 where everything passed or was skipped.</summary>
    /// <param name="filters">Names of projects, or parts of names; empty for all.</param>
    public static int Run(string root, string[] filters)
    {
        string results = Path.Combine(root, "artifacts", "tests");
        Directory.CreateDirectory(results);
        var total = new TestCounts(0, 0, 0);
        var skipped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in TestProjects(root, filters))
        {
            long start = Stopwatch.GetTimestamp();
            TestOutcome outcome = RunProject(root, results, name);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine($"{name,-32} {outcome.Counts.Passed,5} passed {outcome.Counts.Failed,4} failed {outcome.Counts.Skipped,4} skipped {seconds,7:0.0} s");
            foreach (string failure in outcome.Failures) Console.WriteLine(failure);
            foreach (string reason in outcome.SkipReasons) skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
            total += outcome.Counts;
        }
        foreach ((string reason, int count) in skipped) Console.WriteLine($"skipped {count}: {reason}");
        if (total is { Passed: 0, Failed: 0 }) total = total with { Failed = 1 };
        Console.WriteLine(total);
        return total.Failed == 0 ? 0 : 1;
    }

    private static IEnumerable<string> TestProjects(string root, string[] filters) =>
        Directory.GetFiles(Path.Combine(root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => filters.Length == 0 || filters.Any(name.Contains))
            .Order(StringComparer.Ordinal);

    private static TestOutcome RunProject(string root, string results, string name)
    {
        string program = Path.Combine(root, "tests", name, "bin", "Release", "net10.0", name + ".dll");
        string report = Path.Combine(results, name + ".xml");
        File.Delete(report);
        if (!File.Exists(program)) return TestOutcome.Broken(name, $"there is no {program}: is the project in UkGen.sln?");
        try
        {
            var command = new ChildCommand(new HostTool("dotnet", "dotnet-sdk-10.0").Require(), [program, "-noColor", "-noLogo", "-xml", report]).RunBy("env", "UK_WHOLE_RUN=true");
            ToolResult run = ToolResult.Of(command, s_timeout);
            File.WriteAllText(Path.Combine(results, name + ".log"), run.Output + run.Error);
            return TestOutcome.Read(name, report, run);
        }
        catch (TimeoutException e)
        {
            return TestOutcome.Broken(name, e.Message);
        }
    }
}
