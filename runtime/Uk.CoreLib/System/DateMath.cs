// Days and dates of the Gregorian calendar, extended to the year 1. Days count from 0001-01-01.

namespace System;

internal static class DateMath
{
    private const int DaysPerYear = 365;
    private const int DaysPer4Years = 1_461;
    private const int DaysPer100Years = 36_524;
    private const int DaysPer400Years = 146_097;
    internal const int MaxDayNumber = 3_652_058;

    private static ReadOnlySpan<ushort> DaysBeforeMonth => [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    internal static bool IsLeapYear(int year) => (year & 3) == 0 && ((year & 15) == 0 || year % 100 != 0);

    internal static int DaysInMonth(int year, int month) =>
        DaysBeforeMonth[month] - DaysBeforeMonth[month - 1] + (month == 2 && IsLeapYear(year) ? 1 : 0);

    internal static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);

    internal static int DayOfYear(int year, int month, int day) =>
        DaysBeforeMonth[month - 1] + (month > 2 && IsLeapYear(year) ? 1 : 0) + day;

    internal static int DayNumber(int year, int month, int day)
    {
        if (!IsDate(year, month, day)) throw DateTime.OutOfRange(null, "Year, Month, and Day parameters describe an un-representable DateTime.");
        int before = year - 1;
        return before * DaysPerYear + before / 4 - before / 100 + before / 400 + DayOfYear(year, month, day) - 1;
    }

    internal static long Ticks(int year, int month, int day) => DayNumber(year, month, day) * TimeSpan.TicksPerDay;

    internal static long TimeTicks(int hour, int minute, int second)
    {
        if ((uint)hour >= 24 || (uint)minute >= 60 || (uint)second >= 60)
            throw DateTime.OutOfRange(null, "Hour, Minute, and Second parameters describe an un-representable DateTime.");
        return (hour * 3600 + minute * 60 + second) * TimeSpan.TicksPerSecond;
    }

    internal static void Split(int dayNumber, out int year, out int month, out int day)
    {
        int dayOfYear = SplitYear(dayNumber, out year);
        int leap = IsLeapYear(year) ? 1 : 0;
        // No month is longer than 32 days, so that this is at most one too few.
        month = dayOfYear / 32 + 1;
        if (dayOfYear >= DaysBeforeMonth[month] + (month >= 2 ? leap : 0)) month++;
        day = dayOfYear - DaysBeforeMonth[month - 1] - (month > 2 ? leap : 0) + 1;
    }

    /// <returns>The day of the year, from 0.</returns>
    internal static int SplitYear(int dayNumber, out int year)
    {
        int cycles = dayNumber / DaysPer400Years;
        int rest = dayNumber - cycles * DaysPer400Years;
        // The last day of a cycle belongs to its last century, as that of four years does to the last year.
        int centuries = Math.Min(rest / DaysPer100Years, 3);
        rest -= centuries * DaysPer100Years;
        int quads = rest / DaysPer4Years;
        rest -= quads * DaysPer4Years;
        int years = Math.Min(rest / DaysPerYear, 3);
        year = cycles * 400 + centuries * 100 + quads * 4 + years + 1;
        return rest - years * DaysPerYear;
    }
}
