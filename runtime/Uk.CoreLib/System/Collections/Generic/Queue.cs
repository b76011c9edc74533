namespace System.Collections.Generic;

/// <summary>First in, first out, in a ring.</summary>
public class Queue<T> : IReadOnlyCollection<T>
{
    private const int LeastCapacity = 4;

    private T[] _items;
    private int _head;
    private int _count;
    private int _version;

    public Queue() => _items = [];

    public Queue(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        _items = new T[capacity];
    }

    public Queue(IEnumerable<T> collection) : this()
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        foreach (T item in collection) Enqueue(item);
    }

    public int Count => _count;
    public int Capacity => _items.Length;

    private int PlaceOf(int index)
    {
        int place = _head + index;
        return place < _items.Length ? place : place - _items.Length;
    }

    public void Enqueue(T item)
    {
        if (_count == _items.Length) Resize(Math.Max(_count * 2, _count + LeastCapacity));
        _items[PlaceOf(_count++)] = item;
        _version++;
    }

    public T Dequeue()
    {
        if (!TryDequeue(out T? item)) ThrowHelper.InvalidOperation("Queue empty.");
        return item!;
    }

    public T Peek()
    {
        if (_count == 0) ThrowHelper.InvalidOperation("Queue empty.");
        return _items[_head];
    }

    public bool TryDequeue([Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T result)
    {
        if (!TryPeek(out result)) return false;
        _items[_head] = default!;
        _head = PlaceOf(1);
        _count--;
        _version++;
        return true;
    }

    public bool TryPeek([Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T result)
    {
        result = _count == 0 ? default : _items[_head];
        return _count != 0;
    }

    public void Clear()
    {
        new Span<T>(_items).Clear();
        _head = _count = 0;
        _version++;
    }

    public bool Contains(T item)
    {
        for (int i = 0; i < _count; i++)
            if (EqualityComparer<T>.AreEqual(_items[PlaceOf(i)], item)) return true;
        return false;
    }

    public void CopyTo(T[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if ((uint)arrayIndex > (uint)array.Length) ThrowHelper.ArgumentOutOfRange(nameof(arrayIndex));
        if (array.Length - arrayIndex < _count) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        for (int i = 0; i < _count; i++) array[arrayIndex + i] = _items[PlaceOf(i)];
    }

    public T[] ToArray()
    {
        T[] result = _count == 0 ? [] : new T[_count];
        CopyTo(result, 0);
        return result;
    }

    public int EnsureCapacity(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        if (capacity > _items.Length) Resize(Math.Max(capacity, Math.Max(_items.Length * 2, _items.Length + LeastCapacity)));
        return _items.Length;
    }

    public void TrimExcess() => Resize(_count);

    private void Resize(int capacity)
    {
        T[] items = new T[capacity];
        CopyTo(items, 0);
        _items = items;
        _head = 0;
        _version++;
    }

    public Enumerator GetEnumerator() => new(this);
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new Enumerator(this);
    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

    public struct Enumerator : IEnumerator<T>
    {
        private readonly Queue<T> _queue;
        private readonly int _version;
        private int _index = -1;

        internal Enumerator(Queue<T> queue)
        {
            _queue = queue;
            _version = queue._version;
        }

        public readonly T Current
        {
            get
            {
                if ((uint)_index >= (uint)_queue._count)
                    ThrowHelper.InvalidOperation(_index < 0 ? "Enumeration has not started. Call MoveNext." : "Enumeration already finished.");
                return _queue._items[_queue.PlaceOf(_index)];
            }
        }

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_version != _queue._version) ThrowHelper.InvalidOperation("Collection was modified; enumeration operation may not execute.");
            if (_index < _queue._count) _index++;
            return _index < _queue._count;
        }

        void IEnumerator.Reset() => _index = -1;
        public void Dispose() => _index = int.MaxValue;
    }
}
