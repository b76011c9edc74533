// Dates and times as text: what the public members take. DateTimeText writes it, DateTimeParser reads it.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly partial struct DateTime
{
    public override string ToString() => ToString(null, null);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString(null, provider);
    public string ToLongDateString() => ToString("D");
    public string ToShortDateString() => ToString("d");
    public string ToLongTimeString() => ToString("T");
    public string ToShortTimeString() => ToString("t");

    public string ToString(string? format, IFormatProvider? provider)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        DateTimeText.Write(ref text, this, format);
        return text.ToString();
    }

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        DateTimeText.Write(ref text, this, format);
        return text.TryCopyTo(destination, out charsWritten);
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Utf8Text.TryFormat(this, utf8Destination, out bytesWritten, format);

    public static DateTime Parse(string s) => Parse(s, null, DateTimeStyles.None);
    public static DateTime Parse(string s, IFormatProvider? provider) => Parse(s, provider, DateTimeStyles.None);

    public static DateTime Parse(string s, IFormatProvider? provider, DateTimeStyles styles)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return Parse((ReadOnlySpan<char>)s, provider, styles);
    }

    public static DateTime Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, provider, DateTimeStyles.None);

    public static DateTime Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null, DateTimeStyles styles = DateTimeStyles.None)
    {
        DateTimeParser.Check(styles, nameof(styles));
        if (!TryParse(s, provider, styles, out DateTime result)) DateTimeParser.Throw(s, "DateTime");
        return result;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out DateTime result) => TryParse((ReadOnlySpan<char>)s, null, DateTimeStyles.None, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out DateTime result) => TryParse(s, null, DateTimeStyles.None, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DateTime result) =>
        TryParse((ReadOnlySpan<char>)s, provider, DateTimeStyles.None, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DateTime result) => TryParse(s, provider, DateTimeStyles.None, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, DateTimeStyles styles, out DateTime result) =>
        TryParse((ReadOnlySpan<char>)s, provider, styles, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        DateTimeParser.Check(styles, nameof(styles));
        result = default;
        return DateTimeParser.TryParse(s, out DateFields fields) && fields.TryGetDateTime(styles, out result);
    }

    public static DateTime ParseExact(string s, string format, IFormatProvider? provider) => ParseExact(s, format, provider, DateTimeStyles.None);

    public static DateTime ParseExact(string s, string format, IFormatProvider? provider, DateTimeStyles style)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        return ParseExact((ReadOnlySpan<char>)s, format, provider, style);
    }

    public static DateTime ParseExact(ReadOnlySpan<char> s, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles style = DateTimeStyles.None)
    {
        if (!TryParseExact(s, format, provider, style, out DateTime result)) DateTimeParser.Throw(s, "DateTime");
        return result;
    }

    public static DateTime ParseExact(string s, string[] formats, IFormatProvider? provider, DateTimeStyles style)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return ParseExact((ReadOnlySpan<char>)s, formats, provider, style);
    }

    public static DateTime ParseExact(ReadOnlySpan<char> s, string[] formats, IFormatProvider? provider, DateTimeStyles style = DateTimeStyles.None)
    {
        DateTimeParser.CheckFormats(formats);
        if (!TryParseExact(s, formats, provider, style, out DateTime result)) DateTimeParser.Throw(s, "DateTime");
        return result;
    }

    public static bool TryParseExact([NotNullWhen(true)] string? s, [NotNullWhen(true)] string? format, IFormatProvider? provider, DateTimeStyles style, out DateTime result) =>
        TryParseExact((ReadOnlySpan<char>)s, (ReadOnlySpan<char>)format, provider, style, out result);

    public static bool TryParseExact(ReadOnlySpan<char> s, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles style, out DateTime result)
    {
        DateTimeParser.Check(style);
        result = default;
        return DateTimeParser.TryParseExact(s, format, style, captureOffset: false, out DateFields fields) && fields.TryGetDateTime(style, out result);
    }

    public static bool TryParseExact([NotNullWhen(true)] string? s, [NotNullWhen(true)] string?[]? formats, IFormatProvider? provider, DateTimeStyles style, out DateTime result) =>
        TryParseExact((ReadOnlySpan<char>)s, formats, provider, style, out result);

    public static bool TryParseExact(ReadOnlySpan<char> s, [NotNullWhen(true)] string?[]? formats, IFormatProvider? provider, DateTimeStyles style, out DateTime result)
    {
        DateTimeParser.Check(style);
        result = default;
        if (formats is null) return false;
        foreach (string? format in formats)
            if (TryParseExact(s, (ReadOnlySpan<char>)format, provider, style, out result)) return true;
        return false;
    }
}
