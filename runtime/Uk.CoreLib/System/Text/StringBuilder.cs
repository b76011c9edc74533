// Text that grows, in one array.

using System.Runtime.CompilerServices;

namespace System.Text;

public sealed partial class StringBuilder
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

    public StringBuilder(string? value) : this(value, DefaultCapacity) { }

    public StringBuilder(string? value, int capacity) : this(Math.Max(capacity, value?.Length ?? 0)) => Append(value);

    public int Capacity
    {
        get => _chars.Length;
        set
        {
            if (value < _length) ThrowHelper.ArgumentOutOfRange(nameof(value));
            if (value != _chars.Length) Resize(value);
        }
    }

    public int MaxCapacity => int.MaxValue;

    public int EnsureCapacity(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        if (capacity > _chars.Length) Capacity = capacity;
        return _chars.Length;
    }

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
        set
        {
            if ((uint)index >= (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(index));
            _chars[index] = value;
        }
    }

    public StringBuilder Clear()
    {
        _length = 0;
        return this;
    }

    private ReadOnlySpan<char> Text => new(_chars, 0, _length);

    public override string ToString() => string.CreateLong(Text);

    public string ToString(int startIndex, int length)
    {
        CheckRange(startIndex, length);
        return new string(_chars, startIndex, length);
    }

    public void CopyTo(int sourceIndex, Span<char> destination, int count) => Text.Slice(sourceIndex, count).CopyTo(destination);
    public void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        Text.Slice(sourceIndex, count).CopyTo(new Span<char>(destination, destinationIndex, count));

    public bool Equals(ReadOnlySpan<char> span) => Text.SequenceEqual(span);
    public bool Equals(StringBuilder? sb) => sb is not null && Text.SequenceEqual(sb.Text);

    /// <summary>Room for more characters behind the text; the length is not yet changed.</summary>
    private Span<char> Reserve(int count)
    {
        if (count > _chars.Length - _length) Grow(checked(_length + count));
        return new Span<char>(_chars, _length, count);
    }

    /// <summary>Makes the text longer by so many characters.</summary>
    /// <returns>The first of them. All are to be written.</returns>
    internal ref char AppendRoom(int count)
    {
        int length = _length;
        if (count > _chars.Length - length) Grow(checked(length + count));
        _length = length + count;
        return ref Unsafe.Add(ref Array.DataReference(_chars), length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed) => Resize(Math.Max(needed, checked(_chars.Length * 2)));

    private void Resize(int capacity)
    {
        char[] larger = GC.AllocateUninitializedArray<char>(capacity);
        Text.CopyTo(larger);
        _chars = larger;
    }

    private void CheckRange(int startIndex, int length)
    {
        if ((uint)startIndex > (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if ((uint)length > (uint)(_length - startIndex)) ThrowHelper.ArgumentOutOfRange(nameof(length));
    }
}
