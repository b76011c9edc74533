// A list whose changes can be watched: each goes through one of four methods.

using System.Collections.Generic;

namespace System.Collections.ObjectModel;

public class Collection<T> : IList<T>, IList, IReadOnlyList<T>
{
    private readonly IList<T> _items;

    public Collection() => _items = new List<T>();

    public Collection(IList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list, nameof(list));
        _items = list;
    }

    protected IList<T> Items => _items;

    public int Count => _items.Count;
    bool ICollection<T>.IsReadOnly => _items.IsReadOnly;

    public T this[int index]
    {
        get => _items[index];
        set
        {
            CheckWritable();
            if ((uint)index >= (uint)_items.Count) ThrowHelper.ArgumentOutOfRange(nameof(index));
            SetItem(index, value);
        }
    }

    public void Add(T item)
    {
        CheckWritable();
        InsertItem(_items.Count, item);
    }

    public void Clear()
    {
        CheckWritable();
        ClearItems();
    }

    public void Insert(int index, T item)
    {
        CheckWritable();
        if ((uint)index > (uint)_items.Count) ThrowHelper.ArgumentOutOfRange(nameof(index));
        InsertItem(index, item);
    }

    public bool Remove(T item)
    {
        CheckWritable();
        int index = _items.IndexOf(item);
        if (index < 0) return false;
        RemoveItem(index);
        return true;
    }

    public void RemoveAt(int index)
    {
        CheckWritable();
        if ((uint)index >= (uint)_items.Count) ThrowHelper.ArgumentOutOfRange(nameof(index));
        RemoveItem(index);
    }

    public bool Contains(T item) => _items.Contains(item);
    public int IndexOf(T item) => _items.IndexOf(item);
    public void CopyTo(T[] array, int index) => _items.CopyTo(array, index);
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_items).GetEnumerator();

    protected virtual void ClearItems() => _items.Clear();
    protected virtual void InsertItem(int index, T item) => _items.Insert(index, item);
    protected virtual void RemoveItem(int index) => _items.RemoveAt(index);
    protected virtual void SetItem(int index, T item) => _items[index] = item;

    private void CheckWritable()
    {
        if (_items.IsReadOnly) throw ListObjects.ReadOnly();
    }

    bool ICollection.IsSynchronized => false;
    object ICollection.SyncRoot => _items is ICollection collection ? collection.SyncRoot : this;
    void ICollection.CopyTo(Array array, int index) => ListObjects.CopyTo(_items, array, index);

    object? IList.this[int index]
    {
        get => _items[index];
        set => this[index] = ListObjects.Cast<T>(value);
    }

    bool IList.IsReadOnly => _items.IsReadOnly;
    bool IList.IsFixedSize => _items is IList list ? list.IsFixedSize : _items.IsReadOnly;

    int IList.Add(object? value)
    {
        Add(ListObjects.Cast<T>(value));
        return Count - 1;
    }

    bool IList.Contains(object? value) => ListObjects.IsCompatible<T>(value) && Contains((T)value!);
    int IList.IndexOf(object? value) => ListObjects.IsCompatible<T>(value) ? IndexOf((T)value!) : -1;
    void IList.Insert(int index, object? value) => Insert(index, ListObjects.Cast<T>(value));

    void IList.Remove(object? value)
    {
        CheckWritable();
        if (ListObjects.IsCompatible<T>(value)) Remove((T)value!);
    }
}

/// <summary>What the lists of a known type need to be lists of objects too.</summary>
internal static class ListObjects
{
    internal static NotSupportedException ReadOnly() => new("Collection is read-only.");

    internal static bool IsCompatible<T>(object? value) => value is T || (value is null && default(T) is null);

    internal static T Cast<T>(object? value)
    {
        if (value is null && default(T) is not null) throw new ArgumentNullException(nameof(value));
        if (!IsCompatible<T>(value))
            throw new ArgumentException("The value is not of the type of this generic collection.", nameof(value));
        return (T)value!;
    }

    internal static void CopyTo<T>(ICollection<T> items, Array array, int index)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if (array.Rank != 1) throw new ArgumentException("Only single dimensional arrays are supported for the requested action.", nameof(array));
        if (index < 0) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (array.Length - index < items.Count) throw new ArgumentException("Destination array is not long enough to copy all the items in the collection. Check array index and length.");
        if (array is T[] typed)
        {
            items.CopyTo(typed, index);
            return;
        }
        if (array is not object[]) throw new ArgumentException("Target array type is not compatible with the type of items in the collection.", nameof(array));
        foreach (T item in items) array.SetValue(item, index++);
    }
}
