// The sources of a program, copied for a build that leaves the outputs of the user's own alone.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Tool.SupplyChain;

/// <summary>
/// What git knows of the repository that the project is in; or, without git, the project's folder without its outputs. It lies in
/// obj/verify of that folder, so that settings in folders above hold for it as well, and is removed on dispose.
/// </summary>
internal sealed class SourceCopy : IDisposable
{
    private static readonly HostTool s_git = new("git", "git");
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(2);

    private readonly string _folder;

    private SourceCopy(string folder, string project)
    {
        _folder = folder;
        Project = project;
        ExitCleanup.Register(this);
    }

    /// <summary>The folder of the project in the copy.</summary>
    public string Project { get; }

    public static SourceCopy Of(string project)
    {
        (string root, IEnumerable<string> files) = FromGit(project) ?? (project, WithoutGit(project));
        string folder = Path.Combine(root, "obj", "verify");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var copy = new SourceCopy(folder, Path.Combine(folder, Path.GetRelativePath(root, project)));
        foreach (string file in files)
        {
            string to = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(root, file), to);
        }
        return copy;
    }

    public void Dispose()
    {
        ExitCleanup.Release(this);
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        // That of a repository was made for this.
        string parent = Path.GetDirectoryName(_folder)!;
        if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any()) Directory.Delete(parent);
    }

    /// <summary>Null where git is missing, or does not know the project.</summary>
    private static (string, IEnumerable<string>)? FromGit(string project)
    {
        if (s_git.Find() is null) return null;
        ToolResult top = s_git.Run(s_timeout, "-C", project, "rev-parse", "--show-toplevel");
        if (top.Status != 0) return null;
        string root = top.Output.TrimEnd('\n');
        string[] files = [.. s_git.Output(s_timeout, "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(root, file)))];
        string relative = Path.GetRelativePath(root, project);
        return files.Any(file => file.EndsWith(".csproj", StringComparison.Ordinal) && (Path.GetDirectoryName(file) is "" ? "." : Path.GetDirectoryName(file)) == relative) ? (root, files) : null;
    }

    private static IEnumerable<string> WithoutGit(string project) =>
        [.. Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(project, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or ".git"))];
}
