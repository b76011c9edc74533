using System.Threading;
using Internal.Runtime;

namespace System;

/// <summary>A clock and its timers, so that programs can be tested with another.</summary>
public abstract class TimeProvider
{
    protected TimeProvider() { }

    public static TimeProvider System => field ??= new SystemTimeProvider();

    public virtual long TimestampFrequency => Clock.NanosecondsPerSecond;

    public virtual long GetTimestamp() => Clock.Nanoseconds;
    public virtual DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow;

    public TimeSpan GetElapsedTime(long startingTimestamp) => GetElapsedTime(startingTimestamp, GetTimestamp());

    public TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp)
    {
        long frequency = TimestampFrequency;
        if (frequency <= 0) ThrowHelper.InvalidOperation("The operation cannot be performed when TimeProvider.TimestampFrequency is zero or negative.");
        return new TimeSpan((long)((endingTimestamp - startingTimestamp) * ((double)TimeSpan.TicksPerSecond / frequency)));
    }

    public virtual ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(callback, state, dueTime, period);

    private sealed class SystemTimeProvider : TimeProvider;
}
