// Sorting in place: quicksort, insertion sort for short ranges, heapsort where quicksort would degenerate. Not stable.

using System.Numerics;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

internal static class IntroSort
{
    /// <param name="comparer">Null for the order of the values themselves.</param>
    internal static void Sort<T>(Span<T> keys, IComparer<T>? comparer) => Sort(keys, default(Span<byte>), comparer);

    /// <summary>Moves items, as many as there are keys, along with the keys.</summary>
    internal static void Sort<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey>? comparer)
    {
        if (keys.Length < 2) return;
        int depthLimit = 2 * (BitOperations.Log2((uint)keys.Length) + 1);
        // Numbers and their like are compared without a call.
        if (comparer is null && default(TKey) is not null) IntroSort<TKey, TItem, NaturalOrder<TKey>>.Sort(keys, items, default, depthLimit);
        else IntroSort<TKey, TItem, ComparerOrder<TKey>>.Sort(keys, items, new(comparer ?? Comparer<TKey>.Default), depthLimit);
    }
}

internal interface IOrder<T>
{
    bool IsLess(T x, T y);
}

internal readonly struct ComparerOrder<T>(IComparer<T> comparer) : IOrder<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLess(T x, T y) => comparer.Compare(x, y) < 0;
}

internal readonly struct NaturalOrder<T> : IOrder<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLess(T x, T y)
    {
        if (typeof(T) == typeof(int)) return Unsafe.As<T, int>(ref x) < Unsafe.As<T, int>(ref y);
        if (typeof(T) == typeof(uint)) return Unsafe.As<T, uint>(ref x) < Unsafe.As<T, uint>(ref y);
        if (typeof(T) == typeof(long)) return Unsafe.As<T, long>(ref x) < Unsafe.As<T, long>(ref y);
        if (typeof(T) == typeof(ulong)) return Unsafe.As<T, ulong>(ref x) < Unsafe.As<T, ulong>(ref y);
        if (typeof(T) == typeof(byte)) return Unsafe.As<T, byte>(ref x) < Unsafe.As<T, byte>(ref y);
        if (typeof(T) == typeof(char)) return Unsafe.As<T, char>(ref x) < Unsafe.As<T, char>(ref y);
        return DefaultOrder<T>.Order(x, y) < 0;
    }
}

// Without items their span is empty, and nothing is moved.
internal static class IntroSort<TKey, TItem, TOrder> where TOrder : struct, IOrder<TKey>
{
    /// <summary>Ranges of up to this many elements are sorted by insertion.</summary>
    private const int ShortLength = 16;

    internal static void Sort(Span<TKey> keys, Span<TItem> items, TOrder order, int depthLimit)
    {
        while (keys.Length > ShortLength)
        {
            if (depthLimit-- == 0)
            {
                HeapSort(keys, items, order);
                return;
            }
            int pivot = Partition(keys, items, order);
            Sort(keys.Slice(pivot + 1), items.IsEmpty ? items : items.Slice(pivot + 1), order, depthLimit);
            keys = keys.Slice(0, pivot);
            if (!items.IsEmpty) items = items.Slice(0, pivot);
        }
        InsertionSort(keys, items, order);
    }

    private static void Swap(Span<TKey> keys, Span<TItem> items, int i, int j)
    {
        (keys[i], keys[j]) = (keys[j], keys[i]);
        if (!items.IsEmpty) (items[i], items[j]) = (items[j], items[i]);
    }

    private static void SwapIfGreater(Span<TKey> keys, Span<TItem> items, TOrder order, int i, int j)
    {
        if (order.IsLess(keys[j], keys[i])) Swap(keys, items, i, j);
    }

    /// <summary>Around the median of first, middle and last. Inconsistent comparers end in an exception, not outside the span.</summary>
    /// <returns>Where the pivot is: nothing before it is greater, nothing behind it is less.</returns>
    private static int Partition(Span<TKey> keys, Span<TItem> items, TOrder order)
    {
        int last = keys.Length - 1;
        int middle = last / 2;
        SwapIfGreater(keys, items, order, 0, middle);
        SwapIfGreater(keys, items, order, 0, last);
        SwapIfGreater(keys, items, order, middle, last);
        TKey pivot = keys[middle];
        Swap(keys, items, middle, last - 1);
        ref TKey first = ref keys[0];
        int left = 0, right = last - 1;
        while (left < right)
        {
            // Both stay inside: left ends at last, right at 0.
            while (++left < last && order.IsLess(Unsafe.Add(ref first, left), pivot)) { }
            while (--right > 0 && order.IsLess(pivot, Unsafe.Add(ref first, right))) { }
            if (left >= right) break;
            Swap(keys, items, left, right);
        }
        Swap(keys, items, left, last - 1);
        return left;
    }

    private static void InsertionSort(Span<TKey> keys, Span<TItem> items, TOrder order)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            TKey key = keys[i];
            int to = i;
            while (to > 0 && order.IsLess(key, keys[to - 1])) to--;
            if (to == i) continue;
            // Moved when all is compared: a comparer that throws loses nothing.
            for (int j = i; j > to; j--) keys[j] = keys[j - 1];
            keys[to] = key;
            if (items.IsEmpty) continue;
            TItem item = items[i];
            items.Slice(to, i - to).CopyTo(items.Slice(to + 1));
            items[to] = item;
        }
    }

    private static void HeapSort(Span<TKey> keys, Span<TItem> items, TOrder order)
    {
        for (int i = keys.Length / 2 - 1; i >= 0; i--) SiftDown(keys, items, order, i, keys.Length);
        for (int end = keys.Length - 1; end > 0; end--)
        {
            Swap(keys, items, 0, end);
            SiftDown(keys, items, order, 0, end);
        }
    }

    private static void SiftDown(Span<TKey> keys, Span<TItem> items, TOrder order, int root, int length)
    {
        for (int child = 2 * root + 1; child < length; child = 2 * root + 1)
        {
            if (child + 1 < length && order.IsLess(keys[child], keys[child + 1])) child++;
            if (!order.IsLess(keys[root], keys[child])) return;
            Swap(keys, items, root, child);
            root = child;
        }
    }
}
