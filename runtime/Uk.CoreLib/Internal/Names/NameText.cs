// Names are stored in UTF-8 that `uk names` wrote: it is whole, so reading it needs no decoder that checks.

using System;

namespace Internal.Runtime.Names;

internal static class NameText
{
    private const byte FirstOfTwo = 0xC0, FirstOfThree = 0xE0, FirstOfFour = 0xF0;
    private const int FirstSurrogate = 0xD7C0, LowSurrogate = 0xDC00;

    internal static string ToString(ReadOnlySpan<byte> utf8)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        for (int at = 0; at < utf8.Length;) text.Append(ReadUnit(utf8, ref at));
        return text.ToString();
    }

    /// <summary>The next unit of UTF-16. Of a pair, the second is read from the last two bytes of the four.</summary>
    internal static char ReadUnit(ReadOnlySpan<byte> utf8, ref int at)
    {
        byte first = utf8[at++];
        if (first < 0x80) return (char)first;
        if (first < FirstOfTwo) return (char)(LowSurrogate + ((first & 0xF) << 6) + (utf8[at++] & 0x3F));
        int value = utf8[at++] & 0x3F;
        if (first < FirstOfThree) return (char)((first & 0x1F) << 6 | value);
        if (first < FirstOfFour) return (char)((first & 0xF) << 12 | value << 6 | (utf8[at++] & 0x3F));
        // The first two bytes and two bits of the third say the first unit.
        return (char)(FirstSurrogate + ((first & 7) << 8 | value << 2 | (utf8[at] >> 4 & 3)));
    }
}
