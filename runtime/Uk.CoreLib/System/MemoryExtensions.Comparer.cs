// Searching, comparing and counting in spans by a comparer.

using System.Buffers;
using System.Collections.Generic;

namespace System;

public static partial class MemoryExtensions
{
    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new OneValue<T>(value, comparer));
    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new OneValue<T>(value, comparer));
    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new TwoValues<T>(value0, value1, comparer));
    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new ThreeValues<T>(value0, value1, value2, comparer));
    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new AnyValue<T>(values, comparer));
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new OneValue<T>(value, comparer), false);
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new TwoValues<T>(value0, value1, comparer), false);
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new ThreeValues<T>(value0, value1, value2, comparer), false);
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new AnyValue<T>(values, comparer), false);
    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new TwoValues<T>(value0, value1, comparer));
    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new ThreeValues<T>(value0, value1, value2, comparer));
    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new AnyValue<T>(values, comparer));
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new OneValue<T>(value, comparer), false);
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new TwoValues<T>(value0, value1, comparer), false);
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new ThreeValues<T>(value0, value1, value2, comparer), false);
    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Last(span, new AnyValue<T>(values, comparer), false);
    public static bool Contains<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new OneValue<T>(value, comparer)) >= 0;
    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, T value0, T value1, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new TwoValues<T>(value0, value1, comparer)) >= 0;
    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new ThreeValues<T>(value0, value1, value2, comparer)) >= 0;
    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new AnyValue<T>(values, comparer)) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new OneValue<T>(value, comparer), false) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new TwoValues<T>(value0, value1, comparer), false) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new ThreeValues<T>(value0, value1, value2, comparer), false) >= 0;
    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.First(span, new AnyValue<T>(values, comparer), false) >= 0;

    public static int IndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value, IEqualityComparer<T>? comparer = null)
    {
        for (int i = 0; i <= span.Length - value.Length; i++)
            if (span.Slice(i, value.Length).SequenceEqual(value, comparer)) return i;
        return -1;
    }

    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value, IEqualityComparer<T>? comparer = null)
    {
        for (int i = span.Length - value.Length; i >= 0; i--)
            if (span.Slice(i, value.Length).SequenceEqual(value, comparer)) return i;
        return -1;
    }

    public static bool SequenceEqual<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other, IEqualityComparer<T>? comparer = null)
    {
        if (span.Length != other.Length) return false;
        for (int i = 0; i < span.Length; i++)
            if (!SpanMatching.AreEqual(span[i], other[i], comparer)) return false;
        return true;
    }

    public static bool SequenceEqual<T>(this Span<T> span, ReadOnlySpan<T> other, IEqualityComparer<T>? comparer = null) =>
        SequenceEqual((ReadOnlySpan<T>)span, other, comparer);

    public static int SequenceCompareTo<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other, IComparer<T>? comparer = null)
    {
        comparer ??= Comparer<T>.Default;
        int common = Math.Min(span.Length, other.Length);
        for (int i = 0; i < common; i++)
        {
            int order = comparer.Compare(span[i], other[i]);
            if (order != 0) return order;
        }
        return span.Length.CompareTo(other.Length);
    }

    public static int CommonPrefixLength<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other, IEqualityComparer<T>? comparer)
    {
        int length = 0;
        while (length < span.Length && length < other.Length && SpanMatching.AreEqual(span[length], other[length], comparer)) length++;
        return length;
    }

    public static int CommonPrefixLength<T>(this Span<T> span, ReadOnlySpan<T> other, IEqualityComparer<T>? comparer) =>
        CommonPrefixLength((ReadOnlySpan<T>)span, other, comparer);

    public static bool StartsWith<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        span.Length != 0 && SpanMatching.AreEqual(span[0], value, comparer);
    public static bool EndsWith<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        span.Length != 0 && SpanMatching.AreEqual(span[span.Length - 1], value, comparer);
    public static bool StartsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value, IEqualityComparer<T>? comparer = null) =>
        value.Length <= span.Length && span.Slice(0, value.Length).SequenceEqual(value, comparer);
    public static bool EndsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value, IEqualityComparer<T>? comparer = null) =>
        value.Length <= span.Length && span.Slice(span.Length - value.Length).SequenceEqual(value, comparer);

    public static int Count<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Count(span, new OneValue<T>(value, comparer));

    /// <summary>Without overlaps; an empty value occurs nowhere.</summary>
    public static int Count<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value, IEqualityComparer<T>? comparer = null)
    {
        int count = 0;
        if (value.IsEmpty) return 0;
        for (int at = IndexOf(span, value, comparer); at >= 0; at = IndexOf(span, value, comparer))
        {
            count++;
            span = span.Slice(at + value.Length);
        }
        return count;
    }

    public static int Count<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? => Count(span, value, null);
    public static int Count<T>(this Span<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? => Count((ReadOnlySpan<T>)span, value, null);
    public static int CountAny<T>(this ReadOnlySpan<T> span, params ReadOnlySpan<T> values) where T : IEquatable<T>? =>
        SpanMatching.Count(span, new AnyValue<T>(values, null));
    public static int CountAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Count(span, new AnyValue<T>(values, comparer));
    public static int CountAny<T>(this ReadOnlySpan<T> span, SearchValues<T> values) where T : IEquatable<T>? => SpanMatching.Count(span, Set(values));

    public static void Replace<T>(this Span<T> span, T oldValue, T newValue, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Replace(span, span, new OneValue<T>(oldValue, comparer), newValue);
    public static void Replace<T>(this ReadOnlySpan<T> source, Span<T> destination, T oldValue, T newValue) where T : IEquatable<T>? =>
        SpanMatching.Replace(source, destination, new OneValue<T>(oldValue, null), newValue);
    public static void Replace<T>(this ReadOnlySpan<T> source, Span<T> destination, T oldValue, T newValue, IEqualityComparer<T>? comparer = null) =>
        SpanMatching.Replace(source, destination, new OneValue<T>(oldValue, comparer), newValue);
    public static void ReplaceAny<T>(this Span<T> span, SearchValues<T> values, T newValue) where T : IEquatable<T>? =>
        SpanMatching.Replace(span, span, Set(values), newValue);
    public static void ReplaceAny<T>(this ReadOnlySpan<T> source, Span<T> destination, SearchValues<T> values, T newValue) where T : IEquatable<T>? =>
        SpanMatching.Replace(source, destination, Set(values), newValue);
    public static void ReplaceAnyExcept<T>(this Span<T> span, SearchValues<T> values, T newValue) where T : IEquatable<T>? =>
        SpanMatching.Replace(span, span, Set(values), newValue, wanted: false);
    public static void ReplaceAnyExcept<T>(this ReadOnlySpan<T> source, Span<T> destination, SearchValues<T> values, T newValue) where T : IEquatable<T>? =>
        SpanMatching.Replace(source, destination, Set(values), newValue, wanted: false);

    /// <param name="elementOffset">How many elements the other span begins behind this one; the whole distance, or an exception for odd ones.</param>
    public static bool Overlaps<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other, out int elementOffset)
    {
        elementOffset = 0;
        if (!span.Overlaps(other)) return false;
        nint distance = Runtime.CompilerServices.Unsafe.ByteOffset(ref span._reference, ref other._reference);
        int size = Runtime.CompilerServices.Unsafe.SizeOf<T>();
        if (distance % size != 0) ThrowHelper.Argument("Overlapping spans have mismatching alignment.");
        elementOffset = (int)(distance / size);
        return true;
    }

    public static bool Overlaps<T>(this Span<T> span, ReadOnlySpan<T> other, out int elementOffset) =>
        Overlaps((ReadOnlySpan<T>)span, other, out elementOffset);

    public static void Sort<TKey, TValue>(this Span<TKey> keys, Span<TValue> items) => Sort<TKey, TValue, IComparer<TKey>?>(keys, items, null);

    public static void Sort<TKey, TValue>(this Span<TKey> keys, Span<TValue> items, Comparison<TKey> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison, nameof(comparison));
        Sort(keys, items, new ComparisonComparer<TKey>(comparison));
    }

    public static void Sort<TKey, TValue, TComparer>(this Span<TKey> keys, Span<TValue> items, TComparer comparer) where TComparer : IComparer<TKey>?
    {
        if (keys.Length != items.Length) ThrowHelper.Argument("Span lengths do not match: the keys and items arrays should have the same length.");
        IntroSort.Sort(keys, items, (IComparer<TKey>?)comparer ?? Comparer<TKey>.Default);
    }

    public static int BinarySearch<T, TComparable>(this ReadOnlySpan<T> span, TComparable comparable) where TComparable : IComparable<T>, allows ref struct
    {
        if (comparable is null) throw new ArgumentNullException(nameof(comparable));
        int low = 0, high = span.Length - 1;
        while (low <= high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            int order = comparable.CompareTo(span[middle]);
            if (order == 0) return middle;
            if (order > 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    public static int BinarySearch<T, TComparable>(this Span<T> span, TComparable comparable) where TComparable : IComparable<T>, allows ref struct =>
        BinarySearch((ReadOnlySpan<T>)span, comparable);

    public static int BinarySearch<T, TComparer>(this ReadOnlySpan<T> span, T value, TComparer comparer) where TComparer : IComparer<T>, allows ref struct
    {
        if (comparer is null) throw new ArgumentNullException(nameof(comparer));
        int low = 0, high = span.Length - 1;
        while (low <= high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            int order = comparer.Compare(value, span[middle]);
            if (order == 0) return middle;
            if (order > 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    public static int BinarySearch<T, TComparer>(this Span<T> span, T value, TComparer comparer) where TComparer : IComparer<T>, allows ref struct =>
        BinarySearch((ReadOnlySpan<T>)span, value, comparer);
}
