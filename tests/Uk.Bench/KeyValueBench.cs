// The key-value store against its counterpart in C on DPDK, over the same link: one core asks through DPDK's vhost-user
// backend, the other runs in turn our image and the C program as front end. The asking side counts for both, and checks every
// value that it gets.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Uk.Qemu;

namespace Uk.Bench;

internal static class KeyValueBench
{
    private const int Rounds = 5;
    private const int AskingCore = 0, ServingCore = 1;
    private const int Keys = 4096, SetsPercent = 10, WarmUpMs = 600, MeasuredMs = 1500;
    private const string Counterpart = "C on DPDK";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);
    private static readonly HostTool s_compiler = new("gcc", "gcc");
    private static readonly HostTool s_packages = new("pkg-config", "pkg-config");

    /// <param name="Window">Requests under way at once.</param>
    /// <param name="Batch">Operations in a request.</param>
    private sealed record Scenario(string Name, int Window, int Batch);

    private static readonly Scenario[] s_scenarios = [new("single", 256, 1), new("batch16", 128, 16), new("one_at_a_time", 1, 1)];

    /// <summary>What the asking side printed at its end.</summary>
    private sealed record Outcome(double RequestsPerSecond, double MedianNs, double P99Ns, double P999Ns, double Lost, double Wrong);

    public static BenchResults Run()
    {
        var results = new BenchResults();
        results.Note($"asking (DPDK, net_vhost) on core {AskingCore}, serving on core {ServingCore}, no hugepages; {Keys} keys, {SetsPercent} % set, UDP checksums; medians of {Rounds} rounds in turn");
        string image = Repository.Publish("KeyValue", "linux", "-p:UkOptimize=speed");
        using var folder = TemporaryFolder.Create();
        string asking = Compile("kv_load", folder), counterpart = Compile("kv_server", folder);
        foreach (Scenario scenario in s_scenarios)
        {
            List<Outcome> ours = [], theirs = [];
            for (int round = 1; round <= Rounds; round++)
            {
                theirs.Add(Measure(scenario, asking, CounterpartAt, counterpart));
                ours.Add(Measure(scenario, asking, ImageAt, image));
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"bench: {scenario.Name}, round {round} of {Rounds}: {Counterpart} {theirs[^1].RequestsPerSecond:N0}, ours {ours[^1].RequestsPerSecond:N0} requests/s"));
            }
            Add(results, scenario, ours, theirs);
        }
        return results;
    }

    private static void Add(BenchResults results, Scenario scenario, List<Outcome> ours, List<Outcome> theirs)
    {
        void Row(string name, string unit, bool higherIsBetter, Func<Outcome, double> value)
        {
            double mine = Math.Round(Statistics.Of(ours.Select(value)).Median), peer = Math.Round(Statistics.Of(theirs.Select(value)).Median);
            results.Add(new Measurement($"keyvalue.{scenario.Name}.{name}", mine, unit) { HigherIsBetter = higherIsBetter }.Against(Counterpart, peer));
        }
        Row("requests", "1/s", true, o => o.RequestsPerSecond);
        Row("latency.median", "ns", false, o => o.MedianNs);
        Row("latency.p99", "ns", false, o => o.P99Ns);
        Row("latency.p999", "ns", false, o => o.P999Ns);
        Row("lost", "requests", false, o => o.Lost);
    }

    private static ChildCommand CounterpartAt(string program, string socket) =>
        new(program, ["-l", Number(ServingCore), .. Environment("s"), "--vdev", $"net_virtio_user0,path={socket},queues=1"]);

    private static ChildCommand ImageAt(string image, string socket) =>
        Priority.Pin(new ChildCommand(image, [$"--port0=vhost-user:{socket}"]), ServingCore);

    private static Outcome Measure(Scenario scenario, string asking, Func<string, string, ChildCommand> serving, string server)
    {
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("vhost");
        ChildCommand ask = new(asking,
        [
            "-l", Number(AskingCore), .. Environment("a"), "--vdev", $"net_vhost0,iface={socket},queues=1", "--",
            Number(scenario.Window), Number(scenario.Batch), Number(Keys), Number(SetsPercent), Number(WarmUpMs), Number(MeasuredMs),
        ]);
        using var asker = ChildProcess.Start(Priority.Raise(ask), ChildInput.None);
        // DPDK's backend makes the socket; a front end that comes too early may not wait for it.
        SpinWait.SpinUntil(() => File.Exists(socket) || asker.HasExited, s_timeout);
        using var served = ChildProcess.Start(Priority.Raise(serving(server, socket)), ChildInput.None);
        var errors = asker.StandardError.ReadToEndAsync();
        string output = asker.StandardOutput.ReadToEnd();
        if (!asker.WaitForExit(s_timeout) || asker.ExitCode != 0)
            throw new ToolFailedException($"{ask}: {errors.Result.Trim()}");
        Outcome outcome = Parse(output);
        if (outcome.Wrong != 0) throw new ToolFailedException($"{server} gave {outcome.Wrong} wrong answers");
        return outcome;
    }

    /// <summary>Names and values in turn, behind the name of the program.</summary>
    private static Outcome Parse(string output)
    {
        string line = output.Split('\n').LastOrDefault(text => text.StartsWith("kv_load: requests_per_second", StringComparison.Ordinal))
            ?? throw new ToolFailedException($"kv_load said: {output.Trim()}");
        string[] words = line.Split(' ');
        double Of(string name) => double.Parse(words[Array.IndexOf(words, name) + 1], CultureInfo.InvariantCulture);
        return new Outcome(Of("requests_per_second"), Of("median_ns"), Of("p99_ns"), Of("p999_ns"), Of("lost"), Of("wrong"));
    }

    private static string[] Environment(string prefix) =>
        ["--no-huge", "-m", "256", "--no-pci", "--no-telemetry", "--file-prefix", $"ukkv{prefix}{System.Environment.ProcessId}"];

    /// <summary>Compiled as DPDK's own applications are: for this processor.</summary>
    private static string Compile(string name, TemporaryFolder folder)
    {
        string source = Path.Combine(Repository.Root, "tests/Uk.Bench/KeyValue", name + ".c"), program = folder.File(name);
        ToolResult flags = s_packages.Run(s_timeout, "--cflags", "--libs", "libdpdk");
        if (flags.Status != 0) throw new MissingToolException(new HostTool("libdpdk.pc", "libdpdk-dev"));
        string[] words = flags.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        s_compiler.Output(s_timeout, ["-O3", "-march=native", "-Wall", "-Wextra", "-Werror", "-o", program, source, .. words]);
        return program;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
