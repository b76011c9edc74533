// One value, some values, a range, a set: what the searching methods of spans look for, each as a struct, so that every
// search is compiled for its own.

using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

internal interface IMatcher<T>
{
    bool Matches(T value);
}

/// <summary>By a comparer, or as the type compares itself.</summary>
internal readonly struct OneValue<T>(T value, IEqualityComparer<T>? comparer) : IMatcher<T>
{
    public bool Matches(T item) => SpanMatching.AreEqual(item, value, comparer);
}

internal readonly struct TwoValues<T>(T value0, T value1, IEqualityComparer<T>? comparer) : IMatcher<T>
{
    public bool Matches(T item) => SpanMatching.AreEqual(item, value0, comparer) || SpanMatching.AreEqual(item, value1, comparer);
}

internal readonly struct ThreeValues<T>(T value0, T value1, T value2, IEqualityComparer<T>? comparer) : IMatcher<T>
{
    public bool Matches(T item) =>
        SpanMatching.AreEqual(item, value0, comparer) || SpanMatching.AreEqual(item, value1, comparer) || SpanMatching.AreEqual(item, value2, comparer);
}

internal readonly ref struct AnyValue<T>(ReadOnlySpan<T> values, IEqualityComparer<T>? comparer) : IMatcher<T>
{
    private readonly ReadOnlySpan<T> _values = values;

    public bool Matches(T item)
    {
        foreach (T value in _values)
            if (SpanMatching.AreEqual(item, value, comparer)) return true;
        return false;
    }
}

internal readonly struct InRange<T>(T low, T high) : IMatcher<T> where T : IComparable<T>
{
    public bool Matches(T item) => low.CompareTo(item) <= 0 && high.CompareTo(item) >= 0;
}

internal readonly struct OfSet<T>(SearchValues<T> values) : IMatcher<T> where T : IEquatable<T>?
{
    public bool Matches(T item) => values.Contains(item);
}

internal static class SpanMatching
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AreEqual<T>(T left, T right, IEqualityComparer<T>? comparer) =>
        comparer is null ? EqualityComparer<T>.AreEqual(left, right) : comparer.Equals(left, right);

    /// <summary>The first element that matches, or with wanted = false the first that does not.</summary>
    internal static int First<T, TMatcher>(ReadOnlySpan<T> span, TMatcher matcher, bool wanted = true) where TMatcher : IMatcher<T>, allows ref struct
    {
        for (int i = 0; i < span.Length; i++)
            if (matcher.Matches(span[i]) == wanted) return i;
        return -1;
    }

    internal static int Last<T, TMatcher>(ReadOnlySpan<T> span, TMatcher matcher, bool wanted = true) where TMatcher : IMatcher<T>, allows ref struct
    {
        for (int i = span.Length - 1; i >= 0; i--)
            if (matcher.Matches(span[i]) == wanted) return i;
        return -1;
    }

    internal static int Count<T, TMatcher>(ReadOnlySpan<T> span, TMatcher matcher) where TMatcher : IMatcher<T>, allows ref struct
    {
        int count = 0;
        foreach (T item in span)
            if (matcher.Matches(item)) count++;
        return count;
    }

    internal static void Replace<T, TMatcher>(ReadOnlySpan<T> source, Span<T> destination, TMatcher matcher, T newValue, bool wanted = true)
        where TMatcher : IMatcher<T>, allows ref struct
    {
        if (destination.Length < source.Length) throw new ArgumentException("Destination is too short.", nameof(destination));
        if (source.Overlaps(destination, out int offset) && offset != 0)
            throw new ArgumentException("This operation is invalid on overlapping buffers.");
        for (int i = 0; i < source.Length; i++) destination[i] = matcher.Matches(source[i]) == wanted ? newValue : source[i];
    }
}
