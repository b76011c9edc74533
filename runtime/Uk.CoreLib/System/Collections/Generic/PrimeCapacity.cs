// Sizes of hash tables: primes, so that hash codes which have a factor in common still reach every bucket. They are .NET's,
// because a capacity can be asked for.

using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

internal static class PrimeCapacity
{
    /// <summary>Above the table, a prime less one is no multiple of this.</summary>
    private const int Avoided = 101;

    private static ReadOnlySpan<int> Primes =>
    [
        3, 7, 11, 17, 23, 29, 37, 47, 59, 71, 89, 107, 131, 163, 197, 239, 293, 353, 431, 521, 631, 761, 919, 1103, 1327, 1597, 1931, 2333,
        2801, 3371, 4049, 4861, 5839, 7013, 8419, 10103, 12143, 14591, 17519, 21023, 25229, 30293, 36353, 43627, 52361, 62851, 75431, 90523,
        108631, 130363, 156437, 187751, 225307, 270371, 324449, 389357, 467237, 560689, 672827, 807403, 968897, 1162687, 1395263, 1674319,
        2009191, 2411033, 2893249, 3471899, 4166287, 4999559, 5999471, 7199369,
    ];

    internal static int AtLeast(int capacity)
    {
        foreach (int prime in Primes)
            if (prime >= capacity) return prime;
        for (int candidate = capacity | 1; candidate < int.MaxValue; candidate += 2)
            if (IsPrime(candidate) && (candidate - 1) % Avoided != 0) return candidate;
        return capacity;
    }

    /// <summary>For a table that is full.</summary>
    internal static int Expand(int capacity) => Math.Min(checked(capacity * 2), Array.MaxLength);

    private static bool IsPrime(int odd)
    {
        for (int divisor = 3; divisor <= odd / divisor; divisor += 2)
            if (odd % divisor == 0) return false;
        return true;
    }

    /// <summary>What <see cref="Remainder"/> multiplies by: 2^64 / divisor, rounded up.</summary>
    internal static ulong Reciprocal(uint divisor) => ulong.MaxValue / divisor + 1;

    /// <summary>
    /// Without a division (Lemire, Kaser, Kurz: Faster remainder by direct computation, 2019). The low half of value *
    /// reciprocal is the fraction of the quotient; times the divisor, its whole part is the remainder. Rounding the
    /// fraction to its upper 32 bits is harmless for divisors of at most 31 bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Remainder(uint value, uint divisor, ulong reciprocal) =>
        (uint)(((((reciprocal * value) >> 32) + 1) * divisor) >> 32);
}
