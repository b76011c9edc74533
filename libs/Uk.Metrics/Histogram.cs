using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Uk.Metrics;

/// <summary>
/// Counts of values by size, so that percentiles can be told: 32 buckets for each power of two, so a bucket is never wider
/// than 1/32 of what is in it. 15 KiB, for all values of 64 bits.
/// </summary>
/// <remarks>
/// One lcore writes; others may read and merge at any time. After Gil Tene's HdrHistogram. DPDK has none.
/// </remarks>
public struct Histogram
{
    private const int SubBits = 5;
    private const int SubBuckets = 1 << SubBits;

    /// <summary>One for each value below 32, then 32 for each power of two.</summary>
    public const int BucketCount = (64 - SubBits + 1) * SubBuckets;

    private Buckets _buckets;
    private ulong _sum;
    private ulong _max;

    [InlineArray(BucketCount)]
    private struct Buckets
    {
        private ulong _first;
    }

    /// <summary>The greatest value, exactly.</summary>
    public readonly ulong Max => _max;

    /// <summary>How many values there are. Adds all buckets up.</summary>
    public readonly ulong Count
    {
        get
        {
            ulong count = 0;
            foreach (ulong bucket in (ReadOnlySpan<ulong>)_buckets) count += bucket;
            return count;
        }
    }

    /// <summary>The sum of all values divided by their number; 0 without any.</summary>
    public readonly double Mean
    {
        get
        {
            ulong count = Count;
            return count == 0 ? 0 : (double)_sum / count;
        }
    }

    /// <summary>Adds a value. Data path: some ten instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Record(ulong value)
    {
        // Below BucketCount for every value, and the compiler does not know.
        Unsafe.Add(ref _buckets[0], IndexOf(value))++;
        _sum += value;
        if (value > _max) _max = value;
    }

    /// <summary>
    /// A value that so many percent of all values do not exceed: the upper end of its bucket, so at most 1/32 too large.
    /// 0 without values.
    /// </summary>
    /// <param name="percent">From 0 (the least value) to 100 (the greatest).</param>
    public readonly ulong Percentile(double percent)
    {
        ulong count = Count;
        if (count == 0) return 0;
        ulong rank = RankOf(percent, count);
        ulong seen = 0;
        for (int index = 0; index < BucketCount; index++)
        {
            seen += _buckets[index];
            if (seen >= rank) return Math.Min(UpperBound(index), _max);
        }
        return _max;
    }

    /// <summary>The place, from 1, of the value that so many percent do not exceed.</summary>
    internal static ulong RankOf(double percent, ulong count) =>
        Math.Max(1, (ulong)Math.Ceiling(Math.Clamp(percent, 0, 100) / 100 * count));

    /// <summary>Adds all values of another one, for example of another lcore.</summary>
    public void Add(in Histogram other)
    {
        for (int index = 0; index < BucketCount; index++) _buckets[index] += other._buckets[index];
        _sum += other._sum;
        if (other._max > _max) _max = other._max;
    }

    /// <summary>How many values a bucket has, and which they can be. For charts and for what is sent elsewhere.</summary>
    /// <param name="index">Below <see cref="BucketCount"/>.</param>
    public readonly ulong Bucket(int index, out ulong lowest, out ulong highest)
    {
        lowest = LowerBound(index);
        highest = UpperBound(index);
        return _buckets[index];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(ulong value)
    {
        if (value < SubBuckets) return (int)value;
        int exponent = BitOperations.Log2(value);
        return (exponent - SubBits + 1) * SubBuckets + ((int)(value >> (exponent - SubBits)) & (SubBuckets - 1));
    }

    private static ulong LowerBound(int index)
    {
        if (index < SubBuckets) return (ulong)index;
        int shift = index / SubBuckets - 1;
        return (ulong)(SubBuckets + index % SubBuckets) << shift;
    }

    private static ulong UpperBound(int index) =>
        index < SubBuckets ? (ulong)index : LowerBound(index) + ((1UL << (index / SubBuckets - 1)) - 1);
}
