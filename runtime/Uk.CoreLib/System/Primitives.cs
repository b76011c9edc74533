// The primitive types that carry no behaviour of their own here. The numbers stand in Integers.cs.

using System.Diagnostics.CodeAnalysis;

namespace System;

public struct Void;

public abstract class ValueType
{
    // Without metadata there is no field-wise comparison: a value type that is compared as an object says how.
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        throw new PlatformNotSupportedException("This value type does not override Equals.");

    public override int GetHashCode() =>
        throw new PlatformNotSupportedException("This value type does not override GetHashCode.");

    public override string? ToString() => "struct";
}

public readonly struct Boolean : IEquatable<bool>, IComparable<bool>
{
    private readonly bool m_value;

    public static readonly string TrueString = "True";
    public static readonly string FalseString = "False";

    public override string ToString() => m_value ? "True" : "False";
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is bool other && m_value == other;
    public bool Equals(bool obj) => m_value == obj;
    public override int GetHashCode() => m_value ? 1 : 0;
    public int CompareTo(bool value) => m_value == value ? 0 : m_value ? 1 : -1;
}

public readonly struct Char : IEquatable<char>, IComparable<char>
{
    private readonly char m_value;

    public const char MaxValue = '\uffff';
    public const char MinValue = '\0';

    public override string ToString() => string.CreateFromChar(m_value);
    public static string ToString(char c) => string.CreateFromChar(c);
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is char other && m_value == other;
    public bool Equals(char obj) => m_value == obj;
    public override int GetHashCode() => m_value | (m_value << 16);
    public int CompareTo(char value) => m_value - value;

    public static bool IsAsciiDigit(char c) => (uint)(c - '0') <= 9;
    public static bool IsAsciiLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';
    public static bool IsAsciiHexDigit(char c) => IsAsciiDigit(c) || (uint)((c | 0x20) - 'a') <= 'f' - 'a';
    public static bool IsSurrogate(char c) => (uint)(c - 0xD800) <= 0xDFFF - 0xD800;
    public static bool IsHighSurrogate(char c) => (uint)(c - 0xD800) <= 0xDBFF - 0xD800;
    public static bool IsLowSurrogate(char c) => (uint)(c - 0xDC00) <= 0xDFFF - 0xDC00;
}

public readonly struct Single
{
    private readonly float m_value;
}

public readonly struct Double
{
    private readonly double m_value;
}

public abstract class Enum : ValueType;

public struct Nullable<T> where T : struct
{
    private readonly bool hasValue;
    internal T value;

    public Nullable(T value)
    {
        this.value = value;
        hasValue = true;
    }

    public readonly bool HasValue => hasValue;

    public readonly T Value
    {
        get
        {
            if (!hasValue) ThrowHelper.InvalidOperation("Nullable object must have a value.");
            return value;
        }
    }

    public readonly T GetValueOrDefault() => value;
    public readonly T GetValueOrDefault(T defaultValue) => hasValue ? value : defaultValue;

    public static implicit operator Nullable<T>(T value) => new Nullable<T>(value);
    public static explicit operator T(Nullable<T> value) => value!.Value;
}

public struct RuntimeTypeHandle;
public struct RuntimeMethodHandle;
public struct RuntimeFieldHandle;

public interface IEquatable<T> where T : allows ref struct
{
    bool Equals(T? other);
}

public interface IComparable<in T> where T : allows ref struct
{
    int CompareTo(T? other);
}

public interface IDisposable
{
    void Dispose();
}

public interface IFormatProvider
{
    object? GetFormat(Type? formatType);
}

public interface IFormattable
{
    string ToString(string? format, IFormatProvider? formatProvider);
}

public interface ISpanFormattable : IFormattable
{
    bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider);
}
