// What a text says of a date and time, gathered field by field, and what becomes of it under the styles.

using System.Globalization;

namespace System;

/// <summary>-1 where the text does not say.</summary>
internal struct DateFields()
{
    /// <summary>Two digits mean a year up to this.</summary>
    private const int LastTwoDigitYear = 2049;
    internal const int MaxOffsetMinutes = 14 * 60;

    public int Year = -1, Month = -1, Day = -1, DayOfWeek = -1;
    public int Hour = -1, Minute = -1, Second = -1;
    public int Fraction;

    /// <summary>0 before noon, 1 after.</summary>
    public int HalfDay = -1;

    public bool HasOffset, IsZulu;
    public int OffsetMinutes;

    public readonly bool HasDate => Year >= 0 || Month >= 0 || Day >= 0 || DayOfWeek >= 0;
    public readonly bool HasTime => Hour >= 0 || Minute >= 0 || Second >= 0 || Fraction > 0 || HalfDay >= 0;

    public static int FullYear(int year)
    {
        const int Century = LastTwoDigitYear / 100 * 100;
        return year <= LastTwoDigitYear % 100 ? Century + year : Century - 100 + year;
    }

    public void SetOffset(int minutes, bool isZulu = false)
    {
        HasOffset = true;
        IsZulu = isZulu;
        OffsetMinutes = minutes;
    }

    /// <summary>Takes what is missing from today.</summary>
    private void Complete(DateTimeStyles styles)
    {
        if (Year < 0 && Month < 0 && Day < 0)
        {
            if ((styles & DateTimeStyles.NoCurrentDateDefault) != 0) (Year, Month, Day) = (1, 1, 1);
            else (Year, Month, Day) = DateTime.Today;
        }
        if (Year < 0) Year = DateTime.Today.Year;
        if (Month < 0) Month = 1;
        if (Day < 0) Day = 1;
    }

    /// <summary>The time on the clock that the text shows.</summary>
    public bool TryGetClock(DateTimeStyles styles, out long ticks)
    {
        ticks = 0;
        Complete(styles);
        int hour = Math.Max(Hour, 0), minute = Math.Max(Minute, 0), second = Math.Max(Second, 0);
        if (!DateMath.IsDate(Year, Month, Day) || hour > 23 || minute > 59 || second > 59) return false;
        ticks = DateMath.Ticks(Year, Month, Day) + DateMath.TimeTicks(hour, minute, second) + Fraction;
        return ticks <= DateTime.MaxTicks && (DayOfWeek < 0 || (int)new DateTime(ticks).DayOfWeek == DayOfWeek);
    }

    public bool TryGetDateTime(DateTimeStyles styles, out DateTime result)
    {
        result = default;
        if (!TryGetClock(styles, out long ticks)) return false;
        bool toUniversal = (styles & DateTimeStyles.AdjustToUniversal) != 0;
        if (HasOffset)
        {
            ticks -= OffsetMinutes * TimeSpan.TicksPerMinute;
            // On the first day .NET keeps the time and forgets that the day is another.
            if (ticks < 0) ticks += TimeSpan.TicksPerDay;
            if ((ulong)ticks > DateTime.MaxTicks) return false;
            toUniversal |= IsZulu && (styles & DateTimeStyles.RoundtripKind) != 0;
            result = new DateTime(ticks, toUniversal ? DateTimeKind.Utc : DateTimeKind.Local);
            return true;
        }
        bool isAssumed = (styles & (DateTimeStyles.AssumeLocal | DateTimeStyles.AssumeUniversal)) != 0;
        result = new DateTime(ticks, !isAssumed ? DateTimeKind.Unspecified : toUniversal ? DateTimeKind.Utc : DateTimeKind.Local);
        return true;
    }

    public bool TryGetDateTimeOffset(DateTimeStyles styles, out DateTimeOffset result)
    {
        result = default;
        if (!TryGetClock(styles, out long ticks)) return false;
        if (HasOffset && Math.Abs(OffsetMinutes) > MaxOffsetMinutes) return false;
        if ((ulong)(ticks - OffsetMinutes * TimeSpan.TicksPerMinute) > DateTime.MaxTicks) return false;
        result = new DateTimeOffset(ticks, TimeSpan.FromMinutes((long)OffsetMinutes));
        if ((styles & DateTimeStyles.AdjustToUniversal) != 0) result = result.ToUniversalTime();
        return true;
    }

    /// <summary>Sets a field; false where the text said otherwise before.</summary>
    public static bool TrySet(ref int field, int value)
    {
        if (field >= 0 && field != value) return false;
        field = value;
        return true;
    }
}
