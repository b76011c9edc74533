using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using Uk.Qemu;

namespace Uk.Tool.Run;

/// <summary>The command lines of gdb that show an image with its sources, methods and objects.</summary>
internal static class DebuggerCommand
{
    /// <summary>Commands and printers for gdb, beside this tool.</summary>
    public static string Script => Path.Combine(AppContext.BaseDirectory, "uk-gdb.py");

    public static ChildCommand ForGuest(ImageFiles files, int port) =>
        new("gdb", [files.Symbols, "-x", Script, "-ex", string.Create(CultureInfo.InvariantCulture, $"target remote :{port}")]);

    /// <summary>The file with the symbols is a whole image too.</summary>
    public static ChildCommand ForProcess(ImageFiles files, ImmutableArray<string> arguments) =>
        new("gdb", ["-x", Script, "--args", files.Symbols, .. arguments]);
}
