using System.Collections.Generic;

namespace System.Runtime.InteropServices;

/// <summary>The inside of collections. The C# compiler fills lists through it.</summary>
public static class CollectionsMarshal
{
    public static Span<T> AsSpan<T>(List<T>? list) => list is null ? default : list.Elements;

    public static void SetCount<T>(List<T> list, int count) => list.SetCount(count);
}
