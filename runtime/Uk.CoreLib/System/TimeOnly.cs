// A time of day without a date, in steps of 100 ns.

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly partial struct TimeOnly
    : IComparable, IComparable<TimeOnly>, IEquatable<TimeOnly>, ISpanFormattable, ISpanParsable<TimeOnly>, IUtf8SpanFormattable
{
    private readonly long _ticks;

    public TimeOnly(long ticks)
    {
        if ((ulong)ticks >= TimeSpan.TicksPerDay)
            throw new ArgumentOutOfRangeException(nameof(ticks), "Ticks must be between 0 and TimeOnly.MaxValue.Ticks.");
        _ticks = ticks;
    }

    public TimeOnly(int hour, int minute) : this(hour, minute, 0) { }
    public TimeOnly(int hour, int minute, int second) => _ticks = DateMath.TimeTicks(hour, minute, second);
    public TimeOnly(int hour, int minute, int second, int millisecond) : this(hour, minute, second, millisecond, 0) { }
    public TimeOnly(int hour, int minute, int second, int millisecond, int microsecond) =>
        _ticks = new DateTime(1, 1, 1, hour, minute, second, millisecond, microsecond).Ticks;

    public static TimeOnly MinValue => default;
    public static TimeOnly MaxValue => new(TimeSpan.TicksPerDay - 1);

    public static TimeOnly FromTimeSpan(TimeSpan timeSpan) => new(timeSpan._ticks);
    public static TimeOnly FromDateTime(DateTime dateTime) => new(dateTime.Ticks % TimeSpan.TicksPerDay);
    public TimeSpan ToTimeSpan() => new(_ticks);

    private DateTime OnFirstDay => new(_ticks);

    public long Ticks => _ticks;
    public int Hour => OnFirstDay.Hour;
    public int Minute => OnFirstDay.Minute;
    public int Second => OnFirstDay.Second;
    public int Millisecond => OnFirstDay.Millisecond;
    public int Microsecond => OnFirstDay.Microsecond;
    public int Nanosecond => OnFirstDay.Nanosecond;

    public void Deconstruct(out int hour, out int minute) => (hour, minute) = (Hour, Minute);
    public void Deconstruct(out int hour, out int minute, out int second) => (hour, minute, second) = (Hour, Minute, Second);
    public void Deconstruct(out int hour, out int minute, out int second, out int millisecond) =>
        (hour, minute, second, millisecond) = (Hour, Minute, Second, Millisecond);
    public void Deconstruct(out int hour, out int minute, out int second, out int millisecond, out int microsecond) =>
        (hour, minute, second, millisecond, microsecond) = (Hour, Minute, Second, Millisecond, Microsecond);

    public TimeOnly Add(TimeSpan value) => Add(value, out _);
    public TimeOnly AddHours(double value) => Add(TimeSpan.FromHours(value), out _);
    public TimeOnly AddHours(double value, out int wrappedDays) => Add(TimeSpan.FromHours(value), out wrappedDays);
    public TimeOnly AddMinutes(double value) => Add(TimeSpan.FromMinutes(value), out _);
    public TimeOnly AddMinutes(double value, out int wrappedDays) => Add(TimeSpan.FromMinutes(value), out wrappedDays);

    public TimeOnly Add(TimeSpan value, out int wrappedDays)
    {
        long days = value._ticks / TimeSpan.TicksPerDay;
        long ticks = _ticks + value._ticks % TimeSpan.TicksPerDay;
        if (ticks < 0)
        {
            days--;
            ticks += TimeSpan.TicksPerDay;
        }
        else if (ticks >= TimeSpan.TicksPerDay)
        {
            days++;
            ticks -= TimeSpan.TicksPerDay;
        }
        wrappedDays = (int)days;
        return new TimeOnly(ticks);
    }

    /// <summary>The end does not belong to it; a start behind the end means that midnight lies between them.</summary>
    public bool IsBetween(TimeOnly start, TimeOnly end)
    {
        long length = end._ticks - start._ticks, distance = _ticks - start._ticks;
        if (length < 0) length += TimeSpan.TicksPerDay;
        if (distance < 0) distance += TimeSpan.TicksPerDay;
        return distance < length;
    }

    public static TimeSpan operator -(TimeOnly t1, TimeOnly t2)
    {
        long ticks = t1._ticks - t2._ticks;
        return new TimeSpan(ticks < 0 ? ticks + TimeSpan.TicksPerDay : ticks);
    }

    public static bool operator ==(TimeOnly left, TimeOnly right) => left._ticks == right._ticks;
    public static bool operator !=(TimeOnly left, TimeOnly right) => left._ticks != right._ticks;
    public static bool operator <(TimeOnly left, TimeOnly right) => left._ticks < right._ticks;
    public static bool operator <=(TimeOnly left, TimeOnly right) => left._ticks <= right._ticks;
    public static bool operator >(TimeOnly left, TimeOnly right) => left._ticks > right._ticks;
    public static bool operator >=(TimeOnly left, TimeOnly right) => left._ticks >= right._ticks;

    public override bool Equals([NotNullWhen(true)] object? value) => value is TimeOnly other && this == other;
    public bool Equals(TimeOnly value) => this == value;
    public override int GetHashCode() => _ticks.GetHashCode();
    public int CompareTo(TimeOnly value) => _ticks.CompareTo(value._ticks);
    public int CompareTo(object? value) => value is null ? 1 : value is TimeOnly other ? CompareTo(other) : throw Number.NotA("TimeOnly");
}
