// Dates without times and times without dates: the formats that they refuse, and what their texts must not say.

using System.Globalization;

namespace System;

internal static partial class DateTimeParser
{
    private const string TimeLetters = ":tfFhHmszK";
    private const string DateLetters = "dMy/zK";

    /// <summary>The pattern of a format of DateOnly; null where it is none.</summary>
    internal static string? DatePattern(ReadOnlySpan<char> format) => format.Length != 1
        ? HasAny(format, TimeLetters) ? null : new string(format)
        : format[0] switch
        {
            'd' or 'D' or 'm' or 'M' or 'y' or 'Y' => DateTimeText.PatternOf(format[0]),
            'o' or 'O' => "yyyy'-'MM'-'dd",
            'r' or 'R' => "ddd, dd MMM yyyy",
            _ => null,
        };

    /// <summary>The pattern of a format of TimeOnly; null where it is none.</summary>
    internal static string? TimePattern(ReadOnlySpan<char> format) => format.Length != 1
        ? HasAny(format, DateLetters) ? null : new string(format)
        : format[0] switch
        {
            't' or 'T' => DateTimeText.PatternOf(format[0]),
            'o' or 'O' => "HH':'mm':'ss'.'fffffff",
            'r' or 'R' => "HH':'mm':'ss",
            _ => null,
        };

    private static bool HasAny(ReadOnlySpan<char> format, string letters)
    {
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (c == '\\') i++;
            else if (c is '\'' or '"')
            {
                int length = format.Slice(i + 1).IndexOf(c);
                if (length < 0) return true;
                i += length + 1;
            }
            else if (letters.Contains(c)) return true;
        }
        return false;
    }

    internal static string CheckedPattern(string? pattern) => pattern ?? throw TimeSpanText.Invalid();

    /// <summary>What to read exactly: unlike writing, reading lets parts pass that the value does not have.</summary>
    internal static ReadOnlySpan<char> DatePatternToRead(ReadOnlySpan<char> format) =>
        format.Length == 1 && format[0] is 'o' or 'O' or 'r' or 'R' ? DatePattern(format) : format;

    internal static ReadOnlySpan<char> TimePatternToRead(ReadOnlySpan<char> format) =>
        format.Length == 1 && format[0] is 'o' or 'O' or 'r' or 'R' ? TimePattern(format) : format;

    internal static bool TryGetDate(bool parsed, DateFields fields, bool isExact, out DateOnly result)
    {
        result = default;
        if (!parsed || (fields.HasTime && !isExact) || fields.HasOffset || !fields.TryGetClock(DateTimeStyles.None, out long ticks)) return false;
        result = DateOnly.FromDateTime(new DateTime(ticks));
        return true;
    }

    internal static bool TryGetTime(bool parsed, DateFields fields, bool isExact, out TimeOnly result)
    {
        result = default;
        if (!parsed || (fields.HasDate && !isExact) || fields.HasOffset || !fields.TryGetClock(DateTimeStyles.NoCurrentDateDefault, out long ticks)) return false;
        result = new TimeOnly(ticks % TimeSpan.TicksPerDay);
        return true;
    }
}
