// A length of time in steps of 100 ns. Its text is in TimeSpan.Text.cs.

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly partial struct TimeSpan
    : IComparable, IComparable<TimeSpan>, IEquatable<TimeSpan>, ISpanFormattable, ISpanParsable<TimeSpan>, IUtf8SpanFormattable
{
    public const long NanosecondsPerTick = 100;
    public const long TicksPerMicrosecond = 10;
    public const long TicksPerMillisecond = 10_000;
    public const long TicksPerSecond = 10_000_000;
    public const long TicksPerMinute = 600_000_000;
    public const long TicksPerHour = 36_000_000_000;
    public const long TicksPerDay = 864_000_000_000;
    public const long MicrosecondsPerMillisecond = 1_000;
    public const long MicrosecondsPerSecond = 1_000_000;
    public const long MicrosecondsPerMinute = 60_000_000;
    public const long MicrosecondsPerHour = 3_600_000_000;
    public const long MicrosecondsPerDay = 86_400_000_000;
    public const long MillisecondsPerSecond = 1_000;
    public const long MillisecondsPerMinute = 60_000;
    public const long MillisecondsPerHour = 3_600_000;
    public const long MillisecondsPerDay = 86_400_000;
    public const long SecondsPerMinute = 60;
    public const long SecondsPerHour = 3_600;
    public const long SecondsPerDay = 86_400;
    public const long MinutesPerHour = 60;
    public const long MinutesPerDay = 1_440;
    public const int HoursPerDay = 24;

    private const long MaxMicroseconds = long.MaxValue / TicksPerMicrosecond;
    private const long MinMicroseconds = long.MinValue / TicksPerMicrosecond;
    private const long MaxSeconds = long.MaxValue / TicksPerSecond;
    private const long MinSeconds = long.MinValue / TicksPerSecond;
    private const string TooLong = "TimeSpan overflowed because the duration is too long.";

    public static readonly TimeSpan Zero = new(0);
    public static readonly TimeSpan MaxValue = new(long.MaxValue);
    public static readonly TimeSpan MinValue = new(long.MinValue);

    internal readonly long _ticks;

    public TimeSpan(long ticks) => _ticks = ticks;

    public TimeSpan(int hours, int minutes, int seconds) => _ticks = TicksOf(hours, minutes, seconds);

    public TimeSpan(int days, int hours, int minutes, int seconds) : this(days, hours, minutes, seconds, 0) { }

    public TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds)
        : this(days, hours, minutes, seconds, milliseconds, 0) { }

    public TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)
    {
        long total = days * MicrosecondsPerDay + hours * MicrosecondsPerHour + minutes * MicrosecondsPerMinute
            + seconds * MicrosecondsPerSecond + milliseconds * MicrosecondsPerMillisecond + microseconds;
        _ticks = TicksOfMicroseconds(total);
    }

    internal static long TicksOf(int hours, int minutes, int seconds)
    {
        long total = hours * SecondsPerHour + minutes * SecondsPerMinute + seconds;
        if (total is > MaxSeconds or < MinSeconds) throw OutOfRange();
        return total * TicksPerSecond;
    }

    private static long TicksOfMicroseconds(long total)
    {
        if (total is > MaxMicroseconds or < MinMicroseconds) throw OutOfRange();
        return total * TicksPerMicrosecond;
    }

    private static ArgumentOutOfRangeException OutOfRange() => new(null, TooLong);

    public long Ticks => _ticks;
    public int Days => (int)(_ticks / TicksPerDay);
    public int Hours => (int)(_ticks / TicksPerHour % 24);
    public int Minutes => (int)(_ticks / TicksPerMinute % 60);
    public int Seconds => (int)(_ticks / TicksPerSecond % 60);
    public int Milliseconds => (int)(_ticks / TicksPerMillisecond % 1000);
    public int Microseconds => (int)(_ticks / TicksPerMicrosecond % 1000);
    public int Nanoseconds => (int)(_ticks % TicksPerMicrosecond * NanosecondsPerTick);

    public double TotalDays => (double)_ticks / TicksPerDay;
    public double TotalHours => (double)_ticks / TicksPerHour;
    public double TotalMinutes => (double)_ticks / TicksPerMinute;
    public double TotalSeconds => (double)_ticks / TicksPerSecond;
    public double TotalMicroseconds => (double)_ticks / TicksPerMicrosecond;
    public double TotalNanoseconds => (double)_ticks * NanosecondsPerTick;

    public double TotalMilliseconds
    {
        get
        {
            double total = (double)_ticks / TicksPerMillisecond;
            const double Most = long.MaxValue / TicksPerMillisecond, Least = long.MinValue / TicksPerMillisecond;
            return total > Most ? Most : total < Least ? Least : total;
        }
    }

    public static TimeSpan FromTicks(long value) => new(value);
    public static TimeSpan FromDays(double value) => FromUnits(value, TicksPerDay);
    public static TimeSpan FromHours(double value) => FromUnits(value, TicksPerHour);
    public static TimeSpan FromMinutes(double value) => FromUnits(value, TicksPerMinute);
    public static TimeSpan FromSeconds(double value) => FromUnits(value, TicksPerSecond);
    public static TimeSpan FromMilliseconds(double value) => FromUnits(value, TicksPerMillisecond);
    public static TimeSpan FromMicroseconds(double value) => FromUnits(value, TicksPerMicrosecond);

    public static TimeSpan FromDays(int days) => FromWhole(days, 0, 0, 0, 0, 0);
    public static TimeSpan FromHours(int hours) => FromWhole(0, hours, 0, 0, 0, 0);
    public static TimeSpan FromMinutes(long minutes) => FromWhole(0, 0, minutes, 0, 0, 0);
    public static TimeSpan FromSeconds(long seconds) => FromWhole(0, 0, 0, seconds, 0, 0);
    public static TimeSpan FromMilliseconds(long milliseconds) => FromWhole(0, 0, 0, 0, milliseconds, 0);
    public static TimeSpan FromMicroseconds(long microseconds) => FromWhole(0, 0, 0, 0, 0, microseconds);

    public static TimeSpan FromDays(int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0) =>
        FromWhole(days, hours, minutes, seconds, milliseconds, microseconds);
    public static TimeSpan FromHours(int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0) =>
        FromWhole(0, hours, minutes, seconds, milliseconds, microseconds);
    public static TimeSpan FromMinutes(long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0) =>
        FromWhole(0, 0, minutes, seconds, milliseconds, microseconds);
    public static TimeSpan FromSeconds(long seconds, long milliseconds = 0, long microseconds = 0) =>
        FromWhole(0, 0, 0, seconds, milliseconds, microseconds);
    public static TimeSpan FromMilliseconds(long milliseconds, long microseconds = 0) =>
        FromWhole(0, 0, 0, 0, milliseconds, microseconds);

    /// <summary>In 128 bits, for parts may be beyond the type where their sum is not.</summary>
    private static TimeSpan FromWhole(long days, long hours, long minutes, long seconds, long milliseconds, long microseconds)
    {
        long high = 0;
        ulong low = 0;
        Add(days, MicrosecondsPerDay, ref high, ref low);
        Add(hours, MicrosecondsPerHour, ref high, ref low);
        Add(minutes, MicrosecondsPerMinute, ref high, ref low);
        Add(seconds, MicrosecondsPerSecond, ref high, ref low);
        Add(milliseconds, MicrosecondsPerMillisecond, ref high, ref low);
        Add(microseconds, 1, ref high, ref low);
        if (high != (long)low >> 63) throw OutOfRange();
        return new TimeSpan(TicksOfMicroseconds((long)low));
    }

    private static void Add(long count, long unit, ref long high, ref ulong low)
    {
        high += Math.BigMul(count, unit, out long product);
        low += (ulong)product;
        if (low < (ulong)product) high++;
    }

    private static TimeSpan FromUnits(double value, double ticksPerUnit)
    {
        if (double.IsNaN(value)) throw NotANumber(null);
        return FromRounded(value * ticksPerUnit);
    }

    private static ArgumentException NotANumber(string? parameter) =>
        new("TimeSpan does not accept floating point Not-a-Number values.", parameter);

    private static TimeSpan FromRounded(double ticks)
    {
        if (!(ticks >= long.MinValue && ticks <= long.MaxValue)) throw new OverflowException(TooLong);
        return ticks == long.MaxValue ? MaxValue : new TimeSpan((long)ticks);
    }

    public TimeSpan Add(TimeSpan ts) => this + ts;
    public TimeSpan Subtract(TimeSpan ts) => this - ts;
    public TimeSpan Multiply(double factor) => this * factor;
    public TimeSpan Divide(double divisor) => this / divisor;
    public double Divide(TimeSpan ts) => this / ts;

    public TimeSpan Negate() => -this;

    public TimeSpan Duration()
    {
        if (_ticks == long.MinValue) throw new OverflowException("The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.");
        return new TimeSpan(_ticks < 0 ? -_ticks : _ticks);
    }

    public static TimeSpan operator +(TimeSpan t1, TimeSpan t2)
    {
        long sum = t1._ticks + t2._ticks;
        // Only where both signs agree can the sum's be another.
        if (((t1._ticks ^ sum) & (t2._ticks ^ sum)) < 0) throw new OverflowException(TooLong);
        return new TimeSpan(sum);
    }

    public static TimeSpan operator -(TimeSpan t1, TimeSpan t2)
    {
        long difference = t1._ticks - t2._ticks;
        if (((t1._ticks ^ t2._ticks) & (t1._ticks ^ difference)) < 0) throw new OverflowException(TooLong);
        return new TimeSpan(difference);
    }

    public static TimeSpan operator -(TimeSpan t)
    {
        if (t._ticks == long.MinValue) throw new OverflowException("Negating the minimum value of a twos complement number is invalid.");
        return new TimeSpan(-t._ticks);
    }

    public static TimeSpan operator +(TimeSpan t) => t;

    public static TimeSpan operator *(TimeSpan timeSpan, double factor)
    {
        if (double.IsNaN(factor)) throw NotANumber(nameof(factor));
        return FromRounded(Math.Round(timeSpan._ticks * factor));
    }

    public static TimeSpan operator *(double factor, TimeSpan timeSpan) => timeSpan * factor;

    public static TimeSpan operator /(TimeSpan timeSpan, double divisor)
    {
        if (double.IsNaN(divisor)) throw NotANumber(nameof(divisor));
        return FromRounded(Math.Round(timeSpan._ticks / divisor));
    }

    public static double operator /(TimeSpan t1, TimeSpan t2) => t1._ticks / (double)t2._ticks;

    public static bool operator ==(TimeSpan t1, TimeSpan t2) => t1._ticks == t2._ticks;
    public static bool operator !=(TimeSpan t1, TimeSpan t2) => t1._ticks != t2._ticks;
    public static bool operator <(TimeSpan t1, TimeSpan t2) => t1._ticks < t2._ticks;
    public static bool operator <=(TimeSpan t1, TimeSpan t2) => t1._ticks <= t2._ticks;
    public static bool operator >(TimeSpan t1, TimeSpan t2) => t1._ticks > t2._ticks;
    public static bool operator >=(TimeSpan t1, TimeSpan t2) => t1._ticks >= t2._ticks;

    public override bool Equals([NotNullWhen(true)] object? value) => value is TimeSpan other && _ticks == other._ticks;
    public bool Equals(TimeSpan obj) => _ticks == obj._ticks;
    public static bool Equals(TimeSpan t1, TimeSpan t2) => t1._ticks == t2._ticks;
    public override int GetHashCode() => _ticks.GetHashCode();
    public int CompareTo(TimeSpan value) => _ticks.CompareTo(value._ticks);
    public int CompareTo(object? value) => value is null ? 1 : value is TimeSpan other ? CompareTo(other) : throw Number.NotA("TimeSpan");
    public static int Compare(TimeSpan t1, TimeSpan t2) => t1._ticks.CompareTo(t2._ticks);
}
