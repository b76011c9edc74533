// The address of an IPv4 host: value and text.

using System;

namespace Uk.Net;

/// <summary>An IPv4 address. RFC 791, section 3.2.</summary>
[HotPath]
public readonly struct Ipv4Address(uint value) : IEquatable<Ipv4Address>, ISpanFormattable
{
    public const int LengthBytes = 4;

    /// <summary>The length of the longest text, "255.255.255.255".</summary>
    public const int MaxTextLength = 15;

    private readonly uint _value = value;

    /// <summary>In the order in which it is written: <c>new Ipv4Address(10, 10, 0, 3)</c>.</summary>
    public Ipv4Address(byte first, byte second, byte third, byte fourth)
        : this(((uint)first << 24) | ((uint)second << 16) | ((uint)third << 8) | fourth)
    {
    }

    /// <summary>The first number is bits 31-24.</summary>
    public uint Value => _value;

    /// <summary>
    /// A host can have this address, and so can be answered. Not "this network", loopback, multicast, reserved or
    /// limited broadcast: RFC 1122, section 3.2.1.3. The broadcast address of a subnet cannot be told from here.
    /// </summary>
    public bool IsHost => (_value >> 24) is > 0 and < 224 and not 127;

    /// <summary>
    /// Four decimal numbers with dots between. Leading zeros are refused, because some programs take such numbers as
    /// octal: RFC 6943, section 3.1.1.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Ipv4Address address)
    {
        address = default;
        uint value = 0;
        int at = 0;
        for (int part = 0; part < 4; part++)
        {
            if (part > 0)
            {
                if (at == text.Length || text[at] != '.') return false;
                at++;
            }
            if (!TryParseNumber(text, ref at, out uint number)) return false;
            value = (value << 8) | number;
        }
        if (at != text.Length) return false;
        address = new Ipv4Address(value);
        return true;
    }

    /// <summary>Writes at most 15 characters; the format is ignored.</summary>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        Span<char> text = stackalloc char[MaxTextLength];
        int length = 0;
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            uint number = (_value >> shift) & 0xFF;
            if (number >= 100) text[length++] = (char)('0' + number / 100);
            if (number >= 10) text[length++] = (char)('0' + number / 10 % 10);
            text[length++] = (char)('0' + number % 10);
            if (shift > 0) text[length++] = '.';
        }
        if (destination.Length < length) return false;
        text.Slice(0, length).CopyTo(destination);
        charsWritten = length;
        return true;
    }

    [ColdPath("text is for people")]
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxTextLength];
        TryFormat(text, out int length, default, null);
        return new string(text.Slice(0, length));
    }

    [ColdPath("text is for people")]
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public bool Equals(Ipv4Address other) => _value == other._value;
    public override bool Equals(object? other) => other is Ipv4Address address && Equals(address);
    public override int GetHashCode() => (int)_value;
    public static bool operator ==(Ipv4Address left, Ipv4Address right) => left._value == right._value;
    public static bool operator !=(Ipv4Address left, Ipv4Address right) => left._value != right._value;

    private static bool TryParseNumber(ReadOnlySpan<char> text, ref int at, out uint number)
    {
        number = 0;
        int start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9' && at - start < 3)
            number = number * 10 + (uint)(text[at++] - '0');
        int digits = at - start;
        return digits > 0 && number <= 255 && (digits == 1 || text[start] != '0');
    }
}
