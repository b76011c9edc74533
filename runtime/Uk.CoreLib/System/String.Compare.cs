// Equality and order of strings. All of it is by ordinal: see StringComparison.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public sealed unsafe partial class String
{
    public override int GetHashCode() => OrdinalText.HashCode(this, ignoreCase: false);
    public int GetHashCode(StringComparison comparisonType) => OrdinalText.HashCode(this, OrdinalText.IgnoresCase(comparisonType));
    public static int GetHashCode(ReadOnlySpan<char> value) => OrdinalText.HashCode(value, ignoreCase: false);

    public bool Equals([NotNullWhen(true)] string? value, StringComparison comparisonType) => Equals(this, value, comparisonType);

    public static bool Equals(string? a, string? b, StringComparison comparisonType)
    {
        bool ignoreCase = OrdinalText.IgnoresCase(comparisonType);
        return ReferenceEquals(a, b) || (a is not null && b is not null && OrdinalText.AreEqual(a, b, ignoreCase));
    }

    public static int CompareOrdinal(string? strA, string? strB) => Compare(strA, strB, ignoreCase: false);

    public static int CompareOrdinal(string? strA, int indexA, string? strB, int indexB, int length) =>
        Compare(strA, indexA, strB, indexB, length, StringComparison.Ordinal);

    public static int Compare(string? strA, string? strB) => Compare(strA, strB, ignoreCase: false);
    public static int Compare(string? strA, string? strB, StringComparison comparisonType) =>
        Compare(strA, strB, OrdinalText.IgnoresCase(comparisonType));
    public static int Compare(string? strA, string? strB, bool ignoreCase, CultureInfo? culture) => Compare(strA, strB, ignoreCase);

    public static int Compare(string? strA, string? strB, bool ignoreCase)
    {
        if (ReferenceEquals(strA, strB)) return 0;
        if (strA is null) return -1;
        if (strB is null) return 1;
        return ignoreCase ? OrdinalText.CompareIgnoreCase(strA, strB) : OrdinalText.Compare(strA, strB);
    }

    public static int Compare(string? strA, int indexA, string? strB, int indexB, int length) =>
        Compare(strA, indexA, strB, indexB, length, StringComparison.Ordinal);

    public static int Compare(string? strA, int indexA, string? strB, int indexB, int length, StringComparison comparisonType)
    {
        bool ignoreCase = OrdinalText.IgnoresCase(comparisonType);
        if (strA is null || strB is null) return ReferenceEquals(strA, strB) ? 0 : strA is null ? -1 : 1;
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        if ((uint)indexA > (uint)strA.Length) ThrowHelper.ArgumentOutOfRange(nameof(indexA));
        if ((uint)indexB > (uint)strB.Length) ThrowHelper.ArgumentOutOfRange(nameof(indexB));
        ReadOnlySpan<char> left = strA.AsSpan(indexA, Math.Min(length, strA.Length - indexA));
        ReadOnlySpan<char> right = strB.AsSpan(indexB, Math.Min(length, strB.Length - indexB));
        return ignoreCase ? OrdinalText.CompareIgnoreCase(left, right) : OrdinalText.Compare(left, right);
    }

    public int CompareTo(string? strB) => Compare(this, strB, ignoreCase: false);
    public int CompareTo(object? value) =>
        value is null ? 1 : value is string other ? CompareTo(other) : throw Number.NotA("String");
}
