// The C# compiler of the builds that a process starts. Started for each of a hundred builds it would be compiled itself a
// hundred times; as a server it stays, under a name of its own so that it meets no other, and ends with who asked for it.

using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Uk.Qemu;

/// <summary>A server of Roslyn's that ends with this process. It starts with the first build that has <see cref="Settings"/>.</summary>
public sealed class CompilerServer : IDisposable
{
    /// <summary>Its socket lies in the folder of temporary files, and sockets have paths of at most 107 bytes: the name is short.</summary>
    private readonly string _name = "uk" + Guid.NewGuid().ToString("N")[..8];

    private CompilerServer() => ExitCleanup.Register(this);

    /// <summary>That of this process.</summary>
    public static CompilerServer Own { get; } = new();

    /// <summary>Properties of a build, or variables of its environment: <c>Name=value</c>.</summary>
    public ImmutableArray<string> Settings => ["UseSharedCompilation=true", "SharedCompilationId=" + _name];

    /// <summary>Ends the server, where one has started. Another one starts with the next build.</summary>
    public void Dispose()
    {
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) || !IsServer(folder)) continue;
            try
            {
                using Process process = Process.GetProcessById(id);
                process.Kill();
                process.WaitForExit();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended meanwhile.
            }
        }
    }

    // proc(5): the arguments, each with a zero behind it.
    private bool IsServer(string folder)
    {
        try
        {
            return File.ReadAllText(folder + "/cmdline").Split('\0').Any(argument => argument.EndsWith("-pipename:" + _name, StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
