// What a list does with many elements at a time.

namespace System.Collections.Generic;

public partial class List<T>
{
    public void AddRange(IEnumerable<T> collection) => InsertRange(_size, collection);

    internal void AddRange(ReadOnlySpan<T> source) => source.CopyTo(MakeRoom(_size, source.Length));

    internal void InsertRange(int index, ReadOnlySpan<T> source)
    {
        // Copied first where it may be a part of this list, which MakeRoom moves.
        if (Elements.Overlaps(source)) source = source.ToArray();
        source.CopyTo(MakeRoom(index, source.Length));
    }

    public void InsertRange(int index, IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        if ((uint)index > (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (collection is ICollection<T> counted)
        {
            if (counted.Count == 0) return;
            // Copied first: the collection may be this list.
            T[] items = new T[counted.Count];
            counted.CopyTo(items, 0);
            new ReadOnlySpan<T>(items).CopyTo(MakeRoom(index, items.Length));
            return;
        }
        foreach (T item in collection) Insert(index++, item);
    }

    public void RemoveRange(int index, int count)
    {
        CheckRange(index, count);
        if (count == 0) return;
        new Span<T>(_items, index + count, _size - index - count).CopyTo(new Span<T>(_items).Slice(index));
        new Span<T>(_items, _size - count, count).Clear();
        _size -= count;
        _version++;
    }

    public int RemoveAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match, nameof(match));
        int kept = 0;
        for (int i = 0; i < _size; i++)
            if (!match(_items[i])) _items[kept++] = _items[i];
        int removed = _size - kept;
        if (removed != 0) RemoveRange(kept, removed);
        return removed;
    }

    public List<T> GetRange(int index, int count)
    {
        CheckRange(index, count);
        List<T> part = new(count);
        part.AddRange(new ReadOnlySpan<T>(_items, index, count));
        return part;
    }

    public List<T> Slice(int start, int length) => GetRange(start, length);

    public void Reverse() => Elements.Reverse();

    public void Reverse(int index, int count)
    {
        CheckRange(index, count);
        new Span<T>(_items, index, count).Reverse();
        _version++;
    }

    public void Sort() => Sort((IComparer<T>?)null);
    public void Sort(IComparer<T>? comparer) => Sort(0, _size, comparer);

    public void Sort(int index, int count, IComparer<T>? comparer)
    {
        CheckRange(index, count);
        IntroSort.Sort(new Span<T>(_items, index, count), comparer);
        _version++;
    }

    public void Sort(Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison, nameof(comparison));
        IntroSort.Sort(Elements, comparison);
        _version++;
    }

    public int BinarySearch(T item) => BinarySearch(item, null);
    public int BinarySearch(T item, IComparer<T>? comparer) => BinarySearch(0, _size, item, comparer);

    public int BinarySearch(int index, int count, T item, IComparer<T>? comparer)
    {
        CheckRange(index, count);
        return Array.BinarySearch(_items, index, count, item, comparer);
    }

    public void ForEach(Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action, nameof(action));
        foreach (T item in this) action(item);
    }

    public bool Exists(Predicate<T> match) => FindIndex(match) >= 0;

    public bool TrueForAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match, nameof(match));
        for (int i = 0; i < _size; i++)
            if (!match(_items[i])) return false;
        return true;
    }

    public T? Find(Predicate<T> match) => FindIndex(match) is >= 0 and int index ? _items[index] : default;
    public T? FindLast(Predicate<T> match) => FindLastIndex(match) is >= 0 and int index ? _items[index] : default;

    public List<T> FindAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match, nameof(match));
        List<T> found = new();
        for (int i = 0; i < _size; i++)
            if (match(_items[i])) found.Add(_items[i]);
        return found;
    }

    public int FindIndex(Predicate<T> match) => FindIndex(0, _size, match);
    public int FindIndex(int startIndex, Predicate<T> match) => FindIndex(startIndex, _size - startIndex, match);

    public int FindIndex(int startIndex, int count, Predicate<T> match)
    {
        if ((uint)startIndex > (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (count < 0 || startIndex > _size - count) ThrowHelper.ArgumentOutOfRange(nameof(count));
        ArgumentNullException.ThrowIfNull(match, nameof(match));
        for (int i = startIndex; i < startIndex + count; i++)
            if (match(_items[i])) return i;
        return -1;
    }

    public int FindLastIndex(Predicate<T> match) => FindLastIndex(_size - 1, _size, match);
    public int FindLastIndex(int startIndex, Predicate<T> match) => FindLastIndex(startIndex, startIndex + 1, match);

    public int FindLastIndex(int startIndex, int count, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match, nameof(match));
        if (_size == 0 ? startIndex != -1 : (uint)startIndex >= (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (count < 0 || startIndex - count + 1 < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        for (int i = startIndex; i > startIndex - count; i--)
            if (match(_items[i])) return i;
        return -1;
    }

    public int IndexOf(T item, int index) => IndexOf(item, index, _size - index);

    public int IndexOf(T item, int index, int count)
    {
        if ((uint)index > (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (count < 0 || index > _size - count) ThrowHelper.ArgumentOutOfRange(nameof(count));
        return Array.IndexOf(_items, item, index, count);
    }

    public int LastIndexOf(T item) => _size == 0 ? -1 : LastIndexOf(item, _size - 1, _size);

    public int LastIndexOf(T item, int index)
    {
        if (index >= _size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        return LastIndexOf(item, index, index + 1);
    }

    public int LastIndexOf(T item, int index, int count)
    {
        if (_size == 0) return -1;
        if ((uint)index >= (uint)_size) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (count < 0 || count > index + 1) ThrowHelper.ArgumentOutOfRange(nameof(count));
        return Array.LastIndexOf(_items, item, index, count);
    }

    public List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)
    {
        ArgumentNullException.ThrowIfNull(converter, nameof(converter));
        List<TOutput> result = new(_size);
        for (int i = 0; i < _size; i++) result.Add(converter(_items[i]));
        return result;
    }
}

public static partial class CollectionExtensions
{
    public static void AddRange<T>(this List<T> list, params ReadOnlySpan<T> source)
    {
        ArgumentNullException.ThrowIfNull(list, nameof(list));
        list.AddRange(source);
    }
}
