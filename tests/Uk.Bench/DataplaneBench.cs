// The data plane against DPDK's own: one core runs testpmd as vhost-user backend, the other in turn testpmd and our image as
// front end. The backend counts for both. Everything runs at its defaults, and testpmd once more with the packed ring.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Uk.Bench.LinuxGuest;
using Uk.Qemu;

namespace Uk.Bench;

internal static class DataplaneBench
{
    private const int Rounds = 5;
    private const string Stages = "stages", Instructions = "instructions", Guest = "guest";
    private const string Defaults = "testpmd", Packed = "testpmd, packed_vq=1", PackedRing = ",packed_vq=1";
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(700), s_measured = TimeSpan.FromMilliseconds(1500);

    private static readonly DataplaneScenario[] s_scenarios =
    [
        new("txonly", "rxonly", "PacketSend", 64),
        new("rxonly", "txonly", "PacketReceive", 64),
        new("macswap", "flowgen", "L2Forward", 64),
        new("txonly", "rxonly", "PacketSend", 1500),
        new("rxonly", "txonly", "PacketReceive", 1500),
        new("macswap", "io", "L2Forward", 1500),
    ];

    private static readonly DataplaneScenario[] s_short = [.. s_scenarios.Where(scenario => scenario.FrameBytes == 64)];

    /// <param name="only">The name of one scenario, "stages", "instructions", "guest", or null for all.</param>
    public static BenchResults Run(string? only = null)
    {
        var results = new BenchResults();
        results.Note($"front end on core {DataplaneScenario.FrontEndCore}, backend (testpmd, net_vhost) on core {DataplaneScenario.BackendCore}, no hugepages; medians of {Rounds} rounds in turn");
        Testpmd.Tool.Require();
        if (only is not (null or Stages or Instructions or Guest) && s_scenarios.All(scenario => scenario.Name != only))
            throw new ToolFailedException($"dataplane has {string.Join(", ", s_scenarios.Select(scenario => scenario.Name))}, {Stages}, {Instructions}, {Guest}, and no {only}");
        Dictionary<string, string> images = s_scenarios.Where(s => only is null || s.Name == only).Select(s => s.Application).Distinct()
            .ToDictionary(name => name, name => Repository.Publish(name, "linux"));
        foreach (DataplaneScenario scenario in s_scenarios.Where(s => only is null || s.Name == only)) Measure(results, scenario, images[scenario.Application]);
        if (only is null or Stages) AddStages(results);
        if (only is null or Instructions) AddInstructions(results);
        if (only is null or Guest) GuestComparison.AddTo(results, s_short);
        return results;
    }

    /// <summary>As the processor executes them, from one burst to the next: what the code costs without its waits for memory.</summary>
    private static void AddInstructions(BenchResults results)
    {
        foreach (DataplaneScenario scenario in s_short)
        {
            Console.Error.WriteLine($"bench: {scenario.Name}: instructions");
            double ours = Math.Round(InstructionsPerPacket.OfImage(scenario, Repository.Publish(scenario.Application, "linux")), 1);
            var row = new Measurement($"dataplane.{scenario.Name}.instructions", ours, "instructions/packet");
            results.Add(row.Against(Defaults, Math.Round(InstructionsPerPacket.OfTestpmd(scenario, ""), 1)));
            results.Add((row with { Metric = row.Metric + ".packed" }).Against(Packed, Math.Round(InstructionsPerPacket.OfTestpmd(scenario, PackedRing), 1)));
        }
        results.Note("instructions: of the thread that forwards, stepped through with ptrace");
    }

    /// <summary>In a run of its own: who looks at the clock for each burst is a little slower.</summary>
    private static void AddStages(BenchResults results)
    {
        string image = AppImage.Publish(Path.Combine(Repository.Root, "tests/images/DataplaneStages"), "linux");
        foreach (DataplaneScenario scenario in s_short)
            StageCosts.AddTo(results, scenario.FrontEnd, image, DataplaneScenario.FrontEndCore, scenario.StartBackend);
        results.Note("cycles: of the time stamp counter, as the image counts them with [StageCycles]; rx and tx without what they call of the pool");
    }

    private static void Measure(BenchResults results, DataplaneScenario scenario, string image)
    {
        List<double> ours = [], defaults = [], packed = [];
        for (int round = 1; round <= Rounds; round++)
        {
            defaults.Add(OfTestpmd(scenario, ""));
            ours.Add(OfImage(scenario, image));
            packed.Add(OfTestpmd(scenario, PackedRing));
            Console.Error.WriteLine(FormattableString.Invariant(
                $"bench: {scenario.Name}, round {round} of {Rounds}: {Defaults} {defaults[^1]:0.00}, ours {ours[^1]:0.00}, {Packed} {packed[^1]:0.00} Mp/s"));
        }
        double median = Math.Round(Statistics.Of(ours).Median, 2), peer = Math.Round(Statistics.Of(defaults).Median, 2);
        double packedPeer = Math.Round(Statistics.Of(packed).Median, 2);
        var rate = new Measurement("dataplane." + scenario.Name, median, "Mp/s") { HigherIsBetter = true };
        results.Add((rate with { Budget = peer }).Against(Defaults, peer));
        results.Add((rate with { Metric = rate.Metric + ".packed" }).Against(Packed, packedPeer));
    }

    private static double OfTestpmd(DataplaneScenario scenario, string device)
    {
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("vhost");
        using Testpmd backend = scenario.StartBackend(socket);
        using Testpmd frontEnd = Testpmd.Start(new TestpmdOptions(TestpmdRole.FrontEnd, socket, scenario.FrontEnd, DataplaneScenario.FrontEndCore)
        {
            FrameBytes = scenario.FrameBytes,
            Device = device,
        });
        return Rate(scenario, backend);
    }

    private static double OfImage(DataplaneScenario scenario, string image)
    {
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("vhost");
        using Testpmd backend = scenario.StartBackend(socket);
        var command = new ChildCommand(image, [$"--port0=vhost-user:{socket}", $"--bytes={scenario.FrameBytes}"]);
        using var frontEnd = ChildProcess.Start(Priority.Raise(Priority.Pin(command, DataplaneScenario.FrontEndCore)), ChildInput.None);
        double rate = Rate(scenario, backend);
        if (frontEnd.HasExited) throw new ToolFailedException($"{image} ended: {frontEnd.StandardOutput.ReadToEnd()}");
        return rate;
    }

    /// <summary>Millions of packets in a second.</summary>
    private static double Rate(DataplaneScenario scenario, Testpmd backend)
    {
        backend.WaitForLink();
        // Flowgen knows one length, so longer frames are thrown in once, when somebody is there, and go round and round.
        if (scenario.Backend == "io")
        {
            backend.Say("stop");
            Thread.Sleep(200);
            backend.Say("start tx_first 32");
        }
        Thread.Sleep(s_warmUp);
        TestpmdCounters before = backend.ReadCounters();
        Thread.Sleep(s_measured);
        TestpmdCounters after = backend.ReadCounters();
        long packets = scenario.Count(after) - scenario.Count(before);
        if (packets == 0) throw new ToolFailedException($"no packet went through: {backend.Log}");
        return packets / Stopwatch.GetElapsedTime(before.Timestamp, after.Timestamp).TotalMicroseconds;
    }
}
