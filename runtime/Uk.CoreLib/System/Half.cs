// Numbers of 16 bits: a sign, 5 bits of exponent, 10 of fraction. IEEE 754-2019, 3.6 (binary16). They are computed with as
// floats, whose digits leave no doubt about the last of a half.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly partial struct Half : IComparable, ISpanFormattable, IComparable<Half>, IEquatable<Half>, ISpanParsable<Half>, IUtf8SpanFormattable, IUtf8SpanParsable<Half>
{
    private const ushort SignBit = 0x8000, InfinityBits = 0x7C00, MagnitudeMask = 0x7FFF;
    private const NumberStyles DefaultStyle = NumberStyles.Float | NumberStyles.AllowThousands;

    private readonly ushort _value;

    internal Half(ushort bits) => _value = bits;

    internal ushort Bits => _value;

    public static Half Epsilon => new(0x0001);
    public static Half PositiveInfinity => new(InfinityBits);
    public static Half NegativeInfinity => new(SignBit | InfinityBits);
    public static Half NaN => new(0xFE00);
    public static Half MinValue => new(0xFBFF);
    public static Half MaxValue => new(0x7BFF);
    public static Half E => new(0x4170);
    public static Half Pi => new(0x4248);
    public static Half Tau => new(0x4648);
    public static Half One => new(0x3C00);
    public static Half Zero => new(0);
    public static Half NegativeOne => new(0xBC00);
    public static Half NegativeZero => new(SignBit);
    public static Half MultiplicativeIdentity => One;

    private int Magnitude => _value & MagnitudeMask;

    public static bool IsFinite(Half value) => value.Magnitude < InfinityBits;
    public static bool IsInfinity(Half value) => value.Magnitude == InfinityBits;
    public static bool IsNaN(Half value) => value.Magnitude > InfinityBits;
    public static bool IsNegative(Half value) => value._value >= SignBit;
    public static bool IsNegativeInfinity(Half value) => value._value == (SignBit | InfinityBits);
    public static bool IsPositiveInfinity(Half value) => value._value == InfinityBits;
    public static bool IsNormal(Half value) => value.Magnitude is >= 0x0400 and < InfinityBits;
    public static bool IsSubnormal(Half value) => value.Magnitude is > 0 and < 0x0400;

    public static bool operator <(Half left, Half right) => (float)left < (float)right;
    public static bool operator >(Half left, Half right) => (float)left > (float)right;
    public static bool operator <=(Half left, Half right) => (float)left <= (float)right;
    public static bool operator >=(Half left, Half right) => (float)left >= (float)right;
    public static bool operator ==(Half left, Half right) => (float)left == (float)right;
    public static bool operator !=(Half left, Half right) => (float)left != (float)right;

    public static Half operator +(Half left, Half right) => (Half)((float)left + (float)right);
    public static Half operator -(Half left, Half right) => (Half)((float)left - (float)right);
    public static Half operator *(Half left, Half right) => (Half)((float)left * (float)right);
    public static Half operator /(Half left, Half right) => (Half)((float)left / (float)right);
    public static Half operator %(Half left, Half right) => (Half)((float)left % (float)right);
    public static Half operator +(Half value) => value;
    public static Half operator -(Half value) => IsNaN(value) ? value : new((ushort)(value._value ^ SignBit));
    public static Half operator ++(Half value) => value + One;
    public static Half operator --(Half value) => value - One;

    // All that are no numbers are equal here, and less than any number, unlike under ==.
    public int CompareTo(Half other) => ((float)this).CompareTo((float)other);
    public int CompareTo(object? obj) => obj is null ? 1 : obj is Half other ? CompareTo(other) : throw Number.NotA("Half");
    public bool Equals(Half other) => ((float)this).Equals((float)other);
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Half other && Equals(other);
    public override int GetHashCode() => IsNaN(this) ? InfinityBits : Magnitude == 0 ? 0 : _value;

    public override string ToString() => ToString(null, null);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString(null, provider);

    /// <summary>Without a precision the fewest digits that are read back as the same number.</summary>
    public string ToString(string? format, IFormatProvider? provider)
    {
        bool isShortest = string.IsNullOrEmpty(format) || format is "G" or "g" or "R" or "r" or "G0" or "g0";
        double value = isShortest && IsFinite(this) ? ShortestDecimal() : (double)this;
        return value.ToString(format, provider);
    }

    private double ShortestDecimal()
    {
        double exact = (double)this;
        for (int digits = 0; digits < 5; digits++)
        {
            double candidate = double.Parse(exact.ToString("E" + digits));
            if ((Half)candidate == this) return _value == SignBit ? -0.0 : candidate;
        }
        return exact;
    }

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        ReadOnlySpan<char> text = ToString(format.ToString(), provider);
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Numerics.Utf8Number.TryEncode(ToString(format.ToString(), provider), utf8Destination, out bytesWritten);

    public static Half Parse(string s) => (Half)double.Parse(s);
    public static Half Parse(string s, NumberStyles style) => (Half)double.Parse(s, style);
    public static Half Parse(string s, IFormatProvider? provider) => (Half)double.Parse(s, provider);
    public static Half Parse(string s, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) => (Half)double.Parse(s, style, provider);
    public static Half Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (Half)double.Parse(s, provider);
    public static Half Parse(ReadOnlySpan<char> s, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) => (Half)double.Parse(s, style, provider);
    public static Half Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => (Half)double.Parse(utf8Text, provider);
    public static Half Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) => (Half)double.Parse(utf8Text, style, provider);

    public static bool TryParse([NotNullWhen(true)] string? s, out Half result) => TryParse(s.AsSpan(), DefaultStyle, null, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Half result) => TryParse(s.AsSpan(), DefaultStyle, provider, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out Half result) => TryParse(s.AsSpan(), style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out Half result) => TryParse(s, DefaultStyle, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Half result) => TryParse(s, DefaultStyle, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Half result)
    {
        bool parsed = double.TryParse(s, style, provider, out double value);
        result = parsed ? (Half)value : default;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Half result) => TryParse(utf8Text, DefaultStyle, null, out result);
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Half result) => TryParse(utf8Text, DefaultStyle, provider, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out Half result)
    {
        bool parsed = double.TryParse(utf8Text, style, provider, out double value);
        result = parsed ? (Half)value : default;
        return parsed;
    }
}
