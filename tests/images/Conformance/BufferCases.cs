using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.InteropServices;

/// <summary>Memory that is kept, borrowed and chained.</summary>
internal static class BufferCases
{
    public static void Run()
    {
        Memories();
        MemoryEnds();
        Managers();
        Marshals();
        Pools();
        Segments();
        SegmentLists();
    }

    private static string Text<T>(ReadOnlySpan<T> span)
    {
        string text = "";
        foreach (T item in span) text += (text.Length == 0 ? "" : " ") + item;
        return text;
    }

    private static void Memories()
    {
        Suite.Group("Memory");
        int[] array = [1, 2, 3, 4, 5];
        Memory<int> memory = array;
        Suite.Show("length", memory.Length);
        Suite.Show("slice", Text<int>(memory.Slice(1, 3).Span));
        Suite.Show("slice of slice", Text<int>(memory.Slice(1)[1..3].Span));
        memory.Span[2] = 30;
        Suite.Show("write through", array[2]);
        Suite.Show("as memory from", Text<int>(array.AsMemory(3).Span));
        Suite.Show("as memory range", Text<int>(array.AsMemory(1..^1).Span));
        Suite.Show("as memory index", Text<int>(array.AsMemory(^2).Span));
        Suite.Show("default is empty", default(Memory<int>).IsEmpty && default(Memory<int>).Span.IsEmpty);
        Suite.Show("of null", ((int[]?)null).AsMemory().Length);
        Suite.Show("equal parts", memory.Slice(1, 2).Equals(array.AsMemory(1, 2)));
        Suite.Show("different parts", memory.Slice(1, 2).Equals(array.AsMemory(2, 2)));
        ReadOnlyMemory<int> view = memory;
        Suite.Show("equals object", view.Equals((object)memory) && memory.Equals((object)view) && !memory.Equals("x"));
        Suite.Show("hash of equal ones", memory.Slice(1).GetHashCode() == array.AsMemory(1).GetHashCode());
        Suite.Show("to array is a copy", !ReferenceEquals(memory.ToArray(), array));
        int[] target = new int[6];
        memory.CopyTo(target.AsMemory(1));
        Suite.Show("copy", Text<int>(target));
        Suite.Show("try copy too long", memory.TryCopyTo(target.AsMemory(2)));
        ReadOnlyMemory<char> text = "hello world".AsMemory();
        Suite.Show("text", text.Slice(6).ToString());
        Suite.Show("whole text is the string", ReferenceEquals(text.ToString(), "hello world"));
        Suite.Show("text range", "hello".AsMemory(1..^1).ToString());
        Suite.Show("text of null", ((string?)null).AsMemory().Length);
        Suite.Show("text trimmed", "  a b ".AsMemory().Trim().ToString() + "|" + "  a ".AsMemory().TrimStart() + "|" + "  a ".AsMemory().TrimEnd() + "|");
        Suite.Show("memory trimmed", Text<int>(new[] { 0, 0, 1, 0, 2, 0 }.AsMemory().Trim(0).Span));
        Suite.Show("chars", new Memory<char>("abc".ToCharArray()).Slice(1).ToString());
        Suite.Show("is pinned at its data", IsPinnedAtData(array));
    }

    private static unsafe bool IsPinnedAtData(int[] array)
    {
        using MemoryHandle handle = array.AsMemory(2).Pin();
        fixed (int* third = &array[2]) return handle.Pointer == third;
    }

    private static void MemoryEnds()
    {
        Suite.Group("Memory ends");
        int[] array = [1, 2, 3];
        Suite.Show("slice behind", Thrown.By(() => array.AsMemory().Slice(4)));
        Suite.Show("slice negative", Thrown.By(() => array.AsMemory().Slice(-1)));
        Suite.Show("slice too long", Thrown.By(() => array.AsMemory().Slice(1, 3)));
        Suite.Show("slice at end", array.AsMemory().Slice(3).Length);
        Suite.Show("new too long", Thrown.By(() => _ = new Memory<int>(array, 2, 2)));
        Suite.Show("new of null", Thrown.By(() => _ = new Memory<int>(null, 0, 1)));
        Suite.Show("covariant array", Thrown.By(() => _ = new Memory<object>(new string[1])));
        Suite.Show("read-only covariant array", new ReadOnlyMemory<object>(new string[1]).Length);
        Suite.Show("copy to shorter", Thrown.By(() => array.AsMemory().CopyTo(new int[2])));
        Suite.Show("text slice behind", Thrown.By(() => "ab".AsMemory(3)));
    }

    private sealed class Numbers(int count) : MemoryManager<int>
    {
        private readonly int[] _numbers = new int[count + 2];

        public int Pins;
        public bool IsDisposed;

        public override Span<int> GetSpan() => _numbers.AsSpan(1, count);
        public Memory<int> Part(int start, int length) => CreateMemory(start, length);

        public override unsafe MemoryHandle Pin(int elementIndex = 0)
        {
            Pins++;
            fixed (int* number = &_numbers[1 + elementIndex]) return new MemoryHandle(number, default, this);
        }

        public override void Unpin() => Pins--;
        protected override void Dispose(bool disposing) => IsDisposed = disposing;
    }

    private static unsafe void Managers()
    {
        Suite.Group("MemoryManager");
        Numbers numbers = new(4);
        Memory<int> memory = numbers.Memory;
        memory.Span[1] = 7;
        Suite.Show("writes through", Text<int>(numbers.GetSpan()));
        Suite.Show("part", Text<int>(numbers.Part(1, 2).Span));
        using (MemoryHandle handle = memory.Slice(1).Pin())
        {
            Suite.Show("pins", numbers.Pins);
            Suite.Show("pinned element", *(int*)handle.Pointer);
        }
        Suite.Show("unpinned", numbers.Pins);
        Suite.Show("found again", MemoryMarshal.TryGetMemoryManager<int, Numbers>(memory.Slice(1, 2), out Numbers? found, out int start, out int length) && found == numbers);
        Suite.Show("where", $"{start} {length}");
        Suite.Show("has no array", MemoryMarshal.TryGetArray((ReadOnlyMemory<int>)memory, out ArraySegment<int> none) + " " + none.Count);
        ((IDisposable)numbers).Dispose();
        Suite.Show("disposed", numbers.IsDisposed);
        Suite.Show("negative part", Thrown.By(() => numbers.Part(-1, 2)));
    }

    private static void Marshals()
    {
        Suite.Group("MemoryMarshal");
        int[] array = [1, 2, 3, 4];
        Suite.Show("array behind", MemoryMarshal.TryGetArray<int>(array.AsMemory(1, 2), out ArraySegment<int> part) && part.Array == array);
        Suite.Show("part of it", $"{part.Offset} {part.Count}");
        Suite.Show("empty has an array", MemoryMarshal.TryGetArray<int>(default, out part) && part.Array is { Length: 0 });
        Suite.Show("string behind", MemoryMarshal.TryGetString("hello".AsMemory(1, 3), out string? text, out int start, out int length) ? $"{text} {start} {length}" : "none");
        Suite.Show("no string behind", MemoryMarshal.TryGetString("ab".ToCharArray(), out _, out _, out _));
        Suite.Show("string has no array", MemoryMarshal.TryGetArray("ab".AsMemory(), out _));
        byte[] bytes = [1, 0, 0, 0, 2];
        Suite.Show("try read", MemoryMarshal.TryRead(bytes, out int number) ? number : -1);
        Suite.Show("try read short", MemoryMarshal.TryRead(bytes.AsSpan(2), out number) + " " + number);
        Suite.Show("try write", MemoryMarshal.TryWrite(bytes.AsSpan(1), 0x01020304) + " " + Text<byte>(bytes));
        Suite.Show("try write short", MemoryMarshal.TryWrite(bytes.AsSpan(3), 5));
        MemoryMarshal.AsRef<short>(bytes.AsSpan()) = 0x0506;
        Suite.Show("as ref", Text<byte>(bytes));
        Suite.Show("as ref short", Thrown.By(() => MemoryMarshal.AsRef<long>(bytes.AsSpan())));
        Suite.Show("to enumerable", string.Join("+", MemoryMarshal.ToEnumerable<int>(array.AsMemory(1))));
        MemoryMarshal.AsMemory<int>((ReadOnlyMemory<int>)array).Span[0] = 9;
        Suite.Show("as memory", array[0]);
        Suite.Show("data of grid", MemoryMarshal.GetArrayDataReference(new byte[2, 2] { { 7, 8 }, { 9, 10 } }));
        Dictionary<string, int> counts = [];
        foreach (string word in new[] { "a", "b", "a" }) CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        Suite.Show("count in place", $"{counts["a"]} {counts["b"]}");
        Suite.Show("no value", System.Runtime.CompilerServices.Unsafe.IsNullRef(ref CollectionsMarshal.GetValueRefOrNullRef(counts, "c")));
        CollectionsMarshal.GetValueRefOrNullRef(counts, "a") = 5;
        Suite.Show("value in place", counts["a"]);
    }

    private static void Pools()
    {
        Suite.Group("ArrayPool");
        ArrayPool<int> pool = ArrayPool<int>.Shared;
        int[] first = pool.Rent(100);
        Suite.Show("at least", first.Length);
        Suite.Show("of one", pool.Rent(1).Length);
        Suite.Show("of none", pool.Rent(0).Length);
        Suite.Show("of 17", pool.Rent(17).Length);
        first[0] = 42;
        pool.Return(first);
        int[] again = pool.Rent(128);
        Suite.Show("the same again", ReferenceEquals(first, again));
        Suite.Show("not cleared", again[0]);
        pool.Return(again, clearArray: true);
        Suite.Show("cleared", pool.Rent(65)[0]);
        Suite.Show("negative", Thrown.By(() => pool.Rent(-1)));
        Suite.Show("return null", Thrown.By(() => pool.Return(null!)));
        Suite.Show("return foreign", Thrown.By(() => pool.Return(new int[100])));
        ArrayPool<byte> own = ArrayPool<byte>.Create(64, 2);
        byte[] large = own.Rent(1000);
        Suite.Show("larger than the pool", large.Length);
        own.Return(large);
        byte[] a = own.Rent(20), b = own.Rent(20);
        own.Return(a);
        own.Return(b);
        byte[] c = own.Rent(32), d = own.Rent(32);
        Suite.Show("both again", (c == a && d == b) || (c == b && d == a));
        Suite.Show("no length", Thrown.By(() => ArrayPool<int>.Create(0, 1)));
    }

    private static void Segments()
    {
        Suite.Group("ArraySegment");
        int[] array = [1, 2, 3, 4, 5];
        ArraySegment<int> segment = new(array, 1, 3);
        Suite.Show("element", segment[1]);
        segment[1] = 30;
        Suite.Show("write through", array[2]);
        Suite.Show("outside", Thrown.By(() => _ = segment[3]));
        Suite.Show("slice", Text<int>(segment.Slice(1)));
        Suite.Show("slice of two", Text<int>(segment[0..2]));
        Suite.Show("slice too long", Thrown.By(() => segment.Slice(2, 2)));
        Suite.Show("to array", Text<int>(segment.ToArray()));
        Suite.Show("as span", Text<int>(segment.AsSpan(1)));
        Suite.Show("equal", segment == new ArraySegment<int>(array, 1, 3) && segment != new ArraySegment<int>(array, 1, 2));
        int sum = 0;
        foreach (int item in segment) sum += item;
        Suite.Show("sum", sum);
        int[] target = new int[4];
        segment.CopyTo(target, 1);
        Suite.Show("copy", Text<int>(target));
        Suite.Show("copy to shorter", Thrown.By(() => segment.CopyTo(new ArraySegment<int>(target, 0, 2))));
        Suite.Show("new too long", Thrown.By(() => _ = new ArraySegment<int>(array, 4, 2)));
        Suite.Show("new of null", Thrown.By(() => _ = new ArraySegment<int>(null!, 0, 0)));
        Suite.Show("slice of default", Thrown.By(() => default(ArraySegment<int>).Slice(0)));
        Suite.Show("empty", ArraySegment<int>.Empty.Count);
        ArraySegment<int> implicitly = array;
        Suite.Show("of a whole array", implicitly.Count);
    }

    private static void SegmentLists()
    {
        Suite.Group("ArraySegment as list");
        int[] array = [1, 2, 3, 4, 5];
        IList<int> list = new ArraySegment<int>(array, 1, 3);
        Suite.Show("index of", list.IndexOf(3));
        Suite.Show("index of one outside", list.IndexOf(5));
        Suite.Show("contains", list.Contains(2) && !list.Contains(1));
        list[0] = 20;
        Suite.Show("set", array[1]);
        Suite.Show("set outside", Thrown.By(() => list[3] = 0));
        Suite.Show("add", Thrown.By(() => list.Add(1)));
        Suite.Show("remove at", Thrown.By(() => list.RemoveAt(0)));
        Suite.Show("read-only", list.IsReadOnly);
        using IEnumerator<int> items = list.GetEnumerator();
        Suite.Show("current before", Thrown.By(() => _ = items.Current));
        while (items.MoveNext()) { }
        Suite.Show("current behind", Thrown.By(() => _ = items.Current));
    }
}
