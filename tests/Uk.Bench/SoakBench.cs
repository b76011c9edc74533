// A hundred million frames from DPDK through an image and back, with every mbuf accounted for at the end.

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using Uk.Qemu;

namespace Uk.Bench;

internal static partial class SoakBench
{
    private const long Frames = 100_000_000;
    private const int BackendCore = 0, FrontEndCore = 1;

    public static BenchResults Run()
    {
        var results = new BenchResults();
        string image = AppImage.Publish(Path.Combine(Repository.Root, "tests/images/ForwardSoak"), "linux");
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("vhost");
        using Testpmd backend = Testpmd.Start(new TestpmdOptions(TestpmdRole.Backend, socket, "flowgen", BackendCore));
        var command = new ChildCommand(image, [$"--port0=vhost-user:{socket}", string.Create(CultureInfo.InvariantCulture, $"--frames={Frames}")]);
        using var program = ChildProcess.Start(Priority.Raise(Priority.Pin(command, FrontEndCore)), ChildInput.None);
        long start = Stopwatch.GetTimestamp();
        string output = "";
        while (program.StandardOutput.ReadLine() is { } line)
        {
            Console.Error.WriteLine("bench: " + line);
            output += line + "\n";
            // The port is to lose its peer with packets in both rings.
            if (!line.Contains("balance", StringComparison.Ordinal)) continue;
            results.Add(new Measurement("soak.seconds", Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1), "s"));
            backend.Dispose();
        }
        results.Add(new Measurement("soak.frames", Number(output, Received()), "frames") { Budget = Frames, HigherIsBetter = true });
        results.Add(new Measurement("soak.unaccounted_frames", Math.Abs(Number(output, Balance())), "frames") { Budget = 0 });
        results.Add(new Measurement("soak.lost_mbufs", Number(output, Capacity()) - Number(output, Available()), "mbufs") { Budget = 0 });
        results.Add(new Measurement("soak.doubled_mbufs", Number(output, Available()) - Number(output, Distinct()), "mbufs") { Budget = 0 });
        return results;
    }

    private static double Number(string output, Regex pattern) =>
        pattern.Match(output) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new ToolFailedException("the image did not account for its mbufs: " + output);

    [GeneratedRegex(@"(\d+) received")] private static partial Regex Received();
    [GeneratedRegex(@"balance (-?\d+)")] private static partial Regex Balance();
    [GeneratedRegex(@"(\d+) of \d+ mbufs")] private static partial Regex Available();
    [GeneratedRegex(@"\d+ of (\d+) mbufs")] private static partial Regex Capacity();
    [GeneratedRegex(@"(\d+) of them once")] private static partial Regex Distinct();
}
