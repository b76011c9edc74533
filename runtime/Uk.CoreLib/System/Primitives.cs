// The primitive types that carry no behaviour of their own here. The numbers stand in Integers.cs.

using System.Diagnostics.CodeAnalysis;

namespace System;

public struct Void;

public readonly partial struct Boolean : IComparable, IEquatable<bool>, IComparable<bool>, ISpanParsable<bool>
{
    private readonly bool m_value;

    public static readonly string TrueString = "True";
    public static readonly string FalseString = "False";

    public override string ToString() => m_value ? "True" : "False";
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is bool other && m_value == other;
    public bool Equals(bool obj) => m_value == obj;
    public override int GetHashCode() => m_value ? 1 : 0;
    public int CompareTo(bool value) => m_value == value ? 0 : m_value ? 1 : -1;
    public int CompareTo(object? obj) => obj is null ? 1 : obj is bool other ? CompareTo(other) : throw Number.NotA("Boolean");

    public string ToString(IFormatProvider? provider) => ToString();

    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        ReadOnlySpan<char> text = ToString();
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    public static bool Parse(string value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
        return Parse((ReadOnlySpan<char>)value);
    }

    public static bool Parse(ReadOnlySpan<char> value) =>
        TryParse(value, out bool result)
            ? result
            : throw new FormatException(string.Concat("String '", value, "' was not recognized as a valid Boolean."));

    public static bool TryParse([NotNullWhen(true)] string? value, out bool result) => TryParse((ReadOnlySpan<char>)value, out result);

    public static bool TryParse(ReadOnlySpan<char> value, out bool result)
    {
        value = TrimWhiteAndZeros(value);
        result = value.Length == 4 && OrdinalText.EqualsIgnoreCase(value, TrueString);
        return result || (value.Length == 5 && OrdinalText.EqualsIgnoreCase(value, FalseString));
    }

    private static ReadOnlySpan<char> TrimWhiteAndZeros(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] == 0)) start++;
        while (start < end && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == 0)) end--;
        return text.Slice(start, end - start);
    }

    static bool IParsable<bool>.Parse(string s, IFormatProvider? provider) => Parse(s);
    static bool IParsable<bool>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out bool result) => TryParse(s, out result);
    static bool ISpanParsable<bool>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);
    static bool ISpanParsable<bool>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out bool result) => TryParse(s, out result);
}

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

    public override readonly bool Equals(object? other) => hasValue ? other is not null && value.Equals(other) : other is null;
    public override readonly int GetHashCode() => hasValue ? value.GetHashCode() : 0;
    public override readonly string? ToString() => hasValue ? value.ToString() : "";

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

public interface IComparable
{
    int CompareTo(object? obj);
}

public interface IParsable<TSelf> where TSelf : IParsable<TSelf>?
{
    static abstract TSelf Parse(string s, IFormatProvider? provider);
    static abstract bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);
}

public interface ISpanParsable<TSelf> : IParsable<TSelf> where TSelf : ISpanParsable<TSelf>?
{
    static abstract TSelf Parse(ReadOnlySpan<char> s, IFormatProvider? provider);
    static abstract bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);
}

public interface ICloneable
{
    object Clone();
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
