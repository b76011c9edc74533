// Text that grows: first in room that the caller gives, then on the heap. What formats dates and numbers writes here, so
// that TryFormat allocates nothing.

namespace System;

internal ref struct TextBuffer(Span<char> room)
{
    /// <summary>Room on the stack that most values need no more than.</summary>
    public const int UsualLength = 64;

    private Span<char> _chars = room;
    private int _length;

    public readonly int Length => _length;
    public readonly ReadOnlySpan<char> Text => _chars.Slice(0, _length);

    public void Append(char c)
    {
        if (_length == _chars.Length) Grow(1);
        _chars[_length++] = c;
    }

    public void Append(char c, int count)
    {
        if (_chars.Length - _length < count) Grow(count);
        _chars.Slice(_length, count).Fill(c);
        _length += count;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (_chars.Length - _length < text.Length) Grow(text.Length);
        text.CopyTo(_chars.Slice(_length));
        _length += text.Length;
    }

    /// <summary>A whole number with zeros in front up to so many digits.</summary>
    public void AppendDigits(ulong value, int minDigits)
    {
        int count = 1;
        for (ulong rest = value; rest >= 10; rest /= 10) count++;
        count = Math.Max(count, minDigits);
        if (_chars.Length - _length < count) Grow(count);
        for (int i = _length + count - 1; i >= _length; i--, value /= 10) _chars[i] = (char)('0' + value % 10);
        _length += count;
    }

    public void RemoveLast() => _length--;

    private void Grow(int needed)
    {
        Span<char> larger = new char[Math.Max(_length + needed, _chars.Length * 2)];
        Text.CopyTo(larger);
        _chars = larger;
    }

    public override readonly string ToString() => new(Text);

    public readonly bool TryCopyTo(Span<char> destination, out int charsWritten)
    {
        bool fits = Text.TryCopyTo(destination);
        charsWritten = fits ? _length : 0;
        return fits;
    }
}
