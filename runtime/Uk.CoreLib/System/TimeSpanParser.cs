// Reads lengths of time: any of the forms that .NET takes in the invariant culture, or one given format.

using System.Globalization;

namespace System;

internal static class TimeSpanParser
{
    private const int FractionDigits = 7;

    /// <summary>Numbers between separators, as they stand in the text; at most days, hours, minutes, seconds, fraction.</summary>
    private ref struct Parts(Span<int> values, Span<int> zeros)
    {
        public Span<int> Values = values;
        /// <summary>How many zeros led each number: they count in a fraction.</summary>
        public Span<int> Zeros = zeros;
        public int Count;
        public bool HasOverflow;
    }

    public static ParseStatus Parse(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        text = text.Trim();
        bool isNegative = !text.IsEmpty && text[0] == '-';
        if (isNegative) text = text.Slice(1);
        Parts parts = new(stackalloc int[5], stackalloc int[5]);
        Span<char> separators = stackalloc char[8];
        int separatorCount = 0;
        if (!TryRead(text, ref parts, separators, ref separatorCount)) return ParseStatus.Format;
        return Match(parts, separators.Slice(0, separatorCount), isNegative, out ticks);
    }

    /// <summary>Splits the text; of separators there are only "." and ":", and ":." where the seconds are left out.</summary>
    private static bool TryRead(ReadOnlySpan<char> text, ref Parts parts, Span<char> separators, ref int separatorCount)
    {
        int at = 0;
        while (true)
        {
            if (parts.Count == 5 || at >= text.Length || !char.IsAsciiDigit(text[at])) return false;
            ReadNumber(text, ref at, ref parts);
            if (at == text.Length) return true;
            char separator = text[at++];
            if (separator == ':' && at < text.Length && text[at] == '.')
            {
                at++;
                separator = ';';
            }
            if (separator is not ('.' or ':' or ';') || separatorCount == separators.Length) return false;
            separators[separatorCount++] = separator;
        }
    }

    private static void ReadNumber(ReadOnlySpan<char> text, ref int at, ref Parts parts)
    {
        const int Most = 0x0FFF_FFFF;
        int value = 0, zeros = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            int digit = text[at] - '0';
            if (digit == 0 && value == 0) zeros++;
            if (value > Most / 10) parts.HasOverflow = true;
            else value = value * 10 + digit;
        }
        parts.Values[parts.Count] = value;
        parts.Zeros[parts.Count++] = zeros;
    }

    private static ParseStatus Match(in Parts parts, ReadOnlySpan<char> separators, bool isNegative, out long ticks)
    {
        // The letters say what the numbers are; the same separators may stand for two things, tried in .NET's order.
        (string First, string Second) = separators switch
        {
            "" => ("d", ""),
            ":" => ("hm", ""),
            "::" => ("hms", "dhm"),
            ".:" => ("dhm", ""),
            ":;" => ("hmf", ""),
            "::." => ("hmsf", ""),
            ".::" or ":::" => ("dhms", ""),
            ".:;" or "::;" => ("dhmf", ""),
            ".::." or ":::." => ("dhmsf", ""),
            _ => ("", ""),
        };
        ticks = 0;
        if (First.Length == 0) return ParseStatus.Format;
        if (parts.HasOverflow) return ParseStatus.Overflow;
        if (TryTicks(parts, First, isNegative, out ticks)) return ParseStatus.Ok;
        return Second.Length != 0 && TryTicks(parts, Second, isNegative, out ticks) ? ParseStatus.Ok : ParseStatus.Overflow;
    }

    private static bool TryTicks(in Parts parts, string letters, bool isNegative, out long ticks)
    {
        int days = 0, hours = 0, minutes = 0, seconds = 0, fraction = 0;
        ticks = 0;
        for (int i = 0; i < letters.Length; i++)
        {
            int value = parts.Values[i];
            switch (letters[i])
            {
                case 'd': days = value; break;
                case 'h': hours = value; break;
                case 'm': minutes = value; break;
                case 's': seconds = value; break;
                default:
                    if (!TryFraction(value, parts.Zeros[i], out fraction)) return false;
                    break;
            }
        }
        return TryTicks(days, hours, minutes, seconds, fraction, isNegative, out ticks);
    }

    /// <summary>Digits behind the point as ticks; those beyond the seventh round.</summary>
    private static bool TryFraction(int value, int zeros, out int ticks)
    {
        const int Most = 9_999_999;
        ticks = 0;
        if (value == 0) return true;
        if (zeros == 0 && value > Most) return false;
        int digits = zeros;
        for (int rest = value; rest != 0; rest /= 10) digits++;
        long scaled = value;
        for (; digits < FractionDigits; digits++) scaled *= 10;
        long divisor = 1;
        for (; digits > FractionDigits && divisor <= int.MaxValue; digits--) divisor *= 10;
        ticks = (int)((scaled + divisor / 2) / divisor);
        return true;
    }

    private static bool TryTicks(int days, int hours, int minutes, int seconds, int fraction, bool isNegative, out long ticks)
    {
        const int MostDays = 10_675_199;
        ticks = 0;
        if (days > MostDays || hours > 23 || minutes > 59 || seconds > 59) return false;
        long total = days * TimeSpan.SecondsPerDay + hours * TimeSpan.SecondsPerHour + minutes * TimeSpan.SecondsPerMinute + seconds;
        ulong size = (ulong)total * TimeSpan.TicksPerSecond + (uint)fraction;
        if (size > long.MaxValue + (isNegative ? 1ul : 0)) return false;
        ticks = isNegative ? (long)(0 - size) : (long)size;
        return true;
    }

    public static ParseStatus ParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, TimeSpanStyles styles, out long ticks)
    {
        ticks = 0;
        if (format.IsEmpty) return ParseStatus.Format;
        if (format.Length > 1) return ParseCustom(text, format, styles, out ticks);
        return format[0] switch
        {
            'c' or 't' or 'T' => ParseConstant(text, out ticks),
            'g' => ParseColons(text, isShort: true, out ticks),
            'G' => ParseColons(text, isShort: false, out ticks),
            _ => ParseStatus.Format,
        };
    }

    /// <summary>c: a point stands behind the days, and nothing is left out.</summary>
    private static ParseStatus ParseConstant(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        ReadOnlySpan<char> trimmed = text.Trim();
        int firstPoint = trimmed.IndexOf('.'), firstColon = trimmed.IndexOf(':'), colons = trimmed.Count(':');
        if (trimmed.Contains(":.", StringComparison.Ordinal)) return ParseStatus.Format;
        bool hasDays = firstPoint >= 0 && (firstColon < 0 || firstPoint < firstColon);
        if (colons == 0 ? firstPoint >= 0 : colons > 2 || (colons == 1 && hasDays && trimmed.Count('.') > 1)) return ParseStatus.Format;
        ParseStatus status = Parse(text, out ticks);
        // 24:00:00 is read as days elsewhere.
        return status == ParseStatus.Ok && colons == 2 && !hasDays && Math.Abs(ticks / TimeSpan.TicksPerHour) > 23 ? ParseStatus.Overflow : status;
    }

    /// <summary>g and G: colons everywhere; G wants all five parts.</summary>
    private static ParseStatus ParseColons(ReadOnlySpan<char> text, bool isShort, out long ticks)
    {
        ticks = 0;
        ReadOnlySpan<char> trimmed = text.Trim();
        int colons = trimmed.Count(':'), points = trimmed.Count('.');
        bool isWhole = colons == 3 && points == 1;
        if (isShort ? points > 1 || (points == 1 && (colons < 2 || trimmed.IndexOf('.') < trimmed.LastIndexOf(':'))) : !isWhole) return ParseStatus.Format;
        if (trimmed.Contains(":.", StringComparison.Ordinal)) return ParseStatus.Format;
        return Parse(text, out ticks);
    }

    private ref struct Exact
    {
        public int Days, Hours, Minutes, Seconds, Fraction;
        public int Seen;
    }

    private static ParseStatus ParseCustom(ReadOnlySpan<char> text, ReadOnlySpan<char> format, TimeSpanStyles styles, out long ticks)
    {
        Exact exact = default;
        TextBuffer literal = new(stackalloc char[TextBuffer.UsualLength]);
        int at = 0, place = 0;
        ticks = 0;
        while (place < format.Length)
        {
            int count = TimeSpanText.RunLength(format, place);
            int literalStart = literal.Length;
            switch (format[place])
            {
                case 'd' or 'h' or 'm' or 's' or 'f' or 'F':
                    if (!TryReadPart(text, ref at, format[place], count, ref exact)) return ParseStatus.Format;
                    break;
                case '\'' or '"': count = TimeSpanText.WriteQuoted(ref literal, format, place); break;
                case '\\':
                    if (place + 1 >= format.Length) return ParseStatus.Format;
                    literal.Append(format[place + 1]);
                    count = 2;
                    break;
                case '%':
                    if (place + 1 >= format.Length || format[place + 1] == '%') return ParseStatus.Format;
                    count = 1;
                    break;
                default: return ParseStatus.Format;
            }
            ReadOnlySpan<char> expected = literal.Text.Slice(literalStart);
            if (!text.Slice(at).StartsWith(expected)) return ParseStatus.Format;
            at += expected.Length;
            place += count;
        }
        if (at != text.Length) return ParseStatus.Format;
        bool isNegative = (styles & TimeSpanStyles.AssumeNegative) != 0;
        return TryTicks(exact.Days, exact.Hours, exact.Minutes, exact.Seconds, exact.Fraction, isNegative, out ticks) ? ParseStatus.Ok : ParseStatus.Overflow;
    }

    private static bool TryReadPart(ReadOnlySpan<char> text, ref int at, char letter, int count, ref Exact exact)
    {
        bool isFraction = letter is 'f' or 'F';
        int kind = 1 << ((letter | 0x20) - 'a');
        if (count > (isFraction ? FractionDigits : letter == 'd' ? 8 : 2) || (exact.Seen & kind) != 0) return false;
        exact.Seen |= kind;
        int least = letter == 'F' ? 0 : count, most = count;
        if (count == 1 && !isFraction) most = letter == 'd' ? 8 : 2;
        int start = at, value = 0;
        for (; at < text.Length && at - start < most && char.IsAsciiDigit(text[at]); at++) value = value * 10 + (text[at] - '0');
        if (at - start < least) return false;
        switch (letter)
        {
            case 'd': exact.Days = value; break;
            case 'h': exact.Hours = value; break;
            case 'm': exact.Minutes = value; break;
            case 's': exact.Seconds = value; break;
            default:
                for (int digits = at - start; digits < FractionDigits; digits++) value *= 10;
                exact.Fraction = value;
                break;
        }
        return true;
    }
}
