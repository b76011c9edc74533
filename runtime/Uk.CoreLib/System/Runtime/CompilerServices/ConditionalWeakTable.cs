using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Internal.Runtime.GarbageCollection;

namespace System.Runtime.CompilerServices;

/// <summary>Values for objects that others own: an entry goes when its key does.</summary>
public sealed class ConditionalWeakTable<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : class
    where TValue : class?
{
    private readonly Ephemerons _entries = new();

    public delegate TValue CreateValueCallback(TKey key);

    private static nint AddressOf(TKey? key)
    {
        if (key is null) ThrowHelper.ArgumentNull(nameof(key));
        return WeakObjects.AddressOf(key);
    }

    private static TValue ValueAt(nint address) => Unsafe.As<nint, TValue>(ref address);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        bool found = _entries.Values.TryGetValue(AddressOf(key), out nint address);
        value = found ? ValueAt(address) : default;
        GC.KeepAlive(key);
        return found;
    }

    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value)) throw new ArgumentException("An item with the same key has already been added.");
    }

    public bool TryAdd(TKey key, TValue value)
    {
        bool added = _entries.Values.TryAdd(AddressOf(key), WeakObjects.AddressOf(value));
        GC.KeepAlive(key);
        GC.KeepAlive(value);
        return added;
    }

    public void AddOrUpdate(TKey key, TValue value)
    {
        _entries.Values[AddressOf(key)] = WeakObjects.AddressOf(value);
        GC.KeepAlive(key);
        GC.KeepAlive(value);
    }

    public bool Remove(TKey key) => Remove(key, out _);

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        bool removed = _entries.Values.Remove(AddressOf(key), out nint address);
        value = removed ? ValueAt(address) : default;
        return removed;
    }

    public TValue GetOrAdd(TKey key, TValue value)
    {
        if (TryGetValue(key, out TValue? existing)) return existing;
        Add(key, value);
        return value;
    }

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory, nameof(valueFactory));
        return TryGetValue(key, out TValue? existing) ? existing : GetOrAdd(key, valueFactory(key));
    }

    public TValue GetOrAdd<TArg>(TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument) where TArg : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(valueFactory, nameof(valueFactory));
        return TryGetValue(key, out TValue? existing) ? existing : GetOrAdd(key, valueFactory(key, factoryArgument));
    }

    public TValue GetValue(TKey key, CreateValueCallback createValueCallback)
    {
        ArgumentNullException.ThrowIfNull(createValueCallback, nameof(createValueCallback));
        return TryGetValue(key, out TValue? existing) ? existing : GetOrAdd(key, createValueCallback(key));
    }

    public void Clear() => _entries.Values.Clear();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => Snapshot().GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => Snapshot().GetEnumerator();

    /// <summary>The list keeps what it holds alive while it is gone through.</summary>
    private List<KeyValuePair<TKey, TValue>> Snapshot()
    {
        List<KeyValuePair<TKey, TValue>> entries = new(_entries.Values.Count);
        foreach (KeyValuePair<nint, nint> pair in _entries.Values)
        {
            nint key = pair.Key;
            entries.Add(new KeyValuePair<TKey, TValue>(Unsafe.As<nint, TKey>(ref key), ValueAt(pair.Value)));
        }
        return entries;
    }
}
