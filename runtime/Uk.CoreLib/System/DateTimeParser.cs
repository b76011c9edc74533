// Reads dates and times in any form that the invariant culture writes, ISO 8601, and what people type: the order is
// month, day, year unless a year of four digits stands first or a month is named.

using System.Runtime.CompilerServices;

namespace System;

internal static partial class DateTimeParser
{
    private const int MostDateNumbers = 3;

    /// <summary>The numbers of the date as they stand, until it is known what each of them is.</summary>
    private struct DateNumbers
    {
        public Three Values, Digits;
        public int Count;
    }

    [InlineArray(MostDateNumbers)]
    private struct Three
    {
        private int _first;
    }

    internal static bool TryParse(ReadOnlySpan<char> text, out DateFields fields)
    {
        Reader reader = new(text.TrimEnd('\0'));
        DateNumbers numbers = default;
        bool parsed = TryReadAll(ref reader, ref numbers) && TryArrange(ref reader.Fields, numbers) && (reader.Fields.HasDate || reader.Fields.HasTime);
        fields = reader.Fields;
        return parsed;
    }

    private static bool TryReadAll(ref Reader reader, ref DateNumbers numbers)
    {
        bool isSeparated = true, afterDateSeparator = false;
        reader.SkipWhite();
        while (!reader.IsAtEnd)
        {
            char c = reader.Current;
            if (char.IsAsciiDigit(c))
            {
                if (!isSeparated || !TryReadNumber(ref reader, ref numbers)) return false;
                isSeparated = afterDateSeparator = false;
                continue;
            }
            bool isBehindNumber = numbers.Count is 1 or 2 && !isSeparated && char.IsAsciiDigit(reader.Text[reader.At - 1]);
            if (c is '+' or '-' && reader.Fields.Hour >= 0 && !isBehindNumber)
            {
                if (reader.Fields.HasOffset || !TryReadOffset(ref reader)) return false;
                continue;
            }
            if (char.IsAsciiLetter(c))
            {
                if (!TryReadWord(ref reader, ref numbers)) return false;
                isSeparated = true;
                afterDateSeparator = false;
                continue;
            }
            if (c is '/' or '-' or '.')
            {
                if (afterDateSeparator || (numbers.Count == 0 && reader.Fields.Month < 0)) return false;
                afterDateSeparator = true;
            }
            else if (c != ',' && !char.IsWhiteSpace(c)) return false;
            isSeparated = true;
            reader.At++;
        }
        return !afterDateSeparator;
    }

    /// <summary>A number is an hour where a colon or a half of the day follows, and else a part of the date.</summary>
    private static bool TryReadNumber(ref Reader reader, ref DateNumbers numbers)
    {
        int start = reader.At;
        if (!reader.TryReadDigits(1, 8, out int value) || reader.IsAtDigit) return false;
        int digits = reader.At - start;
        if (reader.Current == ':') return digits <= 2 && TryReadTime(ref reader, value);
        int end = reader.At;
        reader.SkipWhite();
        if (reader.Fields.Hour < 0 && digits <= 2 && IsAtHalfDay(reader))
        {
            reader.Fields.Hour = value;
            return TryReadHalfDay(ref reader);
        }
        reader.At = end;
        if (numbers.Count == MostDateNumbers) return false;
        numbers.Values[numbers.Count] = value;
        numbers.Digits[numbers.Count++] = digits;
        return true;
    }

    private static bool TryReadTime(ref Reader reader, int hour)
    {
        if (reader.Fields.Hour >= 0) return false;
        reader.At++;
        reader.SkipWhite();
        reader.Fields.Hour = hour;
        if (!reader.TryReadDigits(1, 2, out reader.Fields.Minute)) return false;
        if (reader.TrySkip(':'))
        {
            if (!reader.TryReadDigits(1, 2, out reader.Fields.Second)) return false;
            if ((reader.TrySkip('.') || reader.TrySkip(',')) && !TryReadAnyFraction(ref reader)) return false;
        }
        int end = reader.At;
        reader.SkipWhite();
        if (IsAtHalfDay(reader)) return TryReadHalfDay(ref reader);
        reader.At = end;
        return true;
    }

    /// <summary>Any number of digits; those beyond the seventh round.</summary>
    private static bool TryReadAnyFraction(ref Reader reader)
    {
        if (!reader.IsAtDigit) return false;
        double fraction = 0, unit = 0.1;
        for (; reader.IsAtDigit; reader.At++, unit *= 0.1) fraction += (reader.Current - '0') * unit;
        reader.Fields.Fraction = (int)Math.Round(fraction * TimeSpan.TicksPerSecond);
        return true;
    }

    private static bool IsAtHalfDay(in Reader reader)
    {
        if (reader.Current is not ('A' or 'a' or 'P' or 'p')) return false;
        int next = reader.At + 1;
        if (next >= reader.Text.Length || reader.Text[next++] is not ('M' or 'm')) return false;
        return next >= reader.Text.Length || !char.IsAsciiLetter(reader.Text[next]);
    }

    private static bool TryReadHalfDay(ref Reader reader)
    {
        ref DateFields fields = ref reader.Fields;
        if (fields.HalfDay >= 0) return false;
        fields.HalfDay = reader.Current is 'A' or 'a' ? 0 : 1;
        reader.At += 2;
        if (fields.HalfDay == 0)
        {
            if (fields.Hour > 12) return false;
            fields.Hour %= 12;
        }
        else if (fields.Hour < 12) fields.Hour += 12;
        return true;
    }

    private static bool TryReadOffset(ref Reader reader)
    {
        bool isNegative = reader.Text[reader.At++] == '-';
        int start = reader.At;
        if (!reader.TryReadDigits(1, 4, out int hours) || reader.IsAtDigit) return false;
        int minutes = 0, digits = reader.At - start;
        if (digits > 2)
        {
            minutes = hours % 100;
            hours /= 100;
        }
        else if (reader.TrySkip(':') && !reader.TryReadDigits(1, 2, out minutes)) return false;
        int total = hours * 60 + minutes;
        if (minutes > 59 || total > DateFields.MaxOffsetMinutes) return false;
        reader.Fields.SetOffset(isNegative ? -total : total);
        return true;
    }

    private static bool TryReadWord(ref Reader reader, ref DateNumbers numbers)
    {
        ref DateFields fields = ref reader.Fields;
        if (reader.Current is 'T' or 't' && numbers.Count == MostDateNumbers && reader.At + 1 < reader.Text.Length && char.IsAsciiDigit(reader.Text[reader.At + 1]))
        {
            reader.At++;
            return true;
        }
        int start = reader.At;
        int month = MatchWholeName(ref reader, DateTimeText.MonthNames);
        if (month >= 0)
        {
            if (fields.Month >= 0) return false;
            fields.Month = month + 1;
            return true;
        }
        int day = MatchWholeName(ref reader, DateTimeText.DayNames);
        if (day >= 0) return fields.DayOfWeek < 0 && DateFields.TrySet(ref fields.DayOfWeek, day);
        reader.At = start;
        if (fields.HasOffset || fields.Hour < 0) return false;
        if (!TrySkipWord(ref reader, "GMT") && !TrySkipWord(ref reader, "Z")) return false;
        fields.SetOffset(0, isZulu: true);
        return true;
    }

    private static int MatchWholeName(ref Reader reader, string[] names)
    {
        int start = reader.At;
        int index = MatchName(ref reader, names, isShort: false);
        if (index < 0) index = MatchName(ref reader, names, isShort: true);
        if (index >= 0 && !char.IsAsciiLetter(reader.Current)) return index;
        reader.At = start;
        return -1;
    }

    private static bool TryArrange(ref DateFields fields, in DateNumbers numbers)
    {
        if (numbers.Count == 0) return fields.Month < 0;
        bool startsWithYear = numbers.Digits[0] > 2;
        Three values = numbers.Values;
        if (fields.Month >= 0) return numbers.Count < 3 && TryArrangeAroundName(ref fields, numbers);
        switch (numbers.Count)
        {
            case 3 when startsWithYear:
                (fields.Year, fields.Month, fields.Day) = (YearOf(numbers, 0), values[1], values[2]);
                return true;
            case 3:
                (fields.Month, fields.Day, fields.Year) = (values[0], values[1], YearOf(numbers, 2));
                return true;
            case 2 when startsWithYear:
                (fields.Year, fields.Month) = (YearOf(numbers, 0), values[1]);
                return true;
            case 2 when numbers.Digits[1] > 2:
                (fields.Month, fields.Year) = (values[0], YearOf(numbers, 1));
                return true;
            case 2:
                (fields.Month, fields.Day) = (values[0], values[1]);
                return true;
            default: return false;
        }
    }

    private static bool TryArrangeAroundName(ref DateFields fields, in DateNumbers numbers)
    {
        bool startsWithYear = numbers.Digits[0] > 2;
        if (numbers.Count == 2)
        {
            fields.Year = YearOf(numbers, startsWithYear ? 0 : 1);
            fields.Day = numbers.Values[startsWithYear ? 1 : 0];
        }
        else if (startsWithYear) fields.Year = YearOf(numbers, 0);
        else fields.Day = numbers.Values[0];
        return true;
    }

    private static int YearOf(in DateNumbers numbers, int index) =>
        numbers.Digits[index] <= 2 ? DateFields.FullYear(numbers.Values[index]) : numbers.Values[index];
}
