// Points in time with an offset as text: what the public members take.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly partial struct DateTimeOffset
{
    public override string ToString() => ToString(null, null);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? formatProvider) => ToString(null, formatProvider);

    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        DateTimeText.Write(ref text, DateTime, Offset, format);
        return text.ToString();
    }

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? formatProvider = null)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        DateTimeText.Write(ref text, DateTime, Offset, format);
        return text.TryCopyTo(destination, out charsWritten);
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? formatProvider = null) =>
        Utf8Text.TryFormat(this, utf8Destination, out bytesWritten, format);

    public static DateTimeOffset Parse(string input) => Parse(input, null, DateTimeStyles.None);
    public static DateTimeOffset Parse(string input, IFormatProvider? formatProvider) => Parse(input, formatProvider, DateTimeStyles.None);

    public static DateTimeOffset Parse(string input, IFormatProvider? formatProvider, DateTimeStyles styles)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        return Parse((ReadOnlySpan<char>)input, formatProvider, styles);
    }

    public static DateTimeOffset Parse(ReadOnlySpan<char> input, IFormatProvider? formatProvider) => Parse(input, formatProvider, DateTimeStyles.None);

    public static DateTimeOffset Parse(ReadOnlySpan<char> input, IFormatProvider? formatProvider = null, DateTimeStyles styles = DateTimeStyles.None)
    {
        DateTimeParser.CheckOffset(styles);
        if (!TryParse(input, formatProvider, styles, out DateTimeOffset result)) DateTimeParser.Throw(input, "DateTimeOffset");
        return result;
    }

    public static bool TryParse([NotNullWhen(true)] string? input, out DateTimeOffset result) => TryParse((ReadOnlySpan<char>)input, null, DateTimeStyles.None, out result);
    public static bool TryParse(ReadOnlySpan<char> input, out DateTimeOffset result) => TryParse(input, null, DateTimeStyles.None, out result);
    public static bool TryParse([NotNullWhen(true)] string? input, IFormatProvider? formatProvider, out DateTimeOffset result) =>
        TryParse((ReadOnlySpan<char>)input, formatProvider, DateTimeStyles.None, out result);
    public static bool TryParse(ReadOnlySpan<char> input, IFormatProvider? formatProvider, out DateTimeOffset result) => TryParse(input, formatProvider, DateTimeStyles.None, out result);
    public static bool TryParse([NotNullWhen(true)] string? input, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result) =>
        TryParse((ReadOnlySpan<char>)input, formatProvider, styles, out result);

    public static bool TryParse(ReadOnlySpan<char> input, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result)
    {
        DateTimeParser.CheckOffset(styles);
        result = default;
        return DateTimeParser.TryParse(input, out DateFields fields) && fields.TryGetDateTimeOffset(styles, out result);
    }

    public static DateTimeOffset ParseExact(string input, string format, IFormatProvider? formatProvider) => ParseExact(input, format, formatProvider, DateTimeStyles.None);

    public static DateTimeOffset ParseExact(string input, string format, IFormatProvider? formatProvider, DateTimeStyles styles)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        return ParseExact((ReadOnlySpan<char>)input, format, formatProvider, styles);
    }

    public static DateTimeOffset ParseExact(ReadOnlySpan<char> input, ReadOnlySpan<char> format, IFormatProvider? formatProvider, DateTimeStyles styles = DateTimeStyles.None)
    {
        if (!TryParseExact(input, format, formatProvider, styles, out DateTimeOffset result)) DateTimeParser.Throw(input, "DateTimeOffset");
        return result;
    }

    public static DateTimeOffset ParseExact(string input, string[] formats, IFormatProvider? formatProvider, DateTimeStyles styles)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        return ParseExact((ReadOnlySpan<char>)input, formats, formatProvider, styles);
    }

    public static DateTimeOffset ParseExact(ReadOnlySpan<char> input, string[] formats, IFormatProvider? formatProvider, DateTimeStyles styles = DateTimeStyles.None)
    {
        DateTimeParser.CheckFormats(formats);
        if (!TryParseExact(input, formats, formatProvider, styles, out DateTimeOffset result)) DateTimeParser.Throw(input, "DateTimeOffset");
        return result;
    }

    public static bool TryParseExact([NotNullWhen(true)] string? input, [NotNullWhen(true)] string? format, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result) =>
        TryParseExact((ReadOnlySpan<char>)input, (ReadOnlySpan<char>)format, formatProvider, styles, out result);

    public static bool TryParseExact(ReadOnlySpan<char> input, ReadOnlySpan<char> format, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result)
    {
        DateTimeParser.CheckOffset(styles);
        result = default;
        return DateTimeParser.TryParseExact(input, format, styles, captureOffset: true, out DateFields fields) && fields.TryGetDateTimeOffset(styles, out result);
    }

    public static bool TryParseExact([NotNullWhen(true)] string? input, [NotNullWhen(true)] string?[]? formats, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result) =>
        TryParseExact((ReadOnlySpan<char>)input, formats, formatProvider, styles, out result);

    public static bool TryParseExact(ReadOnlySpan<char> input, [NotNullWhen(true)] string?[]? formats, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result)
    {
        DateTimeParser.CheckOffset(styles);
        result = default;
        if (formats is null) return false;
        foreach (string? format in formats)
            if (TryParseExact(input, (ReadOnlySpan<char>)format, formatProvider, styles, out result)) return true;
        return false;
    }
}
