// Ring, mempool, hash table and routes as an image and in DPDK's C: the same operations on the same numbers, each timed
// from inside, both processes in turn.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Bench;

internal static class StructuresBench
{
    private const int Rounds = 5;
    private const string Peer = "DPDK (C)";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(120);
    private static readonly HostTool s_compiler = new("gcc", "gcc");
    private static readonly HostTool s_packages = new("pkg-config", "pkg-config libdpdk-dev");

    public static BenchResults Run()
    {
        var results = new BenchResults();
        string instructionSet = LangBench.InstructionSet();
        using var folder = TemporaryFolder.Create();
        string theirs = Compile(folder.File("structures"));
        string ours = AppImage.Publish(
            Path.Combine(Repository.Root, "tests/images/StructureBench"), "linux", [$"-p:UkInstructionSet={instructionSet}", "-p:UkOptimize=speed"]);
        results.Note($"image: linux target, UkOptimize=speed, UkInstructionSet={instructionSet}; DPDK {Version()}, gcc -O3 -march=native, "
            + $"--no-huge; one lcore; medians of {Rounds} runs in turn, each the best of 7 samples");
        var times = new Dictionary<string, (List<double> Ours, List<double> Theirs)>();
        var computed = new Dictionary<string, string>();
        for (int round = 1; round <= Rounds; round++)
        {
            Console.Error.WriteLine($"bench: round {round} of {Rounds}");
            Collect(new ChildCommand(theirs, ["--no-huge", "-m", "512", "--no-pci", "--no-telemetry", "-l", "0", "--log-level", "error"]), (name, ns, result) =>
            {
                if (!times.ContainsKey(name)) times[name] = ([], []);
                times[name].Theirs.Add(ns);
                computed[name] = result;
            });
            Collect(new ChildCommand(ours, []), (name, ns, result) =>
            {
                // Headroom is 128 bytes in both; keys, routes and numbers are the same.
                if (computed[name] != result) throw new ToolFailedException($"{name} computes {result} as an image and {computed[name]} in DPDK");
                times[name].Ours.Add(ns);
            });
        }
        foreach ((string name, (List<double> our, List<double> their)) in times)
            results.Add(new Measurement(name, Math.Round(Statistics.Of(our).Median, 2), "ns").Against(Peer, Math.Round(Statistics.Of(their).Median, 2)));
        return results;
    }

    private static void Collect(ChildCommand command, Action<string, double, string> add)
    {
        foreach (string line in ToolResult.Of(command, s_timeout).OutputOrThrow().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ');
            if (words.Length == 3) add(words[0], double.Parse(words[1], CultureInfo.InvariantCulture), words[2]);
        }
    }

    private static string Compile(string program)
    {
        string flags = s_packages.Output(s_timeout, "--cflags", "--libs", "libdpdk");
        s_compiler.Output(s_timeout,
        [
            "-O3", "-march=native", Path.Combine(Repository.Root, "tests/Uk.Bench/Dpdk/structures.c"), "-o", program,
            .. flags.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        ]);
        return program;
    }

    private static string Version() => s_packages.Output(s_timeout, "--modversion", "libdpdk").Trim();
}
