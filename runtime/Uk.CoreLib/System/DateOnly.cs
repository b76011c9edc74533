// A date without a time of day: the number of days since 0001-01-01.

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly partial struct DateOnly
    : IComparable, IComparable<DateOnly>, IEquatable<DateOnly>, ISpanFormattable, ISpanParsable<DateOnly>, IUtf8SpanFormattable
{
    private readonly int _dayNumber;

    private DateOnly(int dayNumber) => _dayNumber = dayNumber;
    public DateOnly(int year, int month, int day) => _dayNumber = DateMath.DayNumber(year, month, day);

    public static DateOnly MinValue => default;
    public static DateOnly MaxValue => new(DateMath.MaxDayNumber);

    public static DateOnly FromDayNumber(int dayNumber)
    {
        if ((uint)dayNumber > DateMath.MaxDayNumber) throw OutOfRange(nameof(dayNumber), "Day number must be between 0 and DateOnly.MaxValue.DayNumber.");
        return new DateOnly(dayNumber);
    }

    private static ArgumentOutOfRangeException OutOfRange(string parameter, string message) => new(parameter, message);

    public static DateOnly FromDateTime(DateTime dateTime) => new((int)(dateTime.Ticks / TimeSpan.TicksPerDay));

    private DateTime Start => new(_dayNumber * TimeSpan.TicksPerDay);

    public int DayNumber => _dayNumber;
    public int Year => Start.Year;
    public int Month => Start.Month;
    public int Day => Start.Day;
    public DayOfWeek DayOfWeek => Start.DayOfWeek;
    public int DayOfYear => Start.DayOfYear;

    public void Deconstruct(out int year, out int month, out int day) => DateMath.Split(_dayNumber, out year, out month, out day);

    public DateTime ToDateTime(TimeOnly time) => new(this, time);
    public DateTime ToDateTime(TimeOnly time, DateTimeKind kind) => new(this, time, kind);

    public DateOnly AddDays(int value)
    {
        int dayNumber = _dayNumber + value;
        if ((uint)dayNumber > DateMath.MaxDayNumber) throw OutOfRange(nameof(value), "The value is out of range.");
        return new DateOnly(dayNumber);
    }

    public DateOnly AddMonths(int value) => FromDateTime(Start.AddMonths(value));
    public DateOnly AddYears(int value) => FromDateTime(Start.AddYears(value));

    public static bool operator ==(DateOnly left, DateOnly right) => left._dayNumber == right._dayNumber;
    public static bool operator !=(DateOnly left, DateOnly right) => left._dayNumber != right._dayNumber;
    public static bool operator <(DateOnly left, DateOnly right) => left._dayNumber < right._dayNumber;
    public static bool operator <=(DateOnly left, DateOnly right) => left._dayNumber <= right._dayNumber;
    public static bool operator >(DateOnly left, DateOnly right) => left._dayNumber > right._dayNumber;
    public static bool operator >=(DateOnly left, DateOnly right) => left._dayNumber >= right._dayNumber;

    public override bool Equals([NotNullWhen(true)] object? value) => value is DateOnly other && this == other;
    public bool Equals(DateOnly value) => this == value;
    public override int GetHashCode() => _dayNumber;
    public int CompareTo(DateOnly value) => _dayNumber.CompareTo(value._dayNumber);
    public int CompareTo(object? value) => value is null ? 1 : value is DateOnly other ? CompareTo(other) : throw Number.NotA("DateOnly");
}
