// Times of day as text: what the public members take.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly partial struct TimeOnly
{
    public override string ToString() => ToString(null, null);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString(null, provider);
    public string ToLongTimeString() => ToString("T");
    public string ToShortTimeString() => ToString("t");

    public string ToString(string? format, IFormatProvider? provider)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        Write(ref text, format);
        return text.ToString();
    }

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        Write(ref text, format);
        return text.TryCopyTo(destination, out charsWritten);
    }

    private void Write(ref TextBuffer text, ReadOnlySpan<char> format) =>
        DateTimeText.Write(ref text, OnFirstDay, DateTimeParser.CheckedPattern(DateTimeParser.TimePattern(format.IsEmpty ? "t" : format)));

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Utf8Text.TryFormat(this, utf8Destination, out bytesWritten, format);

    public static TimeOnly Parse(string s) => Parse(s, null, DateTimeStyles.None);
    public static TimeOnly Parse(string s, IFormatProvider? provider) => Parse(s, provider, DateTimeStyles.None);
    public static TimeOnly Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, provider, DateTimeStyles.None);

    public static TimeOnly Parse(string s, IFormatProvider? provider, DateTimeStyles style = DateTimeStyles.None)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return Parse((ReadOnlySpan<char>)s, provider, style);
    }

    public static TimeOnly Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null, DateTimeStyles style = DateTimeStyles.None)
    {
        if (!TryParse(s, provider, style, out TimeOnly result)) DateTimeParser.Throw(s, "TimeOnly");
        return result;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out TimeOnly result) => TryParse((ReadOnlySpan<char>)s, null, DateTimeStyles.None, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out TimeOnly result) => TryParse(s, null, DateTimeStyles.None, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TimeOnly result) =>
        TryParse((ReadOnlySpan<char>)s, provider, DateTimeStyles.None, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TimeOnly result) => TryParse(s, provider, DateTimeStyles.None, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, DateTimeStyles style, out TimeOnly result) =>
        TryParse((ReadOnlySpan<char>)s, provider, style, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, DateTimeStyles style, out TimeOnly result)
    {
        DateTimeParser.CheckPart(style);
        return DateTimeParser.TryGetTime(DateTimeParser.TryParse(s, out DateFields fields), fields, isExact: false, out result);
    }

    public static TimeOnly ParseExact(string s, string format) => ParseExact(s, format, null);
    public static TimeOnly ParseExact(string s, string[] formats) => ParseExact(s, formats, null);
    public static TimeOnly ParseExact(ReadOnlySpan<char> s, string[] formats) => ParseExact(s, formats, null);

    public static TimeOnly ParseExact(string s, string format, IFormatProvider? provider, DateTimeStyles style = DateTimeStyles.None)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        return ParseExact((ReadOnlySpan<char>)s, format, provider, style);
    }

    public static TimeOnly ParseExact(ReadOnlySpan<char> s, ReadOnlySpan<char> format, IFormatProvider? provider = null, DateTimeStyles style = DateTimeStyles.None)
    {
        if (!TryParseExact(s, format, provider, style, out TimeOnly result)) DateTimeParser.Throw(s, "TimeOnly");
        return result;
    }

    public static TimeOnly ParseExact(string s, string[] formats, IFormatProvider? provider, DateTimeStyles style = DateTimeStyles.None)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return ParseExact((ReadOnlySpan<char>)s, formats, provider, style);
    }

    public static TimeOnly ParseExact(ReadOnlySpan<char> s, string[] formats, IFormatProvider? provider, DateTimeStyles style = DateTimeStyles.None)
    {
        ArgumentNullException.ThrowIfNull(formats, nameof(formats));
        if (!TryParseExact(s, formats, provider, style, out TimeOnly result)) DateTimeParser.Throw(s, "TimeOnly");
        return result;
    }

    public static bool TryParseExact([NotNullWhen(true)] string? s, [NotNullWhen(true)] string? format, out TimeOnly result) =>
        TryParseExact(s, format, null, DateTimeStyles.None, out result);
    public static bool TryParseExact(ReadOnlySpan<char> s, ReadOnlySpan<char> format, out TimeOnly result) =>
        TryParseExact(s, format, null, DateTimeStyles.None, out result);
    public static bool TryParseExact([NotNullWhen(true)] string? s, [NotNullWhen(true)] string?[]? formats, out TimeOnly result) =>
        TryParseExact(s, formats, null, DateTimeStyles.None, out result);
    public static bool TryParseExact(ReadOnlySpan<char> s, [NotNullWhen(true)] string?[]? formats, out TimeOnly result) =>
        TryParseExact(s, formats, null, DateTimeStyles.None, out result);
    public static bool TryParseExact([NotNullWhen(true)] string? s, [NotNullWhen(true)] string? format, IFormatProvider? provider, DateTimeStyles style, out TimeOnly result) =>
        TryParseExact((ReadOnlySpan<char>)s, (ReadOnlySpan<char>)format, provider, style, out result);

    public static bool TryParseExact(ReadOnlySpan<char> s, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles style, out TimeOnly result)
    {
        DateTimeParser.CheckPart(style);
        result = default;
        ReadOnlySpan<char> pattern = DateTimeParser.TimePatternToRead(format);
        bool parsed = DateTimeParser.TryParseExact(s, pattern, style, captureOffset: false, out DateFields fields);
        return DateTimeParser.TryGetTime(parsed, fields, isExact: true, out result);
    }

    public static bool TryParseExact([NotNullWhen(true)] string? s, [NotNullWhen(true)] string?[]? formats, IFormatProvider? provider, DateTimeStyles style, out TimeOnly result) =>
        TryParseExact((ReadOnlySpan<char>)s, formats, provider, style, out result);

    public static bool TryParseExact(ReadOnlySpan<char> s, [NotNullWhen(true)] string?[]? formats, IFormatProvider? provider, DateTimeStyles style, out TimeOnly result)
    {
        DateTimeParser.CheckPart(style);
        result = default;
        if (formats is null) return false;
        foreach (string? format in formats)
            if (TryParseExact(s, (ReadOnlySpan<char>)format, provider, style, out result)) return true;
        return false;
    }
}
