namespace System.Collections.Generic;

/// <summary>Last in, first out; enumerated in that order too.</summary>
public class Stack<T> : IReadOnlyCollection<T>
{
    private const int LeastCapacity = 4;

    private T[] _items;
    private int _count;
    private int _version;

    public Stack() => _items = [];

    public Stack(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        _items = new T[capacity];
    }

    public Stack(IEnumerable<T> collection) : this()
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        foreach (T item in collection) Push(item);
    }

    public int Count => _count;
    public int Capacity => _items.Length;

    public void Push(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items!, Math.Max(LeastCapacity, _count * 2));
        _items[_count++] = item;
        _version++;
    }

    public T Pop()
    {
        if (!TryPop(out T? item)) ThrowHelper.InvalidOperation("Stack empty.");
        return item!;
    }

    public T Peek()
    {
        if (_count == 0) ThrowHelper.InvalidOperation("Stack empty.");
        return _items[_count - 1];
    }

    public bool TryPop([Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T result)
    {
        if (!TryPeek(out result)) return false;
        _items[--_count] = default!;
        _version++;
        return true;
    }

    public bool TryPeek([Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T result)
    {
        result = _count == 0 ? default : _items[_count - 1];
        return _count != 0;
    }

    public void Clear()
    {
        new Span<T>(_items, 0, _count).Clear();
        _count = 0;
        _version++;
    }

    public bool Contains(T item)
    {
        for (int i = 0; i < _count; i++)
            if (EqualityComparer<T>.AreEqual(_items[i], item)) return true;
        return false;
    }

    public void CopyTo(T[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if ((uint)arrayIndex > (uint)array.Length) ThrowHelper.ArgumentOutOfRange(nameof(arrayIndex));
        if (array.Length - arrayIndex < _count) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        for (int i = 0; i < _count; i++) array[arrayIndex + i] = _items[_count - 1 - i];
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
        if (capacity > _items.Length) Array.Resize(ref _items!, Math.Max(capacity, Math.Max(LeastCapacity, _items.Length * 2)));
        return _items.Length;
    }

    public void TrimExcess() => Array.Resize(ref _items!, _count);

    public Enumerator GetEnumerator() => new(this);
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new Enumerator(this);
    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

    public struct Enumerator : IEnumerator<T>
    {
        private readonly Stack<T> _stack;
        private readonly int _version;
        private int _index;

        internal Enumerator(Stack<T> stack)
        {
            _stack = stack;
            _version = stack._version;
            _index = stack._count;
        }

        public readonly T Current
        {
            get
            {
                if ((uint)_index >= (uint)_stack._count)
                    ThrowHelper.InvalidOperation(_index < 0 ? "Enumeration already finished." : "Enumeration has not started. Call MoveNext.");
                return _stack._items[_index];
            }
        }

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_version != _stack._version) ThrowHelper.InvalidOperation("Collection was modified; enumeration operation may not execute.");
            if (_index >= 0) _index--;
            return _index >= 0;
        }

        void IEnumerator.Reset() => _index = _stack._count;
        public void Dispose() => _index = -1;
    }
}
