// Spans of characters: white space, case, order.

namespace System;

public static partial class MemoryExtensions
{
    public static bool IsWhiteSpace(this ReadOnlySpan<char> span) => span.TrimStart().IsEmpty;

    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span) => span.TrimStart().TrimEnd();

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span)
    {
        int start = 0;
        while (start < span.Length && char.IsWhiteSpace(span[start])) start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span)
    {
        int end = span.Length;
        while (end > 0 && char.IsWhiteSpace(span[end - 1])) end--;
        return span.Slice(0, end);
    }

    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span, char trimChar) => span.TrimStart(trimChar).TrimEnd(trimChar);

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span, char trimChar)
    {
        int start = 0;
        while (start < span.Length && span[start] == trimChar) start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span, char trimChar)
    {
        int end = span.Length;
        while (end > 0 && span[end - 1] == trimChar) end--;
        return span.Slice(0, end);
    }

    // No characters to trim means white space.
    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars) =>
        span.TrimStart(trimChars).TrimEnd(trimChars);

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars)
    {
        if (trimChars.IsEmpty) return span.TrimStart();
        int start = 0;
        while (start < span.Length && trimChars.IndexOf(span[start]) >= 0) start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars)
    {
        if (trimChars.IsEmpty) return span.TrimEnd();
        int end = span.Length;
        while (end > 0 && trimChars.IndexOf(span[end - 1]) >= 0) end--;
        return span.Slice(0, end);
    }

    public static bool Equals(this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        OrdinalText.AreEqual(span, other, OrdinalText.IgnoresCase(comparisonType));

    public static int CompareTo(this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        OrdinalText.IgnoresCase(comparisonType) ? OrdinalText.CompareIgnoreCase(span, other) : OrdinalText.Compare(span, other);

    public static bool Contains(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        IndexOf(span, value, comparisonType) >= 0;

    public static int IndexOf(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        OrdinalText.IndexOf(span, value, OrdinalText.IgnoresCase(comparisonType));

    public static int LastIndexOf(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        OrdinalText.LastIndexOf(span, value, OrdinalText.IgnoresCase(comparisonType));

    public static bool StartsWith(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        bool ignoreCase = OrdinalText.IgnoresCase(comparisonType);
        return value.Length <= span.Length && OrdinalText.AreEqual(span.Slice(0, value.Length), value, ignoreCase);
    }

    public static bool EndsWith(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        bool ignoreCase = OrdinalText.IgnoresCase(comparisonType);
        return value.Length <= span.Length && OrdinalText.AreEqual(span.Slice(span.Length - value.Length), value, ignoreCase);
    }

    /// <returns>The number of characters written, or -1 where the destination is too short.</returns>
    public static int ToUpperInvariant(this ReadOnlySpan<char> source, Span<char> destination)
    {
        if (destination.Length < source.Length) return -1;
        for (int i = 0; i < source.Length; i++) destination[i] = char.ToUpperInvariant(source[i]);
        return source.Length;
    }

    /// <returns>The number of characters written, or -1 where the destination is too short.</returns>
    public static int ToLowerInvariant(this ReadOnlySpan<char> source, Span<char> destination)
    {
        if (destination.Length < source.Length) return -1;
        for (int i = 0; i < source.Length; i++) destination[i] = char.ToLowerInvariant(source[i]);
        return source.Length;
    }
}
