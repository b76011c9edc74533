// The project that the inner loop is measured with: the ping responder over packages, in a folder that knows nothing of the
// repository around it.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Uk.Qemu;

namespace Uk.Bench;

/// <summary>How long a build took, and what of it its targets took.</summary>
/// <param name="ProcessorMs">User and system time of the build and what it started, without the compiler's server.</param>
internal sealed record BuildTime(double WallMs, double ProcessorMs, IReadOnlyDictionary<string, double> TargetMs);

internal sealed partial class InnerLoopProject : IDisposable
{
    private const string Name = "Ping";
    private const string EditedLine = "Burst burst = default;";
    private const int PcapHeaderBytes = 24;
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(15);

    private readonly string _root;
    private readonly string _server = "uk-bench-" + Guid.NewGuid().ToString("N");

    private InnerLoopProject(string root) => _root = root;

    private string Folder => Path.Combine(_root, Name);
    private string Source => Path.Combine(Folder, "PingResponder.cs");
    public string Image => Path.Combine(Folder, $"bin/kvm/Release/net10.0/publish/{Name}.kvm");

    /// <summary>Packs the repository and makes the project; what belongs to it goes below <paramref name="root"/>.</summary>
    public static InnerLoopProject Create(string root)
    {
        var project = new InnerLoopProject(root);
        ToolResult.Of(new ChildCommand("bash", [Path.Combine(Repository.Root, "build/pack.sh"), "--output", Path.Combine(root, "feed")]), s_timeout).OutputOrThrow();
        foreach (string stop in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(root, stop), "<Project />");
        File.WriteAllText(Path.Combine(root, "NuGet.config"), $"<configuration><packageSources><add key=\"packed\" value=\"{Path.Combine(root, "feed")}\" /></packageSources></configuration>");
        Directory.CreateDirectory(project.Folder);
        foreach (string source in Directory.GetFiles(Path.Combine(Repository.Root, "apps/PingResponder"), "*.cs"))
            File.Copy(source, Path.Combine(project.Folder, Path.GetFileName(source)));
        string version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Path.Combine(root, "feed"), "Uk.Sdk.*.nupkg").Single())["Uk.Sdk.".Length..];
        File.WriteAllText(Path.Combine(project.Folder, Name + ".csproj"),
            $"<Project Sdk=\"Uk.Sdk/{version}\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup></Project>\n");
        LendCompiler(Path.Combine(root, "packages"));
        return project;
    }

    /// <summary>ilc is large, and the same as that of the repository: it need not be fetched again.</summary>
    private static void LendCompiler(string packages)
    {
        const string Compiler = "runtime.linux-x64.microsoft.dotnet.ilcompiler";
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        Directory.CreateDirectory(packages);
        if (Directory.Exists(Path.Combine(cache, Compiler))) Directory.CreateSymbolicLink(Path.Combine(packages, Compiler), Path.Combine(cache, Compiler));
    }

    /// <summary>Changes one line of the program: what it does is the same for 0 as in the repository.</summary>
    public void Edit(int number)
    {
        string original = File.ReadAllText(Path.Combine(Repository.Root, "apps/PingResponder/PingResponder.cs"));
        if (!original.Contains(EditedLine, StringComparison.Ordinal)) throw new InvalidDataException($"PingResponder.cs has no line '{EditedLine}' to change");
        string line = number == 0 ? EditedLine : string.Create(CultureInfo.InvariantCulture, $"Burst burst = default; if (Wan.MacAddress == default) throw new System.InvalidOperationException(\"{number}\");");
        File.WriteAllText(Source, original.Replace(EditedLine, line, StringComparison.Ordinal));
    }

    public void Clean()
    {
        Directory.Delete(Path.Combine(Folder, "bin"), recursive: true);
        Directory.Delete(Path.Combine(Folder, "obj"), recursive: true);
    }

    public BuildTime Publish()
    {
        string log = Path.Combine(_root, "build.log");
        (double wall, double processor) = Timed(["publish", Folder, "-p:UkTarget=kvm", "-v:q", "-nodeReuse:false", $"-flp:PerformanceSummary;v=n;logfile={log}", .. Build]);
        string targets = File.ReadAllText(log).Split("Target Performance Summary:").ElementAtOrDefault(1)?.Split("Task Performance Summary:")[0] ?? "";
        return new BuildTime(wall, processor, Target().Matches(targets).ToDictionary(match => match.Groups["name"].Value,
            match => double.Parse(match.Groups["ms"].ValueSpan, CultureInfo.InvariantCulture), StringComparer.Ordinal));
    }

    /// <summary>From the start of <c>dotnet run</c> to the first packet that the process has sent.</summary>
    public TimeSpan RunToFirstPacket()
    {
        string input = Path.Combine(Repository.Root, "tests/Uk.Libs.Tests/Golden/ping-responder.in0.pcap"), output = Path.Combine(_root, "out.pcap");
        File.Delete(output);
        long start = Stopwatch.GetTimestamp();
        using var child = ChildProcess.Start(Command(["run", "--project", Folder, .. Build, "--", "--port0", $"pcap:{input},{output}"]), ChildInput.None);
        while (!File.Exists(output) || new FileInfo(output).Length <= PcapHeaderBytes)
        {
            if (child.HasExited && new FileInfo(output) is not { Exists: true, Length: > PcapHeaderBytes }) throw new ToolFailedException($"the process sent no packet: {child.StandardOutput.ReadToEnd()}{child.StandardError.ReadToEnd()}");
            if (Stopwatch.GetElapsedTime(start) > s_timeout) throw new TimeoutException("the process sent no packet");
            Thread.Sleep(5);
        }
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        child.WaitForExit(s_timeout);
        return elapsed;
    }

    /// <summary>Ends the compiler's server.</summary>
    public void Dispose()
    {
        string roslyn = ToolResult.Of(Command(["msbuild", Folder, "-getProperty:RoslynTargetsPath"]), s_timeout).OutputOrThrow().Trim();
        string server = Path.Combine(roslyn, "bincore", "VBCSCompiler");
        ChildCommand command = File.Exists(server) ? new ChildCommand(server, ["-shutdown", "-pipename:" + _server]) : new ChildCommand("dotnet", ["exec", server + ".dll", "-shutdown", "-pipename:" + _server]);
        ToolResult.Of(command, s_timeout);
    }

    private ImmutableArray<string> Build => ["-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + _server];

    private ChildCommand Command(ImmutableArray<string> arguments) =>
        new ChildCommand("dotnet", arguments).RunBy("env", "--chdir=" + _root, "NUGET_PACKAGES=" + Path.Combine(_root, "packages"));

    /// <summary>Milliseconds by the clock, and of processors: the shell knows what its children have used.</summary>
    private (double Wall, double Processor) Timed(ImmutableArray<string> arguments)
    {
        const string Script = "TIMEFORMAT='%R %U %S'; time \"$@\" > build.out 2>&1";
        ChildCommand timed = Command([.. arguments, "-maxCpuCount:1"]).RunBy("bash", "-c", $"cd '{_root}'; {Script}", "bash");
        ToolResult result = ToolResult.Of(timed, s_timeout);
        if (result.Status != 0) throw new ToolFailedException($"{timed} ended with status {result.Status}: {File.ReadAllText(Path.Combine(_root, "build.out"))}");
        double[] seconds = [.. result.Error.Trim().Split('\n')[^1].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        return (seconds[0] * 1000, (seconds[1] + seconds[2]) * 1000);
    }

    [GeneratedRegex(@"^ +(?<ms>[0-9]+) ms +(?<name>\S+) +[0-9]+ calls", RegexOptions.Multiline)]
    private static partial Regex Target();
}
