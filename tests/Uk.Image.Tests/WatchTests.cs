// `dotnet watch`, as authors of programs use it: a changed line runs again, as a .NET process and in a machine.

using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class WatchTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("host")]
    [InlineData("kvm")]
    public void A_changed_line_runs_again(string target)
    {
        if (target == "kvm") Requires.Tool(HostTool.Qemu);
        string folder = Project("watched-" + target);
        // Release: the libraries of the repository are there already. Polling: a machine may have run out of inotify instances.
        using var watch = ChildProcess.Start(new ChildCommand("dotnet", ["watch", "--non-interactive", "--property:UkTarget=" + target, "--property:Configuration=Release", "run"])
            .RunBy("env", "--chdir=" + folder, "DOTNET_USE_POLLING_FILE_WATCHER=1", "MSBUILDDISABLENODEREUSE=1", "UseSharedCompilation=false", "DOTNET_CLI_USE_MSBUILD_SERVER=0"), ChildInput.None);
        var said = new StringBuilder();
        _ = Collect(watch.StandardOutput, said);
        _ = Collect(watch.StandardError, said);
        WaitFor(said, "said 1");
        // Until then a change may come before the watcher looks.
        WaitFor(said, "Waiting for a file to change");
        Write(folder, "said 2");
        WaitFor(said, "said 2");
    }

    /// <summary>A program among those of the repository, which git does not know.</summary>
    private static string Project(string name)
    {
        string folder = Path.Combine(Images.Root, "artifacts", name);
        Directory.CreateDirectory(folder);
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets"])
            File.WriteAllText(Path.Combine(folder, file), $"<Project><Import Project=\"../../apps/{file}\" /></Project>\n");
        File.WriteAllText(Path.Combine(folder, "Watched.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        Write(folder, "said 1");
        return folder;
    }

    private static void Write(string folder, string text) =>
        File.WriteAllText(Path.Combine(folder, "Program.cs"), $"System.Console.WriteLine(\"{text}\");\n");

    private static async Task Collect(StreamReader stream, StringBuilder into)
    {
        while (await stream.ReadLineAsync() is { } line)
            lock (into) into.AppendLine(line);
    }

    private static void WaitFor(StringBuilder said, string text)
    {
        for (long start = Stopwatch.GetTimestamp(); ; Thread.Sleep(50))
        {
            string all;
            lock (said) all = said.ToString();
            if (all.Contains(text, StringComparison.Ordinal)) return;
            Assert.True(Stopwatch.GetElapsedTime(start) < s_timeout, $"nobody said '{text}':\n{all}");
        }
    }
}
