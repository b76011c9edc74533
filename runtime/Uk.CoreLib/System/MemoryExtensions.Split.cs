// Splitting spans: into ranges that the caller has room for, or one range at a time.

using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System;

public static partial class MemoryExtensions
{
    public static int Split(this ReadOnlySpan<char> source, Span<Range> destination, char separator, StringSplitOptions options = StringSplitOptions.None) =>
        SplitInto(source, destination, new ReadOnlySpan<char>(in separator), options, isAny: true);

    public static int Split(this ReadOnlySpan<char> source, Span<Range> destination, ReadOnlySpan<char> separator, StringSplitOptions options = StringSplitOptions.None) =>
        SplitInto(source, destination, separator, options, isAny: false);

    /// <param name="separators">None means white space.</param>
    public static int SplitAny(this ReadOnlySpan<char> source, Span<Range> destination, ReadOnlySpan<char> separators, StringSplitOptions options = StringSplitOptions.None) =>
        SplitInto(source, destination, separators, options, isAny: true);

    public static int SplitAny(this ReadOnlySpan<char> source, Span<Range> destination, ReadOnlySpan<string> separators, StringSplitOptions options = StringSplitOptions.None)
    {
        if (separators.IsEmpty) return SplitInto(source, destination, default, options, isAny: true);
        SplitTarget target = new(source, destination, options);
        for (int i = 0; i < source.Length && !target.IsLast; i++)
            foreach (string separator in separators)
            {
                if (string.IsNullOrEmpty(separator) || !source.Slice(i).StartsWith(separator)) continue;
                target.Add(i, separator.Length);
                i += separator.Length - 1;
                break;
            }
        return target.Finish();
    }

    private static int SplitInto(ReadOnlySpan<char> source, Span<Range> destination, ReadOnlySpan<char> separator, StringSplitOptions options, bool isAny)
    {
        SplitTarget target = new(source, destination, options);
        if (!isAny && separator.IsEmpty) return target.Finish();
        int length = isAny ? 1 : separator.Length;
        for (int i = 0; i <= source.Length - length && !target.IsLast; i++)
        {
            bool found = !isAny ? source.Slice(i).StartsWith(separator)
                : separator.IsEmpty ? char.IsWhiteSpace(source[i]) : separator.IndexOf(source[i]) >= 0;
            if (!found) continue;
            target.Add(i, length);
            i += length - 1;
        }
        return target.Finish();
    }

    /// <summary>The ranges so far. The last one that there is room for takes all of the rest.</summary>
    private ref struct SplitTarget
    {
        private readonly ReadOnlySpan<char> _source;
        private readonly Span<Range> _ranges;
        private readonly bool _dropsEmpty;
        private readonly bool _trims;
        private int _count;
        private int _start;

        internal SplitTarget(ReadOnlySpan<char> source, Span<Range> ranges, StringSplitOptions options)
        {
            if ((options & ~(StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) != 0)
                throw new ArgumentException("Value of flags is invalid.", nameof(options));
            _source = source;
            _ranges = ranges;
            _dropsEmpty = (options & StringSplitOptions.RemoveEmptyEntries) != 0;
            _trims = (options & StringSplitOptions.TrimEntries) != 0;
        }

        /// <summary>What follows is one range, unless empty ones before it are dropped first.</summary>
        internal readonly bool IsLast => _count >= _ranges.Length - 1 && !(_dropsEmpty && _count < _ranges.Length);

        internal void Add(int separatorAt, int separatorLength)
        {
            bool isFull = _count >= _ranges.Length - 1;
            if (isFull && !(_dropsEmpty && IsEmpty(_start, separatorAt))) return;
            Put(_start, separatorAt);
            _start = separatorAt + separatorLength;
        }

        private readonly bool IsEmpty(int start, int end) => (_trims ? _source[start..end].Trim() : _source[start..end]).IsEmpty;

        private void Put(int start, int end)
        {
            if (_trims)
            {
                while (start < end && char.IsWhiteSpace(_source[start])) start++;
                while (end > start && char.IsWhiteSpace(_source[end - 1])) end--;
            }
            if (start == end && _dropsEmpty) return;
            _ranges[_count++] = new Range(start, end);
        }

        internal int Finish()
        {
            if (_count < _ranges.Length) Put(_start, _source.Length);
            return _count;
        }
    }

    public static SpanSplitEnumerator<T> Split<T>(this ReadOnlySpan<T> source, T separator) where T : IEquatable<T> => new(source, separator);
    public static SpanSplitEnumerator<T> Split<T>(this ReadOnlySpan<T> source, ReadOnlySpan<T> separator) where T : IEquatable<T> => new(source, separator, isAny: false);
    public static SpanSplitEnumerator<T> SplitAny<T>(this ReadOnlySpan<T> source, [UnscopedRef] params ReadOnlySpan<T> separators) where T : IEquatable<T> => new(source, separators, isAny: true);

    public static SpanSplitEnumerator<T> SplitAny<T>(this ReadOnlySpan<T> source, SearchValues<T> separators) where T : IEquatable<T>
    {
        ArgumentNullException.ThrowIfNull(separators, nameof(separators));
        return new SpanSplitEnumerator<T>(source, separators);
    }

    /// <summary>The ranges between separators.</summary>
    public ref struct SpanSplitEnumerator<T> : IEnumerator<Range> where T : IEquatable<T>
    {
        private enum Kind { One, Sequence, Any, Set, Nothing }

        private readonly ReadOnlySpan<T> _source;
        private readonly ReadOnlySpan<T> _separators;
        private readonly T _separator = default!;
        private readonly SearchValues<T>? _set;
        private Kind _kind;
        private int _start;
        private int _end;
        private int _next;

        internal SpanSplitEnumerator(ReadOnlySpan<T> source, T separator)
        {
            _source = source;
            _separator = separator;
        }

        internal SpanSplitEnumerator(ReadOnlySpan<T> source, ReadOnlySpan<T> separators, bool isAny)
        {
            _source = source;
            _separators = separators;
            // An empty sequence separates nothing; any of no characters is white space.
            _kind = isAny ? Kind.Any : separators.IsEmpty ? Kind.Nothing : Kind.Sequence;
        }

        internal SpanSplitEnumerator(ReadOnlySpan<T> source, SearchValues<T> separators)
        {
            _source = source;
            _set = separators;
            _kind = Kind.Set;
        }

        public readonly SpanSplitEnumerator<T> GetEnumerator() => this;
        public readonly ReadOnlySpan<T> Source => _source;
        public readonly Range Current => new(_start, _end);
        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_next > _source.Length) return false;
            ReadOnlySpan<T> rest = _source.Slice(_next);
            int at = _kind switch
            {
                Kind.One => rest.IndexOf(_separator),
                Kind.Sequence => rest.IndexOf(_separators),
                Kind.Set => rest.IndexOfAny(_set!),
                Kind.Any when _separators.IsEmpty && typeof(T) == typeof(char) => IndexOfWhiteSpace(rest),
                Kind.Any => rest.IndexOfAny(_separators),
                _ => -1,
            };
            _start = _next;
            _end = at < 0 ? _source.Length : _next + at;
            _next = at < 0 ? _source.Length + 1 : _end + (_kind == Kind.Sequence ? _separators.Length : 1);
            return true;
        }

        private static int IndexOfWhiteSpace(ReadOnlySpan<T> text)
        {
            for (int i = 0; i < text.Length; i++)
                if (char.IsWhiteSpace((char)(object)text[i]!)) return i;
            return -1;
        }

        readonly void IDisposable.Dispose() { }
        readonly void IEnumerator.Reset() => throw new NotSupportedException();
    }

    public static Text.SpanLineEnumerator EnumerateLines(this ReadOnlySpan<char> span) => new(span);
    public static Text.SpanLineEnumerator EnumerateLines(this Span<char> span) => new(span);
}
