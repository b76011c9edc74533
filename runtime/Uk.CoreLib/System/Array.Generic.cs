// The algorithms that arrays come with.

using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System;

public abstract partial class Array
{
    public static int MaxLength => 0x7FFFFFC7;

    public long LongLength => Length;

    public static int IndexOf<T>(T[] array, T value) => IndexOf(array, value, 0, Checked(array).Length);
    public static int IndexOf<T>(T[] array, T value, int startIndex) => IndexOf(array, value, startIndex, Checked(array).Length - startIndex);

    public static int IndexOf<T>(T[] array, T value, int startIndex, int count)
    {
        CheckRange(Checked(array), startIndex, count);
        for (int i = startIndex; i < startIndex + count; i++)
            if (EqualityComparer<T>.AreEqual(array[i], value)) return i;
        return -1;
    }

    public static int LastIndexOf<T>(T[] array, T value) => LastIndexOf(array, value, Checked(array).Length - 1, array.Length);

    public static int LastIndexOf<T>(T[] array, T value, int startIndex) =>
        LastIndexOf(array, value, startIndex, Checked(array).Length == 0 ? 0 : startIndex + 1);

    /// <summary>Backwards from an index, over so many elements.</summary>
    public static int LastIndexOf<T>(T[] array, T value, int startIndex, int count)
    {
        if (CheckBackward(Checked(array).Length, startIndex, count))
            for (int i = startIndex; i > startIndex - count; i--)
                if (EqualityComparer<T>.AreEqual(array[i], value)) return i;
        return -1;
    }

    /// <returns>False where there is nothing to search: .NET then takes the start for what it is.</returns>
    private static bool CheckBackward(int length, int startIndex, int count)
    {
        if (length == 0)
        {
            if (startIndex is not (-1 or 0)) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
            if (count != 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
            return false;
        }
        if ((uint)startIndex >= (uint)length) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (count < 0 || startIndex - count + 1 < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        return true;
    }

    public static Collections.ObjectModel.ReadOnlyCollection<T> AsReadOnly<T>(T[] array) => new(Checked(array));

    public static void Resize<T>([NotNull] ref T[]? array, int newSize)
    {
        if (newSize < 0) ThrowHelper.ArgumentOutOfRange(nameof(newSize));
        if (array is not null && array.Length == newSize) return;
        T[] larger = new T[newSize];
        if (array is not null) new ReadOnlySpan<T>(array, 0, Math.Min(array.Length, newSize)).CopyTo(larger);
        array = larger;
    }

    public static void Reverse<T>(T[] array) => new Span<T>(Checked(array)).Reverse();

    public static void Reverse<T>(T[] array, int index, int length)
    {
        CheckRange(Checked(array), index, length);
        new Span<T>(array, index, length).Reverse();
    }

    public static void Fill<T>(T[] array, T value) => new Span<T>(Checked(array)).Fill(value);

    public static void Fill<T>(T[] array, T value, int startIndex, int count)
    {
        CheckRange(Checked(array), startIndex, count);
        new Span<T>(array, startIndex, count).Fill(value);
    }

    public static void ForEach<T>(T[] array, Action<T> action)
    {
        Check(array, action, nameof(action));
        foreach (T item in array) action(item);
    }

    public static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter)
    {
        Check(array, converter, nameof(converter));
        TOutput[] result = new TOutput[array.Length];
        for (int i = 0; i < array.Length; i++) result[i] = converter(array[i]);
        return result;
    }

    public static bool Exists<T>(T[] array, Predicate<T> match) => FindIndex(array, match) >= 0;

    public static bool TrueForAll<T>(T[] array, Predicate<T> match)
    {
        Check(array, match, nameof(match));
        foreach (T item in array)
            if (!match(item)) return false;
        return true;
    }

    public static T? Find<T>(T[] array, Predicate<T> match)
    {
        int index = FindIndex(array, match);
        return index < 0 ? default : array[index];
    }

    public static T? FindLast<T>(T[] array, Predicate<T> match)
    {
        int index = FindLastIndex(array, match);
        return index < 0 ? default : array[index];
    }

    public static T[] FindAll<T>(T[] array, Predicate<T> match)
    {
        Check(array, match, nameof(match));
        List<T> found = new();
        foreach (T item in array)
            if (match(item)) found.Add(item);
        return found.ToArray();
    }

    public static int FindIndex<T>(T[] array, Predicate<T> match) => FindIndex(array, 0, Checked(array).Length, match);
    public static int FindIndex<T>(T[] array, int startIndex, Predicate<T> match) =>
        FindIndex(array, startIndex, Checked(array).Length - startIndex, match);

    public static int FindIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)
    {
        Check(array, match, nameof(match));
        CheckRange(array, startIndex, count);
        for (int i = startIndex; i < startIndex + count; i++)
            if (match(array[i])) return i;
        return -1;
    }

    public static int FindLastIndex<T>(T[] array, Predicate<T> match) => FindLastIndex(array, Checked(array).Length - 1, array.Length, match);
    public static int FindLastIndex<T>(T[] array, int startIndex, Predicate<T> match) => FindLastIndex(array, startIndex, startIndex + 1, match);

    public static int FindLastIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)
    {
        Check(array, match, nameof(match));
        if (array.Length == 0 ? startIndex != -1 : (uint)startIndex >= (uint)array.Length) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (count < 0 || startIndex - count + 1 < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        for (int i = startIndex; i > startIndex - count; i--)
            if (match(array[i])) return i;
        return -1;
    }

    public static void Sort<T>(T[] array) => Sort(array, (IComparer<T>?)null);
    public static void Sort<T>(T[] array, IComparer<T>? comparer) =>
        IntroSort.Sort(new Span<T>(Checked(array)), comparer);
    public static void Sort<T>(T[] array, int index, int length) => Sort(array, index, length, null);

    public static void Sort<T>(T[] array, int index, int length, IComparer<T>? comparer)
    {
        CheckRange(Checked(array), index, length);
        IntroSort.Sort(new Span<T>(array, index, length), comparer);
    }

    public static void Sort<T>(T[] array, Comparison<T> comparison)
    {
        Check(array, comparison, nameof(comparison));
        IntroSort.Sort(new Span<T>(array), comparison);
    }

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items) => Sort(keys, items, null);

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length) => Sort(keys, items, index, length, null);

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length, IComparer<TKey>? comparer)
    {
        ArgumentNullException.ThrowIfNull(keys, nameof(keys));
        if (index < 0) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        if (keys.Length - index < length || (items is not null && index > items.Length - length)) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        if (items is null) IntroSort.Sort(new Span<TKey>(keys, index, length), comparer);
        else IntroSort.Sort(new Span<TKey>(keys, index, length), new Span<TValue>(items, index, length), comparer);
    }

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, IComparer<TKey>? comparer)
    {
        ArgumentNullException.ThrowIfNull(keys, nameof(keys));
        if (items is not null && items.Length < keys.Length) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        if (items is null) IntroSort.Sort(new Span<TKey>(keys), comparer);
        else IntroSort.Sort(new Span<TKey>(keys), new Span<TValue>(items, 0, keys.Length), comparer);
    }

    public static int BinarySearch<T>(T[] array, T value) => BinarySearch(array, value, null);
    public static int BinarySearch<T>(T[] array, T value, IComparer<T>? comparer) =>
        BinarySearch(array, 0, Checked(array).Length, value, comparer);
    public static int BinarySearch<T>(T[] array, int index, int length, T value) => BinarySearch(array, index, length, value, null);

    /// <returns>Where the value is, or the complement of where it would be inserted.</returns>
    public static int BinarySearch<T>(T[] array, int index, int length, T value, IComparer<T>? comparer)
    {
        CheckRange(Checked(array), index, length);
        try
        {
            return Search(array, index, index + length - 1, value, comparer ?? Comparer<T>.Default);
        }
        catch (Exception exception)
        {
            throw IntroSort.NoOrder(exception);
        }
    }

    private static int Search<T>(T[] array, int low, int high, T value, IComparer<T> comparer)
    {
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            int order = comparer.Compare(array[middle], value);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    private static T[] Checked<T>(T[]? array)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        return array;
    }

    private static void Check<T>([NotNull] T[]? array, [NotNull] object? function, string functionName)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        ArgumentNullException.ThrowIfNull(function, functionName);
    }

    private static void CheckRange(Array array, int index, int length)
    {
        if ((uint)index > (uint)array.Length) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if ((uint)length > (uint)(array.Length - index)) ThrowHelper.ArgumentOutOfRange(nameof(length));
    }
}
