// Strings: UTF-16, immutable. Compiled code knows the two fields by name and maps every constructor to the static Ctor
// with the same parameters.

using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Internal.Runtime;

namespace System;

public sealed unsafe partial class String
    : IComparable, IEnumerable<char>, IEquatable<string>, IComparable<string>, ICloneable
{
    private readonly int _stringLength;
    private char _firstChar;

    public static readonly string Empty = "";

    public int Length
    {
        [Intrinsic]
        get => _stringLength;
    }

    [IndexerName("Chars")]
    public char this[int index]
    {
        [Intrinsic]
        get
        {
            if ((uint)index >= (uint)_stringLength) ThrowHelper.IndexOutOfRange();
            return Unsafe.Add(ref _firstChar, index);
        }
    }

    public extern String(char[]? value);
    public extern String(char[] value, int startIndex, int length);
    public extern String(char* value);
    public extern String(char* value, int startIndex, int length);
    public extern String(char c, int count);
    public extern String(ReadOnlySpan<char> value);

    private static string Ctor(char[]? value) => Ctor(new ReadOnlySpan<char>(value));
    private static string Ctor(char[] value, int startIndex, int length) => Ctor(new ReadOnlySpan<char>(value, startIndex, length));
    private static string Ctor(char* value, int startIndex, int length) => Ctor(new ReadOnlySpan<char>(value + startIndex, length));

    private static string Ctor(char* value)
    {
        int length = 0;
        if (value != null)
            while (value[length] != 0) length++;
        return Ctor(new ReadOnlySpan<char>(value, length));
    }

    private static string Ctor(char c, int count)
    {
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        string result = FastAllocateString(count);
        for (int i = 0; i < count; i++) Unsafe.Add(ref result._firstChar, i) = c;
        return result;
    }

    private static string Ctor(ReadOnlySpan<char> value)
    {
        string result = FastAllocateString(value.Length);
        value.CopyTo(new Span<char>(ref result._firstChar, value.Length));
        return result;
    }

    /// <summary>A string that is to be written. Behind its characters is a zero.</summary>
    internal static string FastAllocateString(int length) =>
        length == 0 ? "" : Unsafe.As<string>(Allocator.NewArrayFast("".m_pEEType, length));

    /// <summary>The same where the string may be long: its characters need not be cleared before.</summary>
    internal static string AllocateUncleared(int length)
    {
        if (length == 0) return "";
        string result = Unsafe.As<string>(Allocator.NewUninitializedArray("".m_pEEType, length));
        Unsafe.Add(ref result._firstChar, length) = '\0';
        return result;
    }

    internal static string CreateLong(ReadOnlySpan<char> value)
    {
        string result = AllocateUncleared(value.Length);
        value.CopyTo(result.Writable);
        return result;
    }

    internal static string CreateFromChar(char c) => Ctor(new ReadOnlySpan<char>(in c));

    public ref readonly char GetPinnableReference() => ref _firstChar;

    internal ref char FirstChar => ref _firstChar;

    internal Span<char> Writable => new(ref _firstChar, _stringLength);

    public static implicit operator ReadOnlySpan<char>(string? value) => value.AsSpan();

    public static bool IsNullOrEmpty([NotNullWhen(false)] string? value) => value is null || value._stringLength == 0;

    public override string ToString() => this;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is string other && Equals(this, other);
    public bool Equals([NotNullWhen(true)] string? value) => Equals(this, value);

    public static bool Equals(string? a, string? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && ((ReadOnlySpan<char>)a).SequenceEqual(b));

    public static bool operator ==(string? a, string? b) => Equals(a, b);
    public static bool operator !=(string? a, string? b) => !Equals(a, b);

    public static string Concat(string? str0, string? str1) => Concat((ReadOnlySpan<char>)str0, str1);
    public static string Concat(string? str0, string? str1, string? str2) => Concat((ReadOnlySpan<char>)str0, str1, str2);
    public static string Concat(string? str0, string? str1, string? str2, string? str3) =>
        Concat((ReadOnlySpan<char>)str0, str1, str2, str3);
    public static string Concat(object? arg0) => arg0?.ToString() ?? "";
    public static string Concat(object? arg0, object? arg1) => Concat(arg0?.ToString(), arg1?.ToString());
    public static string Concat(object? arg0, object? arg1, object? arg2) =>
        Concat(arg0?.ToString(), arg1?.ToString(), arg2?.ToString());

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1) => Concat(str0, str1, default, default);
    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2) =>
        Concat(str0, str1, str2, default);

    public static string Concat(
        ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2, ReadOnlySpan<char> str3)
    {
        string result = FastAllocateString(checked(str0.Length + str1.Length + str2.Length + str3.Length));
        Span<char> rest = result.Writable;
        rest = Append(rest, str0);
        rest = Append(rest, str1);
        rest = Append(rest, str2);
        Append(rest, str3);
        return result;
    }

    private static Span<char> Append(Span<char> destination, ReadOnlySpan<char> text)
    {
        text.CopyTo(destination);
        return destination.Slice(text.Length);
    }

    public CharEnumerator GetEnumerator() => new(this);
    IEnumerator<char> IEnumerable<char>.GetEnumerator() => new CharEnumerator(this);
    Collections.IEnumerator Collections.IEnumerable.GetEnumerator() => new CharEnumerator(this);

    public object Clone() => this;
}
