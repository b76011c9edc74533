using System.Runtime.CompilerServices;

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
        const int CharsPerWord = sizeof(ulong) / sizeof(char);
        int common = Math.Min(left.Length, right.Length);
        int i = 0;
        for (; i <= common - CharsPerWord; i += CharsPerWord)
            if (Word(ref left._reference, i) != Word(ref right._reference, i)) break;
        for (; i < common; i++)
            if (left[i] != right[i]) return left[i] - right[i];
        return left.Length - right.Length;
    }

    private static ulong Word(ref char text, int index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref text, index)));

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
        if (!ignoreCase) return text.IndexOf(value);
        for (int i = 0; i <= text.Length - value.Length; i++)
            if (EqualsIgnoreCase(text.Slice(i, value.Length), value)) return i;
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

    /// <summary>The same in every run, unlike on .NET.</summary>
    internal static int HashCode(ReadOnlySpan<char> text, bool ignoreCase)
    {
        if (ignoreCase) return HashCodeIgnoreCase(text);
        const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
        const int CharsPerWord = sizeof(ulong) / sizeof(char);
        ulong hash = (ulong)text.Length;
        int i = 0;
        for (; i <= text.Length - CharsPerWord; i += CharsPerWord)
            hash = Numerics.BitOperations.RotateLeft((hash ^ Word(ref text._reference, i)) * Multiplier, 29);
        for (; i < text.Length; i++) hash = Numerics.BitOperations.RotateLeft((hash ^ text[i]) * Multiplier, 29);
        hash *= Multiplier;
        return (int)(hash >> 32);
    }

    /// <summary>FNV-1a over the upper-case characters.</summary>
    private static int HashCodeIgnoreCase(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ char.ToUpperInvariant(c)) * 16777619;
        return (int)hash;
    }
}
