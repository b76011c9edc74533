// `uk top`: the counters of running programs, read from their memory. They do nothing for it and have no code for it.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Spectre.Console;

namespace Uk.Tool.Live;

internal static class TopCommand
{
    private const string Origin = "uk top";

    public static Command Create()
    {
        var program = new Argument<string?>("PROGRAM")
        {
            Description = "A process id, or the name or path of an image. Default: all that run.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var interval = new Option<double>("--interval") { Description = "Seconds between two readings.", DefaultValueFactory = _ => 1 };
        interval.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.05 and <= 3600)) result.AddError("--interval: from 0.05 to 3600 seconds.");
        });
        var once = new Option<bool>("--once") { Description = "One table, over one interval; then end." };
        var json = new Option<bool>("--json") { Description = "A line of JSON for each interval." };
        var command = new Command("top", "Shows what the ports of running programs receive, send and drop each second; they take no part in it.") { program, interval, once, json };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(
            parse.GetValue(program), TimeSpan.FromSeconds(parse.GetRequiredValue(interval)), parse.GetValue(once), parse.GetValue(json))));
        return command;
    }

    private static int Run(string? wanted, TimeSpan interval, bool once, bool json)
    {
        List<string> refusals = [];
        List<ILiveProgram> programs = RunningPrograms.Open(wanted, refusals);
        foreach (string refusal in refusals) Console.Error.WriteLine($"{Origin}: {refusal}");
        if (programs.Count == 0)
            return Failure.Report(Origin, wanted is null
                ? "no program runs that could be looked at: images in QEMU or on Linux with their .dbg beside them, and .NET processes with ports"
                : $"'{wanted}' does not run, or its .dbg does not lie beside it");
        try
        {
            Watch(programs, interval, once, json);
        }
        finally
        {
            foreach (ILiveProgram program in programs) program.Dispose();
        }
        return 0;
    }

    private static void Watch(List<ILiveProgram> programs, TimeSpan interval, bool once, bool json)
    {
        Dictionary<ILiveProgram, LiveReading> before = ReadAll(programs);
        long start = Stopwatch.GetTimestamp();
        while (before.Count != 0)
        {
            Thread.Sleep(interval);
            Dictionary<ILiveProgram, LiveReading> now = ReadAll(programs);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            var report = new TopReport([.. now.Where(reading => before.ContainsKey(reading.Key))
                .Select(reading => ProgramRates.Of(reading.Key, before[reading.Key], reading.Value, elapsed))]);
            if (json) Console.WriteLine(JsonSerializer.Serialize(report, TopJson.Default.TopReport));
            else Show(report, clear: !once);
            if (once) return;
            before = now;
        }
    }

    /// <summary>Those that still run.</summary>
    private static Dictionary<ILiveProgram, LiveReading> ReadAll(List<ILiveProgram> programs)
    {
        Dictionary<ILiveProgram, LiveReading> readings = [];
        foreach (ILiveProgram program in programs)
        {
            try
            {
                readings[program] = program.Read();
            }
            catch (IOException)
            {
                // Ended.
            }
        }
        return readings;
    }

    private static void Show(TopReport report, bool clear)
    {
        if (clear && !Console.IsOutputRedirected) AnsiConsole.Clear();
        foreach (ProgramRates program in report.Programs)
        {
            string heap = program.HeapBytes is { } bytes ? $", heap {Text(bytes)} bytes" : "";
            string busy = string.Concat(program.Threads.Select(thread => $", {thread.Name} {thread.Busy.ToString("0%", CultureInfo.InvariantCulture)}"));
            Console.WriteLine($"{program.Name} ({program.Target}, process {program.ProcessId}){heap}{busy}");
            Tables.Console.Write(PortsOf(program));
        }
    }

    private static Table PortsOf(ProgramRates program)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in (string[])["port", "rx packets/s", "rx Mbit/s", "tx packets/s", "tx Mbit/s", "drops/s", "rx", "tx", "dropped"])
            table.AddColumn(new TableColumn(column) { Alignment = column is "port" or "dropped" ? Justify.Left : Justify.Right, NoWrap = column != "dropped" });
        foreach (QueueRates queue in program.Queues)
        {
            bool several = program.Queues.Count(other => other.Port == queue.Port) > 1;
            table.AddRow(
                new Text($"{queue.Port} {queue.Name}{(several ? $" queue {queue.Queue}" : "")}"),
                new Text(Text(queue.RxPacketsPerSecond)), new Text(Megabits(queue.RxBitsPerSecond)),
                new Text(Text(queue.TxPacketsPerSecond)), new Text(Megabits(queue.TxBitsPerSecond)), new Text(Text(queue.DropsPerSecond)),
                new Text(Text(queue.RxPackets)), new Text(Text(queue.TxPackets)),
                new Text(string.Join(", ", queue.Drops.Select(drop => $"{drop.Key} {Text(drop.Value)}"))));
        }
        return table;
    }

    private static string Text(IFormattable number) => number.ToString("N0", CultureInfo.InvariantCulture);
    private static string Megabits(double bits) => (bits / 1e6).ToString("N2", CultureInfo.InvariantCulture);
}
