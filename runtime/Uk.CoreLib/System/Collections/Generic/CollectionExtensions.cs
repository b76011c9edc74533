// Small helpers over dictionaries, lists and sets.

using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

public static partial class CollectionExtensions
{
    public static bool TryAdd<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(dictionary, nameof(dictionary));
        if (dictionary.ContainsKey(key)) return false;
        dictionary.Add(key, value);
        return true;
    }

    public static bool Remove<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ArgumentNullException.ThrowIfNull(dictionary, nameof(dictionary));
        return dictionary.TryGetValue(key, out value) && dictionary.Remove(key);
    }

    public static ReadOnlyCollection<T> AsReadOnly<T>(this IList<T> list) => new(list);
    public static ReadOnlySet<T> AsReadOnly<T>(this ISet<T> @set) => new(@set);
    public static ReadOnlyDictionary<TKey, TValue> AsReadOnly<TKey, TValue>(this IDictionary<TKey, TValue> dictionary) where TKey : notnull => new(dictionary);

    public static void InsertRange<T>(this List<T> list, int index, params ReadOnlySpan<T> source)
    {
        ArgumentNullException.ThrowIfNull(list, nameof(list));
        list.InsertRange(index, source);
    }

    public static void CopyTo<T>(this List<T> list, Span<T> destination)
    {
        ArgumentNullException.ThrowIfNull(list, nameof(list));
        list.Elements.CopyTo(destination);
    }
}
