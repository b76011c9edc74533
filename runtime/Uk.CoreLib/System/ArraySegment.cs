// A part of an array, as a list.

using System.Collections;
using System.Collections.Generic;

namespace System;

public readonly struct ArraySegment<T> : IList<T>, IReadOnlyList<T>, IEquatable<ArraySegment<T>>
{
    private readonly T[]? _array;
    private readonly int _offset;
    private readonly int _count;

    public ArraySegment(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        _array = array;
        _count = array.Length;
    }

    public ArraySegment(T[] array, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if (offset < 0) ThrowHelper.ArgumentOutOfRange(nameof(offset));
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        if (count > array.Length - offset) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        _array = array;
        _offset = offset;
        _count = count;
    }

    public static ArraySegment<T> Empty => new([]);

    public T[]? Array => _array;
    public int Offset => _offset;
    public int Count => _count;

    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_count) ThrowHelper.ArgumentOutOfRange(nameof(index));
            return _array![_offset + index];
        }
        set
        {
            if ((uint)index >= (uint)_count) ThrowHelper.ArgumentOutOfRange(nameof(index));
            _array![_offset + index] = value;
        }
    }

    private T[] Checked =>
        _array ?? throw new InvalidOperationException("The underlying array is null.");

    public ArraySegment<T> Slice(int index)
    {
        T[] array = Checked;
        if ((uint)index > (uint)_count) ThrowHelper.ArgumentOutOfRange(nameof(index));
        return new ArraySegment<T>(array, _offset + index, _count - index);
    }

    public ArraySegment<T> Slice(int index, int count)
    {
        T[] array = Checked;
        if ((uint)index > (uint)_count || (uint)count > (uint)(_count - index)) ThrowHelper.ArgumentOutOfRange(nameof(index));
        return new ArraySegment<T>(array, _offset + index, count);
    }

    public T[] ToArray() => new ReadOnlySpan<T>(Checked, _offset, _count).ToArray();

    public void CopyTo(T[] destination) => CopyTo(destination, 0);
    public void CopyTo(T[] destination, int destinationIndex) => System.Array.Copy(Checked, _offset, destination, destinationIndex, _count);

    public void CopyTo(ArraySegment<T> destination)
    {
        T[] from = Checked, to = destination.Checked;
        if (_count > destination._count) ThrowHelper.Argument("Destination is too short.");
        System.Array.Copy(from, _offset, to, destination._offset, _count);
    }

    public static implicit operator ArraySegment<T>(T[] array) => array is null ? default : new ArraySegment<T>(array);

    public bool Equals(ArraySegment<T> obj) => _array == obj._array && _offset == obj._offset && _count == obj._count;
    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? obj) => obj is ArraySegment<T> segment && Equals(segment);
    public override int GetHashCode() => _array is null ? 0 : HashCode.Combine(_offset, _count) ^ _array.GetHashCode();
    public static bool operator ==(ArraySegment<T> a, ArraySegment<T> b) => a.Equals(b);
    public static bool operator !=(ArraySegment<T> a, ArraySegment<T> b) => !a.Equals(b);

    T IList<T>.this[int index]
    {
        get
        {
            T[] array = Checked;
            if ((uint)index >= (uint)_count) ThrowHelper.ArgumentOutOfRange(nameof(index));
            return array[_offset + index];
        }
        set
        {
            T[] array = Checked;
            if ((uint)index >= (uint)_count) ThrowHelper.ArgumentOutOfRange(nameof(index));
            array[_offset + index] = value;
        }
    }

    T IReadOnlyList<T>.this[int index] => ((IList<T>)this)[index];

    int IList<T>.IndexOf(T item)
    {
        int index = System.Array.IndexOf(Checked, item, _offset, _count);
        return index < 0 ? -1 : index - _offset;
    }

    void IList<T>.Insert(int index, T item) => throw new NotSupportedException();
    void IList<T>.RemoveAt(int index) => throw new NotSupportedException();
    bool ICollection<T>.IsReadOnly => true;
    void ICollection<T>.Add(T item) => throw new NotSupportedException();
    void ICollection<T>.Clear() => throw new NotSupportedException();
    bool ICollection<T>.Contains(T item) => System.Array.IndexOf(Checked, item, _offset, _count) >= 0;
    bool ICollection<T>.Remove(T item) => throw new NotSupportedException();

    public Enumerator GetEnumerator()
    {
        _ = Checked;
        return new Enumerator(this);
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<T>
    {
        private readonly T[]? _array;
        private readonly int _start;
        private readonly int _end;
        private int _current;

        internal Enumerator(ArraySegment<T> segment)
        {
            _array = segment._array;
            _start = segment._offset;
            _end = segment._offset + segment._count;
            _current = _start - 1;
        }

        public bool MoveNext()
        {
            if (_current >= _end) return false;
            return ++_current < _end;
        }

        public readonly T Current
        {
            get
            {
                if (_current < _start) ThrowHelper.InvalidOperation("Enumeration has not started. Call MoveNext.");
                if (_current >= _end) ThrowHelper.InvalidOperation("Enumeration already finished.");
                return _array![_current];
            }
        }

        readonly object? IEnumerator.Current => Current;
        void IEnumerator.Reset() => _current = _start - 1;
        public readonly void Dispose() { }
    }
}
