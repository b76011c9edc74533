// Numbers as UTF-8. Their text is ASCII, but for the sign of no currency in particular; what else stands in a text that
// is read makes it no number, so it need not be told apart.

namespace System.Numerics;

internal static class Utf8Number
{
    /// <summary>The longest text that is decoded on the stack.</summary>
    internal const int StackLength = 128;

    private const char CurrencySign = '\u00A4';

    internal static ReadOnlySpan<char> Decode(ReadOnlySpan<byte> text, Span<char> buffer)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isCurrency = text[i] == 0xC2 && i + 1 < text.Length && text[i + 1] == 0xA4;
            buffer[length++] = isCurrency ? CurrencySign : text[i] < 0x80 ? (char)text[i] : '\uFFFD';
            if (isCurrency) i++;
        }
        return buffer.Slice(0, length);
    }

    internal static bool TryEncode(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        foreach (char c in text)
        {
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (destination.Length - written < size)
            {
                written = 0;
                return false;
            }
            if (size == 1) destination[written++] = (byte)c;
            else
            {
                destination[written++] = (byte)(size == 2 ? 0xC0 | (c >> 6) : 0xE0 | (c >> 12));
                if (size == 3) destination[written++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                destination[written++] = (byte)(0x80 | (c & 0x3F));
            }
        }
        return true;
    }

    internal static void ThrowTooShort() =>
        throw new ArgumentException("Destination is too short.", "destination");
}
