using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

public class List<T> : IList<T>, IReadOnlyList<T>
{
    private const int DefaultCapacity = 4;

    private T[] _items;
    private int _size;

    public List() => _items = [];

    public List(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        _items = capacity == 0 ? [] : new T[capacity];
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
        }
    }

    public void Add(T item)
    {
        if (_size == _items.Length) Grow();
        _items[_size++] = item;
    }

    private void Grow() => Capacity = _items.Length == 0 ? DefaultCapacity : checked(_items.Length * 2);

    public void Insert(int index, T item)
    {
        if ((uint)index > (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (_size == _items.Length) Grow();
        Span<T> tail = new(_items, index, _size - index + 1);
        tail.Slice(0, tail.Length - 1).CopyTo(tail.Slice(1));
        _items[index] = item;
        _size++;
    }

    public void RemoveAt(int index)
    {
        if ((uint)index >= (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        Span<T> tail = new(_items, index, _size - index);
        tail.Slice(1).CopyTo(tail);
        _items[--_size] = default!;
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
        if (count > _items.Length) Capacity = Math.Max(count, checked(_items.Length * 2));
        if (count < _size) new Span<T>(_items, count, _size - count).Clear();
        _size = count;
    }

    public bool Contains(T item) => IndexOf(item) >= 0;
    public void CopyTo(T[] array, int arrayIndex) =>
        new ReadOnlySpan<T>(_items, 0, _size).CopyTo(new Span<T>(array).Slice(arrayIndex));
    public T[] ToArray() => new ReadOnlySpan<T>(_items, 0, _size).ToArray();

    public Enumerator GetEnumerator() => new(this);
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new Enumerator(this);
    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> _list;
        private int _index;

        internal Enumerator(List<T> list)
        {
            _list = list;
            _index = -1;
        }

        public readonly T Current => _list._items[_index];
        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < _list._size;
        void IEnumerator.Reset() => _index = -1;
        public readonly void Dispose() { }
    }
}
