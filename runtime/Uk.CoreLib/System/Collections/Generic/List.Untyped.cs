// A list as a list of objects.

using System.Collections.ObjectModel;

namespace System.Collections.Generic;

public partial class List<T> : IList
{
    public ReadOnlyCollection<T> AsReadOnly() => new(this);

    bool ICollection.IsSynchronized => false;
    object ICollection.SyncRoot => this;
    bool IList.IsFixedSize => false;
    bool IList.IsReadOnly => false;

    object? IList.this[int index]
    {
        get => this[index];
        set => this[index] = ListObjects.Cast<T>(value);
    }

    void ICollection.CopyTo(Array array, int arrayIndex)
    {
        if (array is not null && array.Rank != 1) throw new ArgumentException("Only single dimensional arrays are supported for the requested action.");
        Array.Copy(_items, 0, array!, arrayIndex, _size);
    }

    int IList.Add(object? item)
    {
        Add(ListObjects.Cast<T>(item));
        return _size - 1;
    }

    bool IList.Contains(object? item) => ListObjects.IsCompatible<T>(item) && Contains((T)item!);
    int IList.IndexOf(object? item) => ListObjects.IsCompatible<T>(item) ? IndexOf((T)item!) : -1;
    void IList.Insert(int index, object? item) => Insert(index, ListObjects.Cast<T>(item));

    void IList.Remove(object? item)
    {
        if (ListObjects.IsCompatible<T>(item)) Remove((T)item!);
    }
}
