namespace System;

/// <summary>An image has the invariant culture and, like .NET in invariant mode, compares in it by ordinal.</summary>
public enum StringComparison
{
    CurrentCulture, CurrentCultureIgnoreCase, InvariantCulture, InvariantCultureIgnoreCase, Ordinal, OrdinalIgnoreCase,
}

[Flags]
public enum StringSplitOptions
{
    None = 0, RemoveEmptyEntries = 1, TrimEntries = 2,
}

internal static class OrdinalText
{
    internal static bool IgnoresCase(StringComparison comparison)
    {
        if ((uint)comparison > (uint)StringComparison.OrdinalIgnoreCase)
            throw new ArgumentException("The string comparison type passed in is currently not supported.", "comparisonType");
        return ((int)comparison & 1) != 0;
    }

    internal static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int common = Math.Min(left.Length, right.Length);
        for (int i = 0; i < common; i++)
            if (left[i] != right[i]) return left[i] - right[i];
        return left.Length - right.Length;
    }

    internal static int CompareIgnoreCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int common = Math.Min(left.Length, right.Length);
        for (int i = 0; i < common; i++)
        {
            if (left[i] == right[i]) continue;
            int order = char.ToUpperInvariant(left[i]) - char.ToUpperInvariant(right[i]);
            if (order != 0) return order;
        }
        return left.Length - right.Length;
    }

    internal static bool EqualsIgnoreCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length == right.Length && CompareIgnoreCase(left, right) == 0;

    internal static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> value, bool ignoreCase)
    {
        for (int i = 0; i <= text.Length - value.Length; i++)
            if (AreEqual(text.Slice(i, value.Length), value, ignoreCase)) return i;
        return -1;
    }

    internal static int LastIndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> value, bool ignoreCase)
    {
        for (int i = text.Length - value.Length; i >= 0; i--)
            if (AreEqual(text.Slice(i, value.Length), value, ignoreCase)) return i;
        return -1;
    }

    internal static bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool ignoreCase) =>
        ignoreCase ? EqualsIgnoreCase(left, right) : left.SequenceEqual(right);

    /// <summary>FNV-1a over the characters: the same in every run, unlike on .NET.</summary>
    internal static int HashCode(ReadOnlySpan<char> text, bool ignoreCase)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ (ignoreCase ? char.ToUpperInvariant(c) : c)) * 16777619;
        return (int)hash;
    }
}
