// Ordinary C# as an image and under CoreCLR: the same programs, each timed from inside when it is warm, both processes in
// turn. And how long a small program takes from its start to its result.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Bench;

internal static class LangBench
{
    private const int Rounds = 5, StartRounds = 21;
    private const string Peer = "CoreCLR";
    private const string Programs = "tests/images/LanguageBench", Start = "tests/images/LanguageStart";

    // Ours divided by CoreCLR's may be at most this.
    private const double ComputeBudget = 1.0, AllocationBudget = 2.0, StartBudget = 0.05;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(120);

    public static BenchResults Run()
    {
        var results = new BenchResults();
        string instructionSet = InstructionSet();
        results.Note($"image: linux target, collected heap, UkOptimize=speed, UkInstructionSet={instructionSet}; medians of {Rounds} runs in turn");
        AddPrograms(results, instructionSet);
        AddStart(results, instructionSet);
        return results;
    }

    private static void AddPrograms(BenchResults results, string instructionSet)
    {
        string image = Publish(Programs, instructionSet);
        string assembly = Build(Programs);
        var ours = new Dictionary<string, List<Outcome>>();
        var theirs = new Dictionary<string, List<Outcome>>();
        var withoutProfile = new Dictionary<string, List<Outcome>>();
        for (int round = 1; round <= Rounds; round++)
        {
            Console.Error.WriteLine($"bench: round {round} of {Rounds}");
            Collect(theirs, new ChildCommand("dotnet", [assembly]));
            Collect(ours, new ChildCommand(image, []));
            Collect(withoutProfile, new ChildCommand("env", ["DOTNET_TieredPGO=0", "dotnet", assembly]));
        }
        foreach ((string name, List<Outcome> outcomes) in ours)
        {
            if (outcomes.Concat(theirs[name]).Select(outcome => outcome.Result).Distinct().Count() > 1)
                throw new ToolFailedException($"{name} computes one thing as an image and another on .NET");
            double mine = Median(outcomes), peer = Median(theirs[name]);
            // How long a pause may be depends on what is alive: there is no budget for it.
            if (name.StartsWith("pause.", StringComparison.Ordinal)) results.Add(Row(name, "us", mine, peer));
            else Add(results, name, "us", mine, peer, BudgetOf(name));
            if (mine > peer * BudgetOf(name)) Explain(results, name, mine / Median(withoutProfile[name]));
        }
    }

    /// <summary>CoreCLR counts while it runs which way branches and calls go, and compiles again. An image is compiled before.</summary>
    private static void Explain(BenchResults results, string name, double ratio) =>
        results.Note(string.Create(CultureInfo.InvariantCulture, $"{name}: {ratio:0.00} of CoreCLR without its profile (DOTNET_TieredPGO=0), in the same rounds"));

    private static double BudgetOf(string name) =>
        name.StartsWith("alloc.", StringComparison.Ordinal) || name.StartsWith("throw.", StringComparison.Ordinal) ? AllocationBudget
        : name.StartsWith("pause.", StringComparison.Ordinal) ? double.PositiveInfinity
        : ComputeBudget;

    private static double Median(List<Outcome> outcomes) => Statistics.Of(outcomes.Select(outcome => outcome.Nanoseconds / 1000)).Median;

    private static void Add(BenchResults results, string metric, string unit, double ours, double theirs, double budget) =>
        results.Add(Row(metric, unit, ours, theirs) with { Budget = Math.Round(theirs * budget, 1) });

    private static Measurement Row(string metric, string unit, double ours, double theirs) =>
        new Measurement(metric, Math.Round(ours, 1), unit).Against(Peer, Math.Round(theirs, 1));

    private readonly record struct Outcome(double Nanoseconds, string Result);

    /// <summary>A program prints its name, its nanoseconds and what it computed.</summary>
    private static void Collect(Dictionary<string, List<Outcome>> outcomes, ChildCommand command)
    {
        foreach (string line in Output(command).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ');
            if (!outcomes.TryGetValue(words[0], out List<Outcome>? list)) outcomes[words[0]] = list = [];
            list.Add(new Outcome(double.Parse(words[1], CultureInfo.InvariantCulture), words[2]));
        }
    }

    private static void AddStart(BenchResults results, string instructionSet)
    {
        var image = new ChildCommand(Publish(Start, instructionSet), []);
        var assembly = new ChildCommand("dotnet", [Build(Start)]);
        if (Output(image) != Output(assembly)) throw new ToolFailedException($"{Start} prints one thing as an image and another on .NET");
        var ours = new List<double>();
        var theirs = new List<double>();
        for (int round = 0; round < StartRounds; round++)
        {
            theirs.Add(MsOf(assembly));
            ours.Add(MsOf(image));
        }
        Add(results, "start_to_result", "ms", Statistics.Of(ours).Median, Statistics.Of(theirs).Median, StartBudget);
    }

    private static double MsOf(ChildCommand command)
    {
        long start = Stopwatch.GetTimestamp();
        Output(command);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Output(ChildCommand command) => ToolResult.Of(command, s_timeout).OutputOrThrow();

    private static string Publish(string project, string instructionSet) =>
        AppImage.Publish(Path.Combine(Repository.Root, project), "linux", [$"-p:UkInstructionSet={instructionSet}"]);

    /// <summary>The program as dotnet run -c Release starts it.</summary>
    private static string Build(string project)
    {
        string folder = Path.Combine(Repository.Root, project);
        Output(new ChildCommand("dotnet", ["build", folder, "-c", "Release", "-v", "quiet", "--nologo"]));
        return Path.Combine(folder, "bin", "Release", "net10.0", Path.GetFileName(project) + ".dll");
    }

    /// <summary>The JIT uses what the machine has, so the image does.</summary>
    internal static string InstructionSet()
    {
        string flags = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal)) ?? "";
        HashSet<string> has = [.. flags.Split(' ')];
        if (has.IsSupersetOf(["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"])) return "x86-64-v4";
        if (has.IsSupersetOf(["avx2", "bmi1", "bmi2", "fma", "movbe"])) return "x86-64-v3";
        return has.Contains("sse4_2") ? "x86-64-v2" : "x86-64";
    }
}
