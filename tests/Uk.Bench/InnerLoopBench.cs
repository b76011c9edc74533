// How long the author of a program waits after a changed line: for a .NET process that answers a packet, and for an image.
// Measured in a project of its own over the packages, as users have them, with the compiler's server that a user's SDK
// leaves running; it has a name of its own here and is stopped at the end.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Uk.Qemu;

namespace Uk.Bench;

internal static class InnerLoopBench
{
    private const int Rounds = 5;
    private const double IncrementalBudgetMs = 4000, NativeBudgetMs = 1500;

    /// <summary>Names of rows, and the targets of the build that they are.</summary>
    private static readonly (string Row, string Target)[] s_parts =
    [
        ("restore", "Restore"), ("compile", "CoreCompile"), ("features_and_dispatch", "UkDispatch"), ("ilc", "UkCompileToNative"),
        ("names", "UkWriteNames"), ("assemble", "UkAssemble"), ("link", "UkLink"), ("report", "UkWriteReport"),
    ];

    public static BenchResults Run()
    {
        var results = new BenchResults();
        using var folder = TemporaryFolder.Create();
        Say("packing");
        using var project = InnerLoopProject.Create(folder.Path);
        Say("the first publish, which fetches what is missing");
        project.Publish();
        byte[] first = Hash(project.Image);

        Say("publishing from nothing");
        project.Clean();
        Add(results, "publish.full", [project.Publish()], null);
        results.Add(new Measurement("innerloop.images_that_differ_after_clean", first.SequenceEqual(Hash(project.Image)) ? 0 : 1, "images") { Budget = 0 });
        Say("publishing what has not changed");
        Add(results, "publish.noop", [.. Enumerable.Range(0, Rounds).Select(_ => project.Publish())], null);
        Say("publishing after a changed line");
        AddIncremental(results, project);
        project.Edit(0);
        project.Publish();
        results.Add(new Measurement("innerloop.images_that_differ_after_edits", first.SequenceEqual(Hash(project.Image)) ? 0 : 1, "images") { Budget = 0 });
        Say("running as a .NET process after a changed line");
        AddHost(results, project);
        results.Note("Wall-clock times depend on what else the machine does: .best is the least of the rounds, .cpu the processor time of the build without the compiler's server.");
        return results;
    }

    private static void AddIncremental(BenchResults results, InnerLoopProject project)
    {
        var times = new List<BuildTime>();
        Dictionary<string, double> parts = [];
        for (int round = 1; round <= Rounds; round++)
        {
            project.Edit(round);
            times.Add(project.Publish());
            foreach ((string row, string target) in s_parts)
                parts[row] = Math.Min(parts.GetValueOrDefault(row, double.PositiveInfinity), times[^1].TargetMs.GetValueOrDefault(target));
        }
        Add(results, "publish.incremental", times, IncrementalBudgetMs);
        foreach ((string row, _) in s_parts) results.Add(new Measurement($"innerloop.publish.incremental.{row}.best", Math.Round(parts[row]), "ms"));
        double native = parts["ilc"] + parts["names"] + parts["assemble"] + parts["link"];
        results.Add(new Measurement("innerloop.publish.incremental.ilc_and_link.best", Math.Round(native), "ms") { Budget = NativeBudgetMs });
    }

    private static void AddHost(BenchResults results, InnerLoopProject project)
    {
        project.RunToFirstPacket();
        var waits = new List<double>();
        for (int round = 1; round <= Rounds; round++)
        {
            project.Edit(100 + round);
            waits.Add(project.RunToFirstPacket().TotalMilliseconds);
        }
        Statistics wall = Statistics.Of(waits);
        results.Add(new Measurement("innerloop.host.changed_line_to_first_packet.best", Math.Round(wall.Min), "ms") { Budget = IncrementalBudgetMs });
        results.Add(new Measurement("innerloop.host.changed_line_to_first_packet.median", Math.Round(wall.Median), "ms"));
    }

    private static void Add(BenchResults results, string row, IReadOnlyList<BuildTime> times, double? budget)
    {
        Statistics wall = Statistics.Of(times.Select(time => time.WallMs)), cpu = Statistics.Of(times.Select(time => time.ProcessorMs));
        results.Add(new Measurement($"innerloop.{row}.best", Math.Round(wall.Min), "ms") { Budget = budget });
        results.Add(new Measurement($"innerloop.{row}.median", Math.Round(wall.Median), "ms"));
        results.Add(new Measurement($"innerloop.{row}.cpu", Math.Round(cpu.Median), "ms"));
    }

    private static byte[] Hash(string path) => SHA256.HashData(File.ReadAllBytes(path));

    private static void Say(string text) => Console.Error.WriteLine("bench: " + text);
}
