// Allocates many times the memory that the machine has, in shapes that are hard on a collector, and checks every object
// that should still be there. The last line says what it did; the status is 0 if nothing was lost.

using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

const int Rounds = 60;

int failures = 0;
long allocated = GC.GetTotalAllocatedBytes();
for (int round = 0; round < Rounds; round++)
{
    failures += Trees.Check(depth: 10);
    failures += Fragments.Check(count: 2_000, seed: round);
    failures += Chain.Check(length: 20_000);
    failures += Tables.Check(rows: 200);
    failures += Large.Check(round);
    failures += Weak.Check(count: 500);
    failures += Undertaker.Check(count: 500);
}
failures += Chain.Check(length: 200_000);
failures += Exhaustion.Check();
allocated = GC.GetTotalAllocatedBytes() - allocated;
Console.WriteLine($"soak: {allocated >> 20} MiB allocated, {GC.CollectionCount(0)} collections, {failures} failures");
return failures == 0 ? 0 : 1;

/// <summary>Trees that die as a whole.</summary>
internal static class Trees
{
    private sealed class Node(Node? left, Node? right, int depth)
    {
        public int Count() => 1 + (left?.Count() ?? 0) + (right?.Count() ?? 0) + (depth < 0 ? 1 : 0);
    }

    private static Node Build(int depth) =>
        depth == 0 ? new Node(null, null, 0) : new Node(Build(depth - 1), Build(depth - 1), depth);

    public static int Check(int depth)
    {
        Node kept = Build(depth);
        for (int i = 0; i < 4; i++) Build(depth);
        return kept.Count() == (2 << depth) - 1 ? 0 : 1;
    }
}

/// <summary>Strings of all lengths, of which every other one dies, in an order that leaves holes.</summary>
internal static class Fragments
{
    public static int Check(int count, int seed)
    {
        string?[] texts = new string?[count];
        uint random = (uint)seed * 2654435761 + 1;
        for (int turn = 0; turn < 3 * count; turn++)
        {
            random = random * 1664525 + 1013904223;
            int index = (int)((random >> 8) % (uint)count);
            texts[index] = texts[index] is null ? new string((char)('a' + index % 26), 1 + index % 97) : null;
        }
        int failures = 0;
        for (int index = 0; index < count; index++)
        {
            if (texts[index] is not string text) continue;
            if (text.Length != 1 + index % 97 || text[^1] != (char)('a' + index % 26)) failures++;
        }
        return failures;
    }
}

/// <summary>A list that is deeper than any stack of marks.</summary>
internal static class Chain
{
    private sealed class Link
    {
        public Link? Next;
        public int Value;
    }

    public static int Check(int length)
    {
        Link? first = null;
        for (int i = 0; i < length; i++) first = new Link { Next = first, Value = i };
        GC.Collect();
        int expected = length;
        for (Link? link = first; link is not null; link = link.Next)
            if (link.Value != --expected) return 1;
        return expected == 0 ? 0 : 1;
    }
}

/// <summary>References that must not keep anything, and tables whose values refer to their keys.</summary>
internal static class Weak
{
    private static readonly ConditionalWeakTable<object, object[]> s_table = [];
    private static readonly List<WeakReference<object>> s_all = [];

    public static int Check(int count)
    {
        object[] kept = new object[count / 10];
        for (int i = 0; i < count; i++)
        {
            object one = new();
            s_table.Add(one, [one, new byte[100]]);
            s_all.Add(new WeakReference<object>(one));
            if (i % 10 == 0) kept[i / 10] = one;
        }
        GC.Collect();
        int failures = 0;
        foreach (object one in kept)
            if (!s_table.TryGetValue(one, out object[]? value) || !ReferenceEquals(value[0], one)) failures++;
        int alive = s_all.RemoveAll(weak => !weak.TryGetTarget(out _));
        // A stale word on the stack may keep one or the other.
        return s_all.Count < 3 * kept.Length && alive > 0 ? failures : failures + 1;
    }
}

/// <summary>Finalizers that see whole objects, each once.</summary>
internal sealed class Undertaker(byte[] load)
{
    private static int s_made, s_finalized, s_broken;
    private readonly byte[] _load = load;

    ~Undertaker()
    {
        s_finalized++;
        if (_load.Length != 64 || _load[63] != 9) s_broken++;
    }

    public static int Check(int count)
    {
        for (int i = 0; i < count; i++)
        {
            byte[] load = new byte[64];
            load[63] = 9;
            s_made++;
            _ = new Undertaker(load);
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return s_broken == 0 && s_finalized <= s_made && s_finalized > s_made - count / 2 ? 0 : 1;
    }
}

/// <summary>References inside structs inside arrays, wide enough to overflow the stack of marks.</summary>
internal static class Tables
{
    private struct Row
    {
        public long Number;
        public string Name;
        public int[] Cells;
        public int Other;
    }

    public static int Check(int rows)
    {
        List<Row[]> tables = [];
        for (int t = 0; t < 40; t++)
        {
            Row[] table = new Row[rows];
            for (int i = 0; i < rows; i++)
                table[i] = new Row { Number = i, Name = i.ToString(), Cells = [i, t], Other = -i };
            tables.Add(table);
        }
        GC.Collect();
        int failures = 0;
        for (int t = 0; t < tables.Count; t++)
            for (int i = 0; i < rows; i++)
                if (tables[t][i].Name != i.ToString() || tables[t][i].Cells[1] != t || tables[t][i].Other != -i) failures++;
        return failures;
    }
}

/// <summary>Objects larger than a chunk of the heap.</summary>
internal static class Large
{
    public static int Check(int round)
    {
        byte[] kept = new byte[400_000 + round];
        kept[^1] = 7;
        byte[] other = new byte[300_000];
        return kept[^1] == 7 && other[^1] == 0 && kept[0] == 0 ? 0 : 1;
    }
}

/// <summary>More than any machine has: an exception, after which the program goes on.</summary>
internal static class Exhaustion
{
    [InlineArray(1024)]
    private struct Page
    {
        private byte _first;
    }

    private static Page[]? s_kept;

    public static int Check()
    {
        try
        {
            s_kept = new Page[int.MaxValue / 2];
            return s_kept.Length;
        }
        catch (OutOfMemoryException)
        {
            return new byte[10_000].Length == 10_000 ? 0 : 1;
        }
    }
}
