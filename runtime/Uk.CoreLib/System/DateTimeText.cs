// Writes dates and times: the standard formats of the invariant culture, and custom ones.

namespace System;

internal static class DateTimeText
{
    internal static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    internal static readonly string[] DayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>Names are cut to this many letters where they are short.</summary>
    internal const int ShortNameLength = 3;

    internal const string RoundTrip = "yyyy-MM-ddTHH:mm:ss.fffffffK";

    /// <summary>What a letter alone stands for.</summary>
    internal static string PatternOf(char kind) => kind switch
    {
        'd' => "MM/dd/yyyy",
        'D' => "dddd, dd MMMM yyyy",
        'f' => "dddd, dd MMMM yyyy HH:mm",
        'F' or 'U' => "dddd, dd MMMM yyyy HH:mm:ss",
        'g' => "MM/dd/yyyy HH:mm",
        'G' => "MM/dd/yyyy HH:mm:ss",
        'm' or 'M' => "MMMM dd",
        'o' or 'O' => RoundTrip,
        'r' or 'R' => "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
        's' => "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
        't' => "HH:mm",
        'T' => "HH:mm:ss",
        'u' => "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
        'y' or 'Y' => "yyyy MMMM",
        _ => throw TimeSpanText.Invalid(),
    };

    internal static void Write(ref TextBuffer text, DateTime value, ReadOnlySpan<char> format)
    {
        if (format.IsEmpty) format = "G";
        if (format.Length == 1 && format[0] == 'U') value = value.ToUniversalTime();
        WriteCustom(ref text, value, format.Length == 1 ? PatternOf(format[0]) : format, default, hasOffset: false);
    }

    /// <param name="value">The time on the clock there, not that of UTC.</param>
    internal static void Write(ref TextBuffer text, DateTime value, TimeSpan offset, ReadOnlySpan<char> format)
    {
        ReadOnlySpan<char> pattern = format;
        if (format.IsEmpty) pattern = "MM/dd/yyyy HH:mm:ss zzz";
        else if (format.Length == 1)
        {
            if (format[0] == 'U') throw TimeSpanText.Invalid();
            pattern = PatternOf(format[0]);
            if (format[0] is 'r' or 'R' or 'u') value -= offset;
        }
        WriteCustom(ref text, value, pattern, offset, hasOffset: true);
    }

    private static void WriteCustom(ref TextBuffer text, DateTime value, ReadOnlySpan<char> format, TimeSpan offset, bool hasOffset)
    {
        int at = 0;
        while (at < format.Length)
        {
            int count = TimeSpanText.NextPart(format, ref at);
            switch (format[at])
            {
                case 'y' or 'M' or 'd' or 'g': WriteDatePart(ref text, value, format[at], count); break;
                case 'H' or 'h' or 'm' or 's' or 't': WriteTimePart(ref text, value, format[at], count); break;
                case 'f' or 'F': WriteFraction(ref text, value, count, format[at] == 'F'); break;
                case 'z': WriteOffset(ref text, offset, count); break;
                case 'K':
                    count = 1;
                    if (hasOffset || value.Kind == DateTimeKind.Local) WriteOffset(ref text, offset, 3);
                    else if (value.Kind == DateTimeKind.Utc) text.Append('Z');
                    break;
                case '\'' or '"': count = TimeSpanText.WriteQuoted(ref text, format, at); break;
                case '\\':
                    if (at + 1 >= format.Length) throw TimeSpanText.Invalid();
                    text.Append(format[at + 1]);
                    count = 2;
                    break;
                default:
                    text.Append(format[at]);
                    count = 1;
                    break;
            }
            at += count;
        }
    }

    private static void WriteDatePart(ref TextBuffer text, DateTime value, char part, int count)
    {
        (int year, int month, int day) = value;
        switch (part)
        {
            case 'y': text.AppendDigits((ulong)(count <= 2 ? year % 100 : year), count); break;
            case 'g': text.Append("A.D."); break;
            case 'M' when count <= 2: text.AppendDigits((ulong)month, count); break;
            case 'd' when count <= 2: text.AppendDigits((ulong)day, count); break;
            default:
                string name = part == 'M' ? MonthNames[month - 1] : DayNames[(int)value.DayOfWeek];
                text.Append(count == 3 ? name.AsSpan(0, ShortNameLength) : name);
                break;
        }
    }

    private static void WriteTimePart(ref TextBuffer text, DateTime value, char part, int count)
    {
        if (part == 't')
        {
            ReadOnlySpan<char> half = value.Hour < 12 ? "AM" : "PM";
            text.Append(half.Slice(0, Math.Min(count, 2)));
            return;
        }
        int number = part switch
        {
            'H' => value.Hour,
            'h' => (value.Hour + 11) % 12 + 1,
            'm' => value.Minute,
            _ => value.Second,
        };
        text.AppendDigits((ulong)number, Math.Min(count, 2));
    }

    private static void WriteFraction(ref TextBuffer text, DateTime value, int count, bool isTrimmed)
    {
        const int MostDigits = 7;
        if (count > MostDigits) throw TimeSpanText.Invalid();
        bool hasDigits = TimeSpanText.WriteFraction(ref text, (uint)(value.Ticks % TimeSpan.TicksPerSecond), count, isTrimmed);
        // A point before nothing goes, too.
        if (!hasDigits && text.Length > 0 && text.Text[^1] == '.') text.RemoveLast();
    }

    private static void WriteOffset(ref TextBuffer text, TimeSpan offset, int count)
    {
        text.Append(offset._ticks < 0 ? '-' : '+');
        offset = offset.Duration();
        text.AppendDigits((ulong)offset.Hours, Math.Min(count, 2));
        if (count < 3) return;
        text.Append(':');
        text.AppendDigits((ulong)offset.Minutes, 2);
    }
}
