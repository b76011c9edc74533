// Which programs of ours run on this machine, by what proc(5) says of its processes.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Tool.Live;

internal static class RunningPrograms
{
    /// <summary>All that can be looked at, in the order of their process ids; why others cannot is in <paramref name="refusals"/>.</summary>
    /// <param name="wanted">A process id, or the name or path of an image; null for all.</param>
    public static List<ILiveProgram> Open(string? wanted, List<string> refusals)
    {
        List<ILiveProgram> found = [];
        foreach (int process in Processes())
        {
            try
            {
                if (TryOpen(process, wanted) is { } program) found.Add(program);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ToolFailedException or KeyNotFoundException)
            {
                refusals.Add(e.Message);
            }
        }
        return found;
    }

    private static IEnumerable<int> Processes() => Directory.GetDirectories("/proc").Select(Path.GetFileName)
        .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0).Where(id => id != 0).Order();

    private static ILiveProgram? TryOpen(int process, string? wanted)
    {
        if (KernelOf(process) is { } kernel) return IsWanted(wanted, process, kernel) ? LiveImage.Open(process, new ImageFiles(kernel), "kvm") : null;
        if (LinuxImageOf(process) is { } image) return IsWanted(wanted, process, image) ? LiveImage.Open(process, new ImageFiles(image), "linux") : null;
        if (LiveFileOf(process) is not { } file) return null;
        LiveProcess program = LiveProcess.Open(process, file);
        if (IsWanted(wanted, process, program.Name)) return program;
        program.Dispose();
        return null;
    }

    private static bool IsWanted(string? wanted, int process, string program) => wanted is null
        || wanted == process.ToString(CultureInfo.InvariantCulture) || wanted == program || wanted == Path.GetFileNameWithoutExtension(program)
        || Path.GetFullPath(wanted) == program;

    /// <summary>The image that a QEMU boots, where its symbols lie beside it.</summary>
    private static string? KernelOf(int process)
    {
        string[] arguments = TryReadText($"/proc/{process}/cmdline")?.Split('\0') ?? [];
        if (arguments.Length == 0 || !Path.GetFileName(arguments[0]).StartsWith("qemu-system-", StringComparison.Ordinal)) return null;
        int at = Array.IndexOf(arguments, "-kernel");
        if (at < 0 || at + 1 >= arguments.Length) return null;
        string folder = LinkTarget($"/proc/{process}/cwd") ?? "/";
        string image = Path.GetFullPath(arguments[at + 1], folder);
        return File.Exists(image + ".dbg") ? image : null;
    }

    private static string? LinuxImageOf(int process)
    {
        string? program = LinkTarget($"/proc/{process}/exe");
        return program is not null && program.EndsWith(".linux", StringComparison.Ordinal) && File.Exists(program + ".dbg") ? program : null;
    }

    private static string? LiveFileOf(int process)
    {
        try
        {
            foreach (string file in Directory.GetFileSystemEntries($"/proc/{process}/fd"))
                if (LinkTarget(file)?.StartsWith($"/memfd:{LiveProcess.FileName} ", StringComparison.Ordinal) == true) return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone.
        }
        return null;
    }

    private static string? LinkTarget(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? TryReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
