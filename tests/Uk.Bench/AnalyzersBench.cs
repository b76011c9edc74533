// What the analyzers add to a build of the applications: the same builds with and without them, by turns.

using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Bench;

internal static class AnalyzersBench
{
    private const int Rounds = 5;
    private const double BudgetPercent = 10;

    /// <param name="application">One of apps/, or nothing for all.</param>
    public static BenchResults Run(string application = "*")
    {
        var results = new BenchResults();
        string[] projects = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "apps"), application + ".csproj", SearchOption.AllDirectories).Order(System.StringComparer.Ordinal)];
        double with = 0, without = 0;
        foreach (string project in projects)
        {
            AppImage.Dotnet("build", project, "-c", "Release").OutputOrThrow();
            (Statistics analyzed, Statistics plain) = Measure(project);
            with += analyzed.Median;
            without += plain.Median;
            string name = Path.GetFileNameWithoutExtension(project);
            results.Add(new Measurement(name + ".build", System.Math.Round(analyzed.Median), "ms") { Peer = "without analyzers", PeerValue = System.Math.Round(plain.Median) });
        }
        results.Add(new Measurement("analyzers.cost", (with - without) / without * 100, "percent") { Budget = BudgetPercent });
        results.Note($"Medians of {Rounds} rebuilds of each application alone, with -p:UkAnalyze=true and false by turns.");
        return results;
    }

    private static (Statistics Analyzed, Statistics Plain) Measure(string project)
    {
        var times = new Dictionary<bool, List<double>> { [true] = [], [false] = [] };
        // The first of each loads the compiler's server.
        for (int round = 0; round <= Rounds; round++)
            foreach (bool analyzes in (bool[])[true, false])
            {
                double took = Rebuild(project, analyzes);
                if (round != 0) times[analyzes].Add(took);
            }
        return (Statistics.Of(times[true]), Statistics.Of(times[false]));
    }

    private static double Rebuild(string project, bool analyzes)
    {
        long start = Stopwatch.GetTimestamp();
        AppImage.Dotnet("build", project, "-c", "Release", "-t:Rebuild", "--no-restore", "-p:BuildProjectReferences=false",
            "-p:UkAnalyze=" + (analyzes ? "true" : "false")).OutputOrThrow();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
