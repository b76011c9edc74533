// The tasks of the core library, by name: only in images whose scheduler asks.

using System.Runtime.CompilerServices;

namespace Uk.Platform.Kvm;

internal static class Tasks
{
    /// <summary>Runs what is ready, or halts until an interrupt or the next timer.</summary>
    internal static void Rest()
    {
        long nanoseconds = RunOrTimeLeft(null);
        if (nanoseconds != 0) Interrupts.Rest(nanoseconds);
    }

    /// <summary>0 where something ran; else the time until the next timer, or -1 where there is none.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "RunOrTimeLeft")]
    private static extern long RunOrTimeLeft([UnsafeAccessorType("Internal.Threading.CoreLoop, System.Private.CoreLib")] object? loop);
}
