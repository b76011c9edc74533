// The address of a network device: value, text, bytes on the wire.

using System;

namespace Uk.EthDev;

/// <summary>An IEEE 802 MAC address, 6 bytes in transmission order. DPDK: <c>rte_ether_addr</c>.</summary>
[HotPath]
public readonly struct MacAddress(ulong value) : IEquatable<MacAddress>, ISpanFormattable
{
    public const int LengthBytes = 6;

    /// <summary>The length of the text: six pairs of digits and what is between them.</summary>
    public const int TextLength = 17;

    /// <summary>The first byte on the wire is bits 47-40.</summary>
    private readonly ulong _value = value & 0xFFFF_FFFF_FFFF;

    public ulong Value => _value;
    public static MacAddress Broadcast => new(0xFFFF_FFFF_FFFF);

    /// <summary>The group bit: broadcast included. IEEE 802-2014, 8.2.2.</summary>
    public bool IsMulticast => ((_value >> 40) & 1) != 0;

    /// <summary>Six pairs of hexadecimal digits with colons or hyphens between: "00:15:17:15:5d:75".</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MacAddress address)
    {
        address = default;
        if (text.Length != TextLength) return false;
        char separator = text[2];
        if (separator != ':' && separator != '-') return false;
        ulong value = 0;
        for (int i = 0; i < TextLength; i++)
        {
            if (i % 3 == 2)
            {
                if (text[i] != separator) return false;
                continue;
            }
            int digit = HexDigit(text[i]);
            if (digit < 0) return false;
            value = (value << 4) | (uint)digit;
        }
        address = new MacAddress(value);
        return true;
    }

    /// <summary>
    /// Writes 17 characters, lower case with colons, as Linux and DPDK do; the format is ignored.
    /// </summary>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        if (destination.Length < TextLength) return false;
        int shift = 44;
        for (int i = 0; i < TextLength; i++)
        {
            if (i % 3 == 2)
            {
                destination[i] = ':';
                continue;
            }
            uint digit = (uint)(_value >> shift) & 0xF;
            destination[i] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
            shift -= 4;
        }
        charsWritten = TextLength;
        return true;
    }

    [ColdPath("text is for people")]
    public override string ToString()
    {
        Span<char> text = stackalloc char[TextLength];
        TryFormat(text, out _, default, null);
        return new string(text);
    }

    [ColdPath("text is for people")]
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public bool Equals(MacAddress other) => _value == other._value;
    public override bool Equals(object? other) => other is MacAddress address && Equals(address);
    public override int GetHashCode() => _value.GetHashCode();
    public static bool operator ==(MacAddress left, MacAddress right) => left._value == right._value;
    public static bool operator !=(MacAddress left, MacAddress right) => left._value != right._value;

    private static int HexDigit(char digit)
    {
        if (digit is >= '0' and <= '9') return digit - '0';
        int lower = digit | 0x20;
        return lower is >= 'a' and <= 'f' ? lower - 'a' + 10 : -1;
    }
}
