// Writes lengths of time: the formats c, g and G, and custom ones.

namespace System;

internal static class TimeSpanText
{
    private const int FractionDigits = 7;

    private static ReadOnlySpan<uint> PowersOf10 => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    public static void Write(ref TextBuffer text, long ticks, ReadOnlySpan<char> format)
    {
        if (format.Length > 1)
        {
            WriteCustom(ref text, ticks, format);
            return;
        }
        char kind = format.IsEmpty ? 'c' : format[0];
        if (kind is not ('c' or 't' or 'T' or 'g' or 'G')) throw Invalid();
        ulong size = ticks < 0 ? 0 - (ulong)ticks : (ulong)ticks;
        uint fraction = (uint)(size % TimeSpan.TicksPerSecond);
        uint seconds = (uint)(size / TimeSpan.TicksPerSecond % 60), minutes = (uint)(size / TimeSpan.TicksPerMinute % 60);
        uint hours = (uint)(size / TimeSpan.TicksPerHour % 24), days = (uint)(size / TimeSpan.TicksPerDay);
        if (ticks < 0) text.Append('-');
        if (days != 0 || kind == 'G')
        {
            text.AppendDigits(days, 1);
            text.Append(kind is 'g' or 'G' ? ':' : '.');
        }
        text.AppendDigits(hours, kind == 'g' ? 1 : 2);
        text.Append(':');
        text.AppendDigits(minutes, 2);
        text.Append(':');
        text.AppendDigits(seconds, 2);
        if (fraction == 0 && kind != 'G') return;
        text.Append('.');
        WriteFraction(ref text, fraction, FractionDigits, isTrimmed: kind == 'g');
    }

    /// <summary>
    /// Steps over a percent sign and returns how often the letter there stands: behind the sign it stands alone, as if it were
    /// the whole format.
    /// </summary>
    internal static int NextPart(ReadOnlySpan<char> format, ref int at)
    {
        if (format[at] != '%') return RunLength(format, at);
        if (++at >= format.Length || format[at] is '%' or '\\') throw Invalid();
        if (format[at] is '\'' or '"')
            throw new FormatException($"Cannot find a matching quote character for the character '{format[at]}'.");
        return 1;
    }

    internal static FormatException Invalid() => new("Input string was not in a correct format.");

    /// <returns>False where trimming has left nothing.</returns>
    internal static bool WriteFraction(ref TextBuffer text, uint ticks, int digits, bool isTrimmed)
    {
        uint value = ticks / PowersOf10[FractionDigits - digits];
        if (isTrimmed)
            for (; digits > 0 && value % 10 == 0; digits--) value /= 10;
        if (digits > 0) text.AppendDigits(value, digits);
        return digits > 0;
    }

    private static void WriteCustom(ref TextBuffer text, long ticks, ReadOnlySpan<char> format)
    {
        ulong size = ticks < 0 ? 0 - (ulong)ticks : (ulong)ticks;
        int at = 0;
        while (at < format.Length)
        {
            int count = NextPart(format, ref at);
            char c = format[at];
            switch (c)
            {
                case 'd' when count <= 8: text.AppendDigits(size / TimeSpan.TicksPerDay, count); break;
                case 'h' when count <= 2: text.AppendDigits(size / TimeSpan.TicksPerHour % 24, count); break;
                case 'm' when count <= 2: text.AppendDigits(size / TimeSpan.TicksPerMinute % 60, count); break;
                case 's' when count <= 2: text.AppendDigits(size / TimeSpan.TicksPerSecond % 60, count); break;
                case 'f' or 'F' when count <= FractionDigits:
                    WriteFraction(ref text, (uint)(size % TimeSpan.TicksPerSecond), count, c == 'F');
                    break;
                case '\'' or '"': count = WriteQuoted(ref text, format, at); break;
                case '\\':
                    if (at + 1 >= format.Length) throw Invalid();
                    text.Append(format[at + 1]);
                    count = 2;
                    break;
                default: throw Invalid();
            }
            at += count;
        }
    }

    internal static int RunLength(ReadOnlySpan<char> format, int at)
    {
        int end = at + 1;
        while (end < format.Length && format[end] == format[at]) end++;
        return end - at;
    }

    /// <summary>What stands in quotes; a backslash lets the next character through.</summary>
    /// <returns>The length of it, quotes included.</returns>
    internal static int WriteQuoted(ref TextBuffer text, ReadOnlySpan<char> format, int start)
    {
        for (int at = start + 1; at < format.Length; at++)
        {
            char c = format[at];
            if (c == format[start]) return at + 1 - start;
            if (c == '\\')
            {
                if (++at >= format.Length) break;
                c = format[at];
            }
            text.Append(c);
        }
        throw new FormatException(string.Concat("Cannot find a matching quote character for the character '", format.Slice(start, 1), "'."));
    }
}
