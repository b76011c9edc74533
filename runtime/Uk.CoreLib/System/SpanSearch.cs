// Searching memory by vectors: 16 bytes at a time, or 32 and 64 where the image's instruction set has them. What is left
// at the end is looked at once more together with what stands before it, so that nothing is read outside of the span.

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
    Vector512<T> Matches(Vector512<T> elements);
}

internal readonly struct MatchOne<T>(T value) : IMatch<T> where T : unmanaged, IEquatable<T>
{
    public bool Matches(T element) => element.Equals(value);
    public Vector128<T> Matches(Vector128<T> elements) => Vector128.Equals(elements, Vector128.Create(value));
    public Vector256<T> Matches(Vector256<T> elements) => Vector256.Equals(elements, Vector256.Create(value));
    public Vector512<T> Matches(Vector512<T> elements) => Vector512.Equals(elements, Vector512.Create(value));
}

internal readonly struct MatchOther<T>(T value) : IMatch<T> where T : unmanaged, IEquatable<T>
{
    public bool Matches(T element) => !element.Equals(value);
    public Vector128<T> Matches(Vector128<T> elements) => ~Vector128.Equals(elements, Vector128.Create(value));
    public Vector256<T> Matches(Vector256<T> elements) => ~Vector256.Equals(elements, Vector256.Create(value));
    public Vector512<T> Matches(Vector512<T> elements) => ~Vector512.Equals(elements, Vector512.Create(value));
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
    public Vector512<T> Matches(Vector512<T> elements) =>
        Vector512.Equals(elements, Vector512.Create(value0)) | Vector512.Equals(elements, Vector512.Create(value1))
        | Vector512.Equals(elements, Vector512.Create(value2));
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
        if (Vector512.IsHardwareAccelerated && length >= Vector512<T>.Count)
        {
            for (int last = length - Vector512<T>.Count; ; i = Math.Min(i + Vector512<T>.Count, last))
            {
                ulong found = match.Matches(Vector512.LoadUnsafe(ref start, (nuint)i)).AsByte().ExtractMostSignificantBits();
                if (found != 0) return i + BitOperations.TrailingZeroCount(found) / Unsafe.SizeOf<T>();
                if (i == last) return -1;
            }
        }
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
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= length - Vector256<T>.Count; i += Vector256<T>.Count)
                count += BitOperations.PopCount(match.Matches(Vector256.LoadUnsafe(ref start, (nuint)i)).AsByte().ExtractMostSignificantBits());
        }
        for (; i <= length - Vector128<T>.Count; i += Vector128<T>.Count)
            count += BitOperations.PopCount(match.Matches(Vector128.LoadUnsafe(ref start, (nuint)i)).AsByte().ExtractMostSignificantBits());
        count /= Unsafe.SizeOf<T>();
        for (; i < length; i++)
            if (match.Matches(Unsafe.Add(ref start, i))) count++;
        return count;
    }

    /// <summary>Copies, with one value in place of another. The source may be the destination.</summary>
    internal static void Replace<T>(ref T source, ref T destination, int length, T oldValue, T newValue) where T : unmanaged, IEquatable<T>
    {
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<T> old = Vector256.Create(oldValue), by = Vector256.Create(newValue);
            for (; i <= length - Vector256<T>.Count; i += Vector256<T>.Count)
            {
                Vector256<T> elements = Vector256.LoadUnsafe(ref source, (nuint)i);
                Vector256.ConditionalSelect(Vector256.Equals(elements, old), by, elements).StoreUnsafe(ref destination, (nuint)i);
            }
        }
        else
        {
            Vector128<T> old = Vector128.Create(oldValue), by = Vector128.Create(newValue);
            for (; i <= length - Vector128<T>.Count; i += Vector128<T>.Count)
            {
                Vector128<T> elements = Vector128.LoadUnsafe(ref source, (nuint)i);
                Vector128.ConditionalSelect(Vector128.Equals(elements, old), by, elements).StoreUnsafe(ref destination, (nuint)i);
            }
        }
        for (; i < length; i++)
        {
            T element = Unsafe.Add(ref source, i);
            Unsafe.Add(ref destination, i) = element.Equals(oldValue) ? newValue : element;
        }
    }

    internal static void Fill<T>(ref T start, int length, T value) where T : unmanaged
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated && length >= Vector512<T>.Count)
        {
            Vector512<T> values = Vector512.Create(value);
            int last = length - Vector512<T>.Count;
            for (; i < last; i += Vector512<T>.Count) values.StoreUnsafe(ref start, (nuint)i);
            values.StoreUnsafe(ref start, (nuint)last);
            return;
        }
        if (Vector256.IsHardwareAccelerated && length >= Vector256<T>.Count)
        {
            Vector256<T> values = Vector256.Create(value);
            int last = length - Vector256<T>.Count;
            for (; i < last; i += Vector256<T>.Count) values.StoreUnsafe(ref start, (nuint)i);
            values.StoreUnsafe(ref start, (nuint)last);
            return;
        }
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
        if (length < 16) return AreFewEqual(ref left, ref right, length);
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated && length >= 64)
        {
            for (nuint last = length - 64; i < last; i += 64)
                if (Vector512.LoadUnsafe(ref left, i) != Vector512.LoadUnsafe(ref right, i)) return false;
            return Vector512.LoadUnsafe(ref left, length - 64) == Vector512.LoadUnsafe(ref right, length - 64);
        }
        if (Vector256.IsHardwareAccelerated && length >= 32)
        {
            for (nuint last = length - 32; i < last; i += 32)
                if (Vector256.LoadUnsafe(ref left, i) != Vector256.LoadUnsafe(ref right, i)) return false;
            return Vector256.LoadUnsafe(ref left, length - 32) == Vector256.LoadUnsafe(ref right, length - 32);
        }
        for (nuint last = length - 16; i < last; i += 16)
            if (Vector128.LoadUnsafe(ref left, i) != Vector128.LoadUnsafe(ref right, i)) return false;
        return Vector128.LoadUnsafe(ref left, length - 16) == Vector128.LoadUnsafe(ref right, length - 16);
    }

    /// <summary>Of less than 16 bytes: the beginning and the end, which may overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreFewEqual(ref byte left, ref byte right, nuint length)
    {
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
