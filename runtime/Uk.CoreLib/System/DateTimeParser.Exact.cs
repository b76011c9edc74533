// Reads dates and times that are in a given format.

using System.Globalization;

namespace System;

internal static partial class DateTimeParser
{
    /// <summary>The text, how far it is read, and what it said.</summary>
    private ref struct Reader(ReadOnlySpan<char> text)
    {
        public readonly ReadOnlySpan<char> Text = text;
        public int At;
        public DateFields Fields = new();
        public bool IsTwelveHours;

        public readonly bool IsAtEnd => At >= Text.Length;
        public readonly char Current => At < Text.Length ? Text[At] : '\0';
        public readonly bool IsAtDigit => char.IsAsciiDigit(Current);

        public void SkipWhite()
        {
            while (At < Text.Length && char.IsWhiteSpace(Text[At])) At++;
        }

        public bool TrySkip(char c)
        {
            if (IsAtEnd || Text[At] != c) return false;
            At++;
            return true;
        }

        public bool TryReadDigits(int least, int most, out int value)
        {
            int start = At;
            value = 0;
            for (; IsAtDigit && At - start < most; At++) value = value * 10 + (Text[At] - '0');
            return At - start >= least;
        }
    }

    /// <param name="captureOffset">For a DateTimeOffset: formats that are always UTC say so.</param>
    internal static bool TryParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, DateTimeStyles styles, bool captureOffset, out DateFields fields)
    {
        fields = new DateFields();
        if (format.IsEmpty || text.IsEmpty) return false;
        Reader reader = new(text);
        if (format.Length == 1)
        {
            if (captureOffset && format[0] == 'U') return false;
            if (format[0] == 'U' || (captureOffset && format[0] is 'r' or 'R' or 'u')) reader.Fields.SetOffset(0, isZulu: true);
            format = DateTimeText.PatternOf(format[0]);
        }
        bool parsed = TryParsePattern(ref reader, format, styles) && TryFinishHour(ref reader);
        fields = reader.Fields;
        return parsed;
    }

    private static bool TryParsePattern(ref Reader reader, ReadOnlySpan<char> format, DateTimeStyles styles)
    {
        bool innerWhite = (styles & DateTimeStyles.AllowInnerWhite) != 0;
        if ((styles & DateTimeStyles.AllowLeadingWhite) != 0)
        {
            reader.SkipWhite();
            format = format.TrimStart();
        }
        if ((styles & DateTimeStyles.AllowTrailingWhite) != 0) format = format.TrimEnd();
        for (int place = 0; place < format.Length;)
        {
            if (innerWhite) reader.SkipWhite();
            char c = format[place];
            int count = TimeSpanText.RunLength(format, place);
            bool isMatch;
            switch (c)
            {
                case 'y' or 'M' or 'd' or 'g': isMatch = TryReadDatePart(ref reader, c, count); break;
                case 'H' or 'h' or 'm' or 's' or 't': isMatch = TryReadTimePart(ref reader, c, count); break;
                case 'f' or 'F': isMatch = TryReadFraction(ref reader, count, isOptional: c == 'F'); break;
                case 'z' or 'K':
                    if (c == 'K') count = 1;
                    isMatch = TryReadOffsetPart(ref reader, c, count);
                    break;
                default: isMatch = TryMatchLiteral(ref reader, format, place, styles, out count); break;
            }
            if (!isMatch) return false;
            place += count;
        }
        if ((styles & DateTimeStyles.AllowTrailingWhite) != 0) reader.SkipWhite();
        return reader.IsAtEnd;
    }

    /// <summary>What stands for itself: quoted, escaped, or no letter of a format.</summary>
    private static bool TryMatchLiteral(ref Reader reader, ReadOnlySpan<char> format, int place, DateTimeStyles styles, out int count)
    {
        bool innerWhite = (styles & DateTimeStyles.AllowInnerWhite) != 0;
        char c = format[place];
        count = 1;
        switch (c)
        {
            case '%': return place + 1 < format.Length && format[place + 1] != '%';
            case '\\':
                count = 2;
                return place + 1 < format.Length && reader.TrySkip(format[place + 1]);
            case '\'' or '"':
                int end = place + 1;
                for (; end < format.Length && format[end] != c; end++)
                {
                    if (format[end] == '\\' && ++end >= format.Length) return false;
                    if (innerWhite && char.IsWhiteSpace(format[end])) reader.SkipWhite();
                    else if (!reader.TrySkip(format[end])) return false;
                }
                count = end + 1 - place;
                return end < format.Length;
            case '.' when place + 1 < format.Length && format[place + 1] == 'F':
                // A fraction that may be missing takes its point along.
                reader.TrySkip('.');
                return true;
            case 'Z':
                reader.Fields.SetOffset(0, isZulu: true);
                return reader.TrySkip('Z');
            default:
                if (innerWhite && char.IsWhiteSpace(c)) return true;
                // Where white space may trail, a space that is missing is no error in .NET either.
                return reader.TrySkip(c) || (c == ' ' && (styles & DateTimeStyles.AllowTrailingWhite) != 0);
        }
    }

    private static bool TryReadDatePart(ref Reader reader, char part, int count)
    {
        if (part == 'g') return TrySkipWord(ref reader, "A.D.") || TrySkipWord(ref reader, "AD");
        if (part != 'y' && count > 2)
        {
            string[] names = part == 'M' ? DateTimeText.MonthNames : DateTimeText.DayNames;
            int index = MatchName(ref reader, names, isShort: count == 3);
            if (index < 0) return false;
            return part == 'M' ? DateFields.TrySet(ref reader.Fields.Month, index + 1) : DateFields.TrySet(ref reader.Fields.DayOfWeek, index);
        }
        int most = part == 'y' && count > 2 ? count : 2;
        if (!reader.TryReadDigits(count == 1 ? 1 : count, most, out int value)) return false;
        switch (part)
        {
            case 'y': return DateFields.TrySet(ref reader.Fields.Year, count <= 2 ? DateFields.FullYear(value) : value);
            case 'M': return value is >= 1 and <= 12 && DateFields.TrySet(ref reader.Fields.Month, value);
            default: return value is >= 1 and <= 31 && DateFields.TrySet(ref reader.Fields.Day, value);
        }
    }

    private static bool TryReadTimePart(ref Reader reader, char part, int count)
    {
        if (part == 't')
        {
            int half = reader.Current is 'A' or 'a' ? 0 : reader.Current is 'P' or 'p' ? 1 : -1;
            if (half < 0) return false;
            reader.At++;
            if (count > 1 && !reader.TrySkip('M') && !reader.TrySkip('m')) return false;
            return DateFields.TrySet(ref reader.Fields.HalfDay, half);
        }
        if (!reader.TryReadDigits(Math.Min(count, 2), 2, out int value)) return false;
        if (part == 'h') reader.IsTwelveHours = true;
        return part switch
        {
            'h' or 'H' => DateFields.TrySet(ref reader.Fields.Hour, value),
            'm' => DateFields.TrySet(ref reader.Fields.Minute, value),
            _ => DateFields.TrySet(ref reader.Fields.Second, value),
        };
    }

    private static bool TryReadFraction(ref Reader reader, int count, bool isOptional)
    {
        const int MostDigits = 7;
        if (count > MostDigits) return false;
        int start = reader.At;
        if (!reader.TryReadDigits(isOptional ? 0 : count, count, out int value)) return false;
        for (int digits = reader.At - start; digits < MostDigits; digits++) value *= 10;
        bool isAgain = reader.Fields.Fraction != 0 && reader.Fields.Fraction != value;
        reader.Fields.Fraction = value;
        return !isAgain;
    }

    private static bool TryReadOffsetPart(ref Reader reader, char part, int count)
    {
        if (part == 'K')
        {
            if (reader.TrySkip('Z'))
            {
                reader.Fields.SetOffset(0, isZulu: true);
                return true;
            }
            if (reader.Current is not ('+' or '-')) return true;
            count = 3;
        }
        if (reader.Current is not ('+' or '-')) return false;
        bool isNegative = reader.Text[reader.At++] == '-';
        if (!reader.TryReadDigits(count == 1 ? 1 : 2, 2, out int hours)) return false;
        int minutes = 0;
        if (count >= 3)
        {
            reader.TrySkip(':');
            if (!reader.TryReadDigits(2, 2, out minutes) || minutes > 59) return false;
        }
        int total = hours * 60 + minutes;
        if (total > DateFields.MaxOffsetMinutes) return false;
        reader.Fields.SetOffset(isNegative ? -total : total);
        return true;
    }

    private static bool TryFinishHour(ref Reader reader)
    {
        ref DateFields fields = ref reader.Fields;
        if (reader.IsTwelveHours)
        {
            if (fields.Hour > 12) return false;
            fields.Hour = fields.Hour % 12 + (fields.HalfDay == 1 ? 12 : 0);
            return true;
        }
        return fields.HalfDay < 0 || (fields.Hour >= 12) == (fields.HalfDay == 1);
    }

    private static bool TrySkipWord(ref Reader reader, string word)
    {
        ReadOnlySpan<char> rest = reader.Text.Slice(reader.At);
        if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        reader.At += word.Length;
        return true;
    }

    /// <returns>The index of the name, or -1.</returns>
    private static int MatchName(ref Reader reader, string[] names, bool isShort)
    {
        ReadOnlySpan<char> rest = reader.Text.Slice(reader.At);
        for (int i = 0; i < names.Length; i++)
        {
            ReadOnlySpan<char> name = isShort ? names[i].AsSpan(0, DateTimeText.ShortNameLength) : names[i];
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            reader.At += name.Length;
            return i;
        }
        return -1;
    }
}
