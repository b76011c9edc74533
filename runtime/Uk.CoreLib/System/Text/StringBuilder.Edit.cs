namespace System.Text;

public sealed partial class StringBuilder
{
    /// <summary>Moves the text from an index on; what was there is to be overwritten.</summary>
    private Span<char> MakeRoom(int index, int count)
    {
        Reserve(count);
        Text.Slice(index).CopyTo(new Span<char>(_chars).Slice(index + count));
        _length += count;
        return new Span<char>(_chars, index, count);
    }

    public StringBuilder Insert(int index, ReadOnlySpan<char> value)
    {
        if ((uint)index > (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(index));
        value.CopyTo(MakeRoom(index, value.Length));
        return this;
    }

    public StringBuilder Insert(int index, string? value) => Insert(index, (ReadOnlySpan<char>)value);
    public StringBuilder Insert(int index, char value) => Insert(index, new ReadOnlySpan<char>(in value));
    public StringBuilder Insert(int index, char[]? value) => Insert(index, new ReadOnlySpan<char>(value));
    public StringBuilder Insert(int index, bool value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, int value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, long value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, object? value) => Insert(index, value?.ToString());

    public StringBuilder Insert(int index, string? value, int count)
    {
        if ((uint)index > (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        if (string.IsNullOrEmpty(value)) return this;
        Span<char> room = MakeRoom(index, checked(value.Length * count));
        for (; !room.IsEmpty; room = room.Slice(value.Length)) value.CopyTo(room);
        return this;
    }

    public StringBuilder Remove(int startIndex, int length)
    {
        CheckRange(startIndex, length);
        Text.Slice(startIndex + length).CopyTo(new Span<char>(_chars).Slice(startIndex));
        _length -= length;
        return this;
    }

    public StringBuilder Replace(char oldChar, char newChar) => Replace(oldChar, newChar, 0, _length);

    public StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)
    {
        CheckRange(startIndex, count);
        new Span<char>(_chars, startIndex, count).Replace(oldChar, newChar);
        return this;
    }

    public StringBuilder Replace(string oldValue, string? newValue) => Replace(oldValue, newValue, 0, _length);

    public StringBuilder Replace(string oldValue, string? newValue, int startIndex, int count)
    {
        CheckRange(startIndex, count);
        ArgumentNullException.ThrowIfNull(oldValue, nameof(oldValue));
        if (oldValue.Length == 0) throw new ArgumentException("The value cannot be an empty string.", nameof(oldValue));
        string part = ToString(startIndex, count);
        string replaced = part.Replace(oldValue, newValue);
        return ReferenceEquals(part, replaced) ? this : Remove(startIndex, count).Insert(startIndex, replaced);
    }
}
