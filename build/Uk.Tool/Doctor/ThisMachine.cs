// The machine that this process runs on.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Tool.Doctor;

internal sealed class ThisMachine(string folder) : IMachineView
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    public bool IsRoot => Environment.IsPrivilegedProcess;
    public string Folder => folder;
    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);
    public bool Exists(string path) => Path.Exists(path);
    public IReadOnlyList<string> List(string path) => Directory.Exists(path) ? [.. Directory.GetFileSystemEntries(path).Select(entry => Path.GetFileName(entry)!)] : [];
    public bool Has(HostTool tool) => tool.Find() is not null;

    public string? ReadText(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public ToolResult? Run(HostTool tool, params string[] arguments)
    {
        if (tool.Find() is not { } program) return null;
        try
        {
            // In the folder that is looked at: a program may choose by what it finds there.
            ChildCommand command = new ChildCommand(program, [.. arguments]).RunBy("env", "--chdir=" + folder);
            return ToolResult.Of(command, s_timeout);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public string? WhyItDoesNotOpen(string path)
    {
        try
        {
            using FileStream file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    public Accelerator ProbeAccelerator() => Accelerator.ProbeNow();

    public string? WhyNoTap()
    {
        try
        {
            using TapNetwork network = TapNetwork.Create("10.10.0.1", 24);
            return null;
        }
        catch (Exception e) when (e is NetworkUnavailableException or MissingToolException or TimeoutException)
        {
            return e.Message;
        }
    }
}
