// The wish of whoever started a process that it ends: SIGTERM, SIGINT, SIGHUP. A virtual machine has no signals.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Uk.Platform;

/// <summary>Ports end when it comes, so that loops end by themselves, what stands behind them runs, and totals are printed.</summary>
[HotPath]
public static class StopRequest
{
    private static int s_signal;
    private static int s_watchers;

    [FeatureSwitchDefinition("Uk.IsVirtualMachine")]
    private static bool IsVirtualMachine => false;

    /// <summary>Any context; a constant false in a virtual machine.</summary>
    public static bool IsSet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !IsVirtualMachine && Volatile.Read(ref s_signal) != 0;
    }

    /// <summary>The signal, or 0.</summary>
    public static int Signal => IsVirtualMachine ? 0 : Volatile.Read(ref s_signal);

    /// <summary>Somebody looks at <see cref="IsSet"/> in a loop: a program in which nobody does ends at once. Boot only.</summary>
    public static void Watch()
    {
        if (!IsVirtualMachine) s_watchers++;
    }

    /// <summary>For the platform, in the handler of the signal. False if nobody looks, or it is not the first one.</summary>
    public static bool TrySet(int signal) => s_watchers != 0 && Interlocked.CompareExchange(ref s_signal, signal, 0) == 0;
}
