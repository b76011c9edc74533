// Searching, ordering and comparing arrays whose element type is known only at run time.

using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public abstract partial class Array
{
    object? IList.this[int index]
    {
        get => GetValue(index);
        set => SetValue(value, index);
    }

    int IList.Add(object? value) => throw new NotSupportedException("Collection was of a fixed size.");
    void IList.Clear() => Clear(this);
    bool IList.Contains(object? value) => IndexOf(this, value) >= 0;
    int IList.IndexOf(object? value) => IndexOf(this, value);
    void IList.Insert(int index, object? value) => throw new NotSupportedException("Collection was of a fixed size.");
    void IList.Remove(object? value) => throw new NotSupportedException("Collection was of a fixed size.");
    void IList.RemoveAt(int index) => throw new NotSupportedException("Collection was of a fixed size.");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is not Array array || array.Length != Length) return false;
        for (int i = 0; i < Length; i++)
            if (!comparer.Equals(GetValue(i), array.GetValue(i))) return false;
        return true;
    }

    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer)
    {
        ArgumentNullException.ThrowIfNull(comparer, nameof(comparer));
        HashCode hash = default;
        for (int i = Math.Max(0, Length - 8); i < Length; i++) hash.Add(comparer.GetHashCode(GetValue(i)!));
        return hash.ToHashCode();
    }

    int IStructuralComparable.CompareTo(object? other, IComparer comparer)
    {
        if (other is null) return 1;
        if (other is not Array array || array.Length != Length)
            throw new ArgumentException("Object is not a array with the same number of elements as the array to compare it to.", nameof(other));
        int order = 0;
        for (int i = 0; i < Length && order == 0; i++) order = comparer.Compare(GetValue(i), array.GetValue(i));
        return order;
    }

    private static Array CheckedLine(Array? array, string name = "array")
    {
        ArgumentNullException.ThrowIfNull(array, name);
        if (array.Rank != 1) throw new RankException("Only single dimension arrays are supported here.");
        return array;
    }

    public static int IndexOf(Array array, object? value) => IndexOf(array, value, 0, CheckedLine(array).Length);
    public static int IndexOf(Array array, object? value, int startIndex) => IndexOf(array, value, startIndex, CheckedLine(array).Length - startIndex);

    public static int IndexOf(Array array, object? value, int startIndex, int count)
    {
        CheckedLine(array);
        if ((uint)startIndex > (uint)array.Length) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if ((uint)count > (uint)(array.Length - startIndex)) ThrowHelper.ArgumentOutOfRange(nameof(count));
        for (int i = startIndex; i < startIndex + count; i++)
            if (Equals(array.ValueAt(i), value)) return i;
        return -1;
    }

    public static int LastIndexOf(Array array, object? value) => LastIndexOf(array, value, CheckedLine(array).Length - 1, array.Length);
    public static int LastIndexOf(Array array, object? value, int startIndex) =>
        LastIndexOf(array, value, startIndex, CheckedLine(array).Length == 0 ? 0 : startIndex + 1);

    public static int LastIndexOf(Array array, object? value, int startIndex, int count)
    {
        if (CheckBackward(CheckedLine(array).Length, startIndex, count))
            for (int i = startIndex; i > startIndex - count; i--)
                if (Equals(array.ValueAt(i), value)) return i;
        return -1;
    }

    public static void Reverse(Array array) => Reverse(array, 0, CheckedLine(array).Length);

    public static void Reverse(Array array, int index, int length)
    {
        CheckOrdered(CheckedLine(array), index, length);
        for (int low = index, high = index + length - 1; low < high; low++, high--)
        {
            object? value = array.ValueAt(low);
            array.SetValueAt(low, array.ValueAt(high));
            array.SetValueAt(high, value);
        }
    }

    public static int BinarySearch(Array array, object? value) => BinarySearch(array, value, null);
    public static int BinarySearch(Array array, object? value, IComparer? comparer) => BinarySearch(array, 0, CheckedLine(array).Length, value, comparer);
    public static int BinarySearch(Array array, int index, int length, object? value) => BinarySearch(array, index, length, value, null);

    public static int BinarySearch(Array array, int index, int length, object? value, IComparer? comparer)
    {
        CheckOrdered(CheckedLine(array), index, length);
        comparer ??= Comparer.Default;
        int low = index, high = index + length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            int order = comparer.Compare(array.ValueAt(middle), value);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    public static void Sort(Array array) => Sort(array, null, 0, CheckedLine(array).Length, null);
    public static void Sort(Array array, IComparer? comparer) => Sort(array, null, 0, CheckedLine(array).Length, comparer);
    public static void Sort(Array array, int index, int length) => Sort(array, null, index, length, null);
    public static void Sort(Array array, int index, int length, IComparer? comparer) => Sort(array, null, index, length, comparer);
    public static void Sort(Array keys, Array? items) => Sort(keys, items, 0, CheckedLine(keys, nameof(keys)).Length, null);
    public static void Sort(Array keys, Array? items, IComparer? comparer) => Sort(keys, items, 0, CheckedLine(keys, nameof(keys)).Length, comparer);
    public static void Sort(Array keys, Array? items, int index, int length) => Sort(keys, items, index, length, null);

    /// <summary>By way of objects: the element types are not known here.</summary>
    public static void Sort(Array keys, Array? items, int index, int length, IComparer? comparer)
    {
        CheckOrdered(CheckedLine(keys, nameof(keys)), index, length);
        if (items is not null && items.Length - index < length) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        object?[] sortedKeys = Boxed(keys, index, length);
        object?[] sortedItems = items is null ? [] : Boxed(items, index, length);
        IntroSort.Sort(new Span<object?>(sortedKeys), new Span<object?>(sortedItems), new UntypedOrder(comparer ?? Comparer.Default));
        for (int i = 0; i < length; i++) keys.SetValueAt(index + i, sortedKeys[i]);
        if (items is null) return;
        for (int i = 0; i < length; i++) items.SetValueAt(index + i, sortedItems[i]);
    }

    private static object?[] Boxed(Array array, int index, int length)
    {
        object?[] values = new object?[length];
        for (int i = 0; i < length; i++) values[i] = array.ValueAt(index + i);
        return values;
    }

    private static void CheckOrdered(Array array, int index, int length)
    {
        if (index < 0) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        if (array.Length - index < length) ThrowHelper.Argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
    }

    private sealed class UntypedOrder(IComparer comparer) : IComparer<object?>
    {
        public int Compare(object? x, object? y) => comparer.Compare(x, y);
    }
}
