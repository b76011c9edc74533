// Bits in an array.

namespace System.Collections;

public sealed class BitArray : ICollection, ICloneable
{
    private const int WordBits = 32;

    private int[] _words;
    private int _length;
    private int _version;

    public BitArray(int length) : this(length, false) { }

    public BitArray(int length, bool defaultValue)
    {
        if (length < 0) throw new ArgumentOutOfRangeException(nameof(length), "Non-negative number required.");
        _words = new int[WordCount(length)];
        _length = length;
        if (defaultValue) SetAll(true);
    }

    public BitArray(bool[] values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        _words = new int[WordCount(values.Length)];
        _length = values.Length;
        for (int i = 0; i < values.Length; i++)
            if (values[i]) _words[i / WordBits] |= 1 << i;
    }

    public BitArray(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes, nameof(bytes));
        _words = new int[WordCount(checked(bytes.Length * 8))];
        _length = bytes.Length * 8;
        for (int i = 0; i < bytes.Length; i++) _words[i / 4] |= bytes[i] << (i % 4 * 8);
    }

    public BitArray(int[] values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        _words = new ReadOnlySpan<int>(values).ToArray();
        _length = checked(values.Length * WordBits);
    }

    public BitArray(BitArray bits)
    {
        ArgumentNullException.ThrowIfNull(bits, nameof(bits));
        _words = new ReadOnlySpan<int>(bits._words).ToArray();
        _length = bits._length;
    }

    private static int WordCount(int bits) => (int)(((uint)bits + WordBits - 1) / WordBits);

    public bool this[int index]
    {
        get => Get(index);
        set => Set(index, value);
    }

    private void Check(int index)
    {
        if ((uint)index >= (uint)_length) throw new ArgumentOutOfRangeException(nameof(index), "Index was out of range. Must be non-negative and less than the size of the collection.");
    }

    public bool Get(int index)
    {
        Check(index);
        return (_words[index / WordBits] >> index & 1) != 0;
    }

    public void Set(int index, bool value)
    {
        Check(index);
        int bit = 1 << index;
        if (value) _words[index / WordBits] |= bit;
        else _words[index / WordBits] &= ~bit;
        _version++;
    }

    public void SetAll(bool value)
    {
        new Span<int>(_words).Fill(value ? -1 : 0);
        ClearBeyondEnd();
        _version++;
    }

    /// <summary>The bits behind the length are always zero.</summary>
    private void ClearBeyondEnd()
    {
        int used = WordCount(_length);
        new Span<int>(_words, used, _words.Length - used).Clear();
        if (_length % WordBits != 0) _words[used - 1] &= (1 << _length) - 1;
    }

    private BitArray Checked(BitArray value)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        if (value._length != _length) throw new ArgumentException("Array lengths must be the same.");
        _version++;
        return value;
    }

    public BitArray And(BitArray value)
    {
        int[] other = Checked(value)._words;
        for (int i = 0; i < WordCount(_length); i++) _words[i] &= other[i];
        return this;
    }

    public BitArray Or(BitArray value)
    {
        int[] other = Checked(value)._words;
        for (int i = 0; i < WordCount(_length); i++) _words[i] |= other[i];
        return this;
    }

    public BitArray Xor(BitArray value)
    {
        int[] other = Checked(value)._words;
        for (int i = 0; i < WordCount(_length); i++) _words[i] ^= other[i];
        return this;
    }

    public BitArray Not()
    {
        for (int i = 0; i < _words.Length; i++) _words[i] = ~_words[i];
        ClearBeyondEnd();
        _version++;
        return this;
    }

    /// <summary>Towards higher indices.</summary>
    public BitArray LeftShift(int count)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), "Non-negative number required.");
        for (int i = _length - 1; i >= 0; i--) Put(i, i >= count && Get(i - count));
        _version++;
        return this;
    }

    /// <summary>Towards lower indices.</summary>
    public BitArray RightShift(int count)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), "Non-negative number required.");
        for (int i = 0; i < _length; i++) Put(i, count < _length - i && Get(i + count));
        _version++;
        return this;
    }

    private void Put(int index, bool value)
    {
        if (value) _words[index / WordBits] |= 1 << index;
        else _words[index / WordBits] &= ~(1 << index);
    }

    public int Length
    {
        get => _length;
        set
        {
            if (value < 0) throw new ArgumentOutOfRangeException(nameof(value), "Non-negative number required.");
            if (WordCount(value) > _words.Length) Array.Resize(ref _words!, WordCount(value));
            _length = value;
            ClearBeyondEnd();
            _version++;
        }
    }

    public bool HasAllSet()
    {
        int whole = _length / WordBits;
        for (int i = 0; i < whole; i++)
            if (_words[i] != -1) return false;
        return _length % WordBits == 0 || _words[whole] == (1 << _length) - 1;
    }

    public bool HasAnySet() => new ReadOnlySpan<int>(_words).ContainsAnyExcept(0);

    public int Count => _length;
    public bool IsReadOnly => false;
    public bool IsSynchronized => false;
    public object SyncRoot => this;
    public object Clone() => new BitArray(this);

    public void CopyTo(Array array, int index)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if (index < 0) throw new ArgumentOutOfRangeException(nameof(index), "Non-negative number required.");
        int count = (array is int[]) ? WordCount(_length) : (array is byte[]) ? (_length + 7) / 8 : _length;
        if (array is not (int[] or byte[] or bool[])) throw new ArgumentException("Only supported array types for CopyTo on BitArrays are Boolean[], Int32[] and Byte[].", nameof(array));
        if (array.Length - index < count) throw new ArgumentException("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.");
        for (int i = 0; i < count; i++)
            if (array is int[] words) words[index + i] = _words[i];
            else if (array is byte[] bytes) bytes[index + i] = (byte)(_words[i / 4] >> (i % 4 * 8));
            else ((bool[])array)[index + i] = Get(i);
    }

    public IEnumerator GetEnumerator() => new Enumerator(this);

    private sealed class Enumerator(BitArray bits) : IEnumerator, ICloneable
    {
        private readonly int _version = bits._version;
        private int _index = -1;

        public bool MoveNext()
        {
            CheckVersion();
            if (_index < bits._length) _index++;
            return _index < bits._length;
        }

        public object Current =>
            _index < 0 ? throw new InvalidOperationException("Enumeration has not started. Call MoveNext.")
            : _index >= bits._length ? throw new InvalidOperationException("Enumeration already finished.")
            : bits.Get(_index);

        public void Reset()
        {
            CheckVersion();
            _index = -1;
        }

        private void CheckVersion()
        {
            if (_version != bits._version) ThrowHelper.InvalidOperation("Collection was modified; enumeration operation may not execute.");
        }

        public object Clone() => new Enumerator(bits) { _index = _index };
    }
}
