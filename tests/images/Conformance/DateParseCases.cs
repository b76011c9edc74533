using System;
using System.Globalization;

/// <summary>Text to dates and times, loosely and by format.</summary>
internal static class DateParseCases
{
    public static void Run()
    {
        Loose();
        Exact();
        Styles();
        Offsets();
    }

    private static string Parsed(string text, DateTimeStyles style)
    {
        bool parsed = DateTime.TryParse(text, CultureInfo.InvariantCulture, style, out DateTime value);
        return $"{parsed} {value:yyyy-MM-ddTHH:mm:ss.fffffff} {(int)value.Kind}";
    }

    private static void Loose()
    {
        Suite.Group("DateTime parse");
        string[] texts =
        [
            "2024-02-29", "2024-2-9", "2024/02/29", "02/29/2024", "2/9/2024", "2-9-2024", "02.29.2024", "2/9/24", "2/9/50", "2/9/49", "2024-02-29T10:20:30", "2024-02-29 10:20:30", "2024-02-29T10:20", "2024-02-29T10:20:30.5",
            "2024-02-29T10:20:30.1234567", "2024-02-29T10:20:30.12345678", "2024-02-29T10:20:30.99999999", "29 Feb 2024", "29 February 2024", "Feb 29, 2024", "February 29 2024", "29-Feb-2024", "2024 Feb 29", "Thursday, 29 February 2024", "Thu, 29 Feb 2024 10:20:30",
            "Friday, 29 February 2024", "Thu 29 Feb 2024", "2024-02-29 10:20 PM", "2024-02-29 10:20 AM", "2024-02-29 12:20 AM", "2024-02-29 12:20 PM", "2024-02-29 10 PM", "2024-02-29 10:20:30PM", "2024-02-29 13:20 AM", "2024-02-29 13:20 PM",
            "2024-02", "02/2024", "Feb 2024", "February 2024", "2024 February", "  2024-02-29  ", "2024-02-30", "2024-13-01", "29/02/2024", "0001-01-01", "9999-12-31 23:59:59.9999999", "2024-02-29T24:00:00", "2024-02-29T10:60:00",
            "2024-02-29 10:20:60", "", " ", "x", "2024", "20240229", "2024-02-29x", "2024-02-29 10", "2024-02-29 10:", "2024-02-29 :20", "1 2 2003", "2003 1 2", "1,2,2003", "Feb 29 2024 10:20", "10:20 Feb 29 2024", "10:20 2024-02-29",
            "2024-02-29 10:20:30,5", "02-29", "12345-01-01", "Feb", "29 Feb 2024 Feb", "2024--02-29", "2024-02-", "-2024-02-29", "2024.02.29", "2024-02-29T", "2024-02-29\0", "2024-02-29 a", "feb 29 2024", "FEBRUARY 29, 2024", "Febr 29, 2024",
        ];
        foreach (string text in texts) Suite.Show($"'{text.Replace("\0", "\\0")}'", Parsed(text, DateTimeStyles.None));
        foreach (string text in (string[])["10:20", "10:20:30.5", "10 PM", "10PM", "0:00", "23:59:59", "24:00", "1:2:3", "12 AM", "12am", "12 p"])
            Suite.Show($"time '{text}'", Parsed(text, DateTimeStyles.NoCurrentDateDefault));
        Suite.Show("throws", TimeSpanCases.Thrown(() => DateTime.Parse("no date", CultureInfo.InvariantCulture)));
        Suite.Show("null", TimeSpanCases.Thrown(() => DateTime.Parse(null!)));
        DateTime moment = new(2026, 11, 21, 4, 5, 6);
        foreach (string format in (string[])["d", "D", "f", "F", "g", "G", "s", "u", "o", "r", "y"])
            Suite.Show($"reads {format}", Parsed(moment.ToString(format), DateTimeStyles.AdjustToUniversal));
    }

    private static void Exact()
    {
        Suite.Group("DateTime parse exactly");
        (string Text, string Format)[] cases =
        [
            ("2024-02-29", "yyyy-MM-dd"), ("2024-2-9", "yyyy-MM-dd"), ("2024-2-9", "yyyy-M-d"), ("24-2-9", "yy-M-d"), ("50-2-9", "yy-M-d"), ("024-2-9", "yyy-M-d"), ("20240229", "yyyyMMdd"), ("20240229T102030", "yyyyMMddTHHmmss"),
            ("2024-02-29 10:20:30.123", "yyyy-MM-dd HH:mm:ss.fff"), ("2024-02-29 10:20:30.12", "yyyy-MM-dd HH:mm:ss.fff"), ("2024-02-29 10:20:30.12", "yyyy-MM-dd HH:mm:ss.FFF"), ("2024-02-29 10:20:30", "yyyy-MM-dd HH:mm:ss.FFF"),
            ("10:20 PM 02/29/2024", "hh:mm tt MM/dd/yyyy"), ("12:20 AM 02/29/2024", "hh:mm tt MM/dd/yyyy"), ("13:20 PM 02/29/2024", "hh:mm tt MM/dd/yyyy"), ("12:20 02/29/2024", "hh:mm MM/dd/yyyy"), ("10:20 P 02/29/2024", "h:mm t MM/dd/yyyy"),
            ("Thu, 29 Feb 2024", "ddd, dd MMM yyyy"), ("Thursday, 29 February 2024", "dddd, dd MMMM yyyy"), ("Fri, 29 Feb 2024", "ddd, dd MMM yyyy"), ("29 feb 2024", "dd MMM yyyy"), ("29 Februar 2024", "dd MMMM yyyy"),
            ("2024-02-29T10:20:30", "s"), ("2024-02-29 10:20:30Z", "u"), ("Thu, 29 Feb 2024 10:20:30 GMT", "r"), ("2024-02-29T10:20:30.0000000", "o"), ("2024-02-29T10:20:30.0000000Z", "o"), ("02/29/2024", "d"), ("Thursday, 29 February 2024", "D"),
            ("02/29/2024 10:20", "g"), ("02/29/2024 10:20:30", "G"), ("2024 February", "y"), ("Thursday, 29 February 2024 10:20:30", "U"), ("2024-02-29", "yyyy-MM-dd HH"), ("2024-02-29 ", "yyyy-MM-dd"), (" 2024-02-29", "yyyy-MM-dd"),
            ("on 29.02.2024", "'on' dd.MM.yyyy"), ("29d02", "dd'd'MM"), ("2024-02-29 2024", "yyyy-MM-dd yyyy"), ("2024-02-29 2023", "yyyy-MM-dd yyyy"), ("2024x02", @"yyyy\xMM"), ("2024", "yyyy"), ("2024-02-30", "yyyy-MM-dd"), ("2024-00-10", "yyyy-MM-dd"),
            ("2024-02-29 25", "yyyy-MM-dd HH"), ("2024-02-29 10:61", "yyyy-MM-dd HH:mm"), ("5", "%d"), ("x", "xx"), ("", "yyyy"), ("2024", ""), ("2024-02-29T10:20:30Z", "yyyy-MM-ddTHH:mm:ssZ"), ("2024-02-29T10:20:30", "yyyy-MM-ddTHH:mm:ssZ"), ("2024-02-29T10:20:30Z", "yyyy-MM-ddTHH:mm:ssK"),
            ("2024-02-29T10:20:30+02:00", "yyyy-MM-ddTHH:mm:ssK"), ("2024-02-29T10:20:30+02:00", "yyyy-MM-ddTHH:mm:sszzz"), ("2024-02-29T10:20:30+0200", "yyyy-MM-ddTHH:mm:sszzz"), ("2024-02-29T10:20:30+2", "yyyy-MM-ddTHH:mm:ssz"), ("2024-02-29T10:20:30-02", "yyyy-MM-ddTHH:mm:sszz"),
            ("12024-02-29", "yyyyy-MM-dd"), ("02024-02-29", "yyyyy-MM-dd"), ("2024-02-29 A.D.", "yyyy-MM-dd gg"), ("2024-02-29 00 AM", "yyyy-MM-dd HH tt"), ("2024-02-29 13 AM", "yyyy-MM-dd HH tt"),
        ];
        foreach ((string text, string format) in cases)
        {
            bool parsed = DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault, out DateTime value);
            // A month or a day alone belongs to the year of today.
            string shown = format.Contains('y') || format.Length == 1 ? $"{value:yyyy-MM-ddTHH:mm:ss.fffffff}" : $"{value:MM-dd}";
            Suite.Show($"'{text}' as '{format}'", $"{parsed} {shown} {(int)value.Kind}");
        }
        Suite.Show("several", $"{DateTime.ParseExact("29.02.2024", ["yyyy", "dd.MM.yyyy"], null, DateTimeStyles.None):s}");
        Suite.Show("none of several", TimeSpanCases.Thrown(() => DateTime.ParseExact("x", ["yyyy", "dd.MM.yyyy"], null, DateTimeStyles.None)));
        Suite.Show("no formats", TimeSpanCases.Thrown(() => DateTime.ParseExact("x", [], null, DateTimeStyles.None)));
        Suite.Show("no format", TimeSpanCases.Thrown(() => DateTime.TryParseExact("x", "x", null, DateTimeStyles.None, out _)));
        Suite.Show("throws", TimeSpanCases.Thrown(() => DateTime.ParseExact("x", "yyyy", null)));
        Suite.Show("null format", TimeSpanCases.Thrown(() => DateTime.ParseExact("x", (string)null!, null)));
    }

    private static void Styles()
    {
        Suite.Group("DateTime parse styles");
        const string Local = "2024-02-29T10:20:30", Zulu = "2024-02-29T10:20:30Z", East = "2024-02-29T01:20:30+05:30";
        foreach (DateTimeStyles style in (DateTimeStyles[])[DateTimeStyles.AdjustToUniversal, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, DateTimeStyles.RoundtripKind])
            foreach (string text in (string[])[Local, Zulu])
                Suite.Show($"{text} {(int)style}", Parsed(text, style));
        Suite.Show("east adjusted", Parsed(East, DateTimeStyles.AdjustToUniversal));
        Suite.Show("short offsets", $"{Parsed("2024-02-29T01:20+05", DateTimeStyles.AdjustToUniversal)} {Parsed("2024-02-29T01:20 -0530", DateTimeStyles.AdjustToUniversal)} {Parsed("2024-02-29T01:20:30.5-5:30", DateTimeStyles.AdjustToUniversal)}");
        Suite.Show("GMT", Parsed("Thu, 29 Feb 2024 10:20:30 GMT", DateTimeStyles.AdjustToUniversal));
        Suite.Show("offset beyond", Parsed("2024-02-29T01:20+15:00", DateTimeStyles.AdjustToUniversal));
        Suite.Show("before the first instant", Parsed("0001-01-01T00:00+05:00", DateTimeStyles.AdjustToUniversal));
        foreach (int style in (int[])[96, 129 + 15, 160, 192, 256])
            Suite.Show($"bad {style}", TimeSpanCases.Thrown(() => DateTime.Parse(Local, null, (DateTimeStyles)style).Ticks));
        foreach (DateTimeStyles style in (DateTimeStyles[])[DateTimeStyles.None, DateTimeStyles.AllowLeadingWhite, DateTimeStyles.AllowTrailingWhite, DateTimeStyles.AllowInnerWhite, DateTimeStyles.AllowWhiteSpaces])
            foreach (string text in (string[])[" 29 02 2024", "29 02 2024 ", "29  02 2024", "29 022024"])
                Suite.Show($"white '{text}' {(int)style}", DateTime.TryParseExact(text, "dd MM yyyy", null, style, out _));
    }

    private static void Offsets()
    {
        Suite.Group("DateTimeOffset parse");
        foreach (string text in (string[])["2024-02-29T10:20:30+02:00", "2024-02-29T10:20:30-08:00", "2024-02-29T10:20:30Z", "02/29/2024 10:20:30 +05:30", "Thu, 29 Feb 2024 10:20:30 GMT", "2024-02-29T10:20:30.1234567-00:30", "2024-02-29 10:20:30 +14:01", "", "x", "2024-02-30T00:00Z"])
            Suite.Show($"'{text}'", $"{DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset value)} {value:o}");
        Suite.Show("assumed", $"{DateTimeOffset.Parse("2024-02-29 10:20", null, DateTimeStyles.AssumeUniversal):o}");
        Suite.Show("adjusted", $"{DateTimeOffset.Parse("2024-02-29 10:20 +03:00", null, DateTimeStyles.AdjustToUniversal):o}");
        (string Text, string Format)[] cases = [("2024-02-29T10:20:30.0000000+02:00", "o"), ("Thu, 29 Feb 2024 10:20:30 GMT", "r"), ("2024-02-29 10:20:30Z", "u"), ("29.02.2024 +1", "dd.MM.yyyy z"), ("29.02.2024 -11:30", "dd.MM.yyyy zzz"), ("29.02.2024 +15:00", "dd.MM.yyyy zzz")];
        foreach ((string text, string format) in cases)
            Suite.Show($"'{text}' as '{format}'", $"{DateTimeOffset.TryParseExact(text, format, null, DateTimeStyles.None, out DateTimeOffset value)} {value:o}");
        Suite.Show("throws", TimeSpanCases.Thrown(() => DateTimeOffset.Parse("x")));
        Suite.Show("bad style", TimeSpanCases.Thrown(() => DateTimeOffset.Parse("2024-02-29", null, DateTimeStyles.NoCurrentDateDefault)));
    }
}
