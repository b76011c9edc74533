using System;
using System.Globalization;

/// <summary>Dates and times: calendar, arithmetic, kinds, text. Nothing here depends on the time or its zone.</summary>
internal static class DateCases
{
    private static readonly DateTime[] s_values =
    [
        DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, new(2024, 2, 29), new(2000, 12, 31, 23, 59, 59, 999), new(1900, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        new(2026, 11, 21, 4, 5, 6, 7, 8), new(638_000_000_012_345_678), new(1999, 1, 1, 12, 0, 0), new(33, 7, 4, 13, 30, 0),
    ];

    public static void Run()
    {
        Calendar();
        Fields();
        Arithmetic();
        Text();
        Offsets();
        DatesAlone();
        TimesAlone();
    }

    private static void Calendar()
    {
        Suite.Group("calendar");
        foreach (int year in (int[])[1, 4, 100, 400, 1900, 2000, 2023, 2024, 9996, 9999])
            Suite.Show($"{year}", $"{DateTime.IsLeapYear(year)} {DateTime.DaysInMonth(year, 2)} {new DateTime(year, 12, 31).DayOfYear} {(int)new DateTime(year, 1, 1).DayOfWeek}");
        long sum = 0;
        for (int day = 0; day <= DateOnly.MaxValue.DayNumber; day += 61)
        {
            DateOnly date = DateOnly.FromDayNumber(day);
            sum = sum * 31 + date.Year * 10_000 + date.Month * 100 + date.Day + (int)date.DayOfWeek + date.DayOfYear;
            if (new DateOnly(date.Year, date.Month, date.Day) != date) sum = -1;
        }
        Suite.Show("every 61st day", sum);
        foreach ((int y, int m, int d) in ((int, int, int)[])[(0, 1, 1), (10000, 1, 1), (2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0)])
            Suite.Show($"no date {y} {m} {d}", TimeSpanCases.Thrown(() => new DateTime(y, m, d).Ticks));
        Suite.Show("no leap year 0", TimeSpanCases.Thrown(() => DateTime.IsLeapYear(0)));
        Suite.Show("no month 13", TimeSpanCases.Thrown(() => DateTime.DaysInMonth(2024, 13)));
        Suite.Show("no hour 24", TimeSpanCases.Thrown(() => new DateTime(2024, 1, 1, 24, 0, 0).Ticks));
        Suite.Show("no second 60", TimeSpanCases.Thrown(() => new DateTime(2024, 1, 1, 1, 0, 60).Ticks));
        Suite.Show("no millisecond 1000", TimeSpanCases.Thrown(() => new DateTime(2024, 1, 1, 1, 0, 0, 1000).Ticks));
        Suite.Show("no microsecond -1", TimeSpanCases.Thrown(() => new DateTime(2024, 1, 1, 1, 0, 0, 0, -1).Ticks));
        Suite.Show("no ticks", TimeSpanCases.Thrown(() => new DateTime(-1)));
        Suite.Show("no kind", TimeSpanCases.Thrown(() => new DateTime(1, (DateTimeKind)3)));
    }

    private static void Fields()
    {
        Suite.Group("DateTime fields");
        for (int i = 0; i < s_values.Length; i++)
        {
            DateTime d = s_values[i];
            Suite.Show($"{i}", $"{d.Year} {d.Month} {d.Day} {d.Hour} {d.Minute} {d.Second} {d.Millisecond} {d.Microsecond} {d.Nanosecond} {(int)d.DayOfWeek} {d.DayOfYear} {(int)d.Kind} {d.GetHashCode()}");
            Suite.Show($"{i} parts", $"{d.Date.Ticks} {d.TimeOfDay} {d.Ticks} {DateTime.FromBinary(d.ToBinary()) == d}");
        }
        DateTime utc = DateTime.SpecifyKind(s_values[6], DateTimeKind.Utc);
        Suite.Show("kinds", $"{(int)utc.Kind} {(int)utc.Date.Kind} {(int)utc.AddDays(1).Kind} {(int)(utc - TimeSpan.FromDays(1)).Kind} {utc == s_values[6]}");
        Suite.Show("file time", $"{utc.ToFileTimeUtc()} {DateTime.FromFileTimeUtc(133_000_000_000_000_000).Ticks} {TimeSpanCases.Thrown(() => DateTime.MinValue.ToFileTimeUtc())}");
        (DateOnly date, TimeOnly time) = s_values[6];
        Suite.Show("deconstructed", $"{date:o} {time:o} {new DateTime(date, time) == s_values[6]}");
        Suite.Show("binary of UTC", $"{utc.ToBinary()} {TimeSpanCases.Thrown(() => DateTime.FromBinary(long.MaxValue >> 2))}");
    }

    private static void Arithmetic()
    {
        Suite.Group("DateTime arithmetic");
        DateTime d = new(2024, 1, 31, 10, 0, 0);
        foreach (int months in (int[])[0, 1, 13, -1, -2, -11, -12, -13, 100, 95_711])
            Suite.Show($"months {months}", $"{d.AddMonths(months):s}");
        foreach (int years in (int[])[1, -1, 4, 7975, -2023])
            Suite.Show($"years {years}", $"{new DateTime(2024, 2, 29).AddYears(years):s}");
        Suite.Show("months beyond", TimeSpanCases.Thrown(() => d.AddMonths(95_712)));
        Suite.Show("months before", TimeSpanCases.Thrown(() => d.AddMonths(-24_277)));
        Suite.Show("too many months", TimeSpanCases.Thrown(() => d.AddMonths(120_001)));
        Suite.Show("years beyond", TimeSpanCases.Thrown(() => d.AddYears(7_976)));
        Suite.Show("too many years", TimeSpanCases.Thrown(() => d.AddYears(-10_001)));
        foreach (double value in (double[])[1, -1, 0.5, 1.0 / 3, 1e-7, -0.0001, 12345.6789])
            Suite.Show($"units {value}", $"{d.AddDays(value):o} {d.AddHours(value):o} {d.AddMinutes(value):o} {d.AddSeconds(value):o} {d.AddMilliseconds(value):o} {d.AddMicroseconds(value):o}");
        Suite.Show("days beyond", TimeSpanCases.Thrown(() => d.AddDays(2_913_000)));
        Suite.Show("far too many days", TimeSpanCases.Thrown(() => d.AddDays(1e10)));
        Suite.Show("days not a number", TimeSpanCases.Thrown(() => d.AddDays(double.NegativeInfinity)));
        Suite.Show("ticks before", TimeSpanCases.Thrown(() => DateTime.MinValue.AddTicks(-1)));
        Suite.Show("sum beyond", TimeSpanCases.Thrown(() => DateTime.MaxValue + new TimeSpan(1)));
        Suite.Show("difference beyond", TimeSpanCases.Thrown(() => DateTime.MinValue - new TimeSpan(1)));
        Suite.Show("differences", $"{DateTime.MaxValue - DateTime.MinValue} {d - new DateTime(2023, 1, 31)} {d.Subtract(TimeSpan.FromDays(31)):s}");
        Suite.Show("order", $"{d < DateTime.MaxValue} {d > DateTime.MaxValue} {d <= DateTime.MinValue} {d >= DateTime.MinValue} {d == d.AddTicks(1)} {d != d.AddTicks(1)} {d.CompareTo(DateTime.MinValue)} {DateTime.Compare(d, DateTime.MaxValue)} {d.Equals((object)d)} {d.CompareTo(null)}");
    }

    private static void Text()
    {
        Suite.Group("DateTime text");
        string[] formats =
        [
            "d", "D", "f", "F", "g", "G", "m", "M", "o", "O", "r", "R", "s", "t", "T", "u", "U", "y", "Y", "yyyy-MM-dd", "%d", "%M", "%y", "yy yyy yyyy yyyyyy", "d dd ddd dddd ddddd", "M MM MMM MMMM MMMMM",
            "h hh H HH m mm s ss", "t tt", "%t", "f ff fff ffff fffff ffffff fffffff", "F.FF FFF FFFFFFF", "ss.FFF", "%K", "gg", "'quoted 'yyyy\" and \"MM", @"\d\y yy", "HH:mm:ss.FFFFFFF", "dd/MM/yyyy", "yyyyMMddTHHmmss", "[HH]",
        ];
        for (int f = 0; f < formats.Length; f++)
            for (int i = 0; i < s_values.Length; i++)
                Suite.Show($"{f} {i}", s_values[i].ToString(formats[f], CultureInfo.InvariantCulture));
        foreach (string format in (string[])["x", "%", "%%", "'open", "\\", "ffffffff", "FFFFFFFF", "a", "'\\"])
            Suite.Show($"bad '{format}'", TimeSpanCases.Thrown(() => s_values[3].ToString(format)));
        Suite.Show("plain", $"{s_values[6]} {s_values[6].ToString()} {s_values[6].ToLongDateString()} {s_values[6].ToShortDateString()} {s_values[6].ToLongTimeString()} {s_values[6].ToShortTimeString()}");
        Suite.Show("in fields", $"{s_values[3],25}|{s_values[3],-12:yyyy}|{s_values[3]:ddd}|{string.Format("{0:HH} {1:MMM}", s_values[6], s_values[6])}");
        Span<char> room = stackalloc char[10];
        Suite.Show("into room", $"{s_values[3].TryFormat(room, out int written, "yyyy-MM-dd")} {written} {s_values[3].TryFormat(room, out written)} {written}");
        Span<byte> utf8 = stackalloc byte[10];
        Suite.Show("as UTF-8", $"{s_values[3].TryFormat(utf8, out written, "yyyy-MM-dd")} {written} {utf8[9]} {s_values[3].TryFormat(utf8, out written)} {written}");
    }

    private static void Offsets()
    {
        Suite.Group("DateTimeOffset");
        DateTimeOffset[] values = [new(2024, 2, 29, 1, 2, 3, TimeSpan.FromHours(5.5)), new(2024, 2, 29, 23, 0, 0, 7, TimeSpan.FromHours(-8)), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, new(new DateTime(5), TimeSpan.Zero)];
        foreach (string format in (string[])["d", "D", "F", "G", "o", "r", "s", "u", "y", "zzz", "%z", "zz", "%K", "yyyy-MM-ddTHH:mm:sszzz", "HH:mm:ss.fffffff K"])
            for (int i = 0; i < values.Length; i++) Suite.Show($"{format} {i}", values[i].ToString(format, CultureInfo.InvariantCulture));
        for (int i = 0; i < values.Length; i++)
        {
            DateTimeOffset v = values[i];
            Suite.Show($"{i}", $"{v} {v.UtcDateTime:o} {v.DateTime:o} {v.Offset} {v.UtcTicks} {v.Ticks} {v.ToUnixTimeSeconds()} {v.ToUnixTimeMilliseconds()} {v.TotalOffsetMinutes} {v.Hour} {v.Date:d} {v.GetHashCode()}");
        }
        Suite.Show("same instant", $"{values[0] == values[0].ToOffset(TimeSpan.FromHours(2))} {values[0].EqualsExact(values[0].ToUniversalTime())} {values[0].ToOffset(TimeSpan.FromHours(2)):o}");
        Suite.Show("arithmetic", $"{values[0].AddMonths(12):o} {values[0].AddDays(0.5):o} {values[0] - values[1]} {(values[0] + TimeSpan.FromHours(1)):o} {values[0].Subtract(TimeSpan.FromTicks(1)):o} {values[0].AddYears(-1):o}");
        Suite.Show("order", $"{values[0] < values[1]} {values[0] > values[1]} {values[0].CompareTo(values[1])} {DateTimeOffset.Compare(values[1], values[0])} {values[0].Equals((object)values[0])}");
        Suite.Show("unix", $"{DateTimeOffset.FromUnixTimeSeconds(1_700_000_000):o} {DateTimeOffset.FromUnixTimeMilliseconds(-1):o} {DateTimeOffset.FromUnixTimeSeconds(-62_135_596_800):o} {DateTimeOffset.FromUnixTimeMilliseconds(253_402_300_799_999):o}");
        Suite.Show("unix of a fraction before 1970", new DateTimeOffset(1969, 12, 31, 23, 59, 59, 500, TimeSpan.Zero).ToUnixTimeSeconds());
        Suite.Show("unix beyond", TimeSpanCases.Thrown(() => DateTimeOffset.FromUnixTimeSeconds(253_402_300_800)));
        Suite.Show("unix before", TimeSpanCases.Thrown(() => DateTimeOffset.FromUnixTimeMilliseconds(-62_135_596_800_001)));
        Suite.Show("offset beyond", TimeSpanCases.Thrown(() => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(15))));
        Suite.Show("offset with seconds", TimeSpanCases.Thrown(() => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromSeconds(1))));
        Suite.Show("before the first instant", TimeSpanCases.Thrown(() => new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(1))));
        Suite.Show("UTC with an offset", TimeSpanCases.Thrown(() => new DateTimeOffset(DateTime.UnixEpoch, TimeSpan.FromHours(1))));
        Suite.Show("to an offset beyond", TimeSpanCases.Thrown(() => DateTimeOffset.MaxValue.ToOffset(TimeSpan.FromHours(1))));
        Suite.Show("format U", TimeSpanCases.Thrown(() => values[0].ToString("U")));
    }

    private static void DatesAlone()
    {
        Suite.Group("DateOnly");
        DateOnly d = new(2024, 2, 29);
        foreach (string format in (string[])["d", "D", "m", "o", "r", "y", "yyyy/MM/dd", "ddd", "'t' yy", "\\h dd"]) Suite.Show(format, d.ToString(format, CultureInfo.InvariantCulture));
        foreach (string format in (string[])["t", "s", "u", "HH", "yyyy:MM", "%K", "x"]) Suite.Show($"bad {format}", TimeSpanCases.Thrown(() => d.ToString(format)));
        Suite.Show("plain", $"{d} {d.DayNumber} {d.DayOfYear} {(int)d.DayOfWeek} {DateOnly.MinValue} {DateOnly.MaxValue} {d.GetHashCode()} {d.ToLongDateString()}");
        Suite.Show("arithmetic", $"{d.AddDays(366)} {d.AddMonths(-1)} {d.AddYears(1)} {d < d.AddDays(1)} {d.CompareTo(DateOnly.MaxValue)}");
        Suite.Show("with a time", $"{d.ToDateTime(new TimeOnly(1, 2, 3)):o} {d.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc):o}");
        Suite.Show("beyond", TimeSpanCases.Thrown(() => DateOnly.MaxValue.AddDays(1)));
        Suite.Show("no day number", TimeSpanCases.Thrown(() => DateOnly.FromDayNumber(-1)));
        foreach (string text in (string[])["2024-02-29", "02/29/2024", "29 Feb 2024", "2023-02-29", "2024-02-29 10:00", "10:00", "Thursday, 29 February 2024", "", "x"])
            Suite.Show($"parse '{text}'", $"{DateOnly.TryParse(text, out DateOnly parsed)} {parsed:o}");
        foreach ((string text, string format) in ((string, string)[])[("20240229", "yyyyMMdd"), ("2024-02-29", "o"), ("02/29/2024", "d"), ("29.2.24", "d.M.yy"), ("2024 10", "yyyy HH"), ("2024-02-30", "yyyy-MM-dd"), ("2024 +01", "yyyy zz")])
            Suite.Show($"parse '{text}' as {format}", $"{DateOnly.TryParseExact(text, format, out DateOnly parsed)} {parsed:o}");
        Suite.Show("parse as no format", TimeSpanCases.Thrown(() => DateOnly.TryParseExact("1", "x", out _)) + TimeSpanCases.Thrown(() => DateOnly.TryParseExact("10:00", "t", out _)));
        Suite.Show("parse badly", TimeSpanCases.Thrown(() => DateOnly.Parse("2024-13-01")));
        Suite.Show("parse with a bad style", TimeSpanCases.Thrown(() => DateOnly.Parse("2024-12-01", null, DateTimeStyles.AssumeLocal)));
    }

    private static void TimesAlone()
    {
        Suite.Group("TimeOnly");
        TimeOnly t = new(13, 4, 5, 6, 7);
        foreach (string format in (string[])["t", "T", "o", "r", "HH:mm:ss.ffffff", "h tt", "'d' mm"]) Suite.Show(format, t.ToString(format, CultureInfo.InvariantCulture));
        foreach (string format in (string[])["d", "yyyy", "HH/mm", "zzz", "g"]) Suite.Show($"bad {format}", TimeSpanCases.Thrown(() => t.ToString(format)));
        Suite.Show("plain", $"{t} {t.Hour} {t.Minute} {t.Second} {t.Millisecond} {t.Microsecond} {t.Nanosecond} {t.Ticks} {TimeOnly.MaxValue:o} {t.GetHashCode()} {t.ToLongTimeString()}");
        Suite.Show("wrapping", $"{t.AddHours(12, out int days)} {days} {t.AddMinutes(-2000, out days)} {days} {t.Add(TimeSpan.FromDays(-2)):o} {t.Add(TimeSpan.MaxValue, out days):o} {days}");
        Suite.Show("between", $"{t.IsBetween(new(13, 0), new(14, 0))} {t.IsBetween(new(22, 0), new(14, 0))} {t.IsBetween(new(22, 0), new(6, 0))} {t.IsBetween(t, t)}");
        Suite.Show("differences", $"{t - new TimeOnly(1, 0)} {new TimeOnly(1, 0) - new TimeOnly(2, 0)} {t.ToTimeSpan()} {t < TimeOnly.MaxValue}");
        Suite.Show("no time", TimeSpanCases.Thrown(() => new TimeOnly(TimeSpan.TicksPerDay)));
        Suite.Show("no minute", TimeSpanCases.Thrown(() => new TimeOnly(1, 60)));
        foreach (string text in (string[])["13:04", "13:04:05.678", "1:04 PM", "1 pm", "24:00", "2024-01-01 10:00", "", "13"])
            Suite.Show($"parse '{text}'", $"{TimeOnly.TryParse(text, out TimeOnly parsed)} {parsed:o}");
        foreach ((string text, string format) in ((string, string)[])[("1304", "HHmm"), ("13:04:05.0060070", "o"), ("13:04", "t"), ("2024", "yyyy"), ("01 PM", "hh tt"), ("13:04:05", "r")])
            Suite.Show($"parse '{text}' as {format}", $"{TimeOnly.TryParseExact(text, format, out TimeOnly parsed)} {parsed:o}");
    }
}
