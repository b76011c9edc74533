// Timeouts, as the members of System.Threading take them: milliseconds, with -1 for never.

using System;

namespace Internal.Threading;

internal static class Milliseconds
{
    /// <summary>The longest that a timer may take.</summary>
    internal const long Longest = 0xFFFF_FFFE;

    internal static void CheckTimeout(int milliseconds, string parameter)
    {
        if (milliseconds < -1) ThrowHelper.ArgumentOutOfRange(parameter);
    }

    /// <summary>Of a wait: at most what fits an int.</summary>
    internal static int OfTimeout(TimeSpan timeout, string parameter)
    {
        long milliseconds = timeout.Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds is < -1 or > int.MaxValue) ThrowHelper.ArgumentOutOfRange(parameter);
        return (int)milliseconds;
    }

    /// <summary>Of a timer.</summary>
    internal static long OfTimer(TimeSpan timeout, string parameter)
    {
        long milliseconds = timeout.Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds is < -1 or > Longest) ThrowHelper.ArgumentOutOfRange(parameter);
        return milliseconds;
    }
}
