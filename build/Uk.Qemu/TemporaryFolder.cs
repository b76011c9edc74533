// Where sockets and dumps go while a machine runs.

using System;
using System.Globalization;
using System.IO;

namespace Uk.Qemu;

/// <summary>A folder that is removed on dispose, at exit, and by the next process where this one was killed.</summary>
/// <remarks>Under the system's temporary folder, because the path of a Unix socket has at most 107 bytes.</remarks>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "uk-qemu-";

    static TemporaryFolder()
    {
        foreach (string folder in Directory.GetDirectories(System.IO.Path.GetTempPath(), Prefix + "*")) RemoveIfAbandoned(folder);
    }

    private TemporaryFolder(string path)
    {
        Path = path;
        ExitCleanup.Register(this);
    }

    public string Path { get; }

    public static TemporaryFolder Create() =>
        new(Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        ExitCleanup.Release(this);
        Remove(Path);
    }

    /// <summary>The name has the id of the owner: where there is no such process any more, nobody uses the folder.</summary>
    internal static void RemoveIfAbandoned(string folder)
    {
        string[] parts = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-');
        if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int owner) && !Directory.Exists($"/proc/{owner}"))
            Remove(folder);
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Removed by another process at the same time, or not ours to remove.
        }
    }
}
