// Numeric formats such as "0.00", "#,##0;(#)" and "0.###E+0": digits go where the placeholders stand.

namespace System;

/// <summary>One section of a format: what its placeholders ask for.</summary>
internal ref struct CustomNumberFormat
{
    private const int None = int.MaxValue;
    private const int GroupSize = 3;

    private readonly ReadOnlySpan<char> _format;

    /// <summary>Placeholders in all, and before the point.</summary>
    private int _digits, _point = -1;
    /// <summary>The first and behind the last 0 among them.</summary>
    private int _firstZero = None, _behindLastZero;
    private int _commaAt = -1, _commas;
    private int _scale;
    private bool _isGrouped, _isScientific;

    private CustomNumberFormat(ReadOnlySpan<char> section)
    {
        _format = section;
        for (int at = 0; at < section.Length; at++)
        {
            switch (section[at])
            {
                case '#': _digits++; break;
                case '0':
                    if (_firstZero == None) _firstZero = _digits;
                    _behindLastZero = ++_digits;
                    break;
                case '.':
                    if (_point < 0) _point = _digits;
                    break;
                case ',': ScanComma(); break;
                case '%': _scale += 2; break;
                case '‰': _scale += 3; break;
                case '\'' or '"': at = QuoteEnd(section, at); break;
                case '\\': at++; break;
                case 'E' or 'e' when ExponentLength(section, at) is var length and > 0:
                    at += length - 1;
                    _isScientific = true;
                    break;
            }
        }
        if (_point < 0) _point = _digits;
        if (_commaAt < 0) return;
        // Commas right before the point divide by a thousand each; others group.
        if (_commaAt == _point) _scale -= _commas * GroupSize;
        else _isGrouped = true;
    }

    private void ScanComma()
    {
        if (_digits == 0 || _point >= 0) return;
        if (_commaAt == _digits)
        {
            _commas++;
            return;
        }
        if (_commaAt >= 0) _isGrouped = true;
        _commaAt = _digits;
        _commas = 1;
    }

    private static int QuoteEnd(ReadOnlySpan<char> format, int at)
    {
        int length = format.Slice(at + 1).IndexOf(format[at]);
        return length < 0 ? format.Length : at + 1 + length;
    }

    /// <summary>Of E, a sign and zeros; 0 where it is only a letter.</summary>
    private static int ExponentLength(ReadOnlySpan<char> format, int at)
    {
        int end = at + 1;
        if (end < format.Length && format[end] is '+' or '-') end++;
        int firstZero = end;
        while (end < format.Length && format[end] == '0') end++;
        return end > firstZero ? end - at : 0;
    }

    /// <param name="keepsSign">Whether a zero can be negative, as that of a double can.</param>
    public static string Write(scoped ref DecimalText number, ReadOnlySpan<char> format, bool keepsSign = false)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        bool isNegative = number.IsNegative;
        int section = number.Count == 0 ? 2 : isNegative ? 1 : 0;
        while (true)
        {
            CustomNumberFormat chosen = new(Section(format, ref section));
            if (number.Count != 0)
            {
                number.PointAt += chosen._scale;
                number.Round(chosen._isScientific ? chosen._digits : number.PointAt + chosen._digits - chosen._point);
                if (number.Count == 0)
                {
                    // Rounded to nothing: the section for zero, if there is one.
                    int forZero = 2;
                    Section(format, ref forZero);
                    if (forZero != section)
                    {
                        section = 2;
                        continue;
                    }
                }
            }
            if (number.Count == 0) number.PointAt = 0;
            bool hasSign = isNegative && section == 0 && (number.Count != 0 || keepsSign);
            if (hasSign) text.Append('-');
            chosen.Write(ref text, number);
            // A sign of nothing goes, too.
            if (hasSign && number.PointAt == 0 && text.Length == 1) text.RemoveLast();
            return text.ToString();
        }
    }

    /// <summary>The text of a section; the number becomes 0 where the section is missing or empty.</summary>
    private static ReadOnlySpan<char> Section(ReadOnlySpan<char> format, ref int number)
    {
        int start = 0, left = number;
        for (int at = 0; ; at++)
        {
            if (at >= format.Length || format[at] == ';')
            {
                bool isLast = at >= format.Length;
                if (left == 0)
                {
                    ReadOnlySpan<char> section = format.Slice(start, Math.Min(at, format.Length) - start);
                    if (number == 0 || !section.IsEmpty) return section;
                }
                if (left == 0 || isLast)
                {
                    number = 0;
                    return Section(format, ref number);
                }
                left--;
                start = at + 1;
            }
            else if (format[at] == '\\') at++;
            else if (format[at] is '\'' or '"') at = QuoteEnd(format, at);
        }
    }

    /// <summary>Where in the number and in the format writing is.</summary>
    private ref struct Place
    {
        public int Digit;
        /// <summary>Digits that still come before the point; at and below 0 those behind it.</summary>
        public int Left;
        /// <summary>Digits before the point beyond the placeholders, or placeholders beyond the digits if negative.</summary>
        public int Excess;
        /// <summary>How many digits before and, negative, behind the point are written in any case.</summary>
        public int FirstForced, LastForced;
        public bool HasPoint;
    }

    private readonly void Write(ref TextBuffer text, in DecimalText number)
    {
        Place place = new()
        {
            Left = _isScientific ? _point : Math.Max(number.PointAt, _point),
            Excess = _isScientific ? 0 : number.PointAt - _point,
            FirstForced = _firstZero < _point ? _point - _firstZero : 0,
            LastForced = _behindLastZero > _point ? _point - _behindLastZero : 0,
        };
        for (int at = 0; at < _format.Length; at++)
        {
            char c = _format[at];
            if (c is '#' or '0' or '.')
                while (place.Excess > 0)
                {
                    place.Excess--;
                    WriteDigit(ref text, ref place, place.Digit < number.Count ? number.Digits[place.Digit++] : (byte)0);
                }
            switch (c)
            {
                case '#' or '0': WritePlaceholder(ref text, ref place, number); break;
                case '.':
                    if (place.Left != 0 || place.HasPoint) break;
                    if (place.LastForced < 0 || (_point < _digits && place.Digit < number.Count)) text.Append('.');
                    place.HasPoint = place.LastForced < 0 || (_point < _digits && place.Digit < number.Count);
                    break;
                case ',': break;
                case '\'' or '"':
                    int end = QuoteEnd(_format, at);
                    text.Append(_format.Slice(at + 1, Math.Min(end, _format.Length) - at - 1));
                    at = end;
                    break;
                case '\\':
                    if (++at < _format.Length) text.Append(_format[at]);
                    break;
                case 'E' or 'e' when ExponentLength(_format, at) is var length and > 0:
                    WriteExponent(ref text, _format.Slice(at, length), number);
                    at += length - 1;
                    break;
                default: text.Append(c); break;
            }
        }
    }

    private readonly void WritePlaceholder(ref TextBuffer text, ref Place place, in DecimalText number)
    {
        if (place.Excess < 0)
        {
            place.Excess++;
            if (place.Left <= place.FirstForced) WriteDigit(ref text, ref place, 0);
            else place.Left--;
        }
        else if (place.Digit < number.Count) WriteDigit(ref text, ref place, number.Digits[place.Digit++]);
        else if (place.Left > place.LastForced) WriteDigit(ref text, ref place, 0);
        else place.Left--;
    }

    private readonly void WriteDigit(ref TextBuffer text, ref Place place, byte digit)
    {
        text.Append((char)('0' + digit));
        if (_isGrouped && place.Left > 1 && place.Left % GroupSize == 1) text.Append(',');
        place.Left--;
    }

    private readonly void WriteExponent(ref TextBuffer text, ReadOnlySpan<char> part, in DecimalText number)
    {
        const int MostZeros = 10;
        text.Append(part[0]);
        int exponent = number.Count == 0 ? 0 : number.PointAt - _point;
        if (exponent < 0) text.Append('-');
        else if (part[1] == '+') text.Append('+');
        text.AppendDigits((ulong)Math.Abs(exponent), Math.Min(part.Length - (part[1] is '+' or '-' ? 2 : 1), MostZeros));
    }
}
