// A set: a dictionary without values. The same order under enumeration and removal.

using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

public partial class HashSet<T> : ISet<T>, IReadOnlySet<T>
{
    private readonly struct Nothing;

    /// <summary>A set may hold null, a dictionary may not: elements are wrapped.</summary>
    private readonly struct Element(T value) : IEquatable<Element>
    {
        public readonly T Value = value;
        public bool Equals(Element other) => EqualityComparer<T>.AreEqual(Value, other.Value);
        public override bool Equals([NotNullWhen(true)] object? obj) => obj is Element other && Equals(other);
        public override int GetHashCode() => Value?.GetHashCode() ?? 0;
    }

    private sealed class ElementComparer(IEqualityComparer<T> comparer) : IEqualityComparer<Element>
    {
        public bool Equals(Element x, Element y) => comparer.Equals(x.Value, y.Value);
        public int GetHashCode(Element obj) => obj.Value is null ? 0 : comparer.GetHashCode(obj.Value);
    }

    private readonly Dictionary<Element, Nothing> _elements;
    private readonly IEqualityComparer<T>? _comparer;

    public HashSet() : this(0, null) { }
    public HashSet(IEqualityComparer<T>? comparer) : this(0, comparer) { }
    public HashSet(int capacity) : this(capacity, null) { }
    public HashSet(IEnumerable<T> collection) : this(collection, null) { }

    public HashSet(int capacity, IEqualityComparer<T>? comparer)
    {
        _comparer = comparer;
        _elements = new Dictionary<Element, Nothing>(capacity, comparer is null ? null : new ElementComparer(comparer));
    }

    public HashSet(IEnumerable<T> collection, IEqualityComparer<T>? comparer) : this(0, comparer)
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        UnionWith(collection);
    }

    public int Count => _elements.Count;
    public int Capacity => _elements.Capacity;
    public IEqualityComparer<T> Comparer => _comparer ?? EqualityComparer<T>.Default;
    bool ICollection<T>.IsReadOnly => false;

    public bool Add(T item) => _elements.TryAdd(new Element(item), default);
    void ICollection<T>.Add(T item) => Add(item);
    public bool Contains(T item) => _elements.ContainsKey(new Element(item));
    public bool Remove(T item) => _elements.Remove(new Element(item));
    public void Clear() => _elements.Clear();
    public int EnsureCapacity(int capacity) => _elements.EnsureCapacity(capacity);

    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue)
    {
        int place = _elements.Find(new Element(equalValue));
        actualValue = place < 0 ? default : _elements.KeyAt(place).Value;
        return place >= 0;
    }

    public void CopyTo(T[] array) => CopyTo(array, 0);

    public void CopyTo(T[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if (arrayIndex < 0) ThrowHelper.ArgumentOutOfRange(nameof(arrayIndex));
        if (array.Length - arrayIndex < Count)
            throw new ArgumentException("Destination array is not long enough to copy all the items in the collection. Check array index and length.");
        foreach (T item in this) array[arrayIndex++] = item;
    }

    public int RemoveWhere(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match, nameof(match));
        int before = Count;
        foreach (T item in this)
            if (match(item)) Remove(item);
        return before - Count;
    }

    public void UnionWith(IEnumerable<T> other)
    {
        foreach (T item in Checked(other)) Add(item);
    }

    public void ExceptWith(IEnumerable<T> other)
    {
        if (ReferenceEquals(other, this)) Clear();
        else
            foreach (T item in Checked(other)) Remove(item);
    }

    public void IntersectWith(IEnumerable<T> other)
    {
        HashSet<T> kept = SetOf(other);
        foreach (T item in this)
            if (!kept.Contains(item)) Remove(item);
    }

    public void SymmetricExceptWith(IEnumerable<T> other)
    {
        if (ReferenceEquals(other, this))
        {
            Clear();
            return;
        }
        if (other is HashSet<T> unique && unique.Comparer.Equals(Comparer))
        {
            foreach (T item in unique)
                if (!Remove(item)) Add(item);
            return;
        }
        // What both have leaves when all of the others have come, in the set's order: later additions take the places.
        T[] before = new T[Count];
        CopyTo(before);
        HashSet<T> common = new(_comparer);
        foreach (T item in SetOf(other))
            if (!Add(item)) common.Add(item);
        foreach (T item in before)
            if (common.Contains(item)) Remove(item);
    }

    public bool IsSubsetOf(IEnumerable<T> other) => SetOf(other).ContainsAll(this);
    public bool IsProperSubsetOf(IEnumerable<T> other) => SetOf(other) is var set && Count < set.Count && set.ContainsAll(this);
    public bool IsSupersetOf(IEnumerable<T> other) => ContainsAll(Checked(other));
    public bool IsProperSupersetOf(IEnumerable<T> other) => SetOf(other) is var set && Count > set.Count && ContainsAll(set);
    public bool SetEquals(IEnumerable<T> other) => SetOf(other) is var set && Count == set.Count && ContainsAll(set);

    public bool Overlaps(IEnumerable<T> other)
    {
        foreach (T item in Checked(other))
            if (Contains(item)) return true;
        return false;
    }

    private bool ContainsAll(IEnumerable<T> items)
    {
        foreach (T item in items)
            if (!Contains(item)) return false;
        return true;
    }

    private HashSet<T> SetOf(IEnumerable<T> items) => new(Checked(items), _comparer);

    private static IEnumerable<T> Checked(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other, nameof(other));
        return other;
    }

    public Enumerator GetEnumerator() => new(this);
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new Enumerator(this);
    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

    public struct Enumerator : IEnumerator<T>
    {
        private Dictionary<Element, Nothing>.Enumerator _elements;

        internal Enumerator(HashSet<T> set) => _elements = set._elements.GetEnumerator();

        public readonly T Current => _elements.Current.Key.Value;
        readonly object? IEnumerator.Current => Current;
        public bool MoveNext() => _elements.MoveNext();
        void IEnumerator.Reset() => ((IEnumerator)_elements).Reset();
        public readonly void Dispose() { }
    }
}
