using System;
using System.Buffers;
using System.Buffers.Text;
using System.Text;

/// <summary>Utf8Formatter, Utf8Parser and StandardFormat.</summary>
internal static class Utf8FormatCases
{
    private delegate bool Formatting(Span<byte> room, out int written, StandardFormat format);
    private delegate bool Parsing<T>(ReadOnlySpan<byte> text, out T value, out int consumed, char format);

    private static string Formatted(Formatting formatting, StandardFormat format, int length = 64)
    {
        try
        {
            Span<byte> room = new byte[length];
            bool fits = formatting(room, out int written, format);
            return fits ? Encoding.UTF8.GetString(room[..written]) : "no " + written;
        }
        catch (Exception exception)
        {
            return exception is FormatException ? "format" : exception is NotSupportedException ? "unsupported" : "other";
        }
    }

    private static string Parsed<T>(Parsing<T> parsing, string text, char format, Func<T, string> show)
    {
        try
        {
            bool parsed = parsing(Encoding.UTF8.GetBytes(text), out T value, out int consumed, format);
            return parsed ? show(value) + "@" + consumed : "no@" + consumed;
        }
        catch (FormatException)
        {
            return "format";
        }
    }

    public static void Run()
    {
        Suite.Group("utf-8 formats");
        FormatAll();
        ParseAll();
        Formats();
    }

    private static void FormatAll()
    {
        StandardFormat[] formats = [default, 'G', 'D', 'N', 'X', 'x', new('D', 6), new('X', 4), new('N', 1), 'g', 'Q', 'F', 'E', new('F', 2), new('E', 3)];
        for (int i = 0; i < formats.Length; i++)
        {
            StandardFormat format = formats[i];
            string integers = "";
            foreach (long value in (long[])[0, 42, -42, 1234567, long.MinValue]) integers += Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(value, room, out written, f), format) + "|";
            integers += Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat((byte)200, room, out written, f), format) + "|" + Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat((sbyte)-5, room, out written, f), format) + "|" + Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(ulong.MaxValue, room, out written, f), format);
            Suite.Show($"integers.{i}", integers);
            string reals = "";
            foreach (double value in (double[])[0, 1.5, -1234.5678, 1e20]) reals += Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(value, room, out written, f), format) + "|";
            reals += Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(1.25f, room, out written, f), format) + "|" + Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(12.50m, room, out written, f), format);
            if (format.Symbol is not ('D' or 'N' or 'X' or 'x')) Suite.Show($"reals.{i}", reals);
        }
        DateTime date = new(2020, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc);
        Guid guid = new("01234567-89ab-cdef-0123-456789abcdef");
        foreach (char symbol in "\0GRlOQ")
            Suite.Show("dates." + (int)symbol, Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(date, room, out written, f), symbol == 0 ? default : symbol) + "|" + Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(new DateTimeOffset(2020, 2, 3, 4, 5, 6, TimeSpan.FromHours(-2)), room, out written, f), symbol == 0 ? default : symbol));
        foreach (char symbol in "\0DNBPdX")
            Suite.Show("guids." + (int)symbol, Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(guid, room, out written, f), symbol == 0 ? default : symbol));
        foreach (char symbol in "\0ctTgGl")
            Suite.Show("others." + (int)symbol, Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(new TimeSpan(1, 2, 3, 4, 5), room, out written, f), symbol == 0 ? default : symbol) + "|" + Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(true, room, out written, f), symbol == 0 ? default : symbol));
        Suite.Show("short", Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(12345, room, out written, f), default, 4) + Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(false, room, out written, f), default, 4) + Formatted((Span<byte> room, out int written, StandardFormat f) => Utf8Formatter.TryFormat(date, room, out written, f), default, 4));
    }

    private static void ParseAll()
    {
        string[] texts = ["", "0", "12", "-12", "+12", "12abc", "abc", "128", "255", "256", "-128", "-129", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999999999999999999999999", "1,234", "1,234.000", "1,234.5", "ff", "FFFF", "007", "-", "+", " 1", "1 ", "1.5", ",1"];
        for (int i = 0; i < texts.Length; i++)
        {
            string text = texts[i], line = "";
            foreach (char format in "\0NX")
            {
                line += Parsed<int>(Utf8Parser.TryParse, text, format, v => v.ToString()) + " " + Parsed<byte>(Utf8Parser.TryParse, text, format, v => v.ToString()) + " " + Parsed<sbyte>(Utf8Parser.TryParse, text, format, v => v.ToString()) + " "
                    + Parsed<long>(Utf8Parser.TryParse, text, format, v => v.ToString()) + " " + Parsed<ulong>(Utf8Parser.TryParse, text, format, v => v.ToString()) + "|";
            }
            Suite.Show($"parse.integer{i}", line);
        }
        string[] reals = ["0", "1.5", "-1.5e3", "1.5E-3x", ".5", "5.", "1e", "e5", "NaN", "nanx", "Infinity", "-infinity", "+5", "1.5.5", "", "-", "1e400", "123456789012345678901234567890", "0.1", "1e5"];
        for (int i = 0; i < reals.Length; i++)
        {
            string text = reals[i];
            Suite.Show($"parse.real{i}", Parsed<double>(Utf8Parser.TryParse, text, '\0', v => v.ToString()) + " " + Parsed<float>(Utf8Parser.TryParse, text, '\0', v => v.ToString()) + " " + Parsed<double>(Utf8Parser.TryParse, text, 'F', v => v.ToString()) + " " + Parsed<double>(Utf8Parser.TryParse, text, 'E', v => v.ToString()));
        }
        string[] decimals = ["0", "1.50", "-12.5e1", "1e", "79228162514264337593543950335", "79228162514264337593543950336", ".5x"];
        for (int i = 0; i < decimals.Length; i++) Suite.Show($"parse.decimal{i}", Parsed<decimal>(Utf8Parser.TryParse, decimals[i], '\0', v => v.ToString()));
        string[] truths = ["true", "True", "TRUE", "false", "falsey", "tru", "", "yes"];
        for (int i = 0; i < truths.Length; i++) Suite.Show($"parse.bool{i}", Parsed<bool>(Utf8Parser.TryParse, truths[i], '\0', v => v.ToString()) + Parsed<bool>(Utf8Parser.TryParse, truths[i], 'l', v => v.ToString()));
        Suite.Show("parse.guid", Parsed<Guid>(Utf8Parser.TryParse, "01234567-89ab-cdef-0123-456789abcdefzz", '\0', v => v.ToString()) + Parsed<Guid>(Utf8Parser.TryParse, "0123456789abcdef0123456789abcdef", 'N', v => v.ToString()) + Parsed<Guid>(Utf8Parser.TryParse, "{01234567-89ab-cdef-0123-456789abcdef}", 'B', v => v.ToString()) + Parsed<Guid>(Utf8Parser.TryParse, "01234567", 'D', v => v.ToString()) + Parsed<Guid>(Utf8Parser.TryParse, "x", 'Q', v => v.ToString()));
        Suite.Show("parse.date", Parsed<DateTime>(Utf8Parser.TryParse, "02/03/2020 04:05:06x", '\0', v => v.ToString("o")) + Parsed<DateTime>(Utf8Parser.TryParse, "Mon, 03 Feb 2020 04:05:06 GMT", 'R', v => v.ToString("o")) + Parsed<DateTime>(Utf8Parser.TryParse, "mon, 03 feb 2020 04:05:06 gmt", 'l', v => v.ToString("s")) + Parsed<DateTime>(Utf8Parser.TryParse, "2020-02-03T04:05:06.7890000Z", 'O', v => v.ToString("o")) + Parsed<DateTime>(Utf8Parser.TryParse, "13/41/2020 04:05:06", 'G', v => v.ToString("o")));
        Suite.Show("parse.offset", Parsed<DateTimeOffset>(Utf8Parser.TryParse, "02/03/2020 04:05:06 -02:00", '\0', v => v.ToString("o")) + Parsed<DateTimeOffset>(Utf8Parser.TryParse, "2020-02-03T04:05:06.7890000+01:00", 'O', v => v.ToString("o")));
        Suite.Show("parse.time", Parsed<TimeSpan>(Utf8Parser.TryParse, "1.02:03:04.0050000", '\0', v => v.ToString()) + Parsed<TimeSpan>(Utf8Parser.TryParse, "02:03:04", 'c', v => v.ToString()) + Parsed<TimeSpan>(Utf8Parser.TryParse, "-02:03:04", 'c', v => v.ToString()) + Parsed<TimeSpan>(Utf8Parser.TryParse, "x", 'c', v => v.ToString()));
        Suite.Show("parse.format", Parsed<int>(Utf8Parser.TryParse, "1", 'Q', v => "") + Parsed<double>(Utf8Parser.TryParse, "1", 'Q', v => "") + Parsed<bool>(Utf8Parser.TryParse, "true", 'Q', v => "") + Parsed<DateTime>(Utf8Parser.TryParse, "1", 'Q', v => ""));
    }

    private static void Formats()
    {
        string?[] texts = [null, "", "G", "D6", "N99", "X100", "F1x", "xx", "é", "G00"];
        for (int i = 0; i < texts.Length; i++)
        {
            bool parsed = StandardFormat.TryParse(texts[i].AsSpan(), out StandardFormat format);
            Suite.Show($"standard.{i}", $"{parsed} '{format}' {(int)format.Symbol} {format.Precision} {format.HasPrecision} {format.IsDefault} " + Thrown.KindBy(() => StandardFormat.Parse(texts[i])));
        }
        StandardFormat one = new('D', 3), same = StandardFormat.Parse("D3");
        Suite.Show("standard.equal", $"{one == same} {one != same} {one.Equals((object)same)} {one.GetHashCode() == same.GetHashCode()} {one.Equals(default)}" + Thrown.By(() => new StandardFormat('D', 100)) + Thrown.By(() => new StandardFormat('€')));
    }
}
