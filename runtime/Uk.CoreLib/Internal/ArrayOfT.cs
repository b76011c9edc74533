// The interfaces that an array has beyond Array: ilc gives every T[] the members of this class.

using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

internal class Array<T> : Array, IList<T>, IReadOnlyList<T>
{
    private T[] Elements => Unsafe.As<T[]>(this);

    int ICollection<T>.Count => Length;
    int IReadOnlyCollection<T>.Count => Length;
    bool ICollection<T>.IsReadOnly => true;

    T IReadOnlyList<T>.this[int index] => ((IList<T>)this)[index];

    // As a list an array complains as lists do.
    T IList<T>.this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Length) ThrowHelper.ArgumentOutOfRange(nameof(index));
            return Elements[index];
        }
        set
        {
            if ((uint)index >= (uint)Length) ThrowHelper.ArgumentOutOfRange(nameof(index));
            Elements[index] = value;
        }
    }

    int IList<T>.IndexOf(T item) => IndexOf(Elements, item);
    bool ICollection<T>.Contains(T item) => IndexOf(Elements, item) >= 0;
    void ICollection<T>.CopyTo(T[] array, int arrayIndex) =>
        new ReadOnlySpan<T>(Elements).CopyTo(new Span<T>(array).Slice(arrayIndex));

    void ICollection<T>.Add(T item) => throw FixedSize();
    void ICollection<T>.Clear() => throw FixedSize();
    bool ICollection<T>.Remove(T item) => throw FixedSize();
    void IList<T>.Insert(int index, T item) => throw FixedSize();
    void IList<T>.RemoveAt(int index) => throw FixedSize();

    private static NotSupportedException FixedSize() => new("Collection was of a fixed size.");

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new ArrayEnumerator<T>(Elements);
    IEnumerator IEnumerable.GetEnumerator() => new ArrayEnumerator<T>(Elements);
}

internal sealed class ArrayEnumerator<T>(T[] array) : IEnumerator<T>
{
    private int _index = -1;

    public T Current => array[_index];
    object? IEnumerator.Current => Current;

    public bool MoveNext() => ++_index < array.Length;
    void IEnumerator.Reset() => _index = -1;
    public void Dispose() { }
}
