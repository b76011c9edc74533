// The integer types as wide as an address: 64 bits.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly unsafe partial struct IntPtr
    : IComparable, ISpanFormattable, ISpanParsable<nint>, IEquatable<nint>, IComparable<nint>
{
    private readonly void* _value;

    [Runtime.CompilerServices.Intrinsic]
    public static readonly nint Zero;

    public IntPtr(int value) => _value = (void*)value;
    public IntPtr(long value) => _value = (void*)value;
    public IntPtr(void* value) => _value = value;

    public static int Size => 8;
    public static nint MaxValue => unchecked((nint)long.MaxValue);
    public static nint MinValue => unchecked((nint)long.MinValue);

    public void* ToPointer() => _value;
    public long ToInt64() => (long)_value;
    public int ToInt32() => checked((int)(long)_value);

    public override string ToString() => Number.ToString((long)_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((long)_value, (ulong)_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((long)_value, (ulong)_value, destination, out charsWritten, format);

    public static nint Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static nint Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static nint Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static nint Parse(string s, NumberStyles style, IFormatProvider? provider) => (nint)Number.Parse(s, style, 64, true, "Int64");
    public static nint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static nint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (nint)Number.Parse(s, style, 64, true, "Int64");

    public static bool TryParse([NotNullWhen(true)] string? s, out nint result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out nint result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out nint result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out nint result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out nint result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out nint result)
    {
        bool parsed = Number.TryParse(s, style, 64, true, out ulong value, check: true);
        result = (nint)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is nint other && _value == (void*)other;
    public bool Equals(nint other) => _value == (void*)other;
    public override int GetHashCode() => ((long)_value).GetHashCode();
    public int CompareTo(nint value) => ((long)_value).CompareTo((long)value);
    public int CompareTo(object? value) => value is null ? 1 : value is nint other ? CompareTo(other) : throw Number.NotA("IntPtr");
}

public readonly unsafe partial struct UIntPtr
    : IComparable, ISpanFormattable, ISpanParsable<nuint>, IEquatable<nuint>, IComparable<nuint>
{
    private readonly void* _value;

    [Runtime.CompilerServices.Intrinsic]
    public static readonly nuint Zero;

    public UIntPtr(uint value) => _value = (void*)value;
    public UIntPtr(ulong value) => _value = (void*)value;
    public UIntPtr(void* value) => _value = value;

    public static int Size => 8;
    public static nuint MaxValue => unchecked((nuint)ulong.MaxValue);
    public static nuint MinValue => unchecked((nuint)ulong.MinValue);

    public void* ToPointer() => _value;
    public ulong ToUInt64() => (ulong)_value;
    public uint ToUInt32() => checked((uint)(ulong)_value);

    public override string ToString() => Number.ToString((ulong)_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString();
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)_value, destination, out charsWritten, format);

    public static nuint Parse(string s) => Parse(s, NumberStyles.Integer, null);
    public static nuint Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static nuint Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static nuint Parse(string s, NumberStyles style, IFormatProvider? provider) => (nuint)Number.Parse(s, style, 64, false, "UInt64");
    public static nuint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);
    public static nuint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (nuint)Number.Parse(s, style, 64, false, "UInt64");

    public static bool TryParse([NotNullWhen(true)] string? s, out nuint result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out nuint result) => TryParse((ReadOnlySpan<char>)s, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out nuint result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out nuint result) => TryParse(s, NumberStyles.Integer, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out nuint result) => TryParse(s, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out nuint result)
    {
        bool parsed = Number.TryParse(s, style, 64, false, out ulong value, check: true);
        result = (nuint)value;
        return parsed;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is nuint other && _value == (void*)other;
    public bool Equals(nuint other) => _value == (void*)other;
    public override int GetHashCode() => ((ulong)_value).GetHashCode();
    public int CompareTo(nuint value) => ((ulong)_value).CompareTo((ulong)value);
    public int CompareTo(object? value) => value is null ? 1 : value is nuint other ? CompareTo(other) : throw Number.NotA("UIntPtr");
}
