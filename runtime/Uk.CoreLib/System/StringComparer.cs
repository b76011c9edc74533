// Comparing strings as objects that dictionaries and sorts take. All of it is by ordinal: see StringComparison.

using System.Collections;
using System.Collections.Generic;

namespace System;

public abstract class StringComparer : IComparer, IEqualityComparer, IComparer<string?>, IEqualityComparer<string?>
{
    private static readonly OrdinalComparer s_ordinal = new(false);
    private static readonly OrdinalComparer s_ignoreCase = new(true);

    public static StringComparer Ordinal => s_ordinal;
    public static StringComparer OrdinalIgnoreCase => s_ignoreCase;
    public static StringComparer InvariantCulture => s_ordinal;
    public static StringComparer InvariantCultureIgnoreCase => s_ignoreCase;
    public static StringComparer CurrentCulture => s_ordinal;
    public static StringComparer CurrentCultureIgnoreCase => s_ignoreCase;

    public static StringComparer FromComparison(StringComparison comparisonType) =>
        OrdinalText.IgnoresCase(comparisonType) ? s_ignoreCase : s_ordinal;

    public abstract int Compare(string? x, string? y);
    public abstract bool Equals(string? x, string? y);
    public abstract int GetHashCode(string obj);

    public int Compare(object? x, object? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;
        if (x is string left && y is string right) return Compare(left, right);
        return x is IComparable comparable ? comparable.CompareTo(y) : throw new ArgumentException("At least one object must implement IComparable.");
    }

    public new bool Equals(object? x, object? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && (x is string left && y is string right ? Equals(left, right) : x.Equals(y)));

    public int GetHashCode(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj, nameof(obj));
        return obj is string text ? GetHashCode(text) : obj.GetHashCode();
    }
}

internal sealed class OrdinalComparer(bool ignoreCase) : StringComparer
{
    internal bool IgnoresCase => ignoreCase;

    public override int Compare(string? x, string? y)
    {
        if (ignoreCase || x is null || y is null) return string.Compare(x, y, ignoreCase);
        int first = x.FirstChar - y.FirstChar;
        // Behind the last character is a zero, so that an empty string comes first.
        return first != 0 ? first : OrdinalText.Compare(x, y);
    }

    public override bool Equals(string? x, string? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && OrdinalText.AreEqual(x, y, ignoreCase));

    public override int GetHashCode(string obj)
    {
        ArgumentNullException.ThrowIfNull(obj, nameof(obj));
        return OrdinalText.HashCode(obj, ignoreCase);
    }
}
