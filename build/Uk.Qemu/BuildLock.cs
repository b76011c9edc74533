// Test projects run side by side, and some build the repository that they are in. Two builds of one project write the same
// files.

using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace Uk.Qemu;

/// <summary>
/// One build at a time in the repository that this process was built in, over all processes. Elsewhere it locks nothing.
/// </summary>
public sealed class BuildLock : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);
    private readonly FileStream? _file;

    private BuildLock(FileStream? file) => _file = file;

    /// <summary>Waits for its turn.</summary>
    /// <exception cref="TimeoutException">It does not come.</exception>
    public static BuildLock Take()
    {
        if (Root() is not { } root) return new BuildLock(null);
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "artifacts")).FullName, "build.lock");
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                // flock(2): free again when its owner ends, however it does.
                return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(start) < s_patience)
            {
                Thread.Sleep(100);
            }
            catch (IOException e)
            {
                throw new TimeoutException($"another build of {root} does not end", e);
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private static string? Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "UkGen.sln"))) return folder.FullName;
        return null;
    }
}
