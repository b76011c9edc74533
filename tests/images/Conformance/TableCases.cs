using System;
using System.Collections.Generic;

/// <summary>Hash tables, queues, lists, sorting, tuples.</summary>
internal static class TableCases
{
    public static void Run()
    {
        Dictionaries();
        Removal();
        Sets();
        QueuesAndStacks();
        Lists();
        Sorting();
        ArrayFunctions();
        Tuples();
        Comparers();
    }

    private static string Text<T>(IEnumerable<T> items) => string.Join(" ", items);

    private static void Dictionaries()
    {
        Suite.Group("Dictionary");
        Dictionary<string, int> ages = new() { ["ann"] = 30, ["bob"] = 25 };
        ages.Add("cid", 40);
        Suite.Show("order", Text(ages));
        Suite.Show("keys", Text(ages.Keys));
        Suite.Show("values", Text(ages.Values));
        Suite.Show("get", ages["bob"]);
        Suite.Show("try get", $"{ages.TryGetValue("ann", out int age)} {age} {ages.TryGetValue("zoe", out age)} {age}");
        Suite.Show("try add", $"{ages.TryAdd("ann", 1)} {ages.TryAdd("dan", 2)} {ages.Count}");
        ages["ann"] = 31;
        Suite.Show("set keeps the place", Text(ages));
        Suite.Show("contains", $"{ages.ContainsKey("bob")} {ages.ContainsKey("BOB")} {ages.ContainsValue(25)} {ages.ContainsValue(26)}");
        Suite.Show("remove", $"{ages.Remove("bob")} {ages.Remove("bob")} {ages.Remove("cid", out int removed)} {removed} {ages.Count}");
        ages.Clear();
        Suite.Show("clear", $"{ages.Count} {ages.ContainsKey("ann")} [{Text(ages)}]");
        ages["new"] = 1;
        Suite.Show("after clear", Text(ages));
        Dictionary<string, int> caseless = new(StringComparer.OrdinalIgnoreCase) { ["Key"] = 1 };
        caseless["KEY"] = 2;
        Suite.Show("comparer", $"{Text(caseless)} {caseless.ContainsKey("kEy")}");
        Dictionary<int, string> numbers = new();
        for (int i = 0; i < 1000; i++) numbers[i * 7919] = i.ToString();
        long sum = 0;
        foreach (KeyValuePair<int, string> pair in numbers) sum = sum * 31 + pair.Key;
        Suite.Show("many", $"{numbers.Count} {sum} {numbers[7919 * 500]}");
        Dictionary<(int, string), long> pairs = new() { [(1, "a")] = 1, [(1, "b")] = 2 };
        Suite.Show("tuple keys", $"{pairs[(1, "b")]} {pairs.ContainsKey((2, "a"))}");
        Dictionary<long, int> colliding = new();
        for (int i = 0; i < 200; i++) colliding[(long)i << 32] = i;
        Suite.Show("equal low halves", $"{colliding.Count} {colliding[150L << 32]}");
        Suite.Show("copy", Text(new Dictionary<int, string>(new Dictionary<int, string> { [2] = "b", [1] = "a" })));
        Suite.Show("from pairs", Text(new Dictionary<int, int>(new List<KeyValuePair<int, int>> { new(5, 6), new(3, 4) })));
        IReadOnlyDictionary<int, int> readOnly = new Dictionary<int, int> { [1] = 2 };
        Suite.Show("read-only", $"{readOnly[1]} {readOnly.GetValueOrDefault(9, 7)} {Text(readOnly.Keys)}");
        Suite.Show("pair", new KeyValuePair<string, int?>("a", null).ToString());
        (string key, int value) = KeyValuePair.Create("k", 5);
        Suite.Show("deconstruct", $"{key} {value}");
        ICollection<KeyValuePair<string, int>> collection = caseless;
        Suite.Show("as collection", $"{collection.Contains(new("key", 2))} {collection.Contains(new("key", 3))} {collection.Remove(new("key", 3))} {collection.Remove(new("key", 2))} {collection.Count}");
    }

    private static void Removal()
    {
        Suite.Group("Dictionary after removal");
        Dictionary<int, int> table = new();
        for (int i = 0; i < 10; i++) table[i] = i * i;
        table.Remove(3);
        table.Remove(7);
        Suite.Show("removed", Text(table.Keys));
        table[100] = 0;
        Suite.Show("the last place is taken first", Text(table.Keys));
        table[101] = 0;
        table[102] = 0;
        Suite.Show("then the others, then the end", Text(table.Keys));
        foreach (int key in table.Keys)
            if (key % 2 == 0) table.Remove(key);
        Suite.Show("removed under enumeration", Text(table.Keys));
        for (int i = 0; i < 8; i++) table[200 + i] = i;
        Suite.Show("filled again", Text(table.Keys));
        ulong random = 88172645463325252;
        Dictionary<int, int> churn = new();
        for (int i = 0; i < 3000; i++)
        {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            int key = (int)(random % 97);
            if ((random & 1024) != 0) churn.Remove(key);
            else churn[key] = i;
            if (i % 300 == 299) Suite.Show($"churn {i}", Text(churn));
        }
    }

    private static void Sets()
    {
        Suite.Group("HashSet");
        HashSet<int> set = [3, 1, 3, 2];
        Suite.Show("order", Text(set));
        Suite.Show("add", $"{set.Add(1)} {set.Add(4)} {set.Count}");
        Suite.Show("remove", $"{set.Remove(1)} {set.Remove(1)}");
        set.Add(9);
        Suite.Show("place taken again", Text(set));
        Suite.Show("relations", $"{set.IsSubsetOf([2, 3, 4, 9, 10])} {set.IsSupersetOf([2, 3])} {set.IsProperSubsetOf([2, 3, 4, 9])} {set.IsProperSupersetOf([2])} {set.Overlaps([1, 9])} {set.SetEquals([9, 4, 3, 2, 2])}");
        set.UnionWith([20, 3]);
        Suite.Show("union", Text(set));
        set.IntersectWith([2, 20, 9, 77]);
        Suite.Show("intersection", Text(set));
        set.ExceptWith([9]);
        Suite.Show("difference", Text(set));
        set.SymmetricExceptWith([2, 5]);
        Suite.Show("symmetric difference", string.Join(" ", Sorted(set)));
        Suite.Show("remove where", $"{set.RemoveWhere(x => x > 10)} {Text(set)}");
        HashSet<string?> words = new(StringComparer.OrdinalIgnoreCase) { "a", "A", null };
        Suite.Show("comparer and null", $"{words.Count} {words.Contains(null)} {words.Contains("A")} {words.TryGetValue("A", out string? found)} {found}");
        int[] room = new int[3];
        set.CopyTo(room, 1);
        Suite.Show("copy to", Text(room));
    }

    private static List<int> Sorted(IEnumerable<int> items)
    {
        List<int> list = new(items);
        list.Sort();
        return list;
    }

    private static void QueuesAndStacks()
    {
        Suite.Group("Queue and Stack");
        Queue<int> queue = new();
        for (int i = 0; i < 10; i++) queue.Enqueue(i);
        Suite.Show("dequeue", $"{queue.Dequeue()} {queue.Dequeue()} {queue.Peek()} {queue.Count}");
        for (int i = 10; i < 20; i++) queue.Enqueue(i);
        Suite.Show("wrapped", Text(queue));
        Suite.Show("contains", $"{queue.Contains(19)} {queue.Contains(0)}");
        Suite.Show("to array", Text(queue.ToArray()));
        queue.TrimExcess();
        queue.Enqueue(99);
        Suite.Show("trimmed", Text(queue));
        queue.Clear();
        Suite.Show("empty", $"{queue.TryDequeue(out int item)} {item} {queue.TryPeek(out item)} {queue.Count}");
        Stack<string> stack = new(["a", "b", "c"]);
        Suite.Show("stack", $"{Text(stack)} {stack.Peek()} {stack.Pop()} {stack.Count}");
        stack.Push("d");
        Suite.Show("stack to array", Text(stack.ToArray()));
        Suite.Show("stack contains", $"{stack.Contains("a")} {stack.Contains("c")}");
        stack.Clear();
        Suite.Show("stack empty", $"{stack.TryPop(out string? top)} {top ?? "null"} {stack.TryPeek(out top)}");
    }

    private static void Lists()
    {
        Suite.Group("List functions");
        List<int> list = new([5, 3, 8]);
        list.AddRange([1, 9]);
        Suite.Show("add range", Text(list));
        list.InsertRange(1, list);
        Suite.Show("insert itself", Text(list));
        list.RemoveRange(2, 3);
        Suite.Show("remove range", Text(list));
        Suite.Show("find", $"{list.Find(x => x > 5)} {list.FindLast(x => x > 5)} {list.Find(x => x > 50)} {list.FindIndex(x => x == 9)} {list.FindLastIndex(x => x == 9)} {list.FindIndex(3, x => x == 3)}");
        Suite.Show("find all", Text(list.FindAll(x => x % 2 == 1)));
        Suite.Show("remove all", $"{list.RemoveAll(x => x == 9)} {Text(list)}");
        Suite.Show("exists", $"{list.Exists(x => x == 8)} {list.TrueForAll(x => x > 0)}");
        Suite.Show("range", Text(list.GetRange(1, 2)));
        Suite.Show("slice", Text(list[1..3]));
        Suite.Show("index", $"{list.IndexOf(5)} {list.IndexOf(5, 1)} {list.LastIndexOf(3)} {list.LastIndexOf(77)}");
        list.Reverse();
        Suite.Show("reverse", Text(list));
        list.Reverse(1, 2);
        Suite.Show("reverse part", Text(list));
        list.Sort();
        Suite.Show("sort", Text(list));
        Suite.Show("search", $"{list.BinarySearch(5)} {list.BinarySearch(4)} {list.BinarySearch(100)}");
        list.Sort((a, b) => b.CompareTo(a));
        Suite.Show("sort down", Text(list));
        Suite.Show("convert", Text(list.ConvertAll(x => "<" + x + ">")));
        int sum = 0;
        list.ForEach(x => sum += x);
        Suite.Show("for each", sum);
        Suite.Show("capacity", $"{new List<int>(7).Capacity} {new List<int> { 1 }.Capacity} {new List<int> { 1, 2, 3, 4, 5 }.Capacity} {list.EnsureCapacity(1)}");
        list.Capacity = list.Count;
        list.Add(1);
        Suite.Show("doubled", list.Capacity);
        int[] room = new int[4];
        list.CopyTo(1, room, 2, 2);
        Suite.Show("copy to", Text(room));
        Suite.Show("from set", Text(new List<int>(new HashSet<int> { 4, 2 })));
        Suite.Show("lazily", Text(new List<int>(Numbers(4))));
        list.InsertRange(1, Numbers(3));
        Suite.Show("insert lazily", Text(list));
    }

    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 0; i < count; i++) yield return i * 10;
    }

    private static void Sorting()
    {
        Suite.Group("sort");
        foreach (int length in (int[])[0, 1, 2, 3, 15, 16, 17, 100, 1000, 5000])
        {
            int[] random = new int[length], same = new int[length], up = new int[length], organ = new int[length];
            uint seed = 12345;
            for (int i = 0; i < length; i++)
            {
                seed = seed * 1664525 + 1013904223;
                random[i] = (int)(seed >> 8);
                same[i] = 7;
                up[i] = i;
                organ[i] = Math.Min(i, length - i);
            }
            Array.Sort(random);
            Array.Sort(same);
            Array.Sort(up, (a, b) => b - a);
            Array.Sort(organ);
            uint hash = 0;
            bool ordered = true;
            for (int i = 0; i < length; i++)
            {
                hash = hash * 31 + (uint)random[i] + (uint)up[i] * 7 + (uint)organ[i];
                ordered &= i == 0 || random[i - 1] <= random[i];
            }
            Suite.Show($"{length}", $"{ordered} {hash}");
        }
        string?[] words = ["pear", "Apple", null, "apple", "Zoo", "", "über"];
        Array.Sort(words, StringComparer.Ordinal);
        Suite.Show("ordinal", string.Join(",", words));
        Array.Sort(words);
        Suite.Show("default", string.Join(",", words));
        int[] keys = [3, 1, 2];
        string[] items = ["c", "a", "b"];
        Array.Sort(keys, items);
        Suite.Show("with items", $"{Text(keys)} {Text(items)}");
        int[] part = [9, 8, 7, 6, 5];
        Array.Sort(part, 1, 3);
        Suite.Show("part", Text(part));
        double[] doubles = [1.5, double.NaN, -0.0, double.NegativeInfinity, 0.5];
        Array.Sort(doubles);
        Suite.Show("doubles", Text(doubles));
        (int, string)[] tuples = [(2, "a"), (1, "b"), (2, "A"), (1, "a")];
        Array.Sort(tuples);
        Suite.Show("tuples", Text(tuples));
        int?[] nullable = [3, null, 1];
        Array.Sort(nullable, (a, b) => Nullable.Compare(a, b));
        Suite.Show("nullable", Text(nullable));
    }

    private static void ArrayFunctions()
    {
        Suite.Group("array functions");
        int[] source = [4, 8, 15, 16, 23, 42];
        Suite.Show("search", $"{Array.BinarySearch(source, 16)} {Array.BinarySearch(source, 17)} {Array.BinarySearch(source, 0)} {Array.BinarySearch(source, 99)} {Array.BinarySearch(source, 1, 2, 42)}");
        Suite.Show("find", $"{Array.Find(source, x => x > 15)} {Array.FindLast(source, x => x < 15)} {Array.FindIndex(source, x => x > 100)} {Array.FindLastIndex(source, x => x < 20)}");
        Suite.Show("find all", Text(Array.FindAll(source, x => x % 2 == 0)));
        Suite.Show("exists", $"{Array.Exists(source, x => x == 42)} {Array.TrueForAll(source, x => x > 4)}");
        Suite.Show("convert", Text(Array.ConvertAll(source, x => x / 2)));
        Suite.Show("index", $"{Array.IndexOf(source, 15)} {Array.IndexOf(source, 15, 3)} {Array.LastIndexOf(source, 4)}");
        int[] filled = new int[5];
        Array.Fill(filled, 3);
        Array.Fill(filled, 1, 1, 2);
        Suite.Show("fill", Text(filled));
        Array.Reverse(source, 1, 3);
        Suite.Show("reverse part", Text(source));
        int sum = 0;
        Array.ForEach(source, x => sum += x);
        Suite.Show("for each", sum);
    }

    private static void Tuples()
    {
        Suite.Group("tuples");
        Suite.Show("text", $"{(1, "a", (string?)null)} {ValueTuple.Create()} {ValueTuple.Create(5)}");
        Suite.Show("long text", (1, 2, 3, 4, 5, 6, 7, 8, 9).ToString());
        Suite.Show("equal", $"{(1, "a").Equals((1, "a"))} {(1, "a") == (1, "b")} {(1, 2, 3).Equals((object)(1, 2, 3))} {(1, 2).Equals((object)(1L, 2))}");
        Suite.Show("order", $"{(1, 2).CompareTo((1, 3))} {(2, 1).CompareTo((1, 9))} {(1, 1, 1, 1, 1, 1, 1, 2).CompareTo((1, 1, 1, 1, 1, 1, 1, 1))}");
        Suite.True("hash codes agree", (1, "a", 2L).GetHashCode() == (1, "a", 2L).GetHashCode());
        Suite.True("hash codes agree beyond seven", (1, 2, 3, 4, 5, 6, 7, 8).GetHashCode() == (1, 2, 3, 4, 5, 6, 7, 8).GetHashCode());
        var eight = (1, 2, 3, 4, 5, 6, 7, "h");
        Suite.Show("eighth", eight.Item8);
        Tuple<int, string> classic = Tuple.Create(1, "x");
        Suite.Show("classic", $"{classic} {classic.Equals(Tuple.Create(1, "x"))} {classic.Equals(Tuple.Create(2, "x"))} {classic.Item2}");
        Suite.Show("classic order", ((IComparable)classic).CompareTo(Tuple.Create(1, "y")) < 0);
        Suite.True("combined hash codes agree", HashCode.Combine(1, "a") == HashCode.Combine(1, "a"));
        int? some = 5, none = null;
        Suite.Show("nullable", $"{some.Equals(5)} {none.Equals(null)} {some.Equals(null)} [{none}] {some} {some.GetHashCode()} {Nullable.Compare(none, some)} {Nullable.Equals<int>(none, null)}");
    }

    private static void Comparers()
    {
        Suite.Group("comparers");
        Suite.Show("default", $"{Comparer<int>.Default.Compare(1, 2)} {Comparer<string>.Default.Compare(null, "a")} {Comparer<string>.Default.Compare("b", null)}");
        Suite.Show("created", Comparer<int>.Create((a, b) => b - a).Compare(1, 5));
        Suite.Show("equality", $"{EqualityComparer<string>.Default.Equals("a", "A".ToLowerInvariant())} {EqualityComparer<int?>.Default.Equals(null, 0)} {EqualityComparer<object>.Default.Equals(1, 1)}");
        EqualityComparer<int> byTens = EqualityComparer<int>.Create((a, b) => a / 10 == b / 10, x => x / 10);
        Suite.Show("equality created", $"{byTens.Equals(11, 19)} {byTens.Equals(11, 20)} {new HashSet<int>([11, 12, 21], byTens).Count}");
        Suite.Show("string", $"{StringComparer.Ordinal.Equals("a", "A")} {StringComparer.OrdinalIgnoreCase.Equals("a", "A")} {StringComparer.OrdinalIgnoreCase.Compare("B", "a") > 0} {StringComparer.Ordinal.Compare("B", "a") > 0}");
        Suite.True("string hash codes", StringComparer.OrdinalIgnoreCase.GetHashCode("aBc") == StringComparer.OrdinalIgnoreCase.GetHashCode("AbC"));
    }
}
