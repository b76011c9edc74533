// Searching memory by vectors: 16 bytes at a time, or 32 where the image's instruction set has them. What is left at the
// end is looked at once more together with what stands before it, so that nothing is read outside of the span.

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace System;

/// <summary>What is searched for: one element, or a vector of them.</summary>
internal interface IMatch<T> where T : unmanaged
{
    bool Matches(T element);
    Vector128<T> Matches(Vector128<T> elements);
    Vector256<T> Matches(Vector256<T> elements);
}

internal readonly struct MatchOne<T>(T value) : IMatch<T> where T : unmanaged, IEquatable<T>
{
    public bool Matches(T element) => element.Equals(value);
    public Vector128<T> Matches(Vector128<T> elements) => Vector128.Equals(elements, Vector128.Create(value));
    public Vector256<T> Matches(Vector256<T> elements) => Vector256.Equals(elements, Vector256.Create(value));
}

internal readonly struct MatchOther<T>(T value) : IMatch<T> where T : unmanaged, IEquatable<T>
{
    public bool Matches(T element) => !element.Equals(value);
    public Vector128<T> Matches(Vector128<T> elements) => ~Vector128.Equals(elements, Vector128.Create(value));
    public Vector256<T> Matches(Vector256<T> elements) => ~Vector256.Equals(elements, Vector256.Create(value));
}

internal readonly struct MatchThree<T>(T value0, T value1, T value2) : IMatch<T> where T : unmanaged, IEquatable<T>
{
    public bool Matches(T element) => element.Equals(value0) || element.Equals(value1) || element.Equals(value2);

    public Vector128<T> Matches(Vector128<T> elements) =>
        Vector128.Equals(elements, Vector128.Create(value0)) | Vector128.Equals(elements, Vector128.Create(value1))
        | Vector128.Equals(elements, Vector128.Create(value2));

    public Vector256<T> Matches(Vector256<T> elements) =>
        Vector256.Equals(elements, Vector256.Create(value0)) | Vector256.Equals(elements, Vector256.Create(value1))
        | Vector256.Equals(elements, Vector256.Create(value2));
}

internal static class SpanSearch
{
    /// <summary>Equality is that of the bits, and there are vectors of elements of this size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Handles<T>() => RuntimeHelpers.IsBitwiseEquatable<T>() && Unsafe.SizeOf<T>() is 1 or 2 or 4 or 8
        && !RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    internal static int First<T, TMatch>(ref T start, int length, TMatch match) where T : unmanaged where TMatch : struct, IMatch<T>
    {
        int i = 0;
        if (Vector256.IsHardwareAccelerated && length >= Vector256<T>.Count)
        {
            for (int last = length - Vector256<T>.Count; ; i = Math.Min(i + Vector256<T>.Count, last))
            {
                uint found = match.Matches(Vector256.LoadUnsafe(ref start, (nuint)i)).AsByte().ExtractMostSignificantBits();
                if (found != 0) return i + BitOperations.TrailingZeroCount(found) / Unsafe.SizeOf<T>();
                if (i == last) return -1;
            }
        }
        if (length >= Vector128<T>.Count)
        {
            for (int last = length - Vector128<T>.Count; ; i = Math.Min(i + Vector128<T>.Count, last))
            {
                uint found = match.Matches(Vector128.LoadUnsafe(ref start, (nuint)i)).AsByte().ExtractMostSignificantBits();
                if (found != 0) return i + BitOperations.TrailingZeroCount(found) / Unsafe.SizeOf<T>();
                if (i == last) return -1;
            }
        }
        for (; i < length; i++)
            if (match.Matches(Unsafe.Add(ref start, i))) return i;
        return -1;
    }

    internal static int Last<T, TMatch>(ref T start, int length, TMatch match) where T : unmanaged where TMatch : struct, IMatch<T>
    {
        if (length >= Vector128<T>.Count)
        {
            for (int i = length - Vector128<T>.Count; ; i = Math.Max(i - Vector128<T>.Count, 0))
            {
                uint found = match.Matches(Vector128.LoadUnsafe(ref start, (nuint)i)).AsByte().ExtractMostSignificantBits();
                if (found != 0) return i + BitOperations.Log2(found) / Unsafe.SizeOf<T>();
                if (i == 0) return -1;
            }
        }
        for (int i = length - 1; i >= 0; i--)
            if (match.Matches(Unsafe.Add(ref start, i))) return i;
        return -1;
    }

    internal static int Count<T, TMatch>(ref T start, int length, TMatch match) where T : unmanaged where TMatch : struct, IMatch<T>
    {
        int i = 0, count = 0;
        for (; i <= length - Vector128<T>.Count; i += Vector128<T>.Count)
            count += BitOperations.PopCount(match.Matches(Vector128.LoadUnsafe(ref start, (nuint)i)).AsByte().ExtractMostSignificantBits());
        count /= Unsafe.SizeOf<T>();
        for (; i < length; i++)
            if (match.Matches(Unsafe.Add(ref start, i))) count++;
        return count;
    }

    internal static void Replace<T>(ref T start, int length, T oldValue, T newValue) where T : unmanaged, IEquatable<T>
    {
        int i = 0;
        Vector128<T> old = Vector128.Create(oldValue), by = Vector128.Create(newValue);
        for (; i <= length - Vector128<T>.Count; i += Vector128<T>.Count)
        {
            Vector128<T> elements = Vector128.LoadUnsafe(ref start, (nuint)i);
            Vector128.ConditionalSelect(Vector128.Equals(elements, old), by, elements).StoreUnsafe(ref start, (nuint)i);
        }
        for (; i < length; i++)
            if (Unsafe.Add(ref start, i).Equals(oldValue)) Unsafe.Add(ref start, i) = newValue;
    }

    internal static void Fill<T>(ref T start, int length, T value) where T : unmanaged
    {
        int i = 0;
        if (length >= Vector128<T>.Count)
        {
            Vector128<T> values = Vector128.Create(value);
            int last = length - Vector128<T>.Count;
            for (; i < last; i += Vector128<T>.Count) values.StoreUnsafe(ref start, (nuint)i);
            values.StoreUnsafe(ref start, (nuint)last);
            return;
        }
        for (; i < length; i++) Unsafe.Add(ref start, i) = value;
    }

    internal static bool AreEqual(ref byte left, ref byte right, nuint length)
    {
        if (length >= 16)
        {
            nuint last = length - 16;
            for (nuint i = 0; ; i = i + 16 < last ? i + 16 : last)
            {
                if (Vector128.LoadUnsafe(ref left, i) != Vector128.LoadUnsafe(ref right, i)) return false;
                if (i == last) return true;
            }
        }
        if (length >= 8) return ((Read<ulong>(ref left, 0) ^ Read<ulong>(ref right, 0)) | (Read<ulong>(ref left, length - 8) ^ Read<ulong>(ref right, length - 8))) == 0;
        if (length >= 4) return ((Read<uint>(ref left, 0) ^ Read<uint>(ref right, 0)) | (Read<uint>(ref left, length - 4) ^ Read<uint>(ref right, length - 4))) == 0;
        for (nuint i = 0; i < length; i++)
            if (Unsafe.Add(ref left, (nint)i) != Unsafe.Add(ref right, (nint)i)) return false;
        return true;
    }

    private static T Read<T>(ref byte start, nuint offset) => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref start, (nint)offset));

    /// <summary>How many bytes at the beginning are the same.</summary>
    internal static int CommonLength(ref byte left, ref byte right, int length)
    {
        int i = 0;
        for (; i <= length - 16; i += 16)
        {
            uint equal = Vector128.Equals(Vector128.LoadUnsafe(ref left, (nuint)i), Vector128.LoadUnsafe(ref right, (nuint)i)).ExtractMostSignificantBits();
            if (equal != 0xFFFF) return i + BitOperations.TrailingZeroCount(~equal);
        }
        while (i < length && Unsafe.Add(ref left, i) == Unsafe.Add(ref right, i)) i++;
        return i;
    }
}
