// The integer types. They differ in width and sign alone; Number.cs formats and parses all of them.

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly struct SByte : ISpanFormattable, IEquatable<sbyte>, IComparable<sbyte>
{
    private readonly sbyte m_value;

    public const sbyte MaxValue = 127;
    public const sbyte MinValue = -128;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (byte)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (byte)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is sbyte other && m_value == other;
    public bool Equals(sbyte obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(sbyte value) => m_value - value;
}

public readonly struct Byte : ISpanFormattable, IEquatable<byte>, IComparable<byte>
{
    private readonly byte m_value;

    public const byte MaxValue = 255;
    public const byte MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is byte other && m_value == other;
    public bool Equals(byte obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(byte value) => m_value - value;
}

public readonly struct Int16 : ISpanFormattable, IEquatable<short>, IComparable<short>
{
    private readonly short m_value;

    public const short MaxValue = 32767;
    public const short MinValue = -32768;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (ushort)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (ushort)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is short other && m_value == other;
    public bool Equals(short obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(short value) => m_value - value;
}

public readonly struct UInt16 : ISpanFormattable, IEquatable<ushort>, IComparable<ushort>
{
    private readonly ushort m_value;

    public const ushort MaxValue = 65535;
    public const ushort MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ushort other && m_value == other;
    public bool Equals(ushort obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(ushort value) => m_value - value;
}

public readonly struct Int32 : ISpanFormattable, IEquatable<int>, IComparable<int>
{
    private readonly int m_value;

    public const int MaxValue = 2147483647;
    public const int MinValue = -2147483648;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (uint)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (uint)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is int other && m_value == other;
    public bool Equals(int obj) => m_value == obj;
    public override int GetHashCode() => m_value;
    public int CompareTo(int value) => m_value < value ? -1 : m_value > value ? 1 : 0;
}

public readonly struct UInt32 : ISpanFormattable, IEquatable<uint>, IComparable<uint>
{
    private readonly uint m_value;

    public const uint MaxValue = 4294967295;
    public const uint MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is uint other && m_value == other;
    public bool Equals(uint obj) => m_value == obj;
    public override int GetHashCode() => (int)m_value;
    public int CompareTo(uint value) => m_value < value ? -1 : m_value > value ? 1 : 0;
}

public readonly struct Int64 : ISpanFormattable, IEquatable<long>, IComparable<long>
{
    private readonly long m_value;

    public const long MaxValue = 9223372036854775807;
    public const long MinValue = -9223372036854775808;

    public override string ToString() => Number.ToString(m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(m_value, (ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(m_value, (ulong)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is long other && m_value == other;
    public bool Equals(long obj) => m_value == obj;
    public override int GetHashCode() => (int)m_value ^ (int)(m_value >> 32);
    public int CompareTo(long value) => m_value < value ? -1 : m_value > value ? 1 : 0;
}

public readonly struct UInt64 : ISpanFormattable, IEquatable<ulong>, IComparable<ulong>
{
    private readonly ulong m_value;

    public const ulong MaxValue = 18446744073709551615;
    public const ulong MinValue = 0;

    public override string ToString() => Number.ToString((ulong)m_value);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)m_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)m_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ulong other && m_value == other;
    public bool Equals(ulong obj) => m_value == obj;
    public override int GetHashCode() => (int)m_value ^ (int)(m_value >> 32);
    public int CompareTo(ulong value) => m_value < value ? -1 : m_value > value ? 1 : 0;
}

public readonly unsafe struct IntPtr : ISpanFormattable, IEquatable<nint>, IComparable<nint>
{
    private readonly void* _value;

    [Runtime.CompilerServices.Intrinsic]
    public static readonly nint Zero;

    public IntPtr(long value) => _value = (void*)value;
    public IntPtr(void* value) => _value = value;

    public static int Size => 8;
    public void* ToPointer() => _value;
    public long ToInt64() => (long)_value;

    public override string ToString() => Number.ToString((long)_value);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((long)_value, (ulong)_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((long)_value, (ulong)_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is nint other && _value == (void*)other;
    public bool Equals(nint other) => _value == (void*)other;
    public override int GetHashCode() => ((long)_value).GetHashCode();
    public int CompareTo(nint value) => ((long)_value).CompareTo((long)value);
}

public readonly unsafe struct UIntPtr : ISpanFormattable, IEquatable<nuint>, IComparable<nuint>
{
    private readonly void* _value;

    [Runtime.CompilerServices.Intrinsic]
    public static readonly nuint Zero;

    public UIntPtr(ulong value) => _value = (void*)value;
    public UIntPtr(void* value) => _value = value;

    public static int Size => 8;
    public void* ToPointer() => _value;
    public ulong ToUInt64() => (ulong)_value;

    public override string ToString() => Number.ToString((ulong)_value);
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString((ulong)_value, format);
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat((ulong)_value, destination, out charsWritten, format);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is nuint other && _value == (void*)other;
    public bool Equals(nuint other) => _value == (void*)other;
    public override int GetHashCode() => ((ulong)_value).GetHashCode();
    public int CompareTo(nuint value) => ((ulong)_value).CompareTo((ulong)value);
}
