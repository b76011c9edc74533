// double and float: what they are; Number.Float.cs writes and reads them as text.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct Double : IComparable, ISpanFormattable, ISpanParsable<double>, IEquatable<double>, IComparable<double>
{
    private readonly double m_value;

    public const double MaxValue = 1.7976931348623157E+308;
    public const double MinValue = -1.7976931348623157E+308;
    public const double Epsilon = 4.9406564584124654E-324;
    public const double NaN = 0.0 / 0.0;
    public const double PositiveInfinity = 1.0 / 0.0;
    public const double NegativeInfinity = -1.0 / 0.0;
    public const double NegativeZero = -0.0;
    public const double E = Math.E;
    public const double Pi = Math.PI;
    public const double Tau = Math.Tau;

    private long Bits => BitConverter.DoubleToInt64Bits(m_value);

    private static long MagnitudeOf(double value) => BitConverter.DoubleToInt64Bits(value) & long.MaxValue;

    public static bool IsNaN(double d) => MagnitudeOf(d) > 0x7FF0_0000_0000_0000;
    public static bool IsFinite(double d) => MagnitudeOf(d) < 0x7FF0_0000_0000_0000;
    public static bool IsInfinity(double d) => MagnitudeOf(d) == 0x7FF0_0000_0000_0000;
    public static bool IsPositiveInfinity(double d) => d == PositiveInfinity;
    public static bool IsNegativeInfinity(double d) => d == NegativeInfinity;
    public static bool IsNegative(double d) => BitConverter.DoubleToInt64Bits(d) < 0;
    public static bool IsNormal(double d) => MagnitudeOf(d) is >= 1L << 52 and < 0x7FF0_0000_0000_0000;
    public static bool IsSubnormal(double d) => MagnitudeOf(d) is > 0 and < 1L << 52;
    public static bool IsInteger(double value) => IsFinite(value) && value == (double)Math.Truncate(value);

    public override string ToString() => Number.ToString(m_value, null);
    public string ToString(string? format) => Number.ToString(m_value, format);
    public string ToString(IFormatProvider? provider) => Number.ToString(m_value, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, destination, out charsWritten, format);

    public static double Parse(string s) => Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, null);
    public static double Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static double Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider);

    public static double Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return Parse((ReadOnlySpan<char>)s, style, provider);
    }

    public static double Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider);

    public static double Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Float | NumberStyles.AllowThousands, IFormatProvider? provider = null) =>
        Number.TryParse(s, style, out double result)
            ? result
            : throw new FormatException(string.Concat("The input string '", s, "' was not in a correct format."));

    public static bool TryParse([NotNullWhen(true)] string? s, out double result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out double result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out double result) =>
        Number.TryParse(s, style, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out double result) =>
        Number.TryParse(s, NumberStyles.Float | NumberStyles.AllowThousands, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out double result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out double result) =>
        Number.TryParse(s, style, out result);

    // All that are no numbers are equal here, and less than any number, unlike under ==.
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is double other && Equals(other);
    public bool Equals(double obj) => m_value == obj || (IsNaN(m_value) && IsNaN(obj));

    public override int GetHashCode()
    {
        long bits = Bits;
        // Zeros are equal, and so are all that are no numbers.
        if (IsNaN(m_value) || m_value == 0) bits &= 0x7FF0_0000_0000_0000;
        return unchecked((int)bits) ^ (int)(bits >> 32);
    }

    public int CompareTo(double value) =>
        m_value < value ? -1 : m_value > value ? 1 : m_value == value ? 0
        : IsNaN(m_value) ? (IsNaN(value) ? 0 : -1) : 1;

    public int CompareTo(object? value) => value is null ? 1 : value is double other ? CompareTo(other) : throw Number.NotA("Double");

    public static bool operator ==(double left, double right) => left == right;
    public static bool operator !=(double left, double right) => left != right;
    public static bool operator <(double left, double right) => left < right;
    public static bool operator >(double left, double right) => left > right;
    public static bool operator <=(double left, double right) => left <= right;
    public static bool operator >=(double left, double right) => left >= right;
}

public readonly partial struct Single : IComparable, ISpanFormattable, ISpanParsable<float>, IEquatable<float>, IComparable<float>
{
    private readonly float m_value;

    public const float MaxValue = 3.40282346638528859e+38f;
    public const float MinValue = -3.40282346638528859e+38f;
    public const float Epsilon = 1.4e-45f;
    public const float NaN = 0.0f / 0.0f;
    public const float PositiveInfinity = 1.0f / 0.0f;
    public const float NegativeInfinity = -1.0f / 0.0f;
    public const float NegativeZero = -0.0f;
    public const float E = 2.71828183f;
    public const float Pi = 3.14159265f;
    public const float Tau = 6.283185307f;

    private int Bits => BitConverter.SingleToInt32Bits(m_value);

    private static int MagnitudeOf(float value) => BitConverter.SingleToInt32Bits(value) & int.MaxValue;

    public static bool IsNaN(float f) => MagnitudeOf(f) > 0x7F80_0000;
    public static bool IsFinite(float f) => MagnitudeOf(f) < 0x7F80_0000;
    public static bool IsInfinity(float f) => MagnitudeOf(f) == 0x7F80_0000;
    public static bool IsPositiveInfinity(float f) => f == PositiveInfinity;
    public static bool IsNegativeInfinity(float f) => f == NegativeInfinity;
    public static bool IsNegative(float f) => BitConverter.SingleToInt32Bits(f) < 0;
    public static bool IsNormal(float f) => MagnitudeOf(f) is >= 1 << 23 and < 0x7F80_0000;
    public static bool IsSubnormal(float f) => MagnitudeOf(f) is > 0 and < 1 << 23;
    public static bool IsInteger(float value) => IsFinite(value) && value == (float)Math.Truncate(value);

    public override string ToString() => Number.ToString(m_value, null);
    public string ToString(string? format) => Number.ToString(m_value, format);
    public string ToString(IFormatProvider? provider) => Number.ToString(m_value, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, destination, out charsWritten, format);

    public static float Parse(string s) => Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, null);
    public static float Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static float Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider);

    public static float Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return Parse((ReadOnlySpan<char>)s, style, provider);
    }

    public static float Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider);

    public static float Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Float | NumberStyles.AllowThousands, IFormatProvider? provider = null) =>
        Number.TryParse(s, style, out float result)
            ? result
            : throw new FormatException(string.Concat("The input string '", s, "' was not in a correct format."));

    public static bool TryParse([NotNullWhen(true)] string? s, out float result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out float result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out float result) =>
        Number.TryParse(s, style, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out float result) =>
        Number.TryParse(s, NumberStyles.Float | NumberStyles.AllowThousands, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out float result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out float result) =>
        Number.TryParse(s, style, out result);

    // All that are no numbers are equal here, and less than any number, unlike under ==.
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is float other && Equals(other);
    public bool Equals(float obj) => m_value == obj || (IsNaN(m_value) && IsNaN(obj));

    public override int GetHashCode()
    {
        int bits = Bits;
        // Zeros are equal, and so are all that are no numbers.
        if (IsNaN(m_value) || m_value == 0) bits &= 0x7F80_0000;
        return bits;
    }

    public int CompareTo(float value) =>
        m_value < value ? -1 : m_value > value ? 1 : m_value == value ? 0
        : IsNaN(m_value) ? (IsNaN(value) ? 0 : -1) : 1;

    public int CompareTo(object? value) => value is null ? 1 : value is float other ? CompareTo(other) : throw Number.NotA("Single");

    public static bool operator ==(float left, float right) => left == right;
    public static bool operator !=(float left, float right) => left != right;
    public static bool operator <(float left, float right) => left < right;
    public static bool operator >(float left, float right) => left > right;
    public static bool operator <=(float left, float right) => left <= right;
    public static bool operator >=(float left, float right) => left >= right;
}
