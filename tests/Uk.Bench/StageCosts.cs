// Cycles per packet in each stage of a loop, as the image itself counts them: [StageCycles].

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Bench;

internal static class StageCosts
{
    private const int LinesBefore = 2, LinesMeasured = 3;
    private static readonly string[] s_stages = ["rx", "parse", "tx", "mempool"];

    /// <summary>One row for each stage and for their sum, of one mode against the backend that suits it.</summary>
    /// <param name="start">Starts the backend at a socket.</param>
    public static void AddTo(BenchResults results, string mode, string image, int core, Func<string, Testpmd> start)
    {
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("vhost");
        using Testpmd backend = start(socket);
        var command = new ChildCommand(image, [$"--port0=vhost-user:{socket}", "--mode=" + mode]);
        using var program = ChildProcess.Start(Priority.Raise(Priority.Pin(command, core)), ChildInput.None);
        Dictionary<string, double>? first = null, last = null;
        for (int line = 0; line < LinesBefore + LinesMeasured;)
        {
            string text = program.StandardOutput.ReadLine() ?? throw new ToolFailedException($"{image} ended");
            if (!text.StartsWith("stages: ", StringComparison.Ordinal)) continue;
            last = Parse(text);
            if (++line == LinesBefore) first = last;
        }
        double Passed(string name) => last![name] - first![name];
        double packets = Passed(mode == "txonly" ? "sent" : "received");
        if (packets == 0) throw new ToolFailedException($"no packet went through: {backend.Log}");
        foreach (string stage in s_stages)
            results.Add(new Measurement($"dataplane.{mode}.64.cycles.{stage}", Math.Round(Passed(stage) / packets, 1), "cycles/packet"));
        results.Add(new Measurement($"dataplane.{mode}.64.cycles.all", Math.Round(s_stages.Sum(Passed) / packets, 1), "cycles/packet"));
    }

    /// <summary>Names and values in turn.</summary>
    private static Dictionary<string, double> Parse(string line)
    {
        string[] words = line["stages: ".Length..].Split(' ');
        return Enumerable.Range(0, words.Length / 2)
            .ToDictionary(i => words[2 * i], i => double.Parse(words[2 * i + 1], CultureInfo.InvariantCulture));
    }
}
