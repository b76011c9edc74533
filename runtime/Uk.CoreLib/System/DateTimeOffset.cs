// A point in time with the distance of its clock from UTC. Its text is in DateTimeOffset.Text.cs.

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly partial struct DateTimeOffset
    : IComparable, IComparable<DateTimeOffset>, IEquatable<DateTimeOffset>, ISpanFormattable, ISpanParsable<DateTimeOffset>, IUtf8SpanFormattable
{
    private const long UnixEpochSeconds = DateTime.UnixEpochTicks / TimeSpan.TicksPerSecond;
    private const long UnixEpochMilliseconds = DateTime.UnixEpochTicks / TimeSpan.TicksPerMillisecond;
    private const long MostSeconds = DateTime.MaxTicks / TimeSpan.TicksPerSecond - UnixEpochSeconds;
    private const long MostMilliseconds = DateTime.MaxTicks / TimeSpan.TicksPerMillisecond - UnixEpochMilliseconds;

    public static readonly DateTimeOffset MinValue;
    public static readonly DateTimeOffset MaxValue = new(DateTime.MaxTicks, TimeSpan.Zero);
    public static readonly DateTimeOffset UnixEpoch = new(DateTime.UnixEpochTicks, TimeSpan.Zero);

    private readonly long _utcTicks;
    private readonly short _offsetMinutes;

    private DateTimeOffset(long utcTicks, short offsetMinutes)
    {
        _utcTicks = utcTicks;
        _offsetMinutes = offsetMinutes;
    }

    public DateTimeOffset(long ticks, TimeSpan offset) : this(new DateTime(ticks), offset) { }

    public DateTimeOffset(DateTime dateTime) : this(dateTime.Ticks, 0) { }

    public DateTimeOffset(DateTime dateTime, TimeSpan offset)
    {
        if (dateTime.Kind != DateTimeKind.Unspecified && offset._ticks != 0)
            throw new ArgumentException("The UTC Offset of the local dateTime parameter does not match the offset argument.", nameof(offset));
        _offsetMinutes = MinutesOf(offset);
        _utcTicks = UtcTicksOf(dateTime, offset);
    }

    public DateTimeOffset(DateOnly date, TimeOnly time, TimeSpan offset) : this(new DateTime(date, time), offset) { }
    public DateTimeOffset(int year, int month, int day, int hour, int minute, int second, TimeSpan offset)
        : this(new DateTime(year, month, day, hour, minute, second), offset) { }
    public DateTimeOffset(int year, int month, int day, int hour, int minute, int second, int millisecond, TimeSpan offset)
        : this(new DateTime(year, month, day, hour, minute, second, millisecond), offset) { }
    public DateTimeOffset(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, TimeSpan offset)
        : this(new DateTime(year, month, day, hour, minute, second, millisecond, microsecond), offset) { }

    private static short MinutesOf(TimeSpan offset)
    {
        if (offset._ticks % TimeSpan.TicksPerMinute != 0)
            throw new ArgumentException("Offset must be specified in whole minutes.", nameof(offset));
        long minutes = offset._ticks / TimeSpan.TicksPerMinute;
        if (Math.Abs(minutes) > DateFields.MaxOffsetMinutes)
            throw new ArgumentOutOfRangeException(nameof(offset), "Offset must be within plus or minus 14 hours.");
        return (short)minutes;
    }

    private static long UtcTicksOf(DateTime clock, TimeSpan offset)
    {
        long ticks = clock.Ticks - offset._ticks;
        if ((ulong)ticks > DateTime.MaxTicks)
            throw new ArgumentOutOfRangeException(nameof(offset), "The UTC time represented when the offset is applied must be between year 0 and 10,000.");
        return ticks;
    }

    public static DateTimeOffset UtcNow => new(DateTime.UtcNow.Ticks, 0);
    public static DateTimeOffset Now => UtcNow;

    public DateTime UtcDateTime => new(_utcTicks, DateTimeKind.Utc);
    public DateTime DateTime => new(_utcTicks + _offsetMinutes * TimeSpan.TicksPerMinute);
    public DateTime LocalDateTime => new(_utcTicks, DateTimeKind.Local);
    public TimeSpan Offset => new(_offsetMinutes * TimeSpan.TicksPerMinute);
    public int TotalOffsetMinutes => _offsetMinutes;
    public long Ticks => DateTime.Ticks;
    public long UtcTicks => _utcTicks;
    public DateTime Date => DateTime.Date;
    public TimeSpan TimeOfDay => DateTime.TimeOfDay;
    public DayOfWeek DayOfWeek => DateTime.DayOfWeek;
    public int DayOfYear => DateTime.DayOfYear;
    public int Year => DateTime.Year;
    public int Month => DateTime.Month;
    public int Day => DateTime.Day;
    public int Hour => DateTime.Hour;
    public int Minute => DateTime.Minute;
    public int Second => DateTime.Second;
    public int Millisecond => DateTime.Millisecond;
    public int Microsecond => DateTime.Microsecond;
    public int Nanosecond => DateTime.Nanosecond;

    public void Deconstruct(out DateOnly date, out TimeOnly time, out TimeSpan offset)
    {
        (date, time) = DateTime;
        offset = Offset;
    }

    public DateTimeOffset ToOffset(TimeSpan offset)
    {
        MinutesOf(offset);
        return new(new DateTime((UtcDateTime + offset).Ticks), offset);
    }

    public DateTimeOffset ToUniversalTime() => new(_utcTicks, 0);
    public DateTimeOffset ToLocalTime() => new(_utcTicks, 0);

    private DateTimeOffset At(DateTime clock) => new(UtcTicksOf(clock, Offset), _offsetMinutes);

    public DateTimeOffset Add(TimeSpan timeSpan) => At(DateTime.Add(timeSpan));
    public DateTimeOffset AddTicks(long ticks) => At(DateTime.AddTicks(ticks));
    public DateTimeOffset AddDays(double days) => At(DateTime.AddDays(days));
    public DateTimeOffset AddHours(double hours) => At(DateTime.AddHours(hours));
    public DateTimeOffset AddMinutes(double minutes) => At(DateTime.AddMinutes(minutes));
    public DateTimeOffset AddSeconds(double seconds) => At(DateTime.AddSeconds(seconds));
    public DateTimeOffset AddMilliseconds(double milliseconds) => At(DateTime.AddMilliseconds(milliseconds));
    public DateTimeOffset AddMicroseconds(double microseconds) => At(DateTime.AddMicroseconds(microseconds));
    public DateTimeOffset AddMonths(int months) => At(DateTime.AddMonths(months));
    public DateTimeOffset AddYears(int years) => At(DateTime.AddYears(years));
    public TimeSpan Subtract(DateTimeOffset value) => new(_utcTicks - value._utcTicks);
    public DateTimeOffset Subtract(TimeSpan value) => At(DateTime.Subtract(value));

    public long ToUnixTimeSeconds() => _utcTicks / TimeSpan.TicksPerSecond - UnixEpochSeconds;
    public long ToUnixTimeMilliseconds() => _utcTicks / TimeSpan.TicksPerMillisecond - UnixEpochMilliseconds;
    public long ToFileTime() => UtcDateTime.ToFileTimeUtc();
    public static DateTimeOffset FromFileTime(long fileTime) => new(DateTime.FromFileTimeUtc(fileTime).Ticks, 0);

    public static DateTimeOffset FromUnixTimeSeconds(long seconds)
    {
        if (seconds is < -UnixEpochSeconds or > MostSeconds)
            throw new ArgumentOutOfRangeException(nameof(seconds), $"Valid values are between {-UnixEpochSeconds} and {MostSeconds}, inclusive.");
        return new(seconds * TimeSpan.TicksPerSecond + DateTime.UnixEpochTicks, 0);
    }

    public static DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)
    {
        if (milliseconds is < -UnixEpochMilliseconds or > MostMilliseconds)
            throw new ArgumentOutOfRangeException(nameof(milliseconds), $"Valid values are between {-UnixEpochMilliseconds} and {MostMilliseconds}, inclusive.");
        return new(milliseconds * TimeSpan.TicksPerMillisecond + DateTime.UnixEpochTicks, 0);
    }

    public static implicit operator DateTimeOffset(DateTime dateTime) => new(dateTime);
    public static DateTimeOffset operator +(DateTimeOffset dateTimeOffset, TimeSpan timeSpan) => dateTimeOffset.At(dateTimeOffset.DateTime + timeSpan);
    public static DateTimeOffset operator -(DateTimeOffset dateTimeOffset, TimeSpan timeSpan) => dateTimeOffset.At(dateTimeOffset.DateTime - timeSpan);
    public static TimeSpan operator -(DateTimeOffset left, DateTimeOffset right) => new(left._utcTicks - right._utcTicks);

    public static bool operator ==(DateTimeOffset left, DateTimeOffset right) => left._utcTicks == right._utcTicks;
    public static bool operator !=(DateTimeOffset left, DateTimeOffset right) => left._utcTicks != right._utcTicks;
    public static bool operator <(DateTimeOffset left, DateTimeOffset right) => left._utcTicks < right._utcTicks;
    public static bool operator <=(DateTimeOffset left, DateTimeOffset right) => left._utcTicks <= right._utcTicks;
    public static bool operator >(DateTimeOffset left, DateTimeOffset right) => left._utcTicks > right._utcTicks;
    public static bool operator >=(DateTimeOffset left, DateTimeOffset right) => left._utcTicks >= right._utcTicks;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DateTimeOffset other && this == other;
    public bool Equals(DateTimeOffset other) => this == other;
    public static bool Equals(DateTimeOffset first, DateTimeOffset second) => first == second;
    public bool EqualsExact(DateTimeOffset other) => this == other && _offsetMinutes == other._offsetMinutes;
    public override int GetHashCode() => _utcTicks.GetHashCode();
    public int CompareTo(DateTimeOffset other) => _utcTicks.CompareTo(other._utcTicks);
    public static int Compare(DateTimeOffset first, DateTimeOffset second) => first.CompareTo(second);
    int IComparable.CompareTo(object? obj) => obj is null ? 1 : obj is DateTimeOffset other ? CompareTo(other) : throw Number.NotA("DateTimeOffset");
}
