// Sorting in place: quicksort, insertion sort for short ranges, heapsort where quicksort would degenerate. Not stable.

using System.Numerics;

namespace System.Collections.Generic;

internal static class IntroSort
{
    /// <summary>Ranges of up to this many elements are sorted by insertion.</summary>
    private const int ShortLength = 16;

    internal static void Sort<T>(Span<T> keys, IComparer<T> comparer)
    {
        if (keys.Length > 1) Sort(keys, default(Span<byte>), comparer, DepthLimit(keys.Length));
    }

    /// <summary>Moves items, as many as there are keys, along with the keys.</summary>
    internal static void Sort<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey> comparer)
    {
        if (keys.Length > 1) Sort(keys, items, comparer, DepthLimit(keys.Length));
    }

    private static int DepthLimit(int length) => 2 * (BitOperations.Log2((uint)length) + 1);

    // Without items their span is empty, and nothing is moved.
    private static void Sort<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey> comparer, int depthLimit)
    {
        while (keys.Length > ShortLength)
        {
            if (depthLimit-- == 0)
            {
                HeapSort(keys, items, comparer);
                return;
            }
            int pivot = Partition(keys, items, comparer);
            Sort(keys.Slice(pivot + 1), items.IsEmpty ? items : items.Slice(pivot + 1), comparer, depthLimit);
            keys = keys.Slice(0, pivot);
            if (!items.IsEmpty) items = items.Slice(0, pivot);
        }
        InsertionSort(keys, items, comparer);
    }

    private static void Swap<TKey, TItem>(Span<TKey> keys, Span<TItem> items, int i, int j)
    {
        (keys[i], keys[j]) = (keys[j], keys[i]);
        if (!items.IsEmpty) (items[i], items[j]) = (items[j], items[i]);
    }

    private static void SwapIfGreater<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey> comparer, int i, int j)
    {
        if (comparer.Compare(keys[i], keys[j]) > 0) Swap(keys, items, i, j);
    }

    /// <summary>Around the median of first, middle and last. Inconsistent comparers end in an exception, not outside the span.</summary>
    /// <returns>Where the pivot is: nothing before it is greater, nothing behind it is less.</returns>
    private static int Partition<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey> comparer)
    {
        int last = keys.Length - 1;
        int middle = last / 2;
        SwapIfGreater(keys, items, comparer, 0, middle);
        SwapIfGreater(keys, items, comparer, 0, last);
        SwapIfGreater(keys, items, comparer, middle, last);
        TKey pivot = keys[middle];
        Swap(keys, items, middle, last - 1);
        int left = 0, right = last - 1;
        while (left < right)
        {
            while (++left < last && comparer.Compare(keys[left], pivot) < 0) { }
            while (--right > 0 && comparer.Compare(pivot, keys[right]) < 0) { }
            if (left >= right) break;
            Swap(keys, items, left, right);
        }
        Swap(keys, items, left, last - 1);
        return left;
    }

    private static void InsertionSort<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey> comparer)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            TKey key = keys[i];
            int to = i;
            while (to > 0 && comparer.Compare(key, keys[to - 1]) < 0) to--;
            if (to == i) continue;
            keys.Slice(to, i - to).CopyTo(keys.Slice(to + 1));
            keys[to] = key;
            if (items.IsEmpty) continue;
            TItem item = items[i];
            items.Slice(to, i - to).CopyTo(items.Slice(to + 1));
            items[to] = item;
        }
    }

    private static void HeapSort<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey> comparer)
    {
        for (int i = keys.Length / 2 - 1; i >= 0; i--) SiftDown(keys, items, comparer, i, keys.Length);
        for (int end = keys.Length - 1; end > 0; end--)
        {
            Swap(keys, items, 0, end);
            SiftDown(keys, items, comparer, 0, end);
        }
    }

    private static void SiftDown<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey> comparer, int root, int length)
    {
        for (int child = 2 * root + 1; child < length; child = 2 * root + 1)
        {
            if (child + 1 < length && comparer.Compare(keys[child], keys[child + 1]) < 0) child++;
            if (comparer.Compare(keys[root], keys[child]) >= 0) return;
            Swap(keys, items, root, child);
            root = child;
        }
    }
}
