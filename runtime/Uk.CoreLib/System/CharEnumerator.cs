using System.Collections.Generic;

namespace System;

public sealed class CharEnumerator : IEnumerator<char>, ICloneable
{
    private readonly string _text;
    private int _index = -1;

    internal CharEnumerator(string text) => _text = text;

    public char Current
    {
        get
        {
            if ((uint)_index >= (uint)_text.Length)
                ThrowHelper.InvalidOperation(_index < 0 ? "Enumeration has not started. Call MoveNext." : "Enumeration already finished.");
            return _text[_index];
        }
    }

    object? Collections.IEnumerator.Current => Current;

    public bool MoveNext()
    {
        if (_index >= _text.Length) return false;
        return ++_index < _text.Length;
    }

    public void Reset() => _index = -1;
    public void Dispose() { }
    public object Clone() => new CharEnumerator(_text) { _index = _index };
}
