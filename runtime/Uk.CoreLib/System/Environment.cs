using System.Diagnostics.CodeAnalysis;
using Internal.Runtime;

namespace System;

public static partial class Environment
{
    public static string NewLine => "\n";

    /// <summary>One core runs the program.</summary>
    public static int ProcessorCount => 1;

    /// <summary>Every lcore is a thread.</summary>
    public static int CurrentManagedThreadId => RuntimeFeatures.SeveralLcores ? LcoreState.Current() + 1 : 1;

    public static bool Is64BitProcess => true;
    public static bool Is64BitOperatingSystem => true;
    public static bool HasShutdownStarted => false;

    /// <summary>An image has no variables around it.</summary>
    public static string? GetEnvironmentVariable(string variable)
    {
        ArgumentNullException.ThrowIfNull(variable, nameof(variable));
        return null;
    }

    [DoesNotReturn]
    public static void Exit(int exitCode)
    {
        Platform.Exit(exitCode);
        throw null!;
    }

    [DoesNotReturn]
    public static void FailFast(string? message) => Panic.Fail(message ?? "The program ended itself.");
}
