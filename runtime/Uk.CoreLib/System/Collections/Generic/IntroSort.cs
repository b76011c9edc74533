// Sorting in place: quicksort, insertion sort for short ranges, heapsort where quicksort would degenerate. Not stable.
// Integers on their own are sorted by IntegerSort.cs.

using System.Numerics;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

internal static class IntroSort
{
    /// <param name="comparer">Null for the order of the values themselves.</param>
    internal static void Sort<T>(Span<T> keys, IComparer<T>? comparer)
    {
        if (keys.Length < 2 || (comparer is null && IntegerSort.TrySort(keys))) return;
        if (typeof(T) == typeof(string) && (comparer is null || (comparer is OrdinalComparer { IgnoresCase: false })))
        {
            IntroSort<string, NoItem, OrdinalOrder>.Sort(
                ref Unsafe.As<T, string>(ref keys._reference), ref Unsafe.NullRef<NoItem>(), keys.Length, default, DepthLimit(keys.Length));
            return;
        }
        Sort(keys, default(Span<NoItem>), comparer);
    }

    internal static void Sort<T>(Span<T> keys, Comparison<T> comparison) => Sort(keys, default(Span<NoItem>), comparison);

    /// <summary>Moves items, as many as there are keys, along with the keys.</summary>
    internal static void Sort<TKey, TItem>(Span<TKey> keys, Span<TItem> items, IComparer<TKey>? comparer)
    {
        if (keys.Length < 2) return;
        // Numbers and their like are compared without a call.
        if (comparer is null && default(TKey) is not null)
            Sort(keys, items, default(NaturalOrder<TKey>));
        else
            Sort(keys, items, (comparer ?? Comparer<TKey>.Default).Compare);
    }

    private static void Sort<TKey, TItem>(Span<TKey> keys, Span<TItem> items, Comparison<TKey> comparison)
    {
        if (keys.Length > 1) Sort(keys, items, new ComparisonOrder<TKey>(comparison));
    }

    private static void Sort<TKey, TItem, TOrder>(Span<TKey> keys, Span<TItem> items, TOrder order) where TOrder : struct, IOrder<TKey>
    {
        try
        {
            IntroSort<TKey, TItem, TOrder>.Sort(ref keys._reference, ref items._reference, keys.Length, order, DepthLimit(keys.Length));
        }
        catch (Exception exception)
        {
            throw NoOrder(exception);
        }
    }

    /// <summary>What callers get for anything that a comparison throws.</summary>
    internal static InvalidOperationException NoOrder(Exception cause) => new("Failed to compare two elements in the array.", cause);

    internal static int DepthLimit(int length) => 2 * (BitOperations.Log2((uint)length) + 1);
}

internal interface IOrder<T>
{
    bool IsLess(T x, T y);
}

/// <summary>A delegate is called without the search that a call through an interface begins with.</summary>
internal readonly struct ComparisonOrder<T>(Comparison<T> comparison) : IOrder<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLess(T x, T y) => comparison(x, y) < 0;
}

/// <summary>Strings by ordinal, as most are sorted: compared without a delegate. Null comes first.</summary>
internal readonly struct OrdinalOrder : IOrder<string>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLess(string x, string y)
    {
        if (x is null || y is null) return x is null && y is not null;
        // Behind the last character is a zero, so that an empty string comes first.
        int first = x.FirstChar - y.FirstChar;
        return (first != 0 ? first : OrdinalText.Compare(x, y)) < 0;
    }
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

/// <summary>Says that there are keys alone.</summary>
internal readonly struct NoItem;

/// <summary>
/// References to the first key and item. Every index is below the length: a comparer that contradicts itself makes a
/// wrong order, and no more.
/// </summary>
internal static class IntroSort<TKey, TItem, TOrder> where TOrder : struct, IOrder<TKey>
{
    /// <summary>Ranges of up to this many elements are sorted by insertion.</summary>
    private const int ShortLength = 16;

    private static bool HasItems => typeof(TItem) != typeof(NoItem);

    internal static void Sort(ref TKey keys, ref TItem items, int length, TOrder order, int depthLimit)
    {
        while (length > ShortLength)
        {
            if (depthLimit-- == 0)
            {
                HeapSort(ref keys, ref items, length, order);
                return;
            }
            int pivot = Partition(ref keys, ref items, length, order);
            Sort(ref Unsafe.Add(ref keys, pivot + 1), ref HasItems ? ref Unsafe.Add(ref items, pivot + 1) : ref items, length - pivot - 1, order, depthLimit);
            length = pivot;
        }
        InsertionSort(ref keys, ref items, length, order);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(ref TKey keys, ref TItem items, int i, int j)
    {
        (Unsafe.Add(ref keys, i), Unsafe.Add(ref keys, j)) = (Unsafe.Add(ref keys, j), Unsafe.Add(ref keys, i));
        if (HasItems) (Unsafe.Add(ref items, i), Unsafe.Add(ref items, j)) = (Unsafe.Add(ref items, j), Unsafe.Add(ref items, i));
    }

    private static void SwapIfGreater(ref TKey keys, ref TItem items, TOrder order, int i, int j)
    {
        if (order.IsLess(Unsafe.Add(ref keys, j), Unsafe.Add(ref keys, i))) Swap(ref keys, ref items, i, j);
    }

    /// <summary>Around the median of first, middle and last.</summary>
    /// <returns>Where the pivot is: nothing before it is greater, nothing behind it is less.</returns>
    private static int Partition(ref TKey keys, ref TItem items, int length, TOrder order)
    {
        int last = length - 1;
        int middle = last / 2;
        SwapIfGreater(ref keys, ref items, order, 0, middle);
        SwapIfGreater(ref keys, ref items, order, 0, last);
        SwapIfGreater(ref keys, ref items, order, middle, last);
        TKey pivot = Unsafe.Add(ref keys, middle);
        Swap(ref keys, ref items, middle, last - 1);
        int left = 0, right = last - 1;
        while (left < right)
        {
            // Both stay inside: left ends at last, right at 0.
            while (++left < last && order.IsLess(Unsafe.Add(ref keys, left), pivot)) { }
            while (--right > 0 && order.IsLess(pivot, Unsafe.Add(ref keys, right))) { }
            if (left >= right) break;
            Swap(ref keys, ref items, left, right);
        }
        Swap(ref keys, ref items, left, last - 1);
        return left;
    }

    private static void InsertionSort(ref TKey keys, ref TItem items, int length, TOrder order)
    {
        for (int i = 1; i < length; i++)
        {
            TKey key = Unsafe.Add(ref keys, i);
            int to = i;
            while (to > 0 && order.IsLess(key, Unsafe.Add(ref keys, to - 1))) to--;
            if (to == i) continue;
            // Moved when all is compared: a comparer that throws loses nothing.
            for (int j = i; j > to; j--) Unsafe.Add(ref keys, j) = Unsafe.Add(ref keys, j - 1);
            Unsafe.Add(ref keys, to) = key;
            if (!HasItems) continue;
            TItem item = Unsafe.Add(ref items, i);
            for (int j = i; j > to; j--) Unsafe.Add(ref items, j) = Unsafe.Add(ref items, j - 1);
            Unsafe.Add(ref items, to) = item;
        }
    }

    private static void HeapSort(ref TKey keys, ref TItem items, int length, TOrder order)
    {
        for (int i = length / 2 - 1; i >= 0; i--) SiftDown(ref keys, ref items, order, i, length);
        for (int end = length - 1; end > 0; end--)
        {
            Swap(ref keys, ref items, 0, end);
            SiftDown(ref keys, ref items, order, 0, end);
        }
    }

    private static void SiftDown(ref TKey keys, ref TItem items, TOrder order, int root, int length)
    {
        for (int child = 2 * root + 1; child < length; child = 2 * root + 1)
        {
            if (child + 1 < length && order.IsLess(Unsafe.Add(ref keys, child), Unsafe.Add(ref keys, child + 1))) child++;
            if (!order.IsLess(Unsafe.Add(ref keys, root), Unsafe.Add(ref keys, child))) return;
            Swap(ref keys, ref items, root, child);
            root = child;
        }
    }
}
