// Random numbers. With a seed: the sequence that .NET has given since its first version, Knuth's subtractive generator.
// Without one: xoshiro256** (Blackman, Vigna), seeded by the platform.

using System.Numerics;
using Internal.Runtime;

namespace System;

public class Random
{
    private const int Largest = int.MaxValue;
    private const int SeedCount = 56;

    private static Random? s_shared;

    /// <summary>Of the seeded generator; null in the other.</summary>
    private readonly int[]? _seeds;
    private int _next;
    private int _nextPaired = 21;

    private ulong _s0, _s1, _s2, _s3;

    public Random()
    {
        do
        {
            (_s0, _s1) = (Entropy.Next(), Entropy.Next());
            (_s2, _s3) = (Entropy.Next(), Entropy.Next());
        }
        while ((_s0 | _s1 | _s2 | _s3) == 0);
    }

    public Random(int Seed)
    {
        int[] seeds = new int[SeedCount];
        int last = 161_803_398 - (Seed == int.MinValue ? int.MaxValue : Math.Abs(Seed));
        seeds[55] = last;
        int value = 1;
        for (int i = 1, at = 0; i < 55; i++)
        {
            at = at + 21 < 55 ? at + 21 : at + 21 - 55;
            seeds[at] = value;
            value = last - value;
            if (value < 0) value += Largest;
            last = seeds[at];
        }
        for (int round = 1; round < 5; round++)
            for (int i = 1; i < SeedCount; i++)
            {
                int paired = i + 30 < 55 ? i + 30 : i + 30 - 55;
                seeds[i] -= seeds[1 + paired];
                if (seeds[i] < 0) seeds[i] += Largest;
            }
        _seeds = seeds;
    }

    /// <summary>Each core has its own behind it.</summary>
    public static Random Shared =>
        RuntimeFeatures.SeveralLcores ? LcoreState.Mine.Random ??= new Random() : s_shared ??= new Random();

    /// <summary>From 0 to int.MaxValue - 1.</summary>
    private int NextSeeded(int[] seeds)
    {
        if (++_next >= SeedCount) _next = 1;
        if (++_nextPaired >= SeedCount) _nextPaired = 1;
        int value = seeds[_next] - seeds[_nextPaired];
        if (value == Largest) value--;
        if (value < 0) value += Largest;
        return seeds[_next] = value;
    }

    private ulong NextBits()
    {
        if (_seeds is not null)
            return (uint)Next(1 << 22) | ((ulong)(uint)Next(1 << 22) << 22) | ((ulong)(uint)Next(1 << 20) << 44);
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    protected virtual double Sample() => _seeds is null ? (NextBits() >> 11) * (1.0 / (1ul << 53)) : NextSeeded(_seeds) * (1.0 / Largest);

    public virtual int Next()
    {
        if (_seeds is not null) return NextSeeded(_seeds);
        while (true)
        {
            int value = (int)(NextBits() >> 33);
            if (value != int.MaxValue) return value;
        }
    }

    public virtual int Next(int maxValue)
    {
        if (maxValue < 0) throw Range(nameof(maxValue), "maxValue ('", maxValue, "') must be a non-negative value.");
        return (int)(Sample() * maxValue);
    }

    public virtual int Next(int minValue, int maxValue)
    {
        if (minValue > maxValue) throw new ArgumentOutOfRangeException(nameof(minValue), "'minValue' cannot be greater than maxValue.");
        long range = (long)maxValue - minValue;
        if (range <= int.MaxValue || _seeds is null) return (int)((long)(Sample() * range) + minValue);
        // One number has too few bits for such a range: a second one gives the sign.
        int value = NextSeeded(_seeds);
        if (NextSeeded(_seeds) % 2 == 0) value = -value;
        double sample = (value + (double)(int.MaxValue - 1)) / (2u * (uint)int.MaxValue - 1);
        return (int)((long)(sample * range) + minValue);
    }

    private static ArgumentOutOfRangeException Range(string parameter, string before, long value, string after) =>
        new(parameter, string.Concat(before, value.ToString(), after));

    public virtual long NextInt64()
    {
        while (true)
        {
            ulong value = NextBits() >> 1;
            if (value != long.MaxValue) return (long)value;
        }
    }

    public virtual long NextInt64(long maxValue)
    {
        if (maxValue < 0) throw Range(nameof(maxValue), "maxValue ('", maxValue, "') must be a non-negative value.");
        return NextInt64(0, maxValue);
    }

    public virtual long NextInt64(long minValue, long maxValue)
    {
        if (minValue > maxValue) throw new ArgumentOutOfRangeException(nameof(minValue), "'minValue' cannot be greater than maxValue.");
        ulong range = (ulong)(maxValue - minValue);
        if (range <= 1) return minValue;
        int bits = 64 - BitOperations.LeadingZeroCount(range - 1);
        while (true)
        {
            ulong value = NextBits() >> (64 - bits);
            if (value < range) return (long)value + minValue;
        }
    }

    public virtual double NextDouble() => Sample();

    public virtual float NextSingle()
    {
        if (_seeds is null) return (NextBits() >> 40) * (1.0f / (1u << 24));
        while (true)
        {
            // A sample may round up to 1, which is excluded.
            float value = (float)Sample();
            if (value < 1) return value;
        }
    }

    public virtual void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
        NextBytes((Span<byte>)buffer);
    }

    public virtual void NextBytes(Span<byte> buffer)
    {
        if (_seeds is not null)
        {
            for (int i = 0; i < buffer.Length; i++) buffer[i] = (byte)NextSeeded(_seeds);
            return;
        }
        ulong bits = 0;
        for (int i = 0; i < buffer.Length; i++, bits >>= 8)
        {
            if (i % sizeof(ulong) == 0) bits = NextBits();
            buffer[i] = (byte)bits;
        }
    }

    public void Shuffle<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        Shuffle((Span<T>)values);
    }

    public void Shuffle<T>(Span<T> values)
    {
        for (int i = 0; i < values.Length - 1; i++)
        {
            int other = Next(i, values.Length);
            if (other != i) (values[i], values[other]) = (values[other], values[i]);
        }
    }

    public T[] GetItems<T>(T[] choices, int length)
    {
        ArgumentNullException.ThrowIfNull(choices, nameof(choices));
        return GetItems((ReadOnlySpan<T>)choices, length);
    }

    public T[] GetItems<T>(ReadOnlySpan<T> choices, int length)
    {
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        T[] items = new T[length];
        GetItems(choices, items);
        return items;
    }

    public void GetItems<T>(ReadOnlySpan<T> choices, Span<T> destination)
    {
        if (choices.IsEmpty) throw new ArgumentException("Span may not be empty.", nameof(choices));
        const int MostByteChoices = 256, ByteBatch = 512;
        if (_seeds is not null || !BitOperations.IsPow2(choices.Length) || choices.Length > MostByteChoices)
        {
            for (int i = 0; i < destination.Length; i++) destination[i] = choices[Next(choices.Length)];
            return;
        }
        // A byte suffices for each of a power of two.
        Span<byte> bytes = stackalloc byte[ByteBatch];
        while (!destination.IsEmpty)
        {
            bytes = bytes.Slice(0, Math.Min(bytes.Length, destination.Length));
            NextBytes(bytes);
            for (int i = 0; i < bytes.Length; i++) destination[i] = choices[bytes[i] & (choices.Length - 1)];
            destination = destination.Slice(bytes.Length);
        }
    }
}
