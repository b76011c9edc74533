// Runs a program and says how much processor time it and all that it has waited for took: what a test costs, on whatever
// machine and beside whatever else.

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Uk.Qemu;

namespace Uk.Repository;

/// <param name="Seconds">That passed.</param>
/// <param name="ProcessorSeconds">Of user and kernel; without compilers that stay as servers.</param>
internal sealed record MeasuredRun(ToolResult Result, double Seconds, double ProcessorSeconds)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    /// <summary>proc(5): of /proc/PID/stat, in hundredths of a second.</summary>
    private const double TicksPerSecond = 100;

    /// <exception cref="TimeoutException">It ran for longer, and was killed.</exception>
    public static MeasuredRun Of(ChildCommand command, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        using var child = ChildProcess.Start(command, ChildInput.None);
        Task<string> output = child.StandardOutput.ReadToEndAsync(), error = child.StandardError.ReadToEndAsync();
        double used = 0;
        // The kernel forgets it with the process, so it is asked until then.
        while (!child.WaitForExit(s_interval))
        {
            used = ProcessorTime(child.Id) ?? used;
            if (Stopwatch.GetElapsedTime(start) > timeout) throw new TimeoutException($"{command} did not end within {timeout.TotalMinutes:0} minutes");
        }
        Task.WaitAll(output, error);
        return new MeasuredRun(new ToolResult(command, child.ExitCode, output.Result, error.Result), Stopwatch.GetElapsedTime(start).TotalSeconds, used);
    }

    // Fields 14 to 17: of its own, and of those that it has waited for. The second, in parentheses, may contain anything.
    private static double? ProcessorTime(int processId)
    {
        try
        {
            string status = File.ReadAllText($"/proc/{processId}/stat");
            string[] fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            long ticks = 0;
            for (int field = 14; field <= 17; field++) ticks += long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
            return ticks / TicksPerSecond;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
