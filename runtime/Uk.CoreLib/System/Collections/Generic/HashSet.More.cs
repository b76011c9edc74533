namespace System.Collections.Generic;

public partial class HashSet<T>
{
    public void TrimExcess() => _elements.TrimExcess();
    public void TrimExcess(int capacity) => _elements.TrimExcess(capacity);

    public void CopyTo(T[] array, int arrayIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(array, nameof(array));
        if (arrayIndex < 0) ThrowHelper.ArgumentOutOfRange(nameof(arrayIndex));
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        if (arrayIndex > array.Length || count > array.Length - arrayIndex)
            throw new ArgumentException("Destination array is not long enough to copy all the items in the collection. Check array index and length.");
        foreach (T item in this)
        {
            if (count-- == 0) return;
            array[arrayIndex++] = item;
        }
    }

    public static IEqualityComparer<HashSet<T>> CreateSetComparer() => new SetComparer();

    /// <summary>Sets are equal when they hold the same elements, in any order.</summary>
    private sealed class SetComparer : IEqualityComparer<HashSet<T>>
    {
        public bool Equals(HashSet<T>? x, HashSet<T>? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.SetEquals(y));

        public int GetHashCode(HashSet<T> obj)
        {
            int hash = 0;
            if (obj is not null)
                foreach (T item in obj) hash ^= item?.GetHashCode() ?? 0;
            return hash;
        }

        public override bool Equals(object? obj) => obj is SetComparer;
        public override int GetHashCode() => 1;
    }
}
