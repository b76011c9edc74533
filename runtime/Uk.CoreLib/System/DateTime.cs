// A date and time of day in steps of 100 ns since 0001-01-01, with a note whether it is UTC. An image has no time zones:
// local time is UTC. Fields and arithmetic are in DateTime.Arithmetic.cs, text in DateTime.Text.cs.

using System.Diagnostics.CodeAnalysis;
using Internal.Runtime;

namespace System;

public enum DayOfWeek { Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday }

public enum DateTimeKind { Unspecified, Utc, Local }

public readonly partial struct DateTime
    : IComparable, IComparable<DateTime>, IEquatable<DateTime>, ISpanFormattable, ISpanParsable<DateTime>, IUtf8SpanFormattable
{
    internal const long MaxTicks = 3_155_378_975_999_999_999;
    internal const long UnixEpochTicks = 621_355_968_000_000_000;
    private const long FileTimeOffset = 504_911_232_000_000_000;
    private const ulong TicksMask = 0x3FFF_FFFF_FFFF_FFFF;
    private const int KindShift = 62;

    public static readonly DateTime MinValue;
    public static readonly DateTime MaxValue = new(MaxTicks, DateTimeKind.Unspecified);
    public static readonly DateTime UnixEpoch = new(UnixEpochTicks, DateTimeKind.Utc);

    /// <summary>Ticks in the lower 62 bits, the kind above.</summary>
    private readonly ulong _dateData;

    public DateTime(long ticks)
    {
        if ((ulong)ticks > MaxTicks) throw OutOfRange(nameof(ticks), "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.");
        _dateData = (ulong)ticks;
    }

    public DateTime(long ticks, DateTimeKind kind) : this(ticks) => _dateData |= Flags(kind);
    public DateTime(DateOnly date, TimeOnly time) => _dateData = (ulong)(date.DayNumber * TimeSpan.TicksPerDay + time.Ticks);
    public DateTime(DateOnly date, TimeOnly time, DateTimeKind kind) : this(date, time) => _dateData |= Flags(kind);
    public DateTime(int year, int month, int day) => _dateData = (ulong)DateMath.Ticks(year, month, day);
    public DateTime(int year, int month, int day, int hour, int minute, int second) =>
        _dateData = (ulong)(DateMath.Ticks(year, month, day) + DateMath.TimeTicks(hour, minute, second));
    public DateTime(int year, int month, int day, int hour, int minute, int second, DateTimeKind kind)
        : this(year, month, day, hour, minute, second) => _dateData |= Flags(kind);
    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)
        : this(year, month, day, hour, minute, second, millisecond, 0) { }
    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, DateTimeKind kind)
        : this(year, month, day, hour, minute, second, millisecond, 0, kind) { }

    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond)
        : this(year, month, day, hour, minute, second)
    {
        if ((uint)millisecond >= 1000) throw OutOfRange(nameof(millisecond), "Valid values are between 0 and 999, inclusive.");
        if ((uint)microsecond >= 1000) throw OutOfRange(nameof(microsecond), "Valid values are between 0 and 999, inclusive.");
        _dateData += (ulong)(millisecond * TimeSpan.TicksPerMillisecond + microsecond * TimeSpan.TicksPerMicrosecond);
    }

    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, DateTimeKind kind)
        : this(year, month, day, hour, minute, second, millisecond, microsecond) => _dateData |= Flags(kind);

    private DateTime(ulong data, bool _) => _dateData = data;

    private static ulong Flags(DateTimeKind kind)
    {
        if ((uint)kind > (uint)DateTimeKind.Local) throw new ArgumentException("Invalid DateTimeKind value.", nameof(kind));
        return (ulong)kind << KindShift;
    }

    internal static ArgumentOutOfRangeException OutOfRange(string? parameter, string message) => new(parameter, message);

    /// <summary>Another point in time of the same kind.</summary>
    private DateTime At(ulong ticks) => new(ticks | (_dateData & ~TicksMask), true);

    public static DateTime UtcNow => new(WallClock.UtcTicks, DateTimeKind.Utc);
    public static DateTime Now => new(WallClock.UtcTicks, DateTimeKind.Local);
    public static DateTime Today => Now.Date;

    public long Ticks => (long)(_dateData & TicksMask);
    public DateTimeKind Kind => (DateTimeKind)(_dateData >> KindShift);

    public static DateTime SpecifyKind(DateTime value, DateTimeKind kind) => new(value.Ticks, kind);
    public DateTime ToUniversalTime() => new(Ticks, DateTimeKind.Utc);
    public DateTime ToLocalTime() => new(Ticks, DateTimeKind.Local);
    public bool IsDaylightSavingTime() => false;

    public long ToBinary() => (long)_dateData;

    public static DateTime FromBinary(long dateData)
    {
        if (((ulong)dateData & TicksMask) > MaxTicks)
            throw new ArgumentException("The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", nameof(dateData));
        // Two of the four kinds are local: one said that a clock was set back.
        return dateData < 0 ? new(dateData & (long)TicksMask, DateTimeKind.Local) : new((ulong)dateData, true);
    }

    public long ToFileTime() => ToFileTimeUtc();

    public long ToFileTimeUtc()
    {
        long time = Ticks - FileTimeOffset;
        return time >= 0 ? time : throw OutOfRange(null, "Not a valid Win32 FileTime.");
    }

    public static DateTime FromFileTimeUtc(long fileTime)
    {
        if ((ulong)fileTime > MaxTicks - FileTimeOffset) throw OutOfRange(nameof(fileTime), "Not a valid Win32 FileTime.");
        return new DateTime(fileTime + FileTimeOffset, DateTimeKind.Utc);
    }

    public static DateTime FromFileTime(long fileTime) => FromFileTimeUtc(fileTime).ToLocalTime();

    public static bool IsLeapYear(int year)
    {
        if (year is < 1 or > 9999) throw OutOfRange(nameof(year), "Year must be between 1 and 9999.");
        return DateMath.IsLeapYear(year);
    }

    public static int DaysInMonth(int year, int month)
    {
        if (month is < 1 or > 12) throw OutOfRange(nameof(month), "Month must be between one and twelve.");
        if (year is < 1 or > 9999) throw OutOfRange(nameof(year), "Year must be between 1 and 9999.");
        return DateMath.DaysInMonth(year, month);
    }

    public static bool operator ==(DateTime d1, DateTime d2) => d1.Ticks == d2.Ticks;
    public static bool operator !=(DateTime d1, DateTime d2) => d1.Ticks != d2.Ticks;
    public static bool operator <(DateTime t1, DateTime t2) => t1.Ticks < t2.Ticks;
    public static bool operator <=(DateTime t1, DateTime t2) => t1.Ticks <= t2.Ticks;
    public static bool operator >(DateTime t1, DateTime t2) => t1.Ticks > t2.Ticks;
    public static bool operator >=(DateTime t1, DateTime t2) => t1.Ticks >= t2.Ticks;

    public override bool Equals([NotNullWhen(true)] object? value) => value is DateTime other && this == other;
    public bool Equals(DateTime value) => this == value;
    public static bool Equals(DateTime t1, DateTime t2) => t1 == t2;
    public override int GetHashCode() => Ticks.GetHashCode();
    public int CompareTo(DateTime value) => Ticks.CompareTo(value.Ticks);
    public int CompareTo(object? value) => value is null ? 1 : value is DateTime other ? CompareTo(other) : throw Number.NotA("DateTime");
    public static int Compare(DateTime t1, DateTime t2) => t1.CompareTo(t2);
}
