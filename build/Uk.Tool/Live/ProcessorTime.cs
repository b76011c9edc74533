// The processor time of threads: proc(5), /proc/PID/task/TID/stat.

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Uk.Tool.Live;

internal static class ProcessorTime
{
    /// <summary>USER_HZ, which Linux has promised to programs on x86-64.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>The threads whose names start so, in the order of their ids: of QEMU that is the order of its processors.</summary>
    public static ImmutableArray<ThreadReading> OfThreads(int processId, string prefix) =>
        [.. Directory.GetDirectories($"/proc/{processId}/task").OrderBy(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
            .Select(folder => Read(folder + "/stat")).OfType<ThreadReading>().Where(thread => thread.Name.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>All threads of a process together.</summary>
    public static ImmutableArray<ThreadReading> OfProcess(int processId) => Read($"/proc/{processId}/stat") is { } all ? [all] : [];

    private static ThreadReading? Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
        // The name may have blanks and parentheses of its own; behind it stands the state, and 11 fields later the times.
        int end = text.LastIndexOf(')');
        string[] fields = text[(end + 2)..].Split(' ');
        double ticks = double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
        return new ThreadReading(text[(text.IndexOf('(') + 1)..end], ticks / TicksPerSecond);
    }
}
