using System;
using System.Globalization;

/// <summary>Lengths of time: arithmetic, text, parsing.</summary>
internal static class TimeSpanCases
{
    private static readonly TimeSpan[] s_values =
    [
        TimeSpan.Zero, TimeSpan.MaxValue, TimeSpan.MinValue, new(1), new(-1), new(1, 2, 3), new(1, 2, 3, 4, 5), -new TimeSpan(10, 20, 30, 40, 50, 60),
        new(0, 0, 59), TimeSpan.FromDays(1), TimeSpan.FromTicks(1_000_000), new(23, 59, 59), new(12_345_678_901_234),
    ];

    public static void Run()
    {
        Text();
        Parts();
        Making();
        Arithmetic();
        Parsing();
        ParsingExactly();
    }

    private static void Text()
    {
        Suite.Group("TimeSpan text");
        foreach (string format in (string[])["c", "t", "T", "g", "G", @"d\.hh\:mm\:ss", @"%d", "%h", @"mm\:ss\.fff", "ss'.'FFFFFFF", @"dddddddd'd 'hh'h'", "%f", "%F", "'x'\\yh\\ \"q\""])
            for (int i = 0; i < s_values.Length; i++) Suite.Show($"{format} {i}", s_values[i].ToString(format, CultureInfo.InvariantCulture));
        foreach (string format in (string[])["x", "D", "ddddddddd", "hhh", "'a", "%", "%%", "\\", "h:m", "ffffffff"])
            Suite.Show($"bad '{format}'", Thrown(() => new TimeSpan(1, 2, 3).ToString(format)));
        Span<char> room = stackalloc char[8];
        Suite.Show("into room", $"{new TimeSpan(1, 2, 3).TryFormat(room, out int written)} {written} {room[..written].ToString()}");
        Suite.Show("into too little", $"{new TimeSpan(1, 1, 2, 3).TryFormat(room, out written)} {written}");
        Span<byte> utf8 = stackalloc byte[8];
        Suite.Show("as UTF-8", $"{new TimeSpan(1, 2, 3).TryFormat(utf8, out written)} {written} {utf8[7]}");
        Suite.Show("interpolated", $"{TimeSpan.FromMinutes(90)} {TimeSpan.FromMinutes(90):hh\\:mm} {TimeSpan.FromMilliseconds(1),20}|");
    }

    private static void Parts()
    {
        Suite.Group("TimeSpan parts");
        for (int i = 0; i < s_values.Length; i++)
        {
            TimeSpan t = s_values[i];
            Suite.Show($"{i}", $"{t.Days} {t.Hours} {t.Minutes} {t.Seconds} {t.Milliseconds} {t.Microseconds} {t.Nanoseconds} {t.Ticks}");
            Suite.Show($"{i} totals", $"{t.TotalDays} {t.TotalHours} {t.TotalMinutes} {t.TotalSeconds} {t.TotalMilliseconds} {t.TotalMicroseconds} {t.TotalNanoseconds} {t.GetHashCode()}");
        }
    }

    private static void Making()
    {
        Suite.Group("TimeSpan from");
        foreach (double value in (double[])[0, 1.5, -1.5, 0.00000004, 1e-7, 123456.789, -0.1, 10675199.1])
            Suite.Show($"{value}", $"{TimeSpan.FromDays(value)} {TimeSpan.FromHours(value)} {TimeSpan.FromMinutes(value)} {TimeSpan.FromSeconds(value)} {TimeSpan.FromMilliseconds(value)} {TimeSpan.FromMicroseconds(value)}");
        Suite.Show("days beyond", Thrown(() => TimeSpan.FromDays(10675200.0)));
        Suite.Show("hours not a number", Thrown(() => TimeSpan.FromHours(double.NaN)));
        Suite.Show("infinite seconds", Thrown(() => TimeSpan.FromSeconds(double.PositiveInfinity)));
        Suite.Show("whole", $"{TimeSpan.FromDays(1, 2, 3, 4, 5, 6)} {TimeSpan.FromHours(25)} {TimeSpan.FromMinutes(-1)} {TimeSpan.FromSeconds(1, -1)} {TimeSpan.FromMilliseconds(5, 6)} {TimeSpan.FromMicroseconds(7)}");
        Suite.Show("whole parts cancel", TimeSpan.FromDays(int.MaxValue, 0, -3_092_376_453_000).ToString());
        Suite.Show("whole beyond", Thrown(() => TimeSpan.FromDays(10_675_200)));
        Suite.Show("whole far beyond", Thrown(() => TimeSpan.FromSeconds(long.MaxValue)));
        Suite.Show("constructor beyond", Thrown(() => new TimeSpan(int.MaxValue, 0, 0, 0)));
        Suite.Show("constructor of hours", Thrown(() => new TimeSpan(256_204_778, 48, 5)) + " " + Thrown(() => new TimeSpan(256_204_779, 0, 0)));
        Suite.Show("negative parts", new TimeSpan(1, -1, 1, -1, 1).ToString());
    }

    private static void Arithmetic()
    {
        Suite.Group("TimeSpan arithmetic");
        TimeSpan a = new(1, 30, 0), b = TimeSpan.FromSeconds(20.5);
        Suite.Show("sums", $"{a + b} {a - b} {-a} {+a} {a.Add(b)} {a.Subtract(b)} {a.Negate()} {b.Negate().Duration()}");
        Suite.Show("products", $"{a * 2} {1.5 * a} {a / 4} {a / b} {a.Multiply(0.1)} {a.Divide(7)} {a.Divide(b)}");
        Suite.Show("rounding", $"{new TimeSpan(3) * 0.5} {new TimeSpan(5) * 0.5} {new TimeSpan(5) / 2}");
        Suite.Show("order", $"{a > b} {a < b} {a >= b} {a <= b} {a == b} {a != b} {a.CompareTo(b)} {TimeSpan.Compare(b, a)} {a.Equals(b)} {a.CompareTo((object?)null)} {a.Equals((object)a)}");
        Suite.Show("sum beyond", Thrown(() => TimeSpan.MaxValue + new TimeSpan(1)));
        Suite.Show("difference beyond", Thrown(() => TimeSpan.MinValue - new TimeSpan(1)));
        Suite.Show("negated minimum", Thrown(() => -TimeSpan.MinValue));
        Suite.Show("duration of minimum", Thrown(() => TimeSpan.MinValue.Duration()));
        Suite.Show("times nothing", Thrown(() => new TimeSpan(1) * double.NaN));
        Suite.Show("by zero", Thrown(() => new TimeSpan(1) / 0.0));
        Suite.Show("zero by zero", Thrown(() => TimeSpan.Zero / 0.0));
        Suite.Show("ratio by zero", $"{new TimeSpan(1) / TimeSpan.Zero} {TimeSpan.Zero / TimeSpan.Zero}");
        Suite.Show("compare with another type", Thrown(() => new TimeSpan(1).CompareTo("x").ToString()));
    }

    private static void Parsing()
    {
        Suite.Group("TimeSpan parse");
        string[] texts =
        [
            "0", "6", "-6", "6:12", "6:12:14", "6:12:14:45", "6.12:14:45", "6:12:14:45.3448", "6:12:14.45", "6.12:14", " 1:2 ", "", " ", "-", "a", "1:2:3:4:5", "1:2:3:4:5:6",
            "23:59", "24:00", "24:00:00", "25:10:10", "1:60", "1:59:60", "10675199.02:48:05.4775807", "10675199.02:48:05.4775808", "-10675199.02:48:05.4775808", "-10675199.02:48:05.4775809",
            "10675200", "99999999", "999999999", "00000000000001", "1:2:.5", "1.2:3:.5", "1:2:3.", "1.2", "1.", ".1", ":1", "1:", "+1:00", "--1:00", "1 :2", "1:2:3.1234567", "1:2:3.12345678", "1:2:3.00000001",
            "1:2:3.99999999", "1:2:3.0000001", "12:34:56,7", "5.1:2:3.4", "1:2:3:4.5", "1.2.3", "1:2.3", "00:00:00.0000000", "1d", "0:0:0:0.0000001", "-0", "-00:00:01", "1:2:3.01", "1:2:3.010", "1:2:3.10000000",
        ];
        foreach (string text in texts)
        {
            bool parsed = TimeSpan.TryParse(text, out TimeSpan value);
            Suite.Show($"'{text}'", $"{parsed} {value} {(parsed ? "" : Thrown(() => TimeSpan.Parse(text)))}");
        }
        Suite.Show("null", $"{TimeSpan.TryParse((string?)null, out _)} {Thrown(() => TimeSpan.Parse(null!))}");
        for (int i = 0; i < s_values.Length; i++)
            Suite.Show($"round trip {i}", TimeSpan.Parse(s_values[i].ToString()) == s_values[i] && TimeSpan.Parse(s_values[i].ToString("G"), CultureInfo.InvariantCulture) == s_values[i]);
    }

    private static void ParsingExactly()
    {
        Suite.Group("TimeSpan parse exactly");
        (string Format, string Text)[] cases =
        [
            ("c", "1.02:03:04.5"), ("c", "02:03:04"), ("c", "2:3:4"), ("c", "1"), ("c", "-1"), ("c", "1:2"), ("c", "1.2:3"), ("c", "1:2:3:4"), ("g", "1:2:3"), ("g", "1:2:3:4"), ("g", "1:2:3:4.5"), ("g", "1:2"), ("g", "1"), ("g", "1.2:3:4"),
            ("G", "1:02:03:04.5000000"), ("G", "-1:02:03:04.5"), ("G", "1:2:3"), ("hh\\:mm", "01:30"), ("hh\\:mm", "1:30"), ("h\\:mm", "1:30"), ("h\\:mm", "11:30"), ("h\\:mm", "25:30"), ("%d", "12"), ("dd", "12"), ("dd", "123"),
            ("ss\\.fff", "05.123"), ("ss\\.fff", "05.12"), ("ss\\.FFF", "05.12"), ("ss\\.FFF", "05."), ("'at 'hh", "at 07"), ("hh' h'", "07 x"), ("hhmmss", "123456"), ("hhmmss", "126056"), ("hh hh", "01 01"), ("q", "1"), ("", "1"),
        ];
        foreach ((string format, string text) in cases)
        {
            bool parsed = TimeSpan.TryParseExact(text, format, CultureInfo.InvariantCulture, out TimeSpan value);
            Suite.Show($"'{format}' '{text}'", $"{parsed} {value} {(parsed ? "" : Thrown(() => TimeSpan.ParseExact(text, format, null)))}");
        }
        Suite.Show("several", TimeSpan.ParseExact("1:02", ["hh\\:mm", "h\\:mm"], null).ToString());
        Suite.Show("none of several", Thrown(() => TimeSpan.ParseExact("x", ["hh\\:mm", "h\\:mm"], null)));
        Suite.Show("negative", TimeSpan.ParseExact("0130", "hhmm", null, TimeSpanStyles.AssumeNegative).ToString());
        Suite.Show("undefined style", Thrown(() => TimeSpan.ParseExact("0130", "hhmm", null, (TimeSpanStyles)2)));
    }

    /// <summary>What the action gives, or which exception it throws.</summary>
    internal static string Thrown<T>(Func<T> action)
    {
        try
        {
            return $"{action()}";
        }
        catch (ArgumentOutOfRangeException e)
        {
            return $"ArgumentOutOfRange {e.ParamName}";
        }
        catch (ArgumentNullException e)
        {
            return $"ArgumentNull {e.ParamName}";
        }
        catch (ArgumentException e)
        {
            return $"Argument {e.ParamName}";
        }
        catch (FormatException)
        {
            return "Format";
        }
        catch (OverflowException)
        {
            return "Overflow";
        }
        catch (DivideByZeroException)
        {
            return "DivideByZero";
        }
        catch (InvalidCastException)
        {
            return "InvalidCast";
        }
    }
}
