// Going over a dictionary: pairs, keys, values.

using System.Collections.ObjectModel;

namespace System.Collections.Generic;

public partial class Dictionary<TKey, TValue>
{
    public KeyCollection Keys => new(this);
    public ValueCollection Values => new(this);
    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;
    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;
    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;
    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    public Enumerator GetEnumerator() => new(this);
    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => new Enumerator(this);
    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

    /// <summary>The first used place from this one on, or the end.</summary>
    private int NextUsed(int place)
    {
        while (place < _used && _entries[place].Next < -1) place++;
        return place;
    }

    private void CheckVersion(int version)
    {
        if (version != _version) ThrowHelper.InvalidOperation("Collection was modified; enumeration operation may not execute.");
    }

    public struct Enumerator : IEnumerator<KeyValuePair<TKey, TValue>>, IDictionaryEnumerator
    {
        private readonly Dictionary<TKey, TValue> _dictionary;
        private readonly int _version;
        private int _next;
        private KeyValuePair<TKey, TValue> _current;

        private readonly bool _asEntries;

        internal Enumerator(Dictionary<TKey, TValue> dictionary, bool asEntries = false)
        {
            _dictionary = dictionary;
            _version = dictionary._version;
            _asEntries = asEntries;
        }

        public readonly KeyValuePair<TKey, TValue> Current => _current;
        readonly object? IEnumerator.Current => _asEntries ? new DictionaryEntry(_current.Key, _current.Value) : _current;
        readonly DictionaryEntry IDictionaryEnumerator.Entry => new(_current.Key, _current.Value);
        readonly object IDictionaryEnumerator.Key => _current.Key;
        readonly object? IDictionaryEnumerator.Value => _current.Value;

        public bool MoveNext()
        {
            _dictionary.CheckVersion(_version);
            int place = _dictionary.NextUsed(_next);
            bool found = place < _dictionary._used;
            _current = found ? new(_dictionary._entries[place].Key, _dictionary._entries[place].Value) : default;
            _next = found ? place + 1 : place;
            return found;
        }

        void IEnumerator.Reset() => _next = 0;
        public readonly void Dispose() { }
    }

    public sealed class KeyCollection : ICollection<TKey>, ICollection, IReadOnlyCollection<TKey>
    {
        bool ICollection.IsSynchronized => false;
        object ICollection.SyncRoot => _dictionary;
        void ICollection.CopyTo(Array array, int index) => ListObjects.CopyTo(this, array, index);

        private readonly Dictionary<TKey, TValue> _dictionary;

        public KeyCollection(Dictionary<TKey, TValue> dictionary)
        {
            ArgumentNullException.ThrowIfNull(dictionary, nameof(dictionary));
            _dictionary = dictionary;
        }

        public int Count => _dictionary.Count;
        public bool Contains(TKey item) => _dictionary.ContainsKey(item);

        public void CopyTo(TKey[] array, int index)
        {
            foreach (TKey key in this) array[index++] = key;
        }

        bool ICollection<TKey>.IsReadOnly => true;
        void ICollection<TKey>.Add(TKey item) => throw ReadOnly("key");
        void ICollection<TKey>.Clear() => throw ReadOnly("key");
        bool ICollection<TKey>.Remove(TKey item) => throw ReadOnly("key");

        public Enumerator GetEnumerator() => new(_dictionary);
        IEnumerator<TKey> IEnumerable<TKey>.GetEnumerator() => new Enumerator(_dictionary);
        IEnumerator IEnumerable.GetEnumerator() => new Enumerator(_dictionary);

        public struct Enumerator : IEnumerator<TKey>
        {
            private Dictionary<TKey, TValue>.Enumerator _pairs;

            internal Enumerator(Dictionary<TKey, TValue> dictionary) => _pairs = dictionary.GetEnumerator();

            public readonly TKey Current => _pairs.Current.Key;
            readonly object? IEnumerator.Current => Current;
            public bool MoveNext() => _pairs.MoveNext();
            void IEnumerator.Reset() => ((IEnumerator)_pairs).Reset();
            public readonly void Dispose() { }
        }
    }

    private static NotSupportedException ReadOnly(string what) =>
        new(string.Concat("Mutating a ", what, " collection derived from a dictionary is not allowed."));

    public sealed class ValueCollection : ICollection<TValue>, ICollection, IReadOnlyCollection<TValue>
    {
        bool ICollection.IsSynchronized => false;
        object ICollection.SyncRoot => _dictionary;
        void ICollection.CopyTo(Array array, int index) => ListObjects.CopyTo(this, array, index);

        private readonly Dictionary<TKey, TValue> _dictionary;

        public ValueCollection(Dictionary<TKey, TValue> dictionary)
        {
            ArgumentNullException.ThrowIfNull(dictionary, nameof(dictionary));
            _dictionary = dictionary;
        }

        public int Count => _dictionary.Count;

        public void CopyTo(TValue[] array, int index)
        {
            foreach (TValue value in this) array[index++] = value;
        }

        bool ICollection<TValue>.IsReadOnly => true;
        bool ICollection<TValue>.Contains(TValue item) => _dictionary.ContainsValue(item);
        void ICollection<TValue>.Add(TValue item) => throw ReadOnly("value");
        void ICollection<TValue>.Clear() => throw ReadOnly("value");
        bool ICollection<TValue>.Remove(TValue item) => throw ReadOnly("value");

        public Enumerator GetEnumerator() => new(_dictionary);
        IEnumerator<TValue> IEnumerable<TValue>.GetEnumerator() => new Enumerator(_dictionary);
        IEnumerator IEnumerable.GetEnumerator() => new Enumerator(_dictionary);

        public struct Enumerator : IEnumerator<TValue>
        {
            private Dictionary<TKey, TValue>.Enumerator _pairs;

            internal Enumerator(Dictionary<TKey, TValue> dictionary) => _pairs = dictionary.GetEnumerator();

            public readonly TValue Current => _pairs.Current.Value;
            readonly object? IEnumerator.Current => Current;
            public bool MoveNext() => _pairs.MoveNext();
            void IEnumerator.Reset() => ((IEnumerator)_pairs).Reset();
            public readonly void Dispose() { }
        }
    }
}

public static partial class CollectionExtensions
{
    public static TValue? GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.GetValueOrDefault(key, default!);

    public static TValue GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key, TValue defaultValue)
    {
        ArgumentNullException.ThrowIfNull(dictionary, nameof(dictionary));
        return dictionary.TryGetValue(key, out TValue? value) ? value : defaultValue;
    }
}
