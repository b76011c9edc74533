// Time: the monotonic clock that timers and Stopwatch count with, and the wall clock. Both belong to the platform's
// assembly. They are reached by name and not by an export, because exports are in every image, and these are only in
// the images that ask for the time.

using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>Counts from some moment before the program began, and never goes back.</summary>
internal static class Clock
{
    internal const long NanosecondsPerMillisecond = 1_000_000;
    internal const long NanosecondsPerSecond = 1_000_000_000;

    internal static long Nanoseconds =>
        RuntimeFeatures.IsVirtualMachine ? KvmMachineClock.Nanoseconds(null) : LinuxMachineClock.Nanoseconds(null);

    /// <summary>Rests the core. May end a little early: ask the clock again.</summary>
    internal static void Sleep(long nanoseconds)
    {
        if (RuntimeFeatures.IsVirtualMachine) KvmMachineClock.Sleep(null, nanoseconds);
        else LinuxMachineClock.Sleep(null, nanoseconds);
    }
}

internal static class WallClock
{
    /// <summary>Steps of 100 ns since the beginning of the year 1, UTC.</summary>
    internal static long UtcTicks =>
        RuntimeFeatures.IsVirtualMachine ? KvmMachineClock.UtcTicks(null) : LinuxMachineClock.UtcTicks(null);
}

/// <summary>The members of Uk.Platform.Kvm's MachineClock.</summary>
internal static class KvmMachineClock
{
    private const string TypeName = "Uk.Platform.Kvm.MachineClock, Uk.Platform.Kvm";

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Nanoseconds))]
    internal static extern long Nanoseconds([UnsafeAccessorType(TypeName)] object? clock);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Sleep))]
    internal static extern void Sleep([UnsafeAccessorType(TypeName)] object? clock, long nanoseconds);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(UtcTicks))]
    internal static extern long UtcTicks([UnsafeAccessorType(TypeName)] object? clock);
}

/// <summary>The members of Uk.Platform.Linux's MachineClock.</summary>
internal static class LinuxMachineClock
{
    private const string TypeName = "Uk.Platform.Linux.MachineClock, Uk.Platform.Linux";

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Nanoseconds))]
    internal static extern long Nanoseconds([UnsafeAccessorType(TypeName)] object? clock);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Sleep))]
    internal static extern void Sleep([UnsafeAccessorType(TypeName)] object? clock, long nanoseconds);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(UtcTicks))]
    internal static extern long UtcTicks([UnsafeAccessorType(TypeName)] object? clock);
}
