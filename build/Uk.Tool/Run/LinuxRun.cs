// `uk run` of a linux image: a process, with the names of a panic's stack.

using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Uk.Qemu;

namespace Uk.Tool.Run;

internal static class LinuxRun
{
    private const int SignalStatus = 128;

    /// <summary>Also without a report beside it: a name says enough.</summary>
    public static bool Is(ImageFiles files, Report.ImageReport? report) => report?.Target == "linux" || Path.GetExtension(files.Image) == ".linux";

    public static int Run(RunSettings settings, ImageFiles files)
    {
        var command = new ChildCommand(files.Image, [.. settings.PortArguments, .. settings.Extra]);
        if (settings.DebuggerPort is not null)
        {
            Console.WriteLine($"{files.Name} is a process. Start it under gdb:\n    {DebuggerCommand.ForProcess(files, command.Arguments)}");
            return 0;
        }
        if (settings.DryRun)
        {
            Console.WriteLine(command);
            return 0;
        }
        using Stream output = Console.OpenStandardOutput(), errors = Console.OpenStandardError();
        var annotator = new PanicAnnotator(errors, files.Symbols);
        using var child = ChildProcess.Start(command, ChildInput.Inherit);
        Task annotating = CopyAsync(child.StandardError.BaseStream, annotator);
        Task copying = CopyAsync(child.StandardOutput.BaseStream, output);
        bool ended = child.WaitForExit(settings.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan);
        if (!ended)
        {
            Console.Error.WriteLine(RunCommand.TimeoutText(settings.Timeout!.Value));
            child.Dispose();
        }
        Task.WaitAll(copying, annotating);
        annotator.End();
        if (!ended) return RunCommand.TimeoutStatus;
        if (child.ExitCode > SignalStatus)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"uk: a signal ended the image: {child.ExitCode - SignalStatus} ({NameOf(child.ExitCode - SignalStatus)})"));
        return child.ExitCode;
    }

    private static async Task CopyAsync(Stream from, Stream to)
    {
        var buffer = new byte[4096];
        try
        {
            for (int length; (length = await from.ReadAsync(buffer)) != 0;)
            {
                to.Write(buffer, 0, length);
                to.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process was ended.
        }
    }

    /// <summary>signal(7), x86-64: those that end a process and are met with.</summary>
    private static string NameOf(int signal) => signal switch
    {
        2 => "SIGINT",
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        31 => "SIGSYS",
        _ => "see signal(7)",
    };
}
