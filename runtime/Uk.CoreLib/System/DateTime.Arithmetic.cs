// The fields of a date, and what moves it.

namespace System;

public readonly partial struct DateTime
{
    private const long DaysTo10000 = 3_652_059;
    private const string ResultOutOfRange = "The added or subtracted value results in an un-representable DateTime.";

    private int DayNumber => (int)(Ticks / TimeSpan.TicksPerDay);

    public DateTime Date => At((ulong)(DayNumber * TimeSpan.TicksPerDay));
    public TimeSpan TimeOfDay => new(Ticks % TimeSpan.TicksPerDay);
    public DayOfWeek DayOfWeek => (DayOfWeek)((DayNumber + 1) % 7);
    public int DayOfYear => DateMath.SplitYear(DayNumber, out _) + 1;
    public int Hour => (int)(Ticks / TimeSpan.TicksPerHour % 24);
    public int Minute => (int)(Ticks / TimeSpan.TicksPerMinute % 60);
    public int Second => (int)(Ticks / TimeSpan.TicksPerSecond % 60);
    public int Millisecond => (int)(Ticks / TimeSpan.TicksPerMillisecond % 1000);
    public int Microsecond => (int)(Ticks / TimeSpan.TicksPerMicrosecond % 1000);
    public int Nanosecond => (int)(Ticks % TimeSpan.TicksPerMicrosecond * TimeSpan.NanosecondsPerTick);

    public int Year
    {
        get
        {
            DateMath.SplitYear(DayNumber, out int year);
            return year;
        }
    }

    public int Month
    {
        get
        {
            DateMath.Split(DayNumber, out _, out int month, out _);
            return month;
        }
    }

    public int Day
    {
        get
        {
            DateMath.Split(DayNumber, out _, out _, out int day);
            return day;
        }
    }

    public void Deconstruct(out DateOnly date, out TimeOnly time)
    {
        date = DateOnly.FromDateTime(this);
        time = TimeOnly.FromDateTime(this);
    }

    public void Deconstruct(out int year, out int month, out int day) => DateMath.Split(DayNumber, out year, out month, out day);

    public DateTime AddTicks(long value)
    {
        ulong ticks = (ulong)(Ticks + value);
        if (ticks > MaxTicks) throw OutOfRange(nameof(value), ResultOutOfRange);
        return At(ticks);
    }

    public DateTime Add(TimeSpan value) => AddTicks(value._ticks);
    public DateTime AddDays(double value) => AddUnits(value, DaysTo10000, TimeSpan.TicksPerDay);
    public DateTime AddHours(double value) => AddUnits(value, DaysTo10000 * 24, TimeSpan.TicksPerHour);
    public DateTime AddMinutes(double value) => AddUnits(value, DaysTo10000 * 1_440, TimeSpan.TicksPerMinute);
    public DateTime AddSeconds(double value) => AddUnits(value, DaysTo10000 * 86_400, TimeSpan.TicksPerSecond);
    public DateTime AddMilliseconds(double value) => AddUnits(value, DaysTo10000 * 86_400_000, TimeSpan.TicksPerMillisecond);
    public DateTime AddMicroseconds(double value) => AddUnits(value, DaysTo10000 * 86_400_000_000, TimeSpan.TicksPerMicrosecond);

    /// <summary>The whole part is exact, as it would not be were all of it multiplied as a double.</summary>
    private DateTime AddUnits(double value, long most, long ticksPerUnit)
    {
        if (Math.Abs(value) > most) throw OutOfRange(nameof(value), "Value to add was out of range.");
        double whole = Math.Truncate(value);
        return AddTicks((long)whole * ticksPerUnit + (long)((value - whole) * ticksPerUnit));
    }

    public DateTime AddMonths(int months)
    {
        if (months is < -120_000 or > 120_000) throw OutOfRange(nameof(months), "Months value must be between +/-120000.");
        return AddMonthsIn(months, nameof(months));
    }

    public DateTime AddYears(int value)
    {
        if (value is < -10_000 or > 10_000) throw OutOfRange(nameof(value), "Years value must be between +/-10000.");
        return AddMonthsIn(value * 12, nameof(value));
    }

    private DateTime AddMonthsIn(int months, string parameter)
    {
        DateMath.Split(DayNumber, out int year, out int month, out int day);
        int total = year * 12 + month - 1 + months;
        // Not by division alone: months before the year 0 are below any year.
        if (total is < 12 or >= 10_000 * 12) throw OutOfRange(parameter, ResultOutOfRange);
        year = total / 12;
        month = total % 12 + 1;
        long date = DateMath.Ticks(year, month, Math.Min(day, DateMath.DaysInMonth(year, month)));
        return At((ulong)(date + Ticks % TimeSpan.TicksPerDay));
    }

    public TimeSpan Subtract(DateTime value) => new(Ticks - value.Ticks);
    public DateTime Subtract(TimeSpan value) => this - value;

    public static DateTime operator +(DateTime d, TimeSpan t)
    {
        ulong ticks = (ulong)(d.Ticks + t._ticks);
        if (ticks > MaxTicks) throw OutOfRange(nameof(t), ResultOutOfRange);
        return d.At(ticks);
    }

    public static DateTime operator -(DateTime d, TimeSpan t)
    {
        ulong ticks = (ulong)(d.Ticks - t._ticks);
        if (ticks > MaxTicks) throw OutOfRange(nameof(t), ResultOutOfRange);
        return d.At(ticks);
    }

    public static TimeSpan operator -(DateTime d1, DateTime d2) => new(d1.Ticks - d2.Ticks);
}
