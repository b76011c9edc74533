using System.Diagnostics.CodeAnalysis;
using Internal.Runtime;

namespace System;

public static class Environment
{
    public static string NewLine => "\n";

    /// <summary>What Main returns to the host when it returns nothing itself.</summary>
    public static int ExitCode { get; set; }

    [DoesNotReturn]
    public static void Exit(int exitCode)
    {
        Platform.Exit(exitCode);
        throw null!;
    }

    [DoesNotReturn]
    public static void FailFast(string? message) => Panic.Fail(message ?? "The program ended itself.");
}
