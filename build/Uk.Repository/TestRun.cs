// Runs the test projects of the repository, two at a time and each in the order of the seed, and adds up what they say.

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Uk.Qemu;

namespace Uk.Repository;

internal sealed class TestRun(string root, TestOptions options)
{
    /// <summary>Most tests wait for one process that keeps one processor busy, and CI has two.</summary>
    private const int AtATime = 2;

    /// <summary>A project that takes longer hangs.</summary>
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(60);

    private readonly ConcurrentQueue<TestProject> _waiting = [];
    private readonly Dictionary<TestProject, TestOutcome> _done = [];
    private readonly Lock _lock = new();

    private string Results => Path.Combine(root, "artifacts", "tests");

    /// <summary>Returns 0 where everything passed or was skipped.</summary>
    public static int Run(string root, string[] arguments)
    {
        if (TestOptions.Parse(arguments) is { } options) return new TestRun(root, options).Run();
        Console.Error.WriteLine(TestOptions.Usage);
        return 2;
    }

    private int Run()
    {
        long start = Stopwatch.GetTimestamp();
        ImmutableArray<TestProject> projects = TestProject.All(root, options);
        Console.WriteLine($"test: building{(options.IsQuick ? " what the quick tests need" : "")}");
        if (projects.Length == 0 || !TestBuild.Run(root, options, projects))
        {
            Console.WriteLine(new TestCounts(0, 1, 0));
            return 1;
        }
        Console.WriteLine($"test: built in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; the order is that of --seed {options.Seed}");
        Directory.CreateDirectory(Results);
        foreach (TestProject project in projects) _waiting.Enqueue(project);
        Thread[] threads = [.. Enumerable.Range(0, AtATime).Select(_ => new Thread(RunWaiting))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        TestReport.Write(Path.Combine(root, "artifacts", "tests.json"), options.Seed, Stopwatch.GetElapsedTime(start).TotalSeconds, _done.Select(one => (one.Key, one.Value)));
        return Conclude();
    }

    private void RunWaiting()
    {
        while (_waiting.TryDequeue(out TestProject? project))
        {
            TestOutcome outcome = RunProject(project);
            lock (_lock)
            {
                _done.Add(project, outcome);
                TestCounts counts = outcome.Counts;
                Console.WriteLine($"{project.Name,-28} {counts.Passed,5} passed {counts.Failed,4} failed {counts.Skipped,4} skipped {outcome.Seconds,7:0.0} s {outcome.ProcessorSeconds,7:0.0} s of processors");
                foreach (string failure in outcome.Failures) Console.WriteLine(failure);
            }
        }
    }

    private TestOutcome RunProject(TestProject project)
    {
        string report = Path.Combine(Results, project.Name + ".xml");
        File.Delete(report);
        if (!File.Exists(project.Program)) return TestOutcome.Broken(project.Name, $"there is no {project.Program}: is the project in UkGen.sln?");
        ImmutableArray<string> arguments =
        [
            project.Program, ":" + options.Seed.ToString(CultureInfo.InvariantCulture), "-noColor", "-noLogo", "-xml", report, .. options.IsQuick ? project.QuickFilter : [],
        ];
        var command = new ChildCommand(new HostTool("dotnet", "dotnet-sdk-10.0").Require(), arguments);
        // Who runs few tests does not wait for the images of all.
        if (!options.IsQuick) command = command.RunBy("env", "UK_WHOLE_RUN=true");
        try
        {
            MeasuredRun run = MeasuredRun.Of(command, s_timeout);
            File.WriteAllText(Path.Combine(Results, project.Name + ".log"), run.Result.Output + run.Result.Error);
            return TestOutcome.Read(project.Name, report, run);
        }
        catch (TimeoutException e)
        {
            return TestOutcome.Broken(project.Name, e.Message);
        }
    }

    /// <summary>The end of what is printed: what was slow, what was skipped, and the line that counts all.</summary>
    private int Conclude()
    {
        TestReport.PrintSlowest(_done.Values.SelectMany(outcome => outcome.Times));
        foreach (IGrouping<string, string> reason in _done.Values.SelectMany(outcome => outcome.SkipReasons).GroupBy(reason => reason).OrderBy(group => group.Key, StringComparer.Ordinal))
            Console.WriteLine($"skipped {reason.Count()}: {reason.Key}");
        TestCounts total = _done.Values.Aggregate(new TestCounts(0, 0, 0), (sum, outcome) => sum + outcome.Counts);
        if (total is { Passed: 0, Failed: 0 }) total = total with { Failed = 1 };
        if (total.Failed != 0) Console.WriteLine($"again in this order: build/test.sh {(options.IsQuick ? "quick " : "")}--seed {options.Seed}");
        Console.WriteLine(total);
        return total.Failed == 0 ? 0 : 1;
    }
}
