// Where keys lie: a table of buckets, without generics, so that an image with several tables carries this once.
//
// A key has two buckets: one that its hash names, and one that differs from it by the key's signature, so that either is
// found from the other (partial-key cuckoo hashing: Fan et al., "Cuckoo filter", CoNEXT 2014, section 3.1). Where both
// are full, a search in breadth finds the shortest way to a free place, and the keys along it move one step each: every
// key on the way is still in one of its two buckets (Li et al., "Algorithmic improvements for fast concurrent cuckoo
// hashing", EuroSys 2014). Keys and values themselves never move.

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Uk.Hash;

internal unsafe struct HashBuckets
{
    /// <summary>How many buckets are looked at to find room for a key.</summary>
    public const int SearchMax = 512;

    private const int HeaderBytes = 64;

    private uint _bucketMask;
    private uint _freeCount;
    private int _capacity;
    private ulong _seed;
    private byte* _entries;
    /// <summary>The numbers of entries that are free, as a stack.</summary>
    private uint* _free;
    private nuint _entryBytes;

    public readonly int Capacity => _capacity;
    public readonly int Count => _capacity - (int)_freeCount;
    public readonly ulong Seed => _seed;

    private readonly Bucket* Buckets => (Bucket*)((byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in this)) + HeaderBytes);

    /// <summary>Header, buckets, the stack, entries.</summary>
    public static nuint SizeBytes(int capacity, uint bucketCount, nuint entryBytes) =>
        HeaderBytes + (nuint)bucketCount * (nuint)sizeof(Bucket) + StackBytes(capacity) + (nuint)capacity * entryBytes;

    private static nuint StackBytes(int capacity) => ((nuint)capacity * sizeof(uint) + 63) & ~(nuint)63;

    public void Initialize(int capacity, uint bucketCount, ulong seed, nuint entryBytes)
    {
        _bucketMask = bucketCount - 1;
        _capacity = capacity;
        _seed = seed;
        _entryBytes = entryBytes;
        _free = (uint*)(Buckets + bucketCount);
        _entries = (byte*)_free + StackBytes(capacity);
        Clear();
    }

    public void Clear()
    {
        for (nuint i = 0; i <= _bucketMask; i++) Buckets[i] = default;
        _freeCount = (uint)_capacity;
        for (uint i = 0; i < _freeCount; i++) _free[i] = (uint)_capacity - i;
    }

    /// <summary>Never 0, which a free place has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort SignatureOf(ulong hash) => (ushort)((hash >> 48) | 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Bucket* First(ulong hash) => Buckets + ((uint)hash & _bucketMask);

    /// <summary>The other bucket of a key that is in this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Bucket* Other(Bucket* bucket, ushort signature) =>
        Buckets + (((uint)(bucket - Buckets) ^ Distance(signature)) & _bucketMask);

    /// <summary>Spread over all bits, so that large tables use all of their buckets; odd, so that the two differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Distance(ushort signature) => (signature * 0x9E37_79B1u >> 3) | 1;

    /// <summary>An entry that the place names: never 0 where the signature matched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly byte* EntryOf(Bucket* bucket, int place, nuint entryBytes) =>
        _entries + (nuint)(bucket->Entry(place) - 1) * entryBytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Prefetch(ulong hash)
    {
        if (Sse.IsSupported) Sse.Prefetch0(First(hash));
    }

    /// <summary>The entry that most probably is the key's, on its way into the cache; null if neither bucket has any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly byte* FirstCandidate(ulong hash, nuint entryBytes)
    {
        ushort signature = SignatureOf(hash);
        Bucket* bucket = First(hash);
        uint matches = bucket->Matches(signature);
        if (matches == 0)
        {
            bucket = Other(bucket, signature);
            matches = bucket->Matches(signature);
            if (matches == 0) return null;
        }
        byte* entry = EntryOf(bucket, BitOperations.TrailingZeroCount(matches), entryBytes);
        if (Sse.IsSupported) Sse.Prefetch0(entry);
        return entry;
    }

    /// <summary>A new entry for a key that is not there, or null.</summary>
    public byte* Add(ulong hash)
    {
        if (_freeCount == 0) return null;
        ushort signature = SignatureOf(hash);
        Bucket* bucket = First(hash);
        int place = bucket->FreePlace;
        if (place < 0)
        {
            bucket = Other(bucket, signature);
            place = bucket->FreePlace;
        }
        if (place < 0) place = MakeRoom(First(hash), bucket, out bucket);
        if (place < 0) return null;
        uint entry = _free[--_freeCount];
        bucket->Put(place, signature, entry);
        return _entries + (nuint)(entry - 1) * _entryBytes;
    }

    /// <summary>One bucket of the search, and how it was reached.</summary>
    private struct Step
    {
        public uint Bucket;
        public short From;
        public byte Place;
    }

    /// <summary>Frees a place in one of two full buckets, by moving keys to their others; -1 if that cannot be.</summary>
    private readonly int MakeRoom(Bucket* first, Bucket* second, out Bucket* roomy)
    {
        Step* steps = stackalloc Step[SearchMax];
        steps[0] = new Step { Bucket = (uint)(first - Buckets), From = -1 };
        steps[1] = new Step { Bucket = (uint)(second - Buckets), From = -1 };
        int count = 2;
        for (int current = 0; current < count; current++)
        {
            Bucket* bucket = Buckets + steps[current].Bucket;
            for (int place = 0; place < Bucket.Places; place++)
            {
                Bucket* other = Other(bucket, bucket->Signature(place));
                int free = other->FreePlace;
                if (free >= 0) return MoveAlong(steps, current, place, other, free, out roomy);
                if (count == SearchMax) continue;
                steps[count++] = new Step { Bucket = (uint)(other - Buckets), From = (short)current, Place = (byte)place };
            }
        }
        roomy = null;
        return -1;
    }

    /// <summary>
    /// From the free place back to the start each key moves into the place that the one before has left. The way is the
    /// shortest, so it passes no bucket twice.
    /// </summary>
    private readonly int MoveAlong(Step* steps, int last, int place, Bucket* free, int freePlace, out Bucket* roomy)
    {
        for (int step = last; ; step = steps[step].From)
        {
            Bucket* bucket = Buckets + steps[step].Bucket;
            free->Put(freePlace, bucket->Signature(place), bucket->Entry(place));
            bucket->Put(place, 0, 0);
            if (steps[step].From < 0)
            {
                roomy = bucket;
                return place;
            }
            free = bucket;
            freePlace = place;
            place = steps[step].Place;
        }
    }

    /// <summary>Frees the entry of a key that is there.</summary>
    public void Remove(ulong hash, byte* entry, nuint entryBytes)
    {
        uint number = (uint)((nuint)(entry - _entries) / entryBytes) + 1;
        Bucket* bucket = First(hash);
        if (!TryClear(bucket, number)) TryClear(Other(bucket, SignatureOf(hash)), number);
        _free[_freeCount++] = number;
    }

    private static bool TryClear(Bucket* bucket, uint entry)
    {
        for (int place = 0; place < Bucket.Places; place++)
        {
            if (bucket->Entry(place) != entry) continue;
            bucket->Put(place, 0, 0);
            return true;
        }
        return false;
    }

    /// <summary>The next entry after a position, which counts places of buckets; null after the last.</summary>
    public readonly byte* Next(ref int position, nuint entryBytes)
    {
        for (long at = position; at < ((long)_bucketMask + 1) * Bucket.Places; at++)
        {
            Bucket* bucket = Buckets + at / Bucket.Places;
            if (bucket->Entry((int)(at % Bucket.Places)) == 0) continue;
            position = (int)at + 1;
            return EntryOf(bucket, (int)(at % Bucket.Places), entryBytes);
        }
        return null;
    }
}
