// Somebody who has .NET, QEMU and the packages, and has never seen the repository: a folder, a package cache and settings of
// their own. Shared by all tests of this project, so that each package is fetched once.

using System;
using System.IO;
using System.Linq;
using System.Threading;
using Uk.Qemu;
using Xunit;

// Each command keeps one processor busy, and CI has two.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: AssemblyFixture(typeof(Uk.Package.Tests.Newcomer))]

namespace Uk.Package.Tests;

/// <summary>The folder of a newcomer, with everything packed and the templates installed.</summary>
public sealed class Newcomer : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(20);
    private readonly DirectoryInfo _home;
    private readonly Lock _clone = new();

    public Newcomer()
    {
        Root = FindRoot();
        _home = Directory.CreateTempSubdirectory("uk-newcomer-");
        try
        {
            Prepare();
            // As README says it. Its first line packs the clone of the repository, with what that has been built with.
            string[] lines = Document.Read(Root, "README.md", "## Start a project")[0].Lines.Split('\n', 2);
            RunInClone(lines[0]).AssertDone();
            Run(lines[1]).AssertDone();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The repository: for its scripts, its documents and its version, never for its projects.</summary>
    public string Root { get; }

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(Projects, "feed");

    /// <summary>Where projects are made.</summary>
    public string Projects => Path.Combine(_home.FullName, "projects");

    /// <summary>The version of everything, from the one place that says it.</summary>
    public string Version
    {
        get
        {
            string name = Path.GetFileName(Directory.GetFiles(Feed, "Uk.Sdk.*.nupkg").Single());
            return name["Uk.Sdk.".Length..^".nupkg".Length];
        }
    }

    public string Folder(string name) => Path.Combine(Projects, name);

    /// <summary>Runs lines of bash in a folder below <see cref="Projects"/>, ending at the first that fails.</summary>
    public CommandResult Run(string lines, string folder = "") =>
        Run(lines, folder, [$"DOTNET_CLI_HOME={_home.FullName}", $"NUGET_PACKAGES={Path.Combine(_home.FullName, "packages")}"]);

    /// <summary>As <see cref="Run(string, string)"/>, for what builds the repository: with other packages and settings all of it would be built anew.</summary>
    /// <remarks>One at a time: two builds of one project write the same files.</remarks>
    public CommandResult RunInClone(string lines)
    {
        lock (_clone)
        {
            using BuildLock turn = BuildLock.Take();
            return Run(lines, "", []);
        }
    }

    private CommandResult Run(string lines, string folder, string[] more)
    {
        string[] settings =
        [
            $"--chdir={Folder(folder)}",
            $"UKGEN={Root}",
            // Nothing stays in memory behind the tests.
            "MSBUILDDISABLENODEREUSE=1", "DOTNET_CLI_USE_MSBUILD_SERVER=0", .. CompilerServer.Own.Settings,
            "DOTNET_NOLOGO=1", "DOTNET_CLI_TELEMETRY_OPTOUT=1", "DOTNET_GENERATE_ASPNET_CERTIFICATE=false",
            .. more,
        ];
        ToolResult result = ToolResult.Of(new ChildCommand("env", [.. settings, "bash", "-euo", "pipefail", "-c", lines]), s_timeout);
        return new CommandResult(lines, result);
    }

    public void Dispose()
    {
        CompilerServer.Own.Dispose();
        _home.Delete(recursive: true);
    }

    private void Prepare()
    {
        Directory.CreateDirectory(Projects);
        // Temporary files may lie below the repository, whose settings are none of a newcomer's.
        foreach (string stop in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(Projects, stop), "<Project />");
        File.WriteAllText(Path.Combine(Projects, ".editorconfig"), "root = true\n");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "UkGen.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }
}

/// <summary>What came of lines of bash.</summary>
public sealed record CommandResult(string Lines, ToolResult Result)
{
    public string Output => Result.Output;

    public CommandResult AssertDone()
    {
        Assert.True(Result.Status == 0, $"{Lines}\nended with status {Result.Status}:\n{Result.Output}{Result.Error}");
        return this;
    }

    /// <summary>It failed, and says so in this very line, which may go on.</summary>
    public CommandResult AssertRefused(string text)
    {
        Assert.True(Result.Status != 0, $"{Lines}\nwas done:\n{Result.Output}");
        Assert.Contains(text, Result.Output + Result.Error);
        return this;
    }
}
