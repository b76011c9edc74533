using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

/// <summary>The inside of collections. The C# compiler fills lists through it.</summary>
public static class CollectionsMarshal
{
    public static Span<T> AsSpan<T>(List<T>? list) => list is null ? default : list.Elements;

    public static void SetCount<T>(List<T> list, int count) => list.SetCount(count);

    public static ref TValue GetValueRefOrNullRef<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key) where TKey : notnull
    {
        int place = dictionary.Find(key);
        return ref place < 0 ? ref Unsafe.NullRef<TValue>() : ref dictionary.ValueAt(place);
    }

    public static ref TValue? GetValueRefOrAddDefault<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, out bool exists) where TKey : notnull =>
        ref dictionary.GetOrAdd(key, out exists);
}
