// Memory of arrays, segments and strings.

namespace System;

public static partial class MemoryExtensions
{
    public static Memory<T> AsMemory<T>(this T[]? array) => new(array);
    public static Memory<T> AsMemory<T>(this T[]? array, int start) => new Memory<T>(array).Slice(start);
    public static Memory<T> AsMemory<T>(this T[]? array, int start, int length) => new(array, start, length);

    public static Memory<T> AsMemory<T>(this T[]? array, Index startIndex)
    {
        if (array is null && !startIndex.Equals(Index.Start)) throw new ArgumentNullException(nameof(array));
        return new Memory<T>(array).Slice(startIndex.GetOffset(array?.Length ?? 0));
    }

    public static Memory<T> AsMemory<T>(this T[]? array, Range range)
    {
        if (array is null && !(range.Start.Equals(Index.Start) && range.End.Equals(Index.Start))) throw new ArgumentNullException(nameof(array));
        (int start, int length) = range.GetOffsetAndLength(array?.Length ?? 0);
        return new Memory<T>(array, start, length);
    }

    public static Memory<T> AsMemory<T>(this ArraySegment<T> segment) => segment;
    public static Memory<T> AsMemory<T>(this ArraySegment<T> segment, int start) => ((Memory<T>)segment).Slice(start);
    public static Memory<T> AsMemory<T>(this ArraySegment<T> segment, int start, int length) => ((Memory<T>)segment).Slice(start, length);

    public static Span<T> AsSpan<T>(this ArraySegment<T> segment) => segment;
    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, int start) => ((Span<T>)segment).Slice(start);
    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, int start, int length) => ((Span<T>)segment).Slice(start, length);
    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, Index startIndex) => ((Span<T>)segment).Slice(startIndex.GetOffset(segment.Count));

    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(segment.Count);
        return ((Span<T>)segment).Slice(start, length);
    }

    public static ReadOnlyMemory<char> AsMemory(this string? text) => text is null ? default : new ReadOnlyMemory<char>((object)text, 0, text.Length);
    public static ReadOnlyMemory<char> AsMemory(this string? text, int start) => AsMemory(text).Slice(start);
    public static ReadOnlyMemory<char> AsMemory(this string? text, int start, int length) => AsMemory(text).Slice(start, length);

    public static ReadOnlyMemory<char> AsMemory(this string? text, Index startIndex)
    {
        if (text is null && !startIndex.Equals(Index.Start)) throw new ArgumentNullException(nameof(text));
        return AsMemory(text).Slice(startIndex.GetOffset(text?.Length ?? 0));
    }

    public static ReadOnlyMemory<char> AsMemory(this string? text, Range range)
    {
        if (text is null && !(range.Start.Equals(Index.Start) && range.End.Equals(Index.Start))) throw new ArgumentNullException(nameof(text));
        (int start, int length) = range.GetOffsetAndLength(text?.Length ?? 0);
        return AsMemory(text).Slice(start, length);
    }

    public static void CopyTo<T>(this T[]? source, Memory<T> destination) => new ReadOnlySpan<T>(source).CopyTo(destination.Span);
}
