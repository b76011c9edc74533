// Searching text for more than one character: a sequence of them, or all the places where one stands.

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace System;

internal static class SequenceSearch
{
    /// <summary>Where the value first begins. Places where its first and its last element match are compared in full.</summary>
    /// <param name="valueLength">At least two.</param>
    internal static int First<T>(ref T start, int length, ref T value, int valueLength) where T : unmanaged, IEquatable<T>
    {
        int places = length - valueLength + 1;
        T first = value, last = Unsafe.Add(ref value, valueLength - 1);
        ref T ends = ref Unsafe.Add(ref start, valueLength - 1);
        int i = 0;
        if (Vector256.IsHardwareAccelerated && places >= Vector256<T>.Count)
        {
            Vector256<T> firsts = Vector256.Create(first), lasts = Vector256.Create(last);
            for (int end = places - Vector256<T>.Count; ; i = Math.Min(i + Vector256<T>.Count, end))
            {
                uint found = (Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)i), firsts)
                    & Vector256.Equals(Vector256.LoadUnsafe(ref ends, (nuint)i), lasts)).AsByte().ExtractMostSignificantBits();
                if (found != 0 && Verified(found, ref Unsafe.Add(ref start, i), ref value, valueLength) is >= 0 and var at) return i + at;
                if (i == end) return -1;
            }
        }
        if (places >= Vector128<T>.Count)
        {
            Vector128<T> firsts = Vector128.Create(first), lasts = Vector128.Create(last);
            for (int end = places - Vector128<T>.Count; ; i = Math.Min(i + Vector128<T>.Count, end))
            {
                uint found = (Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)i), firsts)
                    & Vector128.Equals(Vector128.LoadUnsafe(ref ends, (nuint)i), lasts)).AsByte().ExtractMostSignificantBits();
                if (found != 0 && Verified(found, ref Unsafe.Add(ref start, i), ref value, valueLength) is >= 0 and var at) return i + at;
                if (i == end) return -1;
            }
        }
        for (; i < places; i++)
            if (Unsafe.Add(ref start, i).Equals(first) && AreEqual(ref Unsafe.Add(ref start, i), ref value, valueLength)) return i;
        return -1;
    }

    /// <param name="found">A bit for each byte of the places that may be the right ones.</param>
    /// <returns>The first place that is, or -1.</returns>
    private static int Verified<T>(uint found, ref T start, ref T value, int valueLength) where T : unmanaged
    {
        do
        {
            int at = BitOperations.TrailingZeroCount(found) / Unsafe.SizeOf<T>();
            if (valueLength == 2 || AreEqual(ref Unsafe.Add(ref start, at), ref value, valueLength)) return at;
            found &= ~(uint)(((1ul << Unsafe.SizeOf<T>()) - 1) << (at * Unsafe.SizeOf<T>()));
        }
        while (found != 0);
        return -1;
    }

    private static bool AreEqual<T>(ref T left, ref T right, int length) where T : unmanaged => SpanSearch.AreEqual(
        ref Unsafe.As<T, byte>(ref left), ref Unsafe.As<T, byte>(ref right), (nuint)(uint)length * (nuint)Unsafe.SizeOf<T>());

    /// <summary>Adds all the places where a character stands.</summary>
    internal static void All(ReadOnlySpan<char> text, char value, ref PlaceList places)
    {
        ref ushort start = ref Unsafe.As<char, ushort>(ref text._reference);
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= text.Length - Vector256<ushort>.Count; i += Vector256<ushort>.Count)
                AddAll(Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)i), Vector256.Create((ushort)value)).AsByte().ExtractMostSignificantBits(), i, ref places);
        }
        for (; i <= text.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
            AddAll(Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)i), Vector128.Create((ushort)value)).AsByte().ExtractMostSignificantBits(), i, ref places);
        for (; i < text.Length; i++)
            if (text[i] == value) places.Add(i);
    }

    /// <param name="found">Two bits for each character.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAll(uint found, int from, ref PlaceList places)
    {
        for (; found != 0; found &= found - 1, found &= found - 1)
            places.Add(from + BitOperations.TrailingZeroCount(found) / sizeof(char));
    }
}

/// <summary>Places in a text: first in room that the caller gives, then on the heap.</summary>
internal ref struct PlaceList(Span<int> room)
{
    private Span<int> _places = room;
    private int _count;

    public readonly int Count => _count;
    public readonly ReadOnlySpan<int> Places => _places.Slice(0, _count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int place)
    {
        if ((uint)_count >= (uint)_places.Length) Grow();
        _places[_count++] = place;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        Span<int> larger = new int[_places.Length * 2];
        _places.CopyTo(larger);
        _places = larger;
    }
}
