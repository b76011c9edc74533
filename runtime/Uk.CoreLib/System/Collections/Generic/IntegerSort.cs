// Sorting integers. Which of two is less is as good as random, so a branch on it would be mispredicted half of the time:
// here it is added to an index instead.

using System.Numerics;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

internal static class IntegerSort
{
    /// <summary>Ranges of up to this many elements are sorted by insertion.</summary>
    private const int ShortLength = 16;

    /// <summary>Sorts what are integers, by their value. Of equal ones nobody can tell which came first.</summary>
    internal static bool TrySort<T>(Span<T> values)
    {
        if (typeof(T) == typeof(int)) return Sort<T, int>(values);
        if (typeof(T) == typeof(uint)) return Sort<T, uint>(values);
        if (typeof(T) == typeof(long) || typeof(T) == typeof(nint)) return Sort<T, long>(values);
        if (typeof(T) == typeof(ulong) || typeof(T) == typeof(nuint)) return Sort<T, ulong>(values);
        if (typeof(T) == typeof(short)) return Sort<T, short>(values);
        if (typeof(T) == typeof(ushort) || typeof(T) == typeof(char)) return Sort<T, ushort>(values);
        if (typeof(T) == typeof(sbyte)) return Sort<T, sbyte>(values);
        if (typeof(T) == typeof(byte)) return Sort<T, byte>(values);
        return false;
    }

    private static bool Sort<T, TInteger>(Span<T> values) where TInteger : IComparisonOperators<TInteger, TInteger, bool>
    {
        Sort(ref Unsafe.As<T, TInteger>(ref values._reference), values.Length, IntroSort.DepthLimit(values.Length));
        return true;
    }

    private static void Sort<T>(ref T values, int length, int depthLimit) where T : IComparisonOperators<T, T, bool>
    {
        while (length > ShortLength)
        {
            if (depthLimit-- == 0)
            {
                IntroSort<T, NoItem, NaturalOrder<T>>.Sort(ref values, ref Unsafe.NullRef<NoItem>(), length, default, 0);
                return;
            }
            int pivot = Partition(ref values, length);
            int greater = pivot + 1;
            // Few are less: perhaps many are equal, and these are in place.
            if (pivot < length / 8) greater += CountEqual(ref Unsafe.Add(ref values, greater), length - greater, Unsafe.Add(ref values, pivot));
            Sort(ref Unsafe.Add(ref values, greater), length - greater, depthLimit);
            length = pivot;
        }
        InsertionSort(ref values, length);
    }

    /// <returns>Where the pivot is: what is before it is less, and nothing behind it.</returns>
    private static int Partition<T>(ref T values, int length) where T : IComparisonOperators<T, T, bool>
    {
        int last = length - 1;
        ref T end = ref Unsafe.Add(ref values, last);
        ref T median = ref Median(ref values, ref Unsafe.Add(ref values, last / 2), ref end);
        (median, end) = (end, median);
        T pivot = end;
        nint less = 0;
        for (nint i = 0; i < last; i++)
        {
            T value = Unsafe.Add(ref values, i);
            Unsafe.Add(ref values, i) = Unsafe.Add(ref values, less);
            Unsafe.Add(ref values, less) = value;
            less += value < pivot ? 1 : 0;
        }
        (Unsafe.Add(ref values, less), end) = (end, Unsafe.Add(ref values, less));
        return (int)less;
    }

    private static ref T Median<T>(ref T a, ref T b, ref T c) where T : IComparisonOperators<T, T, bool>
    {
        if (b < a)
        {
            if (c < b) return ref b;
            return ref c < a ? ref c : ref a;
        }
        if (c < a) return ref a;
        return ref c < b ? ref c : ref b;
    }

    /// <summary>Of values that are not less than one, moves those that equal it to the front.</summary>
    private static int CountEqual<T>(ref T values, int length, T pivot) where T : IComparisonOperators<T, T, bool>
    {
        nint equal = 0;
        for (nint i = 0; i < length; i++)
        {
            T value = Unsafe.Add(ref values, i);
            Unsafe.Add(ref values, i) = Unsafe.Add(ref values, equal);
            Unsafe.Add(ref values, equal) = value;
            equal += value > pivot ? 0 : 1;
        }
        return (int)equal;
    }

    private static void InsertionSort<T>(ref T values, int length) where T : IComparisonOperators<T, T, bool>
    {
        for (nint i = 1; i < length; i++)
        {
            T value = Unsafe.Add(ref values, i);
            nint to = i;
            for (; to > 0 && value < Unsafe.Add(ref values, to - 1); to--) Unsafe.Add(ref values, to) = Unsafe.Add(ref values, to - 1);
            Unsafe.Add(ref values, to) = value;
        }
    }
}
