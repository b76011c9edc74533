using System.Runtime.CompilerServices;

namespace System.Text;

public sealed class StringBuilder
{
    private const int DefaultCapacity = 16;

    private char[] _chars;
    private int _length;

    public StringBuilder() : this(DefaultCapacity) { }

    public StringBuilder(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        _chars = new char[capacity == 0 ? DefaultCapacity : capacity];
    }

    public StringBuilder(string? value) : this() => Append(value);

    public int Length
    {
        get => _length;
        set
        {
            if (value < 0) ThrowHelper.ArgumentOutOfRange(nameof(value));
            if (value > _length) Reserve(value - _length).Clear();
            _length = value;
        }
    }

    [IndexerName("Chars")]
    public char this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_length) ThrowHelper.IndexOutOfRange();
            return _chars[index];
        }
    }

    public StringBuilder Append(char value)
    {
        Reserve(1)[0] = value;
        _length++;
        return this;
    }

    public StringBuilder Append(string? value) => Append((ReadOnlySpan<char>)value);

    public StringBuilder Append(ReadOnlySpan<char> value)
    {
        value.CopyTo(Reserve(value.Length));
        _length += value.Length;
        return this;
    }

    public StringBuilder Append(int value) => Append(value.ToString());
    public StringBuilder Append(uint value) => Append(value.ToString());
    public StringBuilder Append(long value) => Append(value.ToString());
    public StringBuilder Append(ulong value) => Append(value.ToString());
    public StringBuilder Append(bool value) => Append(value.ToString());
    public StringBuilder Append(object? value) => Append(value?.ToString());

    public StringBuilder AppendLine() => Append('\n');
    public StringBuilder AppendLine(string? value) => Append(value).Append('\n');

    public StringBuilder Clear()
    {
        _length = 0;
        return this;
    }

    public override string ToString() => new(_chars, 0, _length);

    /// <summary>Room for more characters behind the text; the length is not yet changed.</summary>
    private Span<char> Reserve(int count)
    {
        int needed = checked(_length + count);
        if (needed > _chars.Length) Array.Resize(ref _chars!, Math.Max(needed, checked(_chars.Length * 2)));
        return new Span<char>(_chars, _length, count);
    }
}
