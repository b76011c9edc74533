// Addresses as text. Of its own, because the formats that .NET has for numbers are several kilobytes in an image, and a
// program that never prints an address has nothing of this.

using System;

namespace Uk.Platform;

/// <summary>Numbers to the base of sixteen, for messages. Boot and control path: makes a string.</summary>
public static class Hexadecimal
{
    private const int DigitsMax = 16;

    /// <summary>In lower case, without a prefix; zeros in front where it has fewer digits than asked for.</summary>
    /// <param name="digitsMin">From 1 to 16.</param>
    public static string ToText(ulong value, int digitsMin = 1)
    {
        Span<char> text = stackalloc char[DigitsMax];
        int at = DigitsMax;
        do
        {
            uint digit = (uint)value & 15;
            text[--at] = (char)(digit < 10 ? '0' + digit : 'a' - 10 + digit);
            value >>= 4;
        }
        while (at != 0 && (value != 0 || DigitsMax - at < digitsMin));
        return new string(text[at..]);
    }
}
