// How long everything took: a table for people, artifacts/tests.json for programs.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Uk.Qemu;

namespace Uk.Repository;

/// <summary>How long one test took.</summary>
internal readonly record struct TestTime(string Project, string Name, string Result, double Seconds);

internal static class TestReport
{
    private const int Slowest = 10, NameLength = 110;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void PrintSlowest(IEnumerable<TestTime> tests)
    {
        Console.WriteLine("the slowest:");
        foreach (TestTime test in tests.OrderByDescending(test => test.Seconds).Take(Slowest))
            Console.WriteLine($"{test.Seconds,8:0.0} s  {(test.Name.Length > NameLength ? test.Name[..NameLength] + "…" : test.Name)}");
    }

    /// <summary>Replaces the file.</summary>
    public static void Write(string path, int seed, double seconds, IEnumerable<(TestProject Project, TestOutcome Outcome)> projects)
    {
        (TestProject Project, TestOutcome Outcome)[] all = [.. projects.OrderBy(one => one.Project.Name, StringComparer.Ordinal)];
        var report = new
        {
            Seed = seed,
            Seconds = Math.Round(seconds, 1),
            Projects = all.Select(one => new
            {
                one.Project.Name,
                one.Outcome.Counts.Passed,
                one.Outcome.Counts.Failed,
                one.Outcome.Counts.Skipped,
                Seconds = Math.Round(one.Outcome.Seconds, 1),
                ProcessorSeconds = Math.Round(one.Outcome.ProcessorSeconds, 1),
            }),
            Tests = all.SelectMany(one => one.Outcome.Times).OrderByDescending(test => test.Seconds).ThenBy(test => test.Name, StringComparer.Ordinal),
        };
        File.WriteAllText(path, JsonSerializer.Serialize(report, s_json) + "\n");
    }
}
