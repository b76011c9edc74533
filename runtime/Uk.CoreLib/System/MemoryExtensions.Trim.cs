// Trimming: what is left of a span or a memory without certain elements at its ends.

namespace System;

public static partial class MemoryExtensions
{
    // Where the part begins and ends that is left.
    private static int TrimmedStart<T, TMatcher>(ReadOnlySpan<T> span, TMatcher matcher) where TMatcher : IMatcher<T>, allows ref struct =>
        SpanMatching.First(span, matcher, wanted: false) is >= 0 and int start ? start : span.Length;

    private static int TrimmedEnd<T, TMatcher>(ReadOnlySpan<T> span, TMatcher matcher) where TMatcher : IMatcher<T>, allows ref struct =>
        SpanMatching.Last(span, matcher, wanted: false) + 1;

    private readonly struct WhiteSpace : IMatcher<char>
    {
        public bool Matches(char value) => char.IsWhiteSpace(value);
    }

    public static ReadOnlySpan<T> Trim<T>(this ReadOnlySpan<T> span, T trimElement) where T : IEquatable<T>? => span.TrimStart(trimElement).TrimEnd(trimElement);
    public static ReadOnlySpan<T> TrimStart<T>(this ReadOnlySpan<T> span, T trimElement) where T : IEquatable<T>? => span.Slice(TrimmedStart(span, new OneValue<T>(trimElement, null)));
    public static ReadOnlySpan<T> TrimEnd<T>(this ReadOnlySpan<T> span, T trimElement) where T : IEquatable<T>? => span.Slice(0, TrimmedEnd(span, new OneValue<T>(trimElement, null)));
    public static ReadOnlySpan<T> Trim<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => span.TrimStart(trimElements).TrimEnd(trimElements);
    public static ReadOnlySpan<T> TrimStart<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => span.Slice(TrimmedStart(span, new AnyValue<T>(trimElements, null)));
    public static ReadOnlySpan<T> TrimEnd<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => span.Slice(0, TrimmedEnd(span, new AnyValue<T>(trimElements, null)));

    public static Span<T> Trim<T>(this Span<T> span, T trimElement) where T : IEquatable<T>? => span.TrimStart(trimElement).TrimEnd(trimElement);
    public static Span<T> TrimStart<T>(this Span<T> span, T trimElement) where T : IEquatable<T>? => span.Slice(TrimmedStart((ReadOnlySpan<T>)span, new OneValue<T>(trimElement, null)));
    public static Span<T> TrimEnd<T>(this Span<T> span, T trimElement) where T : IEquatable<T>? => span.Slice(0, TrimmedEnd((ReadOnlySpan<T>)span, new OneValue<T>(trimElement, null)));
    public static Span<T> Trim<T>(this Span<T> span, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => span.TrimStart(trimElements).TrimEnd(trimElements);
    public static Span<T> TrimStart<T>(this Span<T> span, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => span.Slice(TrimmedStart((ReadOnlySpan<T>)span, new AnyValue<T>(trimElements, null)));
    public static Span<T> TrimEnd<T>(this Span<T> span, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => span.Slice(0, TrimmedEnd((ReadOnlySpan<T>)span, new AnyValue<T>(trimElements, null)));
    public static Span<char> Trim(this Span<char> span) => span.TrimStart().TrimEnd();
    public static Span<char> TrimStart(this Span<char> span) => span.Slice(TrimmedStart((ReadOnlySpan<char>)span, default(WhiteSpace)));
    public static Span<char> TrimEnd(this Span<char> span) => span.Slice(0, TrimmedEnd((ReadOnlySpan<char>)span, default(WhiteSpace)));

    public static ReadOnlyMemory<T> Trim<T>(this ReadOnlyMemory<T> memory, T trimElement) where T : IEquatable<T>? => memory.TrimStart(trimElement).TrimEnd(trimElement);
    public static ReadOnlyMemory<T> TrimStart<T>(this ReadOnlyMemory<T> memory, T trimElement) where T : IEquatable<T>? => memory.Slice(TrimmedStart(memory.Span, new OneValue<T>(trimElement, null)));
    public static ReadOnlyMemory<T> TrimEnd<T>(this ReadOnlyMemory<T> memory, T trimElement) where T : IEquatable<T>? => memory.Slice(0, TrimmedEnd(memory.Span, new OneValue<T>(trimElement, null)));
    public static ReadOnlyMemory<T> Trim<T>(this ReadOnlyMemory<T> memory, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => memory.TrimStart(trimElements).TrimEnd(trimElements);
    public static ReadOnlyMemory<T> TrimStart<T>(this ReadOnlyMemory<T> memory, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => memory.Slice(TrimmedStart(memory.Span, new AnyValue<T>(trimElements, null)));
    public static ReadOnlyMemory<T> TrimEnd<T>(this ReadOnlyMemory<T> memory, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => memory.Slice(0, TrimmedEnd(memory.Span, new AnyValue<T>(trimElements, null)));
    public static ReadOnlyMemory<char> Trim(this ReadOnlyMemory<char> memory) => memory.TrimStart().TrimEnd();
    public static ReadOnlyMemory<char> TrimStart(this ReadOnlyMemory<char> memory) => memory.Slice(TrimmedStart(memory.Span, default(WhiteSpace)));
    public static ReadOnlyMemory<char> TrimEnd(this ReadOnlyMemory<char> memory) => memory.Slice(0, TrimmedEnd(memory.Span, default(WhiteSpace)));

    public static Memory<T> Trim<T>(this Memory<T> memory, T trimElement) where T : IEquatable<T>? => memory.TrimStart(trimElement).TrimEnd(trimElement);
    public static Memory<T> TrimStart<T>(this Memory<T> memory, T trimElement) where T : IEquatable<T>? => memory.Slice(TrimmedStart((ReadOnlySpan<T>)memory.Span, new OneValue<T>(trimElement, null)));
    public static Memory<T> TrimEnd<T>(this Memory<T> memory, T trimElement) where T : IEquatable<T>? => memory.Slice(0, TrimmedEnd((ReadOnlySpan<T>)memory.Span, new OneValue<T>(trimElement, null)));
    public static Memory<T> Trim<T>(this Memory<T> memory, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => memory.TrimStart(trimElements).TrimEnd(trimElements);
    public static Memory<T> TrimStart<T>(this Memory<T> memory, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => memory.Slice(TrimmedStart((ReadOnlySpan<T>)memory.Span, new AnyValue<T>(trimElements, null)));
    public static Memory<T> TrimEnd<T>(this Memory<T> memory, ReadOnlySpan<T> trimElements) where T : IEquatable<T>? => memory.Slice(0, TrimmedEnd((ReadOnlySpan<T>)memory.Span, new AnyValue<T>(trimElements, null)));
    public static Memory<char> Trim(this Memory<char> memory) => memory.TrimStart().TrimEnd();
    public static Memory<char> TrimStart(this Memory<char> memory) => memory.Slice(TrimmedStart((ReadOnlySpan<char>)memory.Span, default(WhiteSpace)));
    public static Memory<char> TrimEnd(this Memory<char> memory) => memory.Slice(0, TrimmedEnd((ReadOnlySpan<char>)memory.Span, default(WhiteSpace)));
}
