// Arrays to borrow. Powers of two, a few of each size kept; what does not fit is made anew and forgotten when it returns.
// One core runs managed code, and does so without being interrupted by other managed code, so nothing is locked.

using System.Numerics;

namespace System.Buffers;

public abstract class ArrayPool<T>
{
    private static class SharedPool
    {
        internal static readonly ArrayPool<T> Value = new BucketArrayPool<T>(1 << 30, 8);
    }

    public static ArrayPool<T> Shared => SharedPool.Value;

    public static ArrayPool<T> Create() => Create(1024 * 1024, 50);

    public static ArrayPool<T> Create(int maxArrayLength, int maxArraysPerBucket)
    {
        if (maxArrayLength <= 0) ThrowHelper.ArgumentOutOfRange(nameof(maxArrayLength));
        if (maxArraysPerBucket <= 0) ThrowHelper.ArgumentOutOfRange(nameof(maxArraysPerBucket));
        return new BucketArrayPool<T>(maxArrayLength, maxArraysPerBucket);
    }

    public abstract T[] Rent(int minimumLength);
    public abstract void Return(T[] array, bool clearArray = false);
}

internal sealed class BucketArrayPool<T>(int maxArrayLength, int arraysPerBucket) : ArrayPool<T>
{
    private const int ShortestLog2 = 4;

    /// <summary>For each power of two from 16 on, the arrays that wait; made when the first one returns.</summary>
    private readonly T[]?[]?[] _buckets = new T[]?[]?[BucketOf(Math.Clamp(maxArrayLength, 1 << ShortestLog2, 1 << 30)) + 1];

    private static int BucketOf(int length) => BitOperations.Log2((uint)(length - 1) | 15) + 1 - ShortestLog2;

    public override T[] Rent(int minimumLength)
    {
        if (minimumLength < 0) ThrowHelper.ArgumentOutOfRange(nameof(minimumLength));
        if (minimumLength == 0) return [];
        int bucket = BucketOf(minimumLength);
        if (bucket >= _buckets.Length) return new T[minimumLength];
        if (_buckets[bucket] is { } waiting)
            for (int i = waiting.Length - 1; i >= 0; i--)
                if (Take(ref waiting[i]) is { } array)
                    return array;
        return new T[1 << (bucket + ShortestLog2)];
    }

    public override void Return(T[] array, bool clearArray = false)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if (array.Length == 0) return;
        int bucket = BucketOf(array.Length);
        if (bucket >= _buckets.Length) return;
        if (array.Length != 1 << (bucket + ShortestLog2))
            throw new ArgumentException("The buffer is not associated with this pool and may not be returned to it.", nameof(array));
        if (clearArray) Array.Clear(array);
        T[]?[] waiting = _buckets[bucket] ??= new T[]?[arraysPerBucket];
        for (int i = 0; i < waiting.Length; i++)
            if (TryPut(ref waiting[i], array))
                return;
    }

    private static T[]? Take(ref T[]? place)
    {
        T[]? array = place;
        if (array is null) return null;
        if (Internal.Runtime.RuntimeFeatures.SeveralLcores) return System.Threading.Interlocked.Exchange(ref place, null);
        place = null;
        return array;
    }

    private static bool TryPut(ref T[]? place, T[] array)
    {
        if (place is not null) return false;
        if (Internal.Runtime.RuntimeFeatures.SeveralLcores) return System.Threading.Interlocked.CompareExchange(ref place, array, null) is null;
        place = array;
        return true;
    }
}
