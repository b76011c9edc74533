// The lines of a text, whatever separates them: CR LF, CR, LF, FF, NEL, LS and PS.

using System.Collections;
using System.Collections.Generic;

namespace System.Text;

public ref struct SpanLineEnumerator : IEnumerator<ReadOnlySpan<char>>
{
    private ReadOnlySpan<char> _rest;
    private ReadOnlySpan<char> _current;
    private bool _isOver;

    internal SpanLineEnumerator(ReadOnlySpan<char> text) => _rest = text;

    public readonly ReadOnlySpan<char> Current => _current;
    public readonly SpanLineEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isOver) return false;
        int at = _rest.IndexOfAny("\r\n\f\u0085\u2028\u2029");
        if (at < 0)
        {
            _current = _rest;
            _isOver = true;
            return true;
        }
        _current = _rest.Slice(0, at);
        bool isPair = _rest[at] == '\r' && at + 1 < _rest.Length && _rest[at + 1] == '\n';
        _rest = _rest.Slice(at + (isPair ? 2 : 1));
        return true;
    }

    readonly object IEnumerator.Current => throw new NotSupportedException();
    readonly void IDisposable.Dispose() { }
    readonly void IEnumerator.Reset() => throw new NotSupportedException();
}
