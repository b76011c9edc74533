using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

public partial class List<T> : IList<T>, IReadOnlyList<T>
{
    private const int DefaultCapacity = 4;

    private T[] _items;
    private int _size;
    private int _version;

    public List() => _items = [];

    public List(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        _items = capacity == 0 ? [] : new T[capacity];
    }

    public List(IEnumerable<T> collection) : this()
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        if (collection is ICollection<T> { Count: > 0 } counted) _items = new T[counted.Count];
        AddRange(collection);
    }

    public int Count => _size;
    bool ICollection<T>.IsReadOnly => false;

    public int Capacity
    {
        get => _items.Length;
        set
        {
            if (value < _size) ThrowHelper.ArgumentOutOfRange(nameof(value));
            if (value != _items.Length) Array.Resize(ref _items!, value);
        }
    }

    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
            return _items[index];
        }
        set
        {
            if ((uint)index >= (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
            _items[index] = value;
            _version++;
        }
    }

    public void Add(T item)
    {
        if (_size == _items.Length) Grow(_size + 1);
        _items[_size++] = item;
        _version++;
    }

    private void Grow(int needed) => Capacity = Math.Max(needed, _items.Length == 0 ? DefaultCapacity : checked(_items.Length * 2));

    public int EnsureCapacity(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        if (capacity > _items.Length) Grow(capacity);
        return _items.Length;
    }

    public void TrimExcess()
    {
        // A tenth more than needed is not worth a copy.
        if (_size < (int)(_items.Length * 0.9)) Capacity = _size;
    }

    /// <summary>Moves the elements from an index on; what was there is to be overwritten.</summary>
    private Span<T> MakeRoom(int index, int count)
    {
        if ((uint)index > (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (_size + count > _items.Length) Grow(checked(_size + count));
        new Span<T>(_items, index, _size - index).CopyTo(new Span<T>(_items).Slice(index + count));
        _size += count;
        _version++;
        return new Span<T>(_items, index, count);
    }

    public void Insert(int index, T item) => MakeRoom(index, 1)[0] = item;

    public void RemoveAt(int index)
    {
        if ((uint)index >= (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        RemoveRange(index, 1);
    }

    public bool Remove(T item)
    {
        int index = IndexOf(item);
        if (index < 0) return false;
        RemoveAt(index);
        return true;
    }

    public void Clear()
    {
        new Span<T>(_items, 0, _size).Clear();
        _size = 0;
        _version++;
    }

    public int IndexOf(T item)
    {
        for (int i = 0; i < _size; i++)
            if (EqualityComparer<T>.AreEqual(_items[i], item)) return i;
        return -1;
    }

    /// <summary>The elements in place, until the list changes its capacity.</summary>
    internal Span<T> Elements => new(_items, 0, _size);

    /// <summary>Makes the list this long; new elements have their default value or what was there before.</summary>
    internal void SetCount(int count)
    {
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        if (count > _items.Length) Grow(count);
        if (count < _size) new Span<T>(_items, count, _size - count).Clear();
        _size = count;
        _version++;
    }

    public bool Contains(T item) => IndexOf(item) >= 0;
    public void CopyTo(T[] array) => CopyTo(array, 0);
    public void CopyTo(T[] array, int arrayIndex) => Array.Copy(_items, 0, array, arrayIndex, _size);
    public void CopyTo(int index, T[] array, int arrayIndex, int count)
    {
        CheckRange(index, count);
        Array.Copy(_items, index, array, arrayIndex, count);
    }

    public T[] ToArray() => new ReadOnlySpan<T>(_items, 0, _size).ToArray();

    private void CheckRange(int index, int count)
    {
        if (index < 0) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        if (_size - index < count) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
    }

    public Enumerator GetEnumerator() => new(this);
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new Enumerator(this);
    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> _list;
        private readonly int _version;
        private int _index;
        private T? _current;

        internal Enumerator(List<T> list)
        {
            _list = list;
            _version = list._version;
        }

        public readonly T Current => _current!;

        readonly object? IEnumerator.Current
        {
            get
            {
                if (_index == 0 || _index > _list._size) ThrowHelper.InvalidOperation("Enumeration has either not started or has already finished.");
                return _current;
            }
        }

        public bool MoveNext()
        {
            if (_version != _list._version) ThrowHelper.InvalidOperation("Collection was modified; enumeration operation may not execute.");
            bool found = _index < _list._size;
            _current = found ? _list._items[_index] : default;
            if (_index <= _list._size) _index++;
            return found;
        }

        void IEnumerator.Reset() => _index = 0;
        public readonly void Dispose() { }
    }
}
