// Searching, comparing, trimming, ordering spans.

using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public static partial class MemoryExtensions
{
    public static Span<T> AsSpan<T>(this T[]? array) => new(array);
    public static Span<T> AsSpan<T>(this T[]? array, int start) => new Span<T>(array).Slice(start);
    public static Span<T> AsSpan<T>(this T[]? array, int start, int length) => new(array, start, length);
    public static Span<T> AsSpan<T>(this T[]? array, Index startIndex) => new Span<T>(array).Slice(startIndex.GetOffset(array?.Length ?? 0));

    public static Span<T> AsSpan<T>(this T[]? array, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(array?.Length ?? 0);
        return new Span<T>(array, start, length);
    }

    // The C# compiler converts a string to a span by calling this member, so it cannot use that conversion itself.
    public static ReadOnlySpan<char> AsSpan(this string? text) =>
        text is null ? default : new ReadOnlySpan<char>(in text.FirstChar, text.Length);

    public static ReadOnlySpan<char> AsSpan(this string? text, int start) => ((ReadOnlySpan<char>)text).Slice(start);
    public static ReadOnlySpan<char> AsSpan(this string? text, int start, int length) =>
        ((ReadOnlySpan<char>)text).Slice(start, length);

    public static ReadOnlySpan<char> AsSpan(this string? text, Index startIndex) =>
        ((ReadOnlySpan<char>)text).Slice(startIndex.GetOffset(text?.Length ?? 0));

    public static ReadOnlySpan<char> AsSpan(this string? text, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(text?.Length ?? 0);
        return ((ReadOnlySpan<char>)text).Slice(start, length);
    }

    public static void CopyTo<T>(this T[]? source, Span<T> destination) => new ReadOnlySpan<T>(source).CopyTo(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Same<T>(T left, T right) where T : IEquatable<T>? => left is null ? right is null : left.Equals(right);

    /// <summary>The elements, or one, as integers of the same size.</summary>
    private static ref TBits Bits<T, TBits>(ReadOnlySpan<T> span) => ref Unsafe.As<T, TBits>(ref span._reference);
    private static TBits Bits<T, TBits>(T value) => Unsafe.As<T, TBits>(ref value);

    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>?
    {
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1) return SpanSearch.First(ref Bits<T, byte>(span), span.Length, new MatchOne<byte>(Bits<T, byte>(value)));
            if (Unsafe.SizeOf<T>() == 2) return SpanSearch.First(ref Bits<T, ushort>(span), span.Length, new MatchOne<ushort>(Bits<T, ushort>(value)));
            if (Unsafe.SizeOf<T>() == 4) return SpanSearch.First(ref Bits<T, uint>(span), span.Length, new MatchOne<uint>(Bits<T, uint>(value)));
            if (Unsafe.SizeOf<T>() == 8) return SpanSearch.First(ref Bits<T, ulong>(span), span.Length, new MatchOne<ulong>(Bits<T, ulong>(value)));
        }
        for (int i = 0; i < span.Length; i++)
            if (Same(value, span[i])) return i;
        return -1;
    }

    public static int IndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>?
    {
        if (value.Length > span.Length) return -1;
        if (value.Length < 2) return value.IsEmpty ? 0 : span.IndexOf(value[0]);
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1) return SequenceSearch.First(ref Bits<T, byte>(span), span.Length, ref Bits<T, byte>(value), value.Length);
            if (Unsafe.SizeOf<T>() == 2) return SequenceSearch.First(ref Bits<T, ushort>(span), span.Length, ref Bits<T, ushort>(value), value.Length);
        }
        for (int i = 0; i <= span.Length - value.Length; i++)
        {
            int found = span.Slice(i, span.Length - value.Length + 1 - i).IndexOf(value[0]);
            if (found < 0) return -1;
            i += found;
            if (span.Slice(i, value.Length).SequenceEqual(value)) return i;
        }
        return -1;
    }

    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>?
    {
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1) return SpanSearch.Last(ref Bits<T, byte>(span), span.Length, new MatchOne<byte>(Bits<T, byte>(value)));
            if (Unsafe.SizeOf<T>() == 2) return SpanSearch.Last(ref Bits<T, ushort>(span), span.Length, new MatchOne<ushort>(Bits<T, ushort>(value)));
            if (Unsafe.SizeOf<T>() == 4) return SpanSearch.Last(ref Bits<T, uint>(span), span.Length, new MatchOne<uint>(Bits<T, uint>(value)));
            if (Unsafe.SizeOf<T>() == 8) return SpanSearch.Last(ref Bits<T, ulong>(span), span.Length, new MatchOne<ulong>(Bits<T, ulong>(value)));
        }
        for (int i = span.Length - 1; i >= 0; i--)
            if (Same(value, span[i])) return i;
        return -1;
    }

    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>?
    {
        for (int i = span.Length - value.Length; i >= 0; i--)
            if (span.Slice(i, value.Length).SequenceEqual(value)) return i;
        return -1;
    }

    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>?
    {
        for (int i = 0; i < span.Length; i++)
            if (values.IndexOf(span[i]) >= 0) return i;
        return -1;
    }

    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1) where T : IEquatable<T>?
    {
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1) return SpanSearch.First(ref Bits<T, byte>(span), span.Length, new MatchThree<byte>(Bits<T, byte>(value0), Bits<T, byte>(value1), Bits<T, byte>(value1)));
            if (Unsafe.SizeOf<T>() == 2) return SpanSearch.First(ref Bits<T, ushort>(span), span.Length, new MatchThree<ushort>(Bits<T, ushort>(value0), Bits<T, ushort>(value1), Bits<T, ushort>(value1)));
            if (Unsafe.SizeOf<T>() == 4) return SpanSearch.First(ref Bits<T, uint>(span), span.Length, new MatchThree<uint>(Bits<T, uint>(value0), Bits<T, uint>(value1), Bits<T, uint>(value1)));
            if (Unsafe.SizeOf<T>() == 8) return SpanSearch.First(ref Bits<T, ulong>(span), span.Length, new MatchThree<ulong>(Bits<T, ulong>(value0), Bits<T, ulong>(value1), Bits<T, ulong>(value1)));
        }
        for (int i = 0; i < span.Length; i++)
            if (Same(value0, span[i]) || Same(value1, span[i])) return i;
        return -1;
    }

    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2) where T : IEquatable<T>?
    {
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1) return SpanSearch.First(ref Bits<T, byte>(span), span.Length, new MatchThree<byte>(Bits<T, byte>(value0), Bits<T, byte>(value1), Bits<T, byte>(value2)));
            if (Unsafe.SizeOf<T>() == 2) return SpanSearch.First(ref Bits<T, ushort>(span), span.Length, new MatchThree<ushort>(Bits<T, ushort>(value0), Bits<T, ushort>(value1), Bits<T, ushort>(value2)));
            if (Unsafe.SizeOf<T>() == 4) return SpanSearch.First(ref Bits<T, uint>(span), span.Length, new MatchThree<uint>(Bits<T, uint>(value0), Bits<T, uint>(value1), Bits<T, uint>(value2)));
            if (Unsafe.SizeOf<T>() == 8) return SpanSearch.First(ref Bits<T, ulong>(span), span.Length, new MatchThree<ulong>(Bits<T, ulong>(value0), Bits<T, ulong>(value1), Bits<T, ulong>(value2)));
        }
        for (int i = 0; i < span.Length; i++)
            if (Same(value0, span[i]) || Same(value1, span[i]) || Same(value2, span[i])) return i;
        return -1;
    }

    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>?
    {
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1) return SpanSearch.First(ref Bits<T, byte>(span), span.Length, new MatchOther<byte>(Bits<T, byte>(value)));
            if (Unsafe.SizeOf<T>() == 2) return SpanSearch.First(ref Bits<T, ushort>(span), span.Length, new MatchOther<ushort>(Bits<T, ushort>(value)));
            if (Unsafe.SizeOf<T>() == 4) return SpanSearch.First(ref Bits<T, uint>(span), span.Length, new MatchOther<uint>(Bits<T, uint>(value)));
            if (Unsafe.SizeOf<T>() == 8) return SpanSearch.First(ref Bits<T, ulong>(span), span.Length, new MatchOther<ulong>(Bits<T, ulong>(value)));
        }
        for (int i = 0; i < span.Length; i++)
            if (!Same(value, span[i])) return i;
        return -1;
    }

    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>?
    {
        for (int i = span.Length - 1; i >= 0; i--)
            if (values.IndexOf(span[i]) >= 0) return i;
        return -1;
    }

    public static bool Contains<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? => IndexOf(span, value) >= 0;
    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => IndexOfAny(span, values) >= 0;

    public static int Count<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>?
    {
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1) return SpanSearch.Count(ref Bits<T, byte>(span), span.Length, new MatchOne<byte>(Bits<T, byte>(value)));
            if (Unsafe.SizeOf<T>() == 2) return SpanSearch.Count(ref Bits<T, ushort>(span), span.Length, new MatchOne<ushort>(Bits<T, ushort>(value)));
            if (Unsafe.SizeOf<T>() == 4) return SpanSearch.Count(ref Bits<T, uint>(span), span.Length, new MatchOne<uint>(Bits<T, uint>(value)));
            if (Unsafe.SizeOf<T>() == 8) return SpanSearch.Count(ref Bits<T, ulong>(span), span.Length, new MatchOne<ulong>(Bits<T, ulong>(value)));
        }
        int count = 0;
        foreach (T item in span)
            if (Same(value, item)) count++;
        return count;
    }

    public static bool StartsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? =>
        value.Length <= span.Length && span.Slice(0, value.Length).SequenceEqual(value);

    public static bool EndsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? =>
        value.Length <= span.Length && span.Slice(span.Length - value.Length).SequenceEqual(value);

    public static bool StartsWith<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? =>
        span.Length != 0 && Same(value, span[0]);

    public static bool EndsWith<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? =>
        span.Length != 0 && Same(value, span[span.Length - 1]);

    public static int CommonPrefixLength<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
    {
        if (SpanSearch.Handles<T>())
        {
            int bytes = Math.Min(Math.Min(span.Length, other.Length), int.MaxValue / Unsafe.SizeOf<T>()) * Unsafe.SizeOf<T>();
            int same = SpanSearch.CommonLength(ref Bits<T, byte>(span), ref Bits<T, byte>(other), bytes) / Unsafe.SizeOf<T>();
            if (same * Unsafe.SizeOf<T>() != bytes || same == Math.Min(span.Length, other.Length)) return same;
        }
        int length = 0;
        while (length < span.Length && length < other.Length && EqualityComparer<T>.AreEqual(span[length], other[length])) length++;
        return length;
    }

    public static bool SequenceEqual<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other) where T : IEquatable<T>?
    {
        if (RuntimeHelpers.IsBitwiseEquatable<T>())
            return span.Length == other.Length && SpanSearch.AreEqual(
                ref Bits<T, byte>(span), ref Bits<T, byte>(other), (nuint)(uint)span.Length * (nuint)Unsafe.SizeOf<T>());
        if (span.Length != other.Length) return false;
        for (int i = 0; i < span.Length; i++)
            if (!Same(span[i], other[i])) return false;
        return true;
    }

    public static int SequenceCompareTo<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other) where T : IComparable<T>?
    {
        int common = Math.Min(span.Length, other.Length);
        for (int i = 0; i < common; i++)
        {
            T left = span[i];
            int order = left is null ? (other[i] is null ? 0 : -1) : left.CompareTo(other[i]);
            if (order != 0) return order;
        }
        return span.Length.CompareTo(other.Length);
    }

    public static void Reverse<T>(this Span<T> span)
    {
        for (int low = 0, high = span.Length - 1; low < high; low++, high--)
            (span[low], span[high]) = (span[high], span[low]);
    }

    public static void Replace<T>(this Span<T> span, T oldValue, T newValue) where T : IEquatable<T>?
    {
        if (SpanSearch.Handles<T>())
        {
            if (Unsafe.SizeOf<T>() == 1)
            {
                SpanSearch.Replace(ref Bits<T, byte>(span), ref Bits<T, byte>(span), span.Length, Bits<T, byte>(oldValue), Bits<T, byte>(newValue));
                return;
            }
            if (Unsafe.SizeOf<T>() == 2)
            {
                SpanSearch.Replace(ref Bits<T, ushort>(span), ref Bits<T, ushort>(span), span.Length, Bits<T, ushort>(oldValue), Bits<T, ushort>(newValue));
                return;
            }
            if (Unsafe.SizeOf<T>() == 4)
            {
                SpanSearch.Replace(ref Bits<T, uint>(span), ref Bits<T, uint>(span), span.Length, Bits<T, uint>(oldValue), Bits<T, uint>(newValue));
                return;
            }
            if (Unsafe.SizeOf<T>() == 8)
            {
                SpanSearch.Replace(ref Bits<T, ulong>(span), ref Bits<T, ulong>(span), span.Length, Bits<T, ulong>(oldValue), Bits<T, ulong>(newValue));
                return;
            }
        }
        for (int i = 0; i < span.Length; i++)
            if (Same(oldValue, span[i])) span[i] = newValue;
    }

    public static bool Overlaps<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
    {
        if (span.IsEmpty || other.IsEmpty) return false;
        nint distance = Unsafe.ByteOffset(ref span._reference, ref other._reference);
        return (nuint)distance < (nuint)span.Length * (nuint)Unsafe.SizeOf<T>()
            || (nuint)(-distance) < (nuint)other.Length * (nuint)Unsafe.SizeOf<T>();
    }

    public static void Sort<T>(this Span<T> span) => IntroSort.Sort(span, null);
    public static void Sort<T>(this Span<T> span, Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison, nameof(comparison));
        IntroSort.Sort(span, new ComparisonComparer<T>(comparison));
    }

    public static void Sort<T, TComparer>(this Span<T> span, TComparer comparer) where TComparer : IComparer<T>? =>
        IntroSort.Sort(span, (IComparer<T>?)comparer);

    public static int BinarySearch<T>(this ReadOnlySpan<T> span, IComparable<T> comparable)
    {
        ArgumentNullException.ThrowIfNull(comparable, nameof(comparable));
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

    public static int BinarySearch<T>(this Span<T> span, IComparable<T> comparable) => BinarySearch((ReadOnlySpan<T>)span, comparable);

    public static int IndexOf<T>(this Span<T> span, T value) where T : IEquatable<T>? => IndexOf((ReadOnlySpan<T>)span, value);
    public static int IndexOf<T>(this Span<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? => IndexOf((ReadOnlySpan<T>)span, value);
    public static int LastIndexOf<T>(this Span<T> span, T value) where T : IEquatable<T>? => LastIndexOf((ReadOnlySpan<T>)span, value);
    public static int LastIndexOf<T>(this Span<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? => LastIndexOf((ReadOnlySpan<T>)span, value);
    public static int IndexOfAny<T>(this Span<T> span, ReadOnlySpan<T> values) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, values);
    public static int IndexOfAny<T>(this Span<T> span, T value0, T value1) where T : IEquatable<T>? => IndexOfAny((ReadOnlySpan<T>)span, value0, value1);
    public static int IndexOfAnyExcept<T>(this Span<T> span, T value) where T : IEquatable<T>? => IndexOfAnyExcept((ReadOnlySpan<T>)span, value);
    public static bool Contains<T>(this Span<T> span, T value) where T : IEquatable<T>? => Contains((ReadOnlySpan<T>)span, value);
    public static int Count<T>(this Span<T> span, T value) where T : IEquatable<T>? => Count((ReadOnlySpan<T>)span, value);
    public static bool StartsWith<T>(this Span<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? => StartsWith((ReadOnlySpan<T>)span, value);
    public static bool EndsWith<T>(this Span<T> span, ReadOnlySpan<T> value) where T : IEquatable<T>? => EndsWith((ReadOnlySpan<T>)span, value);
    public static bool SequenceEqual<T>(this Span<T> span, ReadOnlySpan<T> other) where T : IEquatable<T>? => SequenceEqual((ReadOnlySpan<T>)span, other);
    public static int SequenceCompareTo<T>(this Span<T> span, ReadOnlySpan<T> other) where T : IComparable<T>? => SequenceCompareTo((ReadOnlySpan<T>)span, other);
    public static int CommonPrefixLength<T>(this Span<T> span, ReadOnlySpan<T> other) => CommonPrefixLength((ReadOnlySpan<T>)span, other);
    public static bool Overlaps<T>(this Span<T> span, ReadOnlySpan<T> other) => Overlaps((ReadOnlySpan<T>)span, other);
}
