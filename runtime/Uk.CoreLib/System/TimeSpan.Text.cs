// A length of time as text: what the public members take. TimeSpanText writes it, TimeSpanParser reads it.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System
{
    public readonly partial struct TimeSpan
    {
        public override string ToString() => ToString(null, null);
        public string ToString(string? format) => ToString(format, null);

        public string ToString(string? format, IFormatProvider? formatProvider)
        {
            TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
            TimeSpanText.Write(ref text, _ticks, format);
            return text.ToString();
        }

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? formatProvider = null)
        {
            TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
            TimeSpanText.Write(ref text, _ticks, format);
            return text.TryCopyTo(destination, out charsWritten);
        }

        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? formatProvider = null) =>
            Utf8Text.TryFormat(this, utf8Destination, out bytesWritten, format);

        public static TimeSpan Parse(string s) => Parse(s, null);

        public static TimeSpan Parse(string input, IFormatProvider? formatProvider)
        {
            ArgumentNullException.ThrowIfNull(input, nameof(input));
            return Parse((ReadOnlySpan<char>)input, formatProvider);
        }

        public static TimeSpan Parse(ReadOnlySpan<char> input, IFormatProvider? formatProvider = null) =>
            Checked(TimeSpanParser.Parse(input, out long ticks), ticks, input);

        public static bool TryParse([NotNullWhen(true)] string? s, out TimeSpan result) => TryParse((ReadOnlySpan<char>)s, null, out result);
        public static bool TryParse(ReadOnlySpan<char> s, out TimeSpan result) => TryParse(s, null, out result);
        public static bool TryParse([NotNullWhen(true)] string? input, IFormatProvider? formatProvider, out TimeSpan result) =>
            TryParse((ReadOnlySpan<char>)input, formatProvider, out result);

        public static bool TryParse(ReadOnlySpan<char> input, IFormatProvider? formatProvider, out TimeSpan result)
        {
            bool parsed = TimeSpanParser.Parse(input, out long ticks) == ParseStatus.Ok;
            result = new TimeSpan(ticks);
            return parsed;
        }

        public static TimeSpan ParseExact(string input, string format, IFormatProvider? formatProvider) =>
            ParseExact(input, format, formatProvider, TimeSpanStyles.None);

        public static TimeSpan ParseExact(string input, string format, IFormatProvider? formatProvider, TimeSpanStyles styles)
        {
            ArgumentNullException.ThrowIfNull(input, nameof(input));
            ArgumentNullException.ThrowIfNull(format, nameof(format));
            return ParseExact((ReadOnlySpan<char>)input, format, formatProvider, styles);
        }

        public static TimeSpan ParseExact(ReadOnlySpan<char> input, ReadOnlySpan<char> format, IFormatProvider? formatProvider, TimeSpanStyles styles = TimeSpanStyles.None)
        {
            Check(styles);
            return Checked(TimeSpanParser.ParseExact(input, format, styles, out long ticks), ticks, input);
        }

        public static TimeSpan ParseExact(string input, string[] formats, IFormatProvider? formatProvider) =>
            ParseExact(input, formats, formatProvider, TimeSpanStyles.None);

        public static TimeSpan ParseExact(string input, string[] formats, IFormatProvider? formatProvider, TimeSpanStyles styles)
        {
            ArgumentNullException.ThrowIfNull(input, nameof(input));
            return ParseExact((ReadOnlySpan<char>)input, formats, formatProvider, styles);
        }

        public static TimeSpan ParseExact(ReadOnlySpan<char> input, string[] formats, IFormatProvider? formatProvider, TimeSpanStyles styles = TimeSpanStyles.None)
        {
            ArgumentNullException.ThrowIfNull(formats, nameof(formats));
            return TryParseExact(input, formats, formatProvider, styles, out TimeSpan result) ? result : Checked(ParseStatus.Format, 0, input);
        }

        public static bool TryParseExact([NotNullWhen(true)] string? input, string? format, IFormatProvider? formatProvider, out TimeSpan result) =>
            TryParseExact(input, format, formatProvider, TimeSpanStyles.None, out result);
        public static bool TryParseExact(ReadOnlySpan<char> input, ReadOnlySpan<char> format, IFormatProvider? formatProvider, out TimeSpan result) =>
            TryParseExact(input, format, formatProvider, TimeSpanStyles.None, out result);

        public static bool TryParseExact([NotNullWhen(true)] string? input, string? format, IFormatProvider? formatProvider, TimeSpanStyles styles, out TimeSpan result)
        {
            Check(styles);
            result = default;
            return input is not null && format is not null && TryParseExact((ReadOnlySpan<char>)input, format, formatProvider, styles, out result);
        }

        public static bool TryParseExact(ReadOnlySpan<char> input, ReadOnlySpan<char> format, IFormatProvider? formatProvider, TimeSpanStyles styles, out TimeSpan result)
        {
            Check(styles);
            bool parsed = TimeSpanParser.ParseExact(input, format, styles, out long ticks) == ParseStatus.Ok;
            result = new TimeSpan(parsed ? ticks : 0);
            return parsed;
        }

        public static bool TryParseExact([NotNullWhen(true)] string? input, [NotNullWhen(true)] string?[]? formats, IFormatProvider? formatProvider, out TimeSpan result) =>
            TryParseExact((ReadOnlySpan<char>)input, formats, formatProvider, TimeSpanStyles.None, out result);
        public static bool TryParseExact(ReadOnlySpan<char> input, [NotNullWhen(true)] string?[]? formats, IFormatProvider? formatProvider, out TimeSpan result) =>
            TryParseExact(input, formats, formatProvider, TimeSpanStyles.None, out result);
        public static bool TryParseExact([NotNullWhen(true)] string? input, [NotNullWhen(true)] string?[]? formats, IFormatProvider? formatProvider, TimeSpanStyles styles, out TimeSpan result) =>
            TryParseExact((ReadOnlySpan<char>)input, formats, formatProvider, styles, out result);

        public static bool TryParseExact(ReadOnlySpan<char> input, [NotNullWhen(true)] string?[]? formats, IFormatProvider? formatProvider, TimeSpanStyles styles, out TimeSpan result)
        {
            Check(styles);
            result = default;
            if (formats is null) return false;
            foreach (string? format in formats)
                if (!string.IsNullOrEmpty(format) && TryParseExact(input, format, formatProvider, styles, out result)) return true;
            return false;
        }

        private static void Check(TimeSpanStyles styles)
        {
            if (styles is not (TimeSpanStyles.None or TimeSpanStyles.AssumeNegative))
                throw new ArgumentException("An undefined TimeSpanStyles value is being used.", nameof(styles));
        }

        private static TimeSpan Checked(ParseStatus status, long ticks, ReadOnlySpan<char> input) => status switch
        {
            ParseStatus.Ok => new TimeSpan(ticks),
            ParseStatus.Overflow => throw new OverflowException(string.Concat("The TimeSpan string '", input,
                "' could not be parsed because at least one of the numeric components is out of range or contains too many digits.")),
            _ => throw new FormatException(string.Concat("String '", input, "' was not recognized as a valid TimeSpan.")),
        };
    }
}

namespace System.Globalization
{
    [Flags]
    public enum TimeSpanStyles { None = 0, AssumeNegative = 1 }
}
