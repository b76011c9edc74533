// The integer types of 8 to 64 bits. They differ in width and sign alone; Number.cs formats and parses all of them.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly partial struct SByte
    : IComparable, ISpanFormattable, ISpanParsable<sbyte>, IEquatable<sbyte>, IComparable<sbyte>
{
    private readonly sbyte m_value;

    public const sbyte MaxValue = 127;
    public const sbyte MinValue = -128;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (byte)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (byte)m_value, destination, out charsWritten, format);

    public static sbyte Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static sbyte Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static sbyte Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static sbyte Parse(string s, NumberStyles style, IFormatProvider? provider) => (sbyte)Number.Parse(s, style, 8, true, "signed byte");
    public static sbyte Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static sbyte Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (sbyte)Number.Parse(s, style, 8, true, "signed byte");

    public static bool TryParse([NotNullWhen(true)] string? s, out sbyte result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out sbyte result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out sbyte result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out sbyte result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out sbyte result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out sbyte result)
    {
        bool parsed = Number.TryParse(s, style, 8, true, out ulong value, check: true);
        result = (sbyte)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is sbyte other && m_value == other;
    public bool Equals(sbyte obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(sbyte value) => m_value - value;
    public int CompareTo(object? value) => value is null ? 1 : value is sbyte other ? CompareTo(other) : throw Number.NotA("SByte");
}

public readonly partial struct Byte
    : IComparable, ISpanFormattable, ISpanParsable<byte>, IEquatable<byte>, IComparable<byte>
{
    private readonly byte m_value;

    public const byte MaxValue = 255;
    public const byte MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public static byte Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static byte Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static byte Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static byte Parse(string s, NumberStyles style, IFormatProvider? provider) => (byte)Number.Parse(s, style, 8, false, "unsigned byte");
    public static byte Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static byte Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (byte)Number.Parse(s, style, 8, false, "unsigned byte");

    public static bool TryParse([NotNullWhen(true)] string? s, out byte result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out byte result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out byte result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out byte result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out byte result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out byte result)
    {
        bool parsed = Number.TryParse(s, style, 8, false, out ulong value, check: true);
        result = (byte)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is byte other && m_value == other;
    public bool Equals(byte obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(byte value) => m_value - value;
    public int CompareTo(object? value) => value is null ? 1 : value is byte other ? CompareTo(other) : throw Number.NotA("Byte");
}

public readonly partial struct Int16
    : IComparable, ISpanFormattable, ISpanParsable<short>, IEquatable<short>, IComparable<short>
{
    private readonly short m_value;

    public const short MaxValue = 32767;
    public const short MinValue = -32768;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (ushort)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (ushort)m_value, destination, out charsWritten, format);

    public static short Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static short Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static short Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static short Parse(string s, NumberStyles style, IFormatProvider? provider) => (short)Number.Parse(s, style, 16, true, "Int16");
    public static short Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static short Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (short)Number.Parse(s, style, 16, true, "Int16");

    public static bool TryParse([NotNullWhen(true)] string? s, out short result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out short result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out short result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out short result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out short result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out short result)
    {
        bool parsed = Number.TryParse(s, style, 16, true, out ulong value, check: true);
        result = (short)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is short other && m_value == other;
    public bool Equals(short obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(short value) => m_value - value;
    public int CompareTo(object? value) => value is null ? 1 : value is short other ? CompareTo(other) : throw Number.NotA("Int16");
}

public readonly partial struct UInt16
    : IComparable, ISpanFormattable, ISpanParsable<ushort>, IEquatable<ushort>, IComparable<ushort>
{
    private readonly ushort m_value;

    public const ushort MaxValue = 65535;
    public const ushort MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public static ushort Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static ushort Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static ushort Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static ushort Parse(string s, NumberStyles style, IFormatProvider? provider) => (ushort)Number.Parse(s, style, 16, false, "UInt16");
    public static ushort Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static ushort Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (ushort)Number.Parse(s, style, 16, false, "UInt16");

    public static bool TryParse([NotNullWhen(true)] string? s, out ushort result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ushort result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out ushort result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out ushort result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ushort result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out ushort result)
    {
        bool parsed = Number.TryParse(s, style, 16, false, out ulong value, check: true);
        result = (ushort)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ushort other && m_value == other;
    public bool Equals(ushort obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(ushort value) => m_value - value;
    public int CompareTo(object? value) => value is null ? 1 : value is ushort other ? CompareTo(other) : throw Number.NotA("UInt16");
}

public readonly partial struct Int32
    : IComparable, ISpanFormattable, ISpanParsable<int>, IEquatable<int>, IComparable<int>
{
    private readonly int m_value;

    public const int MaxValue = 2147483647;
    public const int MinValue = -2147483648;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (uint)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (uint)m_value, destination, out charsWritten, format);

    public static int Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static int Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static int Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static int Parse(string s, NumberStyles style, IFormatProvider? provider) => (int)Number.Parse(s, style, 32, true, "Int32");
    public static int Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static int Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (int)Number.Parse(s, style, 32, true, "Int32");

    public static bool TryParse([NotNullWhen(true)] string? s, out int result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out int result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out int result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out int result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out int result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out int result)
    {
        bool parsed = Number.TryParse(s, style, 32, true, out ulong value, check: true);
        result = (int)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is int other && m_value == other;
    public bool Equals(int obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(int value) => m_value < value ? -1 : m_value > value ? 1 : 0;
    public int CompareTo(object? value) => value is null ? 1 : value is int other ? CompareTo(other) : throw Number.NotA("Int32");
}

public readonly partial struct UInt32
    : IComparable, ISpanFormattable, ISpanParsable<uint>, IEquatable<uint>, IComparable<uint>
{
    private readonly uint m_value;

    public const uint MaxValue = 4294967295;
    public const uint MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public static uint Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static uint Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static uint Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static uint Parse(string s, NumberStyles style, IFormatProvider? provider) => (uint)Number.Parse(s, style, 32, false, "UInt32");
    public static uint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static uint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (uint)Number.Parse(s, style, 32, false, "UInt32");

    public static bool TryParse([NotNullWhen(true)] string? s, out uint result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out uint result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out uint result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out uint result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out uint result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out uint result)
    {
        bool parsed = Number.TryParse(s, style, 32, false, out ulong value, check: true);
        result = (uint)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is uint other && m_value == other;
    public bool Equals(uint obj) => m_value == obj;
    public override int GetHashCode() => (int)m_value;
    public int CompareTo(uint value) => m_value < value ? -1 : m_value > value ? 1 : 0;
    public int CompareTo(object? value) => value is null ? 1 : value is uint other ? CompareTo(other) : throw Number.NotA("UInt32");
}

public readonly partial struct Int64
    : IComparable, ISpanFormattable, ISpanParsable<long>, IEquatable<long>, IComparable<long>
{
    private readonly long m_value;

    public const long MaxValue = 9223372036854775807;
    public const long MinValue = -9223372036854775808;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (ulong)m_value, destination, out charsWritten, format);

    public static long Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static long Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static long Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static long Parse(string s, NumberStyles style, IFormatProvider? provider) => (long)Number.Parse(s, style, 64, true, "Int64");
    public static long Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static long Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (long)Number.Parse(s, style, 64, true, "Int64");

    public static bool TryParse([NotNullWhen(true)] string? s, out long result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out long result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out long result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out long result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out long result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out long result)
    {
        bool parsed = Number.TryParse(s, style, 64, true, out ulong value, check: true);
        result = (long)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is long other && m_value == other;
    public bool Equals(long obj) => m_value == obj;
    public override int GetHashCode() => (int)m_value ^ (int)(m_value >> 32);
    public int CompareTo(long value) => m_value < value ? -1 : m_value > value ? 1 : 0;
    public int CompareTo(object? value) => value is null ? 1 : value is long other ? CompareTo(other) : throw Number.NotA("Int64");
}

public readonly partial struct UInt64
    : IComparable, ISpanFormattable, ISpanParsable<ulong>, IEquatable<ulong>, IComparable<ulong>
{
    private readonly ulong m_value;

    public const ulong MaxValue = 18446744073709551615;
    public const ulong MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public static ulong Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static ulong Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static ulong Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static ulong Parse(string s, NumberStyles style, IFormatProvider? provider) => (ulong)Number.Parse(s, style, 64, false, "UInt64");
    public static ulong Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static ulong Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (ulong)Number.Parse(s, style, 64, false, "UInt64");

    public static bool TryParse([NotNullWhen(true)] string? s, out ulong result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ulong result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out ulong result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out ulong result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ulong result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out ulong result)
    {
        bool parsed = Number.TryParse(s, style, 64, false, out ulong value, check: true);
        result = (ulong)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ulong other && m_value == other;
    public bool Equals(ulong obj) => m_value == obj;
    public override int GetHashCode() => (int)m_value ^ (int)(m_value >> 32);
    public int CompareTo(ulong value) => m_value < value ? -1 : m_value > value ? 1 : 0;
    public int CompareTo(object? value) => value is null ? 1 : value is ulong other ? CompareTo(other) : throw Number.NotA("UInt64");
}
