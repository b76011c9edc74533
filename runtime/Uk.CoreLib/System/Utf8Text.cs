// Values as UTF-8: what they write in UTF-16, encoded. And the interfaces for it.

using System.Diagnostics.CodeAnalysis;

namespace System;

public interface IUtf8SpanFormattable
{
    bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider);
}

public interface IUtf8SpanParsable<TSelf> where TSelf : IUtf8SpanParsable<TSelf>?
{
    static abstract TSelf Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider);
    static abstract bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);
}

internal static class Utf8Text
{
    /// <summary>Room on the stack; longer texts go to the heap.</summary>
    private const int RoomLength = 128;

    internal static bool TryFormat<T>(T value, Span<byte> destination, out int bytesWritten, ReadOnlySpan<char> format) where T : ISpanFormattable
    {
        Span<char> room = stackalloc char[RoomLength];
        if (!value.TryFormat(room, out int length, format, null))
        {
            room = value.ToString(format.IsEmpty ? null : new string(format), null).ToCharArray();
            length = room.Length;
        }
        return TryCopy(room.Slice(0, length), destination, out bytesWritten);
    }

    internal static bool TryCopy(ReadOnlySpan<char> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        int at = 0;
        foreach (char c in text)
        {
            // What values write is below U+0800: digits, letters, and the currency sign.
            if (at + (c < 0x80 ? 1 : 2) > destination.Length) return false;
            if (c >= 0x80) destination[at++] = (byte)(0xC0 | (c >> 6));
            destination[at++] = (byte)(c < 0x80 ? c : 0x80 | (c & 0x3F));
        }
        bytesWritten = at;
        return true;
    }
}
