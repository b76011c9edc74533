// A hash table that keeps its entries in the order in which they were added; the places of removed ones are taken again,
// the last removed first. Enumeration goes by place, as on .NET.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

public partial class Dictionary<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue> where TKey : notnull
{
    /// <summary>What Next says of a free place: this minus the next free one.</summary>
    private const int FreeStart = -3;

    private struct Entry
    {
        public uint Hash;
        /// <summary>The next entry of the bucket, -1 at its end; below that the place is free.</summary>
        public int Next;
        public TKey Key;
        public TValue Value;
    }

    /// <summary>One more than the place of each chain's first entry. A prime number of them.</summary>
    private int[]? _buckets;
    private ulong _reciprocal;
    private Entry[] _entries = [];
    private int _used;
    private int _freeList = -1;
    private int _freeCount;
    private int _version;
    private readonly IEqualityComparer<TKey>? _comparer;

    public Dictionary() { }
    public Dictionary(int capacity) : this(capacity, null) { }
    public Dictionary(IEqualityComparer<TKey>? comparer) => _comparer = comparer;

    public Dictionary(int capacity, IEqualityComparer<TKey>? comparer)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        if (capacity > 0) Resize(capacity);
        _comparer = comparer;
    }

    public Dictionary(IDictionary<TKey, TValue> dictionary) : this(dictionary, null) { }

    public Dictionary(IDictionary<TKey, TValue> dictionary, IEqualityComparer<TKey>? comparer) : this(0, comparer)
    {
        ArgumentNullException.ThrowIfNull(dictionary, nameof(dictionary));
        foreach (KeyValuePair<TKey, TValue> pair in dictionary) Add(pair.Key, pair.Value);
    }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection) : this(collection, null) { }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer) : this(0, comparer)
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        foreach (KeyValuePair<TKey, TValue> pair in collection) Add(pair.Key, pair.Value);
    }

    public int Count => _used - _freeCount;
    public int Capacity => _entries.Length;
    public IEqualityComparer<TKey> Comparer => _comparer ?? EqualityComparer<TKey>.Default;

    public TValue this[TKey key]
    {
        get
        {
            int place = Find(key);
            if (place < 0) ThrowNoKey(key);
            return _entries[place].Value;
        }
        set
        {
            ref TValue? slot = ref GetOrAdd(key, out _);
            slot = value;
            _version++;
        }
    }

    private static void ThrowNoKey(TKey key) =>
        throw new KeyNotFoundException(string.Concat("The given key '", key.ToString(), "' was not present in the dictionary."));

    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value))
            throw new ArgumentException(string.Concat("An item with the same key has already been added. Key: ", key.ToString()));
    }

    public bool TryAdd(TKey key, TValue value)
    {
        ref TValue? slot = ref GetOrAdd(key, out bool exists);
        if (exists) return false;
        slot = value;
        return true;
    }

    public bool ContainsKey(TKey key) => Find(key) >= 0;

    public bool ContainsValue(TValue value)
    {
        for (int i = 0; i < _used; i++)
            if (_entries[i].Next >= -1 && EqualityComparer<TValue>.AreEqual(_entries[i].Value, value)) return true;
        return false;
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        int place = Find(key);
        value = place < 0 ? default : _entries[place].Value;
        return place >= 0;
    }

    public bool Remove(TKey key) => Remove(key, out _);

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        value = default;
        uint hash = HashOf(key);
        if (_buckets is null) return false;
        ref int link = ref Bucket(hash);
        Entry[] entries = _entries;
        // The chain's head counts from one, its links from zero.
        int place = link - 1, previous = -1;
        while ((uint)place < (uint)entries.Length && !Matches(ref entries[place], hash, key))
        {
            previous = place;
            place = entries[place].Next;
        }
        if (place < 0) return false;
        ref Entry entry = ref entries[place];
        if (previous < 0) link = entry.Next + 1;
        else entries[previous].Next = entry.Next;
        value = entry.Value;
        entry = new Entry { Next = FreeStart - _freeList };
        _freeList = place;
        _freeCount++;
        return true;
    }

    public void Clear()
    {
        if (_used == 0) return;
        Array.Clear(_buckets!);
        new Span<Entry>(_entries, 0, _used).Clear();
        _used = 0;
        _freeList = -1;
        _freeCount = 0;
    }

    public int EnsureCapacity(int capacity)
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        if (capacity > _entries.Length) Resize(capacity);
        return _entries.Length;
    }

    /// <summary>The value of the key, which is added with a default value where it is not there.</summary>
    internal ref TValue? GetOrAdd(TKey key, out bool exists)
    {
        uint hash = HashOf(key);
        if (_buckets is null) Resize(0);
        ref int bucket = ref Bucket(hash);
        int place = FindFrom(bucket - 1, hash, key);
        exists = place >= 0;
        if (!exists) place = AddEntry(ref bucket, hash, key);
        return ref _entries[place].Value!;
    }

    private int AddEntry(ref int bucket, uint hash, TKey key)
    {
        int place = _freeList;
        if (_freeCount > 0)
        {
            _freeList = FreeStart - _entries[place].Next;
            _freeCount--;
        }
        else
        {
            if (_used == _entries.Length)
            {
                Resize(PrimeCapacity.Expand(_used));
                bucket = ref Bucket(hash);
            }
            place = _used++;
        }
        ref Entry entry = ref _entries[place];
        entry.Hash = hash;
        entry.Key = key;
        entry.Next = bucket - 1;
        bucket = place + 1;
        _version++;
        return place;
    }

    /// <summary>Only while no place is free, or before there are any.</summary>
    private void Resize(int minCapacity)
    {
        int capacity = PrimeCapacity.AtLeast(minCapacity);
        Array.Resize(ref _entries!, capacity);
        _buckets = new int[capacity];
        _reciprocal = PrimeCapacity.Reciprocal((uint)capacity);
        for (int i = 0; i < _used; i++)
        {
            if (_entries[i].Next < -1) continue;
            ref int bucket = ref Bucket(_entries[i].Hash);
            _entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }

    /// <summary>The remainder is less than the number of buckets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Bucket(uint hash)
    {
        int[] buckets = _buckets!;
        return ref Unsafe.Add(ref Array.DataReference(buckets), PrimeCapacity.Remainder(hash, (uint)buckets.Length, _reciprocal));
    }

    internal int Find(TKey key)
    {
        uint hash = HashOf(key);
        return _buckets is null ? -1 : FindFrom(Bucket(hash) - 1, hash, key);
    }

    /// <param name="place">Where the chain of the key's bucket begins.</param>
    private int FindFrom(int place, uint hash, TKey key)
    {
        if (default(TKey) is null && key is string text && _comparer is null) return FindString(place, hash, text);
        Entry[] entries = _entries;
        while ((uint)place < (uint)entries.Length)
        {
            ref Entry entry = ref entries[place];
            if (Matches(ref entry, hash, key)) return place;
            place = entry.Next;
        }
        return -1;
    }

    /// <summary>Most keys that are objects are strings, and their comparison needs no look at their type.</summary>
    private int FindString(int place, uint hash, string key)
    {
        Entry[] entries = _entries;
        while ((uint)place < (uint)entries.Length)
        {
            ref Entry entry = ref entries[place];
            if (entry.Hash == hash && entry.Key is string other && string.AreEqual(other, key)) return place;
            place = entry.Next;
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Matches(ref Entry entry, uint hash, TKey key) =>
        entry.Hash == hash && (_comparer is null ? EqualityComparer<TKey>.AreEqual(entry.Key, key) : _comparer.Equals(entry.Key, key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint HashOf(TKey key)
    {
        if (key is null) ThrowHelper.ArgumentNull(nameof(key));
        return (uint)(_comparer is null ? key.GetHashCode() : _comparer.GetHashCode(key));
    }

    internal TKey KeyAt(int place) => _entries[place].Key;
    internal ref TValue ValueAt(int place) => ref _entries[place].Value;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => false;
    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) =>
        TryGetValue(item.Key, out TValue? value) && EqualityComparer<TValue>.AreEqual(value, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)this).Contains(item) && Remove(item.Key);

    void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (KeyValuePair<TKey, TValue> pair in this) array[arrayIndex++] = pair;
    }
}
