// Views of collections through which nothing can be changed.

using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.ObjectModel;

public class ReadOnlyCollection<T> : IList<T>, IList, IReadOnlyList<T>
{
    private readonly IList<T> _list;

    public ReadOnlyCollection(IList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list, nameof(list));
        _list = list;
    }

    private static class EmptyOf
    {
        internal static readonly ReadOnlyCollection<T> Value = new([]);
    }

    public static ReadOnlyCollection<T> Empty => EmptyOf.Value;

    protected IList<T> Items => _list;
    public int Count => _list.Count;
    public T this[int index] => _list[index];
    public bool Contains(T value) => _list.Contains(value);
    public void CopyTo(T[] array, int index) => _list.CopyTo(array, index);
    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();
    public int IndexOf(T value) => _list.IndexOf(value);
    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_list).GetEnumerator();

    T IList<T>.this[int index]
    {
        get => _list[index];
        set => throw ListObjects.ReadOnly();
    }

    bool ICollection<T>.IsReadOnly => true;
    void ICollection<T>.Add(T value) => throw ListObjects.ReadOnly();
    void ICollection<T>.Clear() => throw ListObjects.ReadOnly();
    void IList<T>.Insert(int index, T value) => throw ListObjects.ReadOnly();
    bool ICollection<T>.Remove(T value) => throw ListObjects.ReadOnly();
    void IList<T>.RemoveAt(int index) => throw ListObjects.ReadOnly();

    bool ICollection.IsSynchronized => false;
    object ICollection.SyncRoot => _list is ICollection collection ? collection.SyncRoot : this;
    void ICollection.CopyTo(Array array, int index) => ListObjects.CopyTo(_list, array, index);

    object? IList.this[int index]
    {
        get => _list[index];
        set => throw ListObjects.ReadOnly();
    }

    bool IList.IsFixedSize => true;
    bool IList.IsReadOnly => true;
    int IList.Add(object? value) => throw ListObjects.ReadOnly();
    void IList.Clear() => throw ListObjects.ReadOnly();
    bool IList.Contains(object? value) => ListObjects.IsCompatible<T>(value) && Contains((T)value!);
    int IList.IndexOf(object? value) => ListObjects.IsCompatible<T>(value) ? IndexOf((T)value!) : -1;
    void IList.Insert(int index, object? value) => throw ListObjects.ReadOnly();
    void IList.Remove(object? value) => throw ListObjects.ReadOnly();
    void IList.RemoveAt(int index) => throw ListObjects.ReadOnly();
}

public class ReadOnlySet<T> : IReadOnlySet<T>, ISet<T>, ICollection
{
    private readonly ISet<T> _set;

    public ReadOnlySet(ISet<T> @set)
    {
        ArgumentNullException.ThrowIfNull(@set, nameof(@set));
        _set = @set;
    }

    private static class EmptyOf
    {
        internal static readonly ReadOnlySet<T> Value = new(new HashSet<T>());
    }

    public static ReadOnlySet<T> Empty => EmptyOf.Value;

    protected ISet<T> Set => _set;
    public int Count => _set.Count;
    public IEnumerator<T> GetEnumerator() => _set.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    public bool Contains(T item) => _set.Contains(item);
    public bool IsProperSubsetOf(IEnumerable<T> other) => _set.IsProperSubsetOf(other);
    public bool IsProperSupersetOf(IEnumerable<T> other) => _set.IsProperSupersetOf(other);
    public bool IsSubsetOf(IEnumerable<T> other) => _set.IsSubsetOf(other);
    public bool IsSupersetOf(IEnumerable<T> other) => _set.IsSupersetOf(other);
    public bool Overlaps(IEnumerable<T> other) => _set.Overlaps(other);
    public bool SetEquals(IEnumerable<T> other) => _set.SetEquals(other);

    bool ICollection<T>.IsReadOnly => true;
    void ICollection<T>.CopyTo(T[] array, int arrayIndex) => _set.CopyTo(array, arrayIndex);
    void ICollection<T>.Add(T item) => throw ListObjects.ReadOnly();
    void ICollection<T>.Clear() => throw ListObjects.ReadOnly();
    bool ICollection<T>.Remove(T item) => throw ListObjects.ReadOnly();
    bool ISet<T>.Add(T item) => throw ListObjects.ReadOnly();
    void ISet<T>.ExceptWith(IEnumerable<T> other) => throw ListObjects.ReadOnly();
    void ISet<T>.IntersectWith(IEnumerable<T> other) => throw ListObjects.ReadOnly();
    void ISet<T>.SymmetricExceptWith(IEnumerable<T> other) => throw ListObjects.ReadOnly();
    void ISet<T>.UnionWith(IEnumerable<T> other) => throw ListObjects.ReadOnly();

    bool ICollection.IsSynchronized => false;
    object ICollection.SyncRoot => _set is ICollection collection ? collection.SyncRoot : this;
    void ICollection.CopyTo(Array array, int index) => ListObjects.CopyTo(_set, array, index);
}

public class ReadOnlyDictionary<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue> where TKey : notnull
{
    private readonly IDictionary<TKey, TValue> _dictionary;

    public ReadOnlyDictionary(IDictionary<TKey, TValue> dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary, nameof(dictionary));
        _dictionary = dictionary;
    }

    private static class EmptyOf
    {
        internal static readonly ReadOnlyDictionary<TKey, TValue> Value = new(new Dictionary<TKey, TValue>());
    }

    public static ReadOnlyDictionary<TKey, TValue> Empty => EmptyOf.Value;

    protected IDictionary<TKey, TValue> Dictionary => _dictionary;
    public KeyCollection Keys => new(_dictionary.Keys);
    public ValueCollection Values => new(_dictionary.Values);
    public bool ContainsKey(TKey key) => _dictionary.ContainsKey(key);
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _dictionary.TryGetValue(key, out value);
    public TValue this[TKey key] => _dictionary[key];
    public int Count => _dictionary.Count;
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _dictionary.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_dictionary).GetEnumerator();

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;
    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;
    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;
    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    TValue IDictionary<TKey, TValue>.this[TKey key]
    {
        get => _dictionary[key];
        set => throw ListObjects.ReadOnly();
    }

    void IDictionary<TKey, TValue>.Add(TKey key, TValue value) => throw ListObjects.ReadOnly();
    bool IDictionary<TKey, TValue>.Remove(TKey key) => throw ListObjects.ReadOnly();
    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) => _dictionary.Contains(item);
    void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => _dictionary.CopyTo(array, arrayIndex);
    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => true;
    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) => throw ListObjects.ReadOnly();
    void ICollection<KeyValuePair<TKey, TValue>>.Clear() => throw ListObjects.ReadOnly();
    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item) => throw ListObjects.ReadOnly();

    public sealed class KeyCollection : ICollection<TKey>, IReadOnlyCollection<TKey>
    {
        private readonly ICollection<TKey> _collection;

        internal KeyCollection(ICollection<TKey> keys) => _collection = keys;

        public int Count => _collection.Count;
        public void CopyTo(TKey[] array, int arrayIndex) => _collection.CopyTo(array, arrayIndex);
        public IEnumerator<TKey> GetEnumerator() => _collection.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_collection).GetEnumerator();
        public bool Contains(TKey item) => _collection.Contains(item);
        bool ICollection<TKey>.IsReadOnly => true;
        void ICollection<TKey>.Add(TKey item) => throw ListObjects.ReadOnly();
        void ICollection<TKey>.Clear() => throw ListObjects.ReadOnly();
        bool ICollection<TKey>.Remove(TKey item) => throw ListObjects.ReadOnly();
    }

    public sealed class ValueCollection : ICollection<TValue>, IReadOnlyCollection<TValue>
    {
        private readonly ICollection<TValue> _collection;

        internal ValueCollection(ICollection<TValue> values) => _collection = values;

        public int Count => _collection.Count;
        public void CopyTo(TValue[] array, int arrayIndex) => _collection.CopyTo(array, arrayIndex);
        public IEnumerator<TValue> GetEnumerator() => _collection.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_collection).GetEnumerator();
        bool ICollection<TValue>.Contains(TValue item) => _collection.Contains(item);
        bool ICollection<TValue>.IsReadOnly => true;
        void ICollection<TValue>.Add(TValue item) => throw ListObjects.ReadOnly();
        void ICollection<TValue>.Clear() => throw ListObjects.ReadOnly();
        bool ICollection<TValue>.Remove(TValue item) => throw ListObjects.ReadOnly();
    }
}
