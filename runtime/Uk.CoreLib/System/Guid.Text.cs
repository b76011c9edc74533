// Identifiers as text: N is digits alone, D has dashes, B and P have braces or parentheses around those, X is C.

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly partial struct Guid
{
    private const int LongestText = 68;
    private const int DigitCount = 32;

    private static FormatException InvalidFormat() =>
        new("Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".");

    private static FormatException Unrecognized() => new("Unrecognized Guid format.");

    public Guid(string g) => this = Parse(g ?? throw new ArgumentNullException(nameof(g)));

    public override string ToString() => ToString(null, null);
    public string ToString(string? format) => ToString(format, null);

    public string ToString(string? format, IFormatProvider? provider)
    {
        Span<char> room = stackalloc char[LongestText];
        TryFormat(room, out int length, format);
        return new string(room.Slice(0, length));
    }

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default)
    {
        TextBuffer text = new(stackalloc char[LongestText]);
        if (format.Length > 1) throw InvalidFormat();
        char kind = format.IsEmpty ? 'd' : (char)(format[0] | 0x20);
        switch (kind)
        {
            case 'n': Write(ref text, ""); break;
            case 'd': Write(ref text, "-"); break;
            case 'b' or 'p':
                text.Append(kind == 'b' ? '{' : '(');
                Write(ref text, "-");
                text.Append(kind == 'b' ? '}' : ')');
                break;
            case 'x': WriteAsC(ref text); break;
            default: throw InvalidFormat();
        }
        return text.TryCopyTo(destination, out charsWritten);
    }

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten, format);

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default) =>
        Utf8Text.TryFormat(this, utf8Destination, out bytesWritten, format);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten, format);

    private static void AppendHex(ref TextBuffer text, ulong value, int digits)
    {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) text.Append("0123456789abcdef"[(int)(value >> shift) & 15]);
    }

    private void Write(ref TextBuffer text, string dash)
    {
        AppendHex(ref text, Upper >> 32, 8);
        text.Append(dash);
        AppendHex(ref text, (ushort)_b, 4);
        text.Append(dash);
        AppendHex(ref text, (ushort)_c, 4);
        text.Append(dash);
        AppendHex(ref text, Lower >> 48, 4);
        text.Append(dash);
        AppendHex(ref text, Lower, 12);
    }

    private void WriteAsC(ref TextBuffer text)
    {
        text.Append("{0x");
        AppendHex(ref text, Upper >> 32, 8);
        text.Append(",0x");
        AppendHex(ref text, (ushort)_b, 4);
        text.Append(",0x");
        AppendHex(ref text, (ushort)_c, 4);
        for (int shift = 56; shift >= 0; shift -= 8)
        {
            text.Append(shift == 56 ? ",{0x" : ",0x");
            AppendHex(ref text, Lower >> shift, 2);
        }
        text.Append("}}");
    }

    public static Guid Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        return Parse((ReadOnlySpan<char>)input);
    }

    public static Guid Parse(ReadOnlySpan<char> input) => TryParse(input, out Guid result) ? result : throw Unrecognized();
    public static Guid Parse(string s, IFormatProvider? provider) => Parse(s);
    public static Guid Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);
    public static bool TryParse([NotNullWhen(true)] string? input, out Guid result) => TryParse((ReadOnlySpan<char>)input, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Guid result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Guid result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> input, out Guid result)
    {
        input = input.Trim();
        char kind = input.IsEmpty ? 'd' : input[0] switch
        {
            '(' => 'p',
            '{' => input.Contains('-') ? 'b' : 'x',
            _ => input.Contains('-') ? 'd' : 'n',
        };
        return TryRead(input, kind, out result);
    }

    public static Guid ParseExact(string input, string format)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        return ParseExact((ReadOnlySpan<char>)input, format);
    }

    public static Guid ParseExact(ReadOnlySpan<char> input, ReadOnlySpan<char> format)
    {
        if (format.Length != 1 || !"NnDdBbPpXx".Contains(format[0])) throw InvalidFormat();
        return TryParseExact(input, format, out Guid result) ? result : throw Unrecognized();
    }

    public static bool TryParseExact([NotNullWhen(true)] string? input, [NotNullWhen(true)] string? format, out Guid result) =>
        TryParseExact((ReadOnlySpan<char>)input, format, out result);

    public static bool TryParseExact(ReadOnlySpan<char> input, ReadOnlySpan<char> format, out Guid result)
    {
        result = default;
        return format.Length == 1 && TryRead(input.Trim(), (char)(format[0] | 0x20), out result);
    }

    private static bool TryRead(ReadOnlySpan<char> text, char kind, out Guid result)
    {
        result = default;
        if (kind == 'x') return TryReadAsC(text, out result);
        if (kind is 'b' or 'p')
        {
            const int WholeLength = 38;
            if (text.Length != WholeLength || text[0] != (kind == 'b' ? '{' : '(') || text[^1] != (kind == 'b' ? '}' : ')')) return false;
            text = text.Slice(1, WholeLength - 2);
        }
        else if (kind is not ('n' or 'd')) return false;
        bool hasDashes = kind != 'n';
        if (text.Length != DigitCount + (hasDashes ? 4 : 0)) return false;
        ulong upper = 0, lower = 0;
        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (hasDashes && i is 8 or 13 or 18 or 23)
            {
                if (text[i] != '-') return false;
                continue;
            }
            int digit = Number.DigitOf(text[i]);
            if (digit < 0) return false;
            if (digits++ < DigitCount / 2) upper = (upper << 4) | (uint)digit;
            else lower = (lower << 4) | (uint)digit;
        }
        result = FromHalves(upper, lower);
        return true;
    }

    /// <summary>{0x1,0x2,0x3,{0x4,…}}: any number of digits that fit, and white space anywhere.</summary>
    private static bool TryReadAsC(ReadOnlySpan<char> text, out Guid result)
    {
        result = default;
        int at = 0;
        Span<ulong> parts = stackalloc ulong[11];
        for (int i = 0; i < parts.Length; i++)
        {
            if (i is 0 or 3 && !TrySkip(text, ref at, '{')) return false;
            if (!TryReadHex(text, ref at, i == 0 ? 8 : i < 3 ? 4 : 2, out parts[i])) return false;
            if (i < parts.Length - 1 && !TrySkip(text, ref at, ',')) return false;
        }
        if (!TrySkip(text, ref at, '}') || !TrySkip(text, ref at, '}')) return false;
        SkipWhite(text, ref at);
        if (at != text.Length) return false;
        ulong lower = 0;
        for (int i = 3; i < parts.Length; i++) lower = (lower << 8) | parts[i];
        result = FromHalves((parts[0] << 32) | (parts[1] << 16) | parts[2], lower);
        return true;
    }

    private static void SkipWhite(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private static bool TrySkip(ReadOnlySpan<char> text, ref int at, char c)
    {
        SkipWhite(text, ref at);
        return at < text.Length && text[at++] == c;
    }

    private static bool TryReadHex(ReadOnlySpan<char> text, ref int at, int mostDigits, out ulong value)
    {
        value = 0;
        if (!TrySkip(text, ref at, '0') || !TrySkip(text, ref at, 'x')) return false;
        int digits = 0;
        for (; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at])) continue;
            int digit = Number.DigitOf(text[at]);
            if (digit < 0) break;
            value = (value << 4) | (uint)digit;
            if (value != 0 && ++digits > mostDigits) return false;
        }
        return text[at - 1] is not ('x' or 'X');
    }

    private static Guid FromHalves(ulong upper, ulong lower) => new(
        (uint)(upper >> 32), (ushort)(upper >> 16), (ushort)upper, (byte)(lower >> 56), (byte)(lower >> 48), (byte)(lower >> 40), (byte)(lower >> 32),
        (byte)(lower >> 24), (byte)(lower >> 16), (byte)(lower >> 8), (byte)lower);
}
