// Which of several values comes first or last in a span, and whether any does.

using System.Buffers;

namespace System;

public static partial class MemoryExtensions
{
    private static OfSet<T> Set<T>(SearchValues<T> values) where T : IEquatable<T>?
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        return new OfSet<T>(values);
    }

    public static int IndexOfAny<T>(this Span<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, value0, value1, value2);
    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, SearchValues<T> values) where T : IEquatable<T>? => SpanMatching.First(span, Set(values));
    public static int IndexOfAny<T>(this Span<T> span, SearchValues<T> values) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, values);

    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1) where T : IEquatable<T>? => SpanMatching.First(span, new TwoValues<T>(value0, value1, null), false);
    public static int IndexOfAnyExcept<T>(this Span<T> span, T value0, T value1) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1);
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => SpanMatching.First(span, new ThreeValues<T>(value0, value1, value2, null), false);
    public static int IndexOfAnyExcept<T>(this Span<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1, value2);
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => SpanMatching.First(span, new AnyValue<T>(values, null), false);
    public static int IndexOfAnyExcept<T>(this Span<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, values);
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, SearchValues<T> values) where T : IEquatable<T>? => SpanMatching.First(span, Set(values), false);
    public static int IndexOfAnyExcept<T>(this Span<T> span, SearchValues<T> values) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, values);

    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1) where T : IEquatable<T>? => SpanMatching.Last(span, new TwoValues<T>(value0, value1, null));
    public static int LastIndexOfAny<T>(this Span<T> span, T value0, T value1) where T : IEquatable<T>? => LastIndexOfAny((ReadOnlySpan<T>)span, value0, value1);
    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => SpanMatching.Last(span, new ThreeValues<T>(value0, value1, value2, null));
    public static int LastIndexOfAny<T>(this Span<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => LastIndexOfAny((ReadOnlySpan<T>)span, value0, value1, value2);
    public static int LastIndexOfAny<T>(this Span<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => LastIndexOfAny((ReadOnlySpan<T>)span, values);
    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, SearchValues<T> values) where T : IEquatable<T>? => SpanMatching.Last(span, Set(values));
    public static int LastIndexOfAny<T>(this Span<T> span, SearchValues<T> values) where T : IEquatable<T>? => LastIndexOfAny((ReadOnlySpan<T>)span, values);

    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? => SpanMatching.Last(span, new OneValue<T>(value, null), false);
    public static int LastIndexOfAnyExcept<T>(this Span<T> span, T value) where T : IEquatable<T>? => LastIndexOfAnyExcept((ReadOnlySpan<T>)span, value);
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1) where T : IEquatable<T>? => SpanMatching.Last(span, new TwoValues<T>(value0, value1, null), false);
    public static int LastIndexOfAnyExcept<T>(this Span<T> span, T value0, T value1) where T : IEquatable<T>? => LastIndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1);
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => SpanMatching.Last(span, new ThreeValues<T>(value0, value1, value2, null), false);
    public static int LastIndexOfAnyExcept<T>(this Span<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => LastIndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1, value2);
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => SpanMatching.Last(span, new AnyValue<T>(values, null), false);
    public static int LastIndexOfAnyExcept<T>(this Span<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => LastIndexOfAnyExcept((ReadOnlySpan<T>)span, values);
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, SearchValues<T> values) where T : IEquatable<T>? => SpanMatching.Last(span, Set(values), false);
    public static int LastIndexOfAnyExcept<T>(this Span<T> span, SearchValues<T> values) where T : IEquatable<T>? => LastIndexOfAnyExcept((ReadOnlySpan<T>)span, values);

    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, T value0, T value1) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, value0, value1) >= 0;
    public static bool ContainsAny<T>(this Span<T> span, T value0, T value1) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, value0, value1) >= 0;
    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, value0, value1, value2) >= 0;
    public static bool ContainsAny<T>(this Span<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, value0, value1, value2) >= 0;
    public static bool ContainsAny<T>(this Span<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, values) >= 0;
    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, SearchValues<T> values) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, values) >= 0;
    public static bool ContainsAny<T>(this Span<T> span, SearchValues<T> values) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, values) >= 0;

    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value) >= 0;
    public static bool ContainsAnyExcept<T>(this Span<T> span, T value) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1) >= 0;
    public static bool ContainsAnyExcept<T>(this Span<T> span, T value0, T value1) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1, value2) >= 0;
    public static bool ContainsAnyExcept<T>(this Span<T> span, T value0, T value1, T value2) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value0, value1, value2) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, values) >= 0;
    public static bool ContainsAnyExcept<T>(this Span<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, values) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, SearchValues<T> values) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, values) >= 0;
    public static bool ContainsAnyExcept<T>(this Span<T> span, SearchValues<T> values) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, values) >= 0;

    public static int IndexOfAnyInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        SpanMatching.First(span, RangeOf(lowInclusive, highInclusive));
    public static int IndexOfAnyInRange<T>(this Span<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        IndexOfAnyInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive);
    public static int IndexOfAnyExceptInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        SpanMatching.First(span, RangeOf(lowInclusive, highInclusive), false);
    public static int IndexOfAnyExceptInRange<T>(this Span<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        IndexOfAnyExceptInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive);
    public static int LastIndexOfAnyInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        SpanMatching.Last(span, RangeOf(lowInclusive, highInclusive));
    public static int LastIndexOfAnyInRange<T>(this Span<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        LastIndexOfAnyInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive);
    public static int LastIndexOfAnyExceptInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        SpanMatching.Last(span, RangeOf(lowInclusive, highInclusive), false);
    public static int LastIndexOfAnyExceptInRange<T>(this Span<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        LastIndexOfAnyExceptInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive);
    public static bool ContainsAnyInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        IndexOfAnyInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive) >= 0;
    public static bool ContainsAnyInRange<T>(this Span<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        IndexOfAnyInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive) >= 0;
    public static bool ContainsAnyExceptInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        IndexOfAnyExceptInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive) >= 0;
    public static bool ContainsAnyExceptInRange<T>(this Span<T> span, T lowInclusive, T highInclusive) where T : IComparable<T> =>
        IndexOfAnyExceptInRange((ReadOnlySpan<T>)span, lowInclusive, highInclusive) >= 0;

    private static InRange<T> RangeOf<T>(T lowInclusive, T highInclusive) where T : IComparable<T>
    {
        if (lowInclusive is null) throw new ArgumentNullException(nameof(lowInclusive));
        if (highInclusive is null) throw new ArgumentNullException(nameof(highInclusive));
        return new InRange<T>(lowInclusive, highInclusive);
    }

    public static int IndexOfAny(this ReadOnlySpan<char> span, SearchValues<string> values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        return values.IndexIn(span);
    }

    public static int IndexOfAny(this Span<char> span, SearchValues<string> values) => IndexOfAny((ReadOnlySpan<char>)span, values);
    public static bool ContainsAny(this ReadOnlySpan<char> span, SearchValues<string> values) => IndexOfAny(span, values) >= 0;
    public static bool ContainsAny(this Span<char> span, SearchValues<string> values) => IndexOfAny((ReadOnlySpan<char>)span, values) >= 0;
}
