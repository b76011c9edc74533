// A dictionary as a dictionary of objects.

using System.Collections.ObjectModel;

namespace System.Collections.Generic;

public partial class Dictionary<TKey, TValue> : IDictionary
{
    bool ICollection.IsSynchronized => false;
    object ICollection.SyncRoot => this;
    bool IDictionary.IsFixedSize => false;
    bool IDictionary.IsReadOnly => false;
    ICollection IDictionary.Keys => Keys;
    ICollection IDictionary.Values => Values;
    IDictionaryEnumerator IDictionary.GetEnumerator() => new Enumerator(this, asEntries: true);

    object? IDictionary.this[object key]
    {
        get => key is TKey typed && TryGetValue(typed, out TValue? value) ? value : null;
        set => this[KeyFrom(key)] = ListObjects.Cast<TValue>(value);
    }

    private static TKey KeyFrom(object key)
    {
        ArgumentNullException.ThrowIfNull(key, nameof(key));
        return key is TKey typed ? typed : throw new ArgumentException("The value is not of the type of this generic collection.", nameof(key));
    }

    void IDictionary.Add(object key, object? value) => Add(KeyFrom(key), ListObjects.Cast<TValue>(value));

    bool IDictionary.Contains(object key)
    {
        ArgumentNullException.ThrowIfNull(key, nameof(key));
        return key is TKey typed && ContainsKey(typed);
    }

    void IDictionary.Remove(object key)
    {
        ArgumentNullException.ThrowIfNull(key, nameof(key));
        if (key is TKey typed) Remove(typed);
    }

    void ICollection.CopyTo(Array array, int index)
    {
        if (array is DictionaryEntry[] entries)
            foreach (KeyValuePair<TKey, TValue> pair in this) entries[index++] = new DictionaryEntry(pair.Key, pair.Value);
        else ListObjects.CopyTo(this, array, index);
    }

    public void TrimExcess() => TrimExcess(Count);

    public void TrimExcess(int capacity)
    {
        if (capacity < Count) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        if (capacity >= _entries.Length) return;
        Entry[] old = _entries;
        int used = _used;
        _entries = [];
        _buckets = null;
        _used = 0;
        _freeList = -1;
        _freeCount = 0;
        _version++;
        if (capacity > 0) Resize(capacity);
        for (int i = 0; i < used; i++)
            if (old[i].Next >= -1) _entries[AddEntry(ref Bucket(old[i].Hash), old[i].Hash, old[i].Key)].Value = old[i].Value;
    }
}
