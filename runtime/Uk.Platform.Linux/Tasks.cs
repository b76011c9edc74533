// The tasks of the core library, by name: only in images whose scheduler asks.

using System.Runtime.CompilerServices;

namespace Uk.Platform.Linux;

internal static class Tasks
{
    /// <summary>Runs what is ready, or waits for the file or the next timer.</summary>
    internal static void Rest(int file)
    {
        long nanoseconds = RunOrTimeLeft(null);
        if (nanoseconds != 0) Kernel.WaitForFile(file, nanoseconds);
    }

    /// <summary>0 where something ran; else the time until the next timer, or -1 where there is none.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "RunOrTimeLeft")]
    private static extern long RunOrTimeLeft([UnsafeAccessorType("Internal.Threading.CoreLoop, System.Private.CoreLib")] object? loop);
}
