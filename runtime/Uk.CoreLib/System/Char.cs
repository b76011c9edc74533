// Characters of UTF-16. What Unicode says of them is in CharTables.cs; for the first 128 it is arithmetic.

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly partial struct Char : IComparable, IEquatable<char>, IComparable<char>, ISpanFormattable, ISpanParsable<char>
{
    private readonly char m_value;

    public const char MaxValue = '\uffff';
    public const char MinValue = '\0';

    public override string ToString() => string.CreateFromChar(m_value);
    public string ToString(IFormatProvider? provider) => string.CreateFromChar(m_value);
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => string.CreateFromChar(m_value);
    public static string ToString(char c) => string.CreateFromChar(c);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = destination.IsEmpty ? 0 : 1;
        if (destination.IsEmpty) return false;
        destination[0] = m_value;
        return true;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is char other && m_value == other;
    public bool Equals(char obj) => m_value == obj;
    public override int GetHashCode() => m_value | (m_value << 16);
    public int CompareTo(char value) => m_value - value;
    public int CompareTo(object? value) => value is null ? 1 : value is char other ? m_value - other : throw Number.NotA("Char");

    public static char Parse(string s)
    {
        if (s is null) throw new ArgumentNullException(nameof(s));
        if (s.Length != 1) throw new FormatException("String must be exactly one character long.");
        return s[0];
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out char result)
    {
        result = s is { Length: 1 } ? s[0] : '\0';
        return s is { Length: 1 };
    }

    static char IParsable<char>.Parse(string s, IFormatProvider? provider) => Parse(s);
    static bool IParsable<char>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out char result) => TryParse(s, out result);
    static char ISpanParsable<char>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        s.Length == 1 ? s[0] : throw new FormatException("String must be exactly one character long.");
    static bool ISpanParsable<char>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out char result)
    {
        result = s.Length == 1 ? s[0] : '\0';
        return s.Length == 1;
    }

    private static char ParseUtf8(ReadOnlySpan<byte> text) =>
        TryParseUtf8(text, out char result) ? result : throw new FormatException("String must be exactly one character long.");

    /// <summary>The text must be one character of one to three bytes, in its shortest form.</summary>
    private static bool TryParseUtf8(ReadOnlySpan<byte> text, out char result)
    {
        result = '\0';
        if (text.Length is 0 or > 3) return false;
        int lead = text[0], value = text.Length switch { 1 => lead, 2 => lead & 0x1F, _ => lead & 0x0F };
        foreach (byte part in text.Slice(1))
        {
            if ((part & 0xC0) != 0x80) return false;
            value = (value << 6) | (part & 0x3F);
        }
        int size = lead < 0x80 ? 1 : lead >> 5 == 0b110 ? 2 : lead >> 4 == 0b1110 ? 3 : 0;
        int least = size switch { 1 => 0, 2 => 0x80, _ => 0x800 };
        if (size != text.Length || value < least || IsSurrogate((char)value)) return false;
        result = (char)value;
        return true;
    }

    public static bool IsAscii(char c) => c < 128;
    public static bool IsAsciiDigit(char c) => (uint)(c - '0') <= 9;
    public static bool IsAsciiLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';
    public static bool IsAsciiLetterLower(char c) => (uint)(c - 'a') <= 'z' - 'a';
    public static bool IsAsciiLetterUpper(char c) => (uint)(c - 'A') <= 'Z' - 'A';
    public static bool IsAsciiLetterOrDigit(char c) => IsAsciiLetter(c) || IsAsciiDigit(c);
    public static bool IsAsciiHexDigit(char c) => IsAsciiDigit(c) || (uint)((c | 0x20) - 'a') <= 'f' - 'a';
    public static bool IsAsciiHexDigitLower(char c) => IsAsciiDigit(c) || (uint)(c - 'a') <= 'f' - 'a';
    public static bool IsAsciiHexDigitUpper(char c) => IsAsciiDigit(c) || (uint)(c - 'A') <= 'F' - 'A';
    public static bool IsBetween(char c, char minInclusive, char maxInclusive) =>
        (uint)(c - minInclusive) <= (uint)(maxInclusive - minInclusive);

    public static bool IsControl(char c) => c < 0x20 || (uint)(c - 0x7F) <= 0x9F - 0x7F;

    public static bool IsWhiteSpace(char c) =>
        c == ' ' || (uint)(c - '\t') <= '\r' - '\t'
        || (c >= 0x85 && (c is '\u0085' or '\u00A0' or '\u1680' or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000'
            || (uint)(c - 0x2000) <= 0x200A - 0x2000));

    public static bool IsDigit(char c) => c < 128 ? IsAsciiDigit(c) : CharTables.Contains(CharTables.Digits, c);
    public static bool IsLetter(char c) => c < 128 ? IsAsciiLetter(c) : CharTables.Contains(CharTables.Letters, c);
    public static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);
    public static bool IsUpper(char c) => c < 128 ? IsAsciiLetterUpper(c) : CharTables.Contains(CharTables.Uppers, c);
    public static bool IsLower(char c) => c < 128 ? IsAsciiLetterLower(c) : CharTables.Contains(CharTables.Lowers, c);
    public static bool IsPunctuation(char c) => CharTables.Contains(CharTables.Punctuation, c);
    public static bool IsSymbol(char c) => CharTables.Contains(CharTables.Symbols, c);

    public static bool IsWhiteSpace(string s, int index) => IsWhiteSpace(s[index]);
    public static bool IsDigit(string s, int index) => IsDigit(s[index]);

    public static bool IsSurrogate(char c) => (uint)(c - 0xD800) <= 0xDFFF - 0xD800;
    public static bool IsHighSurrogate(char c) => (uint)(c - 0xD800) <= 0xDBFF - 0xD800;
    public static bool IsLowSurrogate(char c) => (uint)(c - 0xDC00) <= 0xDFFF - 0xDC00;
    public static bool IsSurrogatePair(char highSurrogate, char lowSurrogate) =>
        IsHighSurrogate(highSurrogate) && IsLowSurrogate(lowSurrogate);

    public static int ConvertToUtf32(char highSurrogate, char lowSurrogate)
    {
        if (!IsHighSurrogate(highSurrogate)) ThrowHelper.ArgumentOutOfRange(nameof(highSurrogate));
        if (!IsLowSurrogate(lowSurrogate)) ThrowHelper.ArgumentOutOfRange(nameof(lowSurrogate));
        return ((highSurrogate - 0xD800) << 10) + (lowSurrogate - 0xDC00) + 0x10000;
    }

    public static string ConvertFromUtf32(int utf32)
    {
        if ((uint)utf32 > 0x10FFFF || (uint)(utf32 - 0xD800) <= 0xDFFF - 0xD800) ThrowHelper.ArgumentOutOfRange(nameof(utf32));
        if (utf32 < 0x10000) return string.CreateFromChar((char)utf32);
        utf32 -= 0x10000;
        return new string([(char)(0xD800 + (utf32 >> 10)), (char)(0xDC00 + (utf32 & 0x3FF))]);
    }

    public static char ToUpperInvariant(char c) =>
        c < 128 ? (IsAsciiLetterLower(c) ? (char)(c - 0x20) : c) : CharTables.Map(CharTables.ToUpper, c);

    public static char ToLowerInvariant(char c) =>
        c < 128 ? (IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c) : CharTables.Map(CharTables.ToLower, c);

    // The current culture is the invariant one.
    public static char ToUpper(char c) => ToUpperInvariant(c);
    public static char ToLower(char c) => ToLowerInvariant(c);
    public static char ToUpper(char c, Globalization.CultureInfo culture) => ToUpperInvariant(c);
    public static char ToLower(char c, Globalization.CultureInfo culture) => ToLowerInvariant(c);
}
