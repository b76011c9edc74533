// Numbers with a point, truths, times and identifiers at the beginning of a text in UTF-8.

using System.Globalization;

namespace System.Buffers.Text;

public static partial class Utf8Parser
{
    /// <summary>How many bytes at the beginning are a number with a point, and as the format has it an exponent.</summary>
    private static int RealLength(ReadOnlySpan<byte> source, char format)
    {
        bool mayHaveExponent = format is '\0' or 'g' or 'G' or 'e' or 'E', mustHaveExponent = format is 'e' or 'E';
        if (!mayHaveExponent && format is not ('f' or 'F')) throw Invalid;
        int at = source is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        int first = at;
        while (at < source.Length && IsDigit(source[at])) at++;
        int digits = at - first;
        if (at < source.Length && source[at] == '.')
        {
            int point = at++;
            while (at < source.Length && IsDigit(source[at])) at++;
            digits += at - point - 1;
        }
        if (digits == 0) return 0;
        if (at == source.Length || (source[at] | 0x20) != 'e') return mustHaveExponent ? 0 : at;
        if (!mayHaveExponent) return 0;
        at++;
        if (at < source.Length && source[at] is (byte)'-' or (byte)'+') at++;
        int exponent = at;
        while (at < source.Length && IsDigit(source[at])) at++;
        return at == exponent ? 0 : at;
    }

    private static bool TryReal(ReadOnlySpan<byte> source, out double value, out int bytesConsumed, char format, bool isSingle)
    {
        int length = RealLength(source, format);
        if (length == 0)
        {
            length = SpecialLength(source, out value);
            bytesConsumed = length;
            return length > 0;
        }
        bytesConsumed = length;
        ReadOnlySpan<byte> text = source.Slice(0, length);
        if (!isSingle) return double.TryParse(text, NumberStyles.Float, null, out value);
        bool parsed = float.TryParse(text, NumberStyles.Float, null, out float single);
        value = single;
        return parsed;
    }

    /// <summary>NaN and the infinities, in any case.</summary>
    private static int SpecialLength(ReadOnlySpan<byte> source, out double value)
    {
        bool isNegative = source is [(byte)'-', ..];
        int sign = source is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        ReadOnlySpan<byte> rest = source.Slice(sign);
        if (StartsWith(rest, "nan"u8))
        {
            value = double.NaN;
            return sign + 3;
        }
        bool isInfinite = StartsWith(rest, "infinity"u8);
        value = !isInfinite ? 0 : isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return isInfinite ? sign + 8 : 0;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        if (text.Length < lower.Length) return false;
        for (int i = 0; i < lower.Length; i++)
            if ((text[i] | 0x20) != lower[i]) return false;
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out double value, out int bytesConsumed, char standardFormat = '\0') =>
        TryReal(source, out value, out bytesConsumed, standardFormat, false);

    public static bool TryParse(ReadOnlySpan<byte> source, out float value, out int bytesConsumed, char standardFormat = '\0')
    {
        bool parsed = TryReal(source, out double wide, out bytesConsumed, standardFormat, true);
        value = (float)wide;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out decimal value, out int bytesConsumed, char standardFormat = '\0')
    {
        value = 0;
        bytesConsumed = RealLength(source, standardFormat);
        Span<char> text = bytesConsumed <= 64 ? stackalloc char[bytesConsumed] : new char[bytesConsumed];
        bool parsed = bytesConsumed > 0 && decimal.TryParse(Chars(source.Slice(0, bytesConsumed), text, false), NumberStyles.Float, null, out value);
        if (!parsed) bytesConsumed = 0;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out bool value, out int bytesConsumed, char standardFormat = '\0')
    {
        if (standardFormat is not ('\0' or 'G' or 'l')) throw Invalid;
        value = StartsWith(source, "true"u8);
        bytesConsumed = value ? 4 : StartsWith(source, "false"u8) ? 5 : 0;
        return bytesConsumed > 0;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out Guid value, out int bytesConsumed, char standardFormat = '\0')
    {
        char format = standardFormat == '\0' ? 'D' : standardFormat;
        int length = format switch { 'D' => 36, 'N' => 32, 'B' or 'P' => 38, _ => throw Invalid };
        value = default;
        bytesConsumed = 0;
        if (source.Length < length) return false;
        Span<char> text = stackalloc char[length];
        for (int i = 0; i < length; i++) text[i] = (char)source[i];
        if (!Guid.TryParseExact(text, [format], out value)) return false;
        bytesConsumed = length;
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out DateTime value, out int bytesConsumed, char standardFormat = '\0')
    {
        string format = standardFormat switch
        {
            '\0' or 'G' => "MM/dd/yyyy HH:mm:ss",
            'R' or 'l' => "R",
            'O' => "O",
            _ => throw Invalid,
        };
        bytesConsumed = standardFormat switch { 'O' => RoundTripLength(source), 'R' or 'l' => 29, _ => 19 };
        value = default;
        bool parsed = source.Length >= bytesConsumed
            && DateTime.TryParseExact(Chars(source.Slice(0, bytesConsumed), stackalloc char[33], standardFormat == 'l'), format, null, DateTimeStyles.RoundtripKind, out value);
        if (!parsed) bytesConsumed = 0;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out DateTimeOffset value, out int bytesConsumed, char standardFormat = '\0')
    {
        string format = standardFormat switch
        {
            '\0' => "MM/dd/yyyy HH:mm:ss zzz",
            'G' => "MM/dd/yyyy HH:mm:ss",
            'R' or 'l' => "R",
            'O' => "O",
            _ => throw Invalid,
        };
        bytesConsumed = standardFormat switch { 'O' => RoundTripLength(source), 'R' or 'l' => 29, 'G' => 19, _ => 26 };
        value = default;
        bool parsed = source.Length >= bytesConsumed
            && DateTimeOffset.TryParseExact(Chars(source.Slice(0, bytesConsumed), stackalloc char[33], standardFormat == 'l'), format, null, DateTimeStyles.None, out value);
        if (!parsed) bytesConsumed = 0;
        return parsed;
    }

    /// <summary>Without a zone, with Z, or with an offset.</summary>
    private static int RoundTripLength(ReadOnlySpan<byte> source) => source.Length <= 27 ? 27 : source[27] switch
    {
        (byte)'Z' => 28,
        (byte)'+' or (byte)'-' => 33,
        _ => 27,
    };

    /// <summary>The bytes as characters; of the format in small letters, with the capitals that R has.</summary>
    private static ReadOnlySpan<char> Chars(ReadOnlySpan<byte> source, Span<char> room, bool isLower)
    {
        for (int i = 0; i < source.Length; i++)
            room[i] = isLower && i is 0 or 8 or 26 or 27 or 28 && isLower ? char.ToUpperInvariant((char)source[i]) : (char)source[i];
        return room.Slice(0, source.Length);
    }

    public static bool TryParse(ReadOnlySpan<byte> source, out TimeSpan value, out int bytesConsumed, char standardFormat = '\0')
    {
        if (standardFormat is not ('\0' or 'c' or 't' or 'T' or 'g' or 'G')) throw Invalid;
        value = default;
        int length = source is [(byte)'-', ..] ? 1 : 0;
        while (length < source.Length && (IsDigit(source[length]) || source[length] is (byte)':' or (byte)'.')) length++;
        Span<char> text = length <= 64 ? stackalloc char[length] : new char[length];
        for (int i = 0; i < length; i++) text[i] = (char)source[i];
        string format = standardFormat is 'g' or 'G' ? standardFormat.ToString() : "c";
        bytesConsumed = length;
        if (length > 0 && TimeSpan.TryParseExact(text, format, null, out value)) return true;
        bytesConsumed = 0;
        return false;
    }
}
