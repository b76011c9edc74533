// A table of fixed size from keys to values: its public face and its memory. Where keys lie is in HashBuckets.cs.

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Uk.Memory;

namespace Uk.Hash;

/// <summary>What became of a key and its value.</summary>
public enum HashResult
{
    Added,
    /// <summary>The key was there: its value is the new one.</summary>
    Replaced,
    /// <summary>
    /// The table has as many keys as it can, or no way was found to make room for this one. Nothing changed.
    /// </summary>
    Full,
}

/// <summary>
/// A cuckoo hash table in a memory region. The value itself is only where the table is: copies of it are the same table.
/// </summary>
/// <typeparam name="TKey">Compared by its bytes, padding included, so a key with padding is made with <c>default</c>.</typeparam>
/// <remarks>
/// Data path; one lcore at a time. No allocation. A key can be in two buckets of eight, each a cache line, so a lookup
/// touches at most two lines and those of the keys whose 15 bits of signature are the same; in a full table a key that
/// is not there costs on average 1/2000 of a comparison of keys. Adding looks at up to 512 buckets to find room and moves
/// one key for each step of the way there, and says <see cref="HashResult.Full"/> where there is none: a table is at most
/// 7/8 full, where that is very rare. DPDK: <c>rte_hash</c>.
/// </remarks>
public readonly unsafe struct HashTable<TKey, TValue>
    where TKey : unmanaged
    where TValue : unmanaged
{
    /// <summary>The most keys that a table can have.</summary>
    public const int CapacityMax = 1 << 28;

    private const int AlignmentBytes = 64;

    private readonly HashBuckets* _buckets;

    private HashTable(HashBuckets* buckets) => _buckets = buckets;

    private struct Entry
    {
        public TKey Key;
        public TValue Value;
    }

    /// <summary>An empty table in memory of the region. Boot or control path. DPDK: <c>rte_hash_create</c>.</summary>
    /// <param name="capacity">The most keys, from 1 to <see cref="CapacityMax"/>.</param>
    /// <param name="seed">Where keys lie. One that others cannot know keeps them from filling one bucket.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is out of range.</exception>
    /// <exception cref="InvalidOperationException">The region has not so much memory.</exception>
    public static HashTable<TKey, TValue> Create<TRegion>(int capacity, ulong seed = 0)
        where TRegion : struct, IMemoryRegion<TRegion>
    {
        nuint lengthBytes = SizeBytes(capacity);
        nuint memory = TRegion.Allocate(lengthBytes, AlignmentBytes);
        if (memory == 0)
        {
            throw new InvalidOperationException(
                $"A hash table of {capacity} keys needs {(ulong)lengthBytes} bytes in one piece; its memory region has " +
                $"{(ulong)TRegion.FreeBytes} of {(ulong)TRegion.LengthBytes} bytes free. Raise the Size of the region.");
        }
        HashBuckets* buckets = (HashBuckets*)memory;
        buckets->Initialize(capacity, BucketCount(capacity), seed, (nuint)sizeof(Entry));
        return new HashTable<TKey, TValue>(buckets);
    }

    /// <summary>Bytes that a table takes: 9 to 18 for each key beside keys and values.</summary>
    public static nuint SizeBytes(int capacity)
    {
        if (capacity is < 1 or > CapacityMax)
        {
            throw new ArgumentOutOfRangeException(
                nameof(capacity), $"The capacity of a hash table is from 1 to {CapacityMax}, not {capacity}.");
        }
        return HashBuckets.SizeBytes(capacity, BucketCount(capacity), (nuint)sizeof(Entry));
    }

    /// <summary>At most 7 of the 8 places of a bucket are used, on average.</summary>
    private static uint BucketCount(int capacity) =>
        Math.Max(2, BitOperations.RoundUpToPowerOf2((uint)((capacity + 6) / 7)));

    /// <summary>The table was made; a value that nobody assigned is none.</summary>
    public bool IsCreated => _buckets != null;

    public int Capacity => _buckets->Capacity;

    /// <summary>Keys in the table. DPDK: <c>rte_hash_count</c>.</summary>
    public int Count => _buckets->Count;

    /// <summary>Adds a key, or gives it another value. DPDK: <c>rte_hash_add_key_data</c>.</summary>
    [HotPath]
    public HashResult Set(in TKey key, TValue value)
    {
        Entry* found = Find(in key, HashOf(in key));
        if (found != null)
        {
            found->Value = value;
            return HashResult.Replaced;
        }
        Entry* added = (Entry*)_buckets->Add(HashOf(in key));
        if (added == null) return HashResult.Full;
        added->Key = key;
        added->Value = value;
        return HashResult.Added;
    }

    /// <summary>
    /// Where the value of a key is, or null. Valid until the key is removed: other keys may come and go. The caller may
    /// write it. DPDK: <c>rte_hash_lookup</c>, which gives a position.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [HotPath]
    public TValue* Find(in TKey key)
    {
        Entry* entry = Find(in key, HashOf(in key));
        return entry == null ? null : &entry->Value;
    }

    /// <summary>DPDK: <c>rte_hash_lookup_data</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(in TKey key, out TValue value)
    {
        Entry* entry = Find(in key, HashOf(in key));
        value = entry == null ? default : entry->Value;
        return entry != null;
    }

    /// <summary>
    /// Looks all keys up, 32 at a time, each stage for all before the next, so that the memory of one is on its way while
    /// others are at work. For each key: the address of its value, or 0. Returns how many were found.
    /// DPDK: <c>rte_hash_lookup_bulk</c>.
    /// </summary>
    /// <param name="values">As long as <paramref name="keys"/>.</param>
    public int FindBulk(ReadOnlySpan<TKey> keys, Span<nint> values)
    {
        int found = 0;
        ulong* hashes = stackalloc ulong[BulkMax];
        values = values[..keys.Length];
        fixed (TKey* first = keys)
        fixed (nint* result = values)
        {
            for (int start = 0; start < keys.Length; start += BulkMax)
                found += FindBulk(first + start, Math.Min(BulkMax, keys.Length - start), result + start, hashes);
        }
        return found;
    }

    private const int BulkMax = 32;

    private int FindBulk(TKey* keys, int count, nint* values, ulong* hashes)
    {
        HashBuckets* buckets = _buckets;
        for (int i = 0; i < count; i++)
        {
            hashes[i] = KeyHash.Of(keys[i], buckets->Seed);
            buckets->Prefetch(hashes[i]);
        }
        for (int i = 0; i < count; i++)
            values[i] = (nint)buckets->FirstCandidate(hashes[i], (nuint)sizeof(Entry));
        int found = 0;
        for (int i = 0; i < count; i++)
        {
            Entry* entry = (Entry*)values[i];
            if (entry == null || !KeyHash.Equal(in entry->Key, in keys[i])) entry = Find(in keys[i], hashes[i]);
            values[i] = entry == null ? 0 : (nint)(&entry->Value);
            if (entry != null) found++;
        }
        return found;
    }

    /// <summary>False if the key is not there. DPDK: <c>rte_hash_del_key</c>.</summary>
    [HotPath]
    public bool Remove(in TKey key)
    {
        Entry* entry = Find(in key, HashOf(in key));
        if (entry == null) return false;
        _buckets->Remove(HashOf(in key), (byte*)entry, (nuint)sizeof(Entry));
        return true;
    }

    /// <summary>Removes all keys. DPDK: <c>rte_hash_reset</c>.</summary>
    public void Clear() => _buckets->Clear();

    /// <summary>
    /// The next key and its value after <paramref name="position"/>, which starts at 0 and is moved on; in no particular
    /// order. Keys may be removed meanwhile, not added. False when there are no more. DPDK: <c>rte_hash_iterate</c>.
    /// </summary>
    public bool TryNext(ref int position, out TKey key, out TValue value)
    {
        Entry* entry = (Entry*)_buckets->Next(ref position, (nuint)sizeof(Entry));
        key = entry == null ? default : entry->Key;
        value = entry == null ? default : entry->Value;
        return entry != null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HashOf(in TKey key) => KeyHash.Of(in key, _buckets->Seed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Entry* Find(in TKey key, ulong hash)
    {
        HashBuckets* buckets = _buckets;
        uint first = buckets->First(hash);
        Entry* entry = FindIn(buckets->At(first), in key, hash);
        if (entry != null) return entry;
        return FindIn(buckets->At(buckets->Other(first, HashBuckets.SignatureOf(hash))), in key, hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Entry* FindIn(Bucket* bucket, in TKey key, ulong hash)
    {
        uint matches = bucket->Matches(HashBuckets.SignatureOf(hash));
        while (matches != 0)
        {
            Entry* entry = (Entry*)_buckets->EntryOf(bucket, BitOperations.TrailingZeroCount(matches), (nuint)sizeof(Entry));
            if (KeyHash.Equal(in entry->Key, in key)) return entry;
            matches &= matches - 1;
        }
        return null;
    }
}
