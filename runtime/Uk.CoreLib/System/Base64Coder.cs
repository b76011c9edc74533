// Base64 (RFC 4648) with either alphabet, in bytes or characters: what Convert, Base64 and Base64Url have in common.

using System.Buffers;

namespace System;

/// <summary>What a unit of text is: a byte of ASCII or a UTF-16 character.</summary>
internal interface ITextUnit<T>
{
    static abstract T From(char c);
    static abstract char ToChar(T unit);
}

internal readonly struct ByteUnit : ITextUnit<byte>
{
    public static byte From(char c) => (byte)c;
    public static char ToChar(byte unit) => (char)unit;
}

internal readonly struct CharUnit : ITextUnit<char>
{
    public static char From(char c) => c;
    public static char ToChar(char unit) => unit;
}

internal static class Base64Coder<T, TUnit> where T : unmanaged where TUnit : ITextUnit<T>
{
    private const char Padding = '=';

    private static char Digit(uint value, bool isUrl) => value switch
    {
        < 26 => (char)('A' + value),
        < 52 => (char)('a' + (value - 26)),
        < 62 => (char)('0' + (value - 52)),
        62 => isUrl ? '-' : '+',
        _ => isUrl ? '_' : '/',
    };

    private static int Value(char c, bool isUrl)
    {
        if (char.IsAsciiLetterUpper(c)) return c - 'A';
        if (char.IsAsciiLetterLower(c)) return c - 'a' + 26;
        if (char.IsAsciiDigit(c)) return c - '0' + 52;
        return c == (isUrl ? '-' : '+') ? 62 : c == (isUrl ? '_' : '/') ? 63 : -1;
    }

    /// <param name="isFinal">Whether the rest that fills no three bytes is written, too.</param>
    internal static OperationStatus Encode(ReadOnlySpan<byte> bytes, Span<T> text, out int consumed, out int written, bool isFinal, bool isUrl)
    {
        consumed = written = 0;
        while (bytes.Length - consumed >= 3)
        {
            if (text.Length - written < 4) return OperationStatus.DestinationTooSmall;
            uint bits = ((uint)bytes[consumed] << 16) | ((uint)bytes[consumed + 1] << 8) | bytes[consumed + 2];
            for (int shift = 18; shift >= 0; shift -= 6) text[written++] = TUnit.From(Digit((bits >> shift) & 63, isUrl));
            consumed += 3;
        }
        int rest = bytes.Length - consumed;
        if (rest == 0) return OperationStatus.Done;
        int length = isUrl ? rest + 1 : 4;
        if (!isFinal) return text.Length - written < length ? OperationStatus.DestinationTooSmall : OperationStatus.NeedMoreData;
        if (text.Length - written < length) return OperationStatus.DestinationTooSmall;
        uint last = (uint)bytes[consumed] << 16;
        if (rest == 2) last |= (uint)bytes[consumed + 1] << 8;
        for (int i = 0; i < length; i++)
            text[written++] = TUnit.From(i <= rest ? Digit((last >> (18 - i * 6)) & 63, isUrl) : Padding);
        consumed += rest;
        return OperationStatus.Done;
    }

    internal static bool IsWhite(char c) => c is ' ' or '\t' or '\r' or '\n';

    /// <param name="isStrict">Whether the bits of the last digit that belong to no byte must be zero.</param>
    /// <summary>Four digits at a time, with white space anywhere. What is consumed ends behind the last whole four.</summary>
    internal static OperationStatus Decode(
        ReadOnlySpan<T> text, Span<byte> bytes, out int consumed, out int written, bool isFinal, bool isUrl, bool isStrict = false)
    {
        isStrict |= isUrl;
        consumed = written = 0;
        uint bits = 0;
        int count = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char c = TUnit.ToChar(text[at]);
            if (IsWhite(c))
            {
                if (count == 0) consumed = at + 1;
                continue;
            }
            int value = Value(c, isUrl);
            if (value < 0) return c == Padding ? DecodePadded(text, at, bits, count, bytes, ref consumed, ref written, isFinal, isStrict) : OperationStatus.InvalidData;
            bits = (bits << 6) | (uint)value;
            if (++count < 4) continue;
            if (bytes.Length - written < 3) return OperationStatus.DestinationTooSmall;
            Write(bits, 3, bytes, ref written);
            consumed = at + 1;
            bits = 0;
            count = 0;
        }
        if (count == 0) return OperationStatus.Done;
        if (!isFinal) return OperationStatus.NeedMoreData;
        if (!isUrl || count == 1) return OperationStatus.InvalidData;
        return DecodeRest(text.Length, bits, count, bytes, ref consumed, ref written, isStrict);
    }

    private static OperationStatus DecodePadded(
        ReadOnlySpan<T> text, int at, uint bits, int count, Span<byte> bytes, ref int consumed, ref int written, bool isFinal, bool isStrict)
    {
        if (!isFinal || count < 2) return OperationStatus.InvalidData;
        int paddings = 0;
        for (; at < text.Length; at++)
        {
            char c = TUnit.ToChar(text[at]);
            if (c == Padding) paddings++;
            else if (!IsWhite(c)) return OperationStatus.InvalidData;
        }
        if (paddings + count != 4) return OperationStatus.InvalidData;
        return DecodeRest(text.Length, bits, count, bytes, ref consumed, ref written, isStrict);
    }

    private static OperationStatus DecodeRest(int length, uint bits, int count, Span<byte> bytes, ref int consumed, ref int written, bool isStrict)
    {
        if (isStrict && (bits & (count == 2 ? 15u : 3u)) != 0) return OperationStatus.InvalidData;
        if (bytes.Length - written < count - 1) return OperationStatus.DestinationTooSmall;
        Write(bits << (6 * (4 - count)), count - 1, bytes, ref written);
        consumed = length;
        return OperationStatus.Done;
    }

    internal static bool IsValid(ReadOnlySpan<T> text, bool isUrl, out int length)
    {
        Span<byte> room = stackalloc byte[48];
        length = 0;
        while (true)
        {
            OperationStatus status = Decode(text, room, out int consumed, out int written, isFinal: true, isUrl, isStrict: true);
            length += written;
            if (status == OperationStatus.Done) return true;
            if (status != OperationStatus.DestinationTooSmall)
            {
                length = 0;
                return false;
            }
            text = text.Slice(consumed);
        }
    }

    private static void Write(uint bits, int count, Span<byte> bytes, ref int written)
    {
        for (int i = 0; i < count; i++) bytes[written++] = (byte)(bits >> (16 - i * 8));
    }
}
