// The code points of a text, one after another; what is half a pair comes as U+FFFD.

using System.Collections;
using System.Collections.Generic;

namespace System.Text
{
    public struct StringRuneEnumerator : IEnumerable<Rune>, IEnumerator<Rune>
    {
        private readonly string _text;
        private int _next;

        internal StringRuneEnumerator(string text) => _text = text;

        public Rune Current { get; private set; }
        public readonly StringRuneEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= _text.Length) return false;
            Rune.DecodeFromUtf16(_text.AsSpan(_next), out Rune rune, out int consumed);
            Current = rune;
            _next += consumed;
            return true;
        }

        readonly object? IEnumerator.Current => Current;
        readonly void IDisposable.Dispose() { }
        readonly IEnumerator IEnumerable.GetEnumerator() => this;
        readonly IEnumerator<Rune> IEnumerable<Rune>.GetEnumerator() => this;

        void IEnumerator.Reset()
        {
            Current = default;
            _next = 0;
        }
    }

    public ref struct SpanRuneEnumerator
    {
        private ReadOnlySpan<char> _rest;

        internal SpanRuneEnumerator(ReadOnlySpan<char> text) => _rest = text;

        public Rune Current { get; private set; }
        public readonly SpanRuneEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_rest.IsEmpty) return false;
            Rune.DecodeFromUtf16(_rest, out Rune rune, out int consumed);
            Current = rune;
            _rest = _rest.Slice(consumed);
            return true;
        }
    }
}

namespace System
{
    public static partial class MemoryExtensions
    {
        public static Text.SpanRuneEnumerator EnumerateRunes(this ReadOnlySpan<char> span) => new(span);
        public static Text.SpanRuneEnumerator EnumerateRunes(this Span<char> span) => new(span);
    }

    public sealed partial class String
    {
        public Text.StringRuneEnumerator EnumerateRunes() => new(this);
    }
}
