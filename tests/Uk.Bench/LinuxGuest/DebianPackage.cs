// Files of Debian packages that are not installed: fetched once and unpacked into artifacts/cache, so that the host's own
// system stays as it is.

using System;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Bench.LinuxGuest;

internal static class DebianPackage
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);
    private static readonly HostTool s_get = new("apt-get", "apt"), s_cache = new("apt-cache", "apt"), s_unpack = new("dpkg-deb", "dpkg");

    /// <summary>The folder with the files of a package.</summary>
    /// <exception cref="ToolFailedException">It cannot be had; the message has what was tried.</exception>
    public static string Unpacked(string package)
    {
        string cache = Path.Combine(Repository.Root, "artifacts", "cache", "debian"), folder = Path.Combine(cache, package);
        if (Directory.Exists(folder)) return folder;
        Console.Error.WriteLine($"bench: fetching the Debian package {package}, which stays in artifacts/cache");
        // In the same file system: so that it is there whole or not at all.
        string draft = Path.Combine(cache, $".{package}.{Environment.ProcessId}");
        Directory.CreateDirectory(draft);
        try
        {
            Fetch(package, draft);
            string archive = Directory.GetFiles(draft, "*.deb").Single();
            s_unpack.Output(s_timeout, "--extract", archive, Path.Combine(draft, "files"));
            Directory.Move(Path.Combine(draft, "files"), folder);
            return folder;
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>What a package without files of its own stands for, for example the kernel of this release.</summary>
    public static string DependencyOf(string package, string prefix)
    {
        string listed = s_cache.Output(s_timeout, "depends", package);
        return listed.Split('\n').Select(line => line.Trim().Split(' ')).Where(words => words is ["Depends:", _]).Select(words => words[1])
            .FirstOrDefault(name => name.StartsWith(prefix, StringComparison.Ordinal))
            ?? throw new ToolFailedException($"no package {prefix}… belongs to {package}; bring the package lists up to date with: apt-get update");
    }

    // It writes into the folder in which it is run.
    private static void Fetch(string package, string folder)
    {
        ChildCommand fetch = new ChildCommand(s_get.Require(), ["download", "--quiet", package]).RunBy("env", "--chdir=" + folder);
        ToolResult result = ToolResult.Of(fetch, s_timeout);
        if (result.Status == 0) return;
        throw new ToolFailedException(
            $"the Debian package {package} cannot be fetched; bring the package lists up to date with: apt-get update\n{(result.Error + result.Output).Trim()}");
    }
}
