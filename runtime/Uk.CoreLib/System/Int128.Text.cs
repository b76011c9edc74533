// Int128 as text; Number.Wide.cs writes and reads it.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly partial struct Int128
{
    public override string ToString() => ToString(null, null);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString(null, provider);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(Magnitude(this), Bits, IsNegative(this), format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        string text = ToString(format.IsEmpty ? null : new string(format), provider);
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Utf8Text.TryFormat(this, utf8Destination, out bytesWritten, format);

    public static Int128 Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static Int128 Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static Int128 Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static Int128 Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static Int128 Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return Parse((ReadOnlySpan<char>)s, style, provider);
    }

    public static Int128 Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        ParseStatus status = Number.TryParseWide(s, style, isSigned: true, out UInt128 bits);
        if (status != ParseStatus.Ok) Number.ThrowNotParsed(status, s, "Int128");
        return Of(bits);
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out Int128 result) => TryParse((ReadOnlySpan<char>)s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out Int128 result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Int128 result) =>
        TryParse((ReadOnlySpan<char>)s, NumberStyles.Integer, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Int128 result) => TryParse(s, NumberStyles.Integer, provider, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out Int128 result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Int128 result)
    {
        bool parsed = Number.TryParseWide(s, style, isSigned: true, out UInt128 bits) == ParseStatus.Ok;
        result = Of(bits);
        return parsed;
    }
}
