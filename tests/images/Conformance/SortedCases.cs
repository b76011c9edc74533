using System;
using System.Collections;
using System.Collections.Generic;

/// <summary>Collections of System.Collections.dll: heaps, trees, chains, stacks.</summary>
internal static class SortedCases
{
    public static void Run()
    {
        Queues();
        QueueEnds();
        Dictionaries();
        DictionaryEnds();
        Sets();
        SetViews();
        Lists();
        Chains();
        ChainEnds();
        Stacks();
        Ordered();
        Bits();
    }

    private static string Text<T>(IEnumerable<T> items) => string.Join(" ", items);

    private static void Queues()
    {
        Suite.Group("PriorityQueue");
        PriorityQueue<string, int> queue = new();
        foreach ((string name, int priority) in new[] { ("e", 5), ("a", 1), ("c", 3), ("b", 2), ("d", 4) }) queue.Enqueue(name, priority);
        string order = "";
        while (queue.TryDequeue(out string? name, out int priority)) order += name + priority + " ";
        Suite.Show("order", order);
        PriorityQueue<int, int> numbers = new([(3, 30), (1, 10), (2, 20)]);
        Suite.Show("of items", numbers.Count + " " + numbers.Peek());
        Suite.Show("enqueue and dequeue", numbers.EnqueueDequeue(0, 5) + " " + numbers.EnqueueDequeue(9, 15));
        Suite.Show("dequeue and enqueue", numbers.DequeueEnqueue(7, 70) + " " + numbers.Count);
        numbers.EnqueueRange([8, 9], 1);
        Suite.Show("range", numbers.Count + " " + numbers.TryPeek(out _, out int least) + " " + least);
        Suite.Show("remove", numbers.Remove(7, out int removed, out int old) + " " + removed + " " + old + " " + numbers.Remove(77, out _, out _));
        numbers.Clear();
        Suite.Show("clear", numbers.Count + " " + numbers.TryDequeue(out _, out _));
        PriorityQueue<string, int> reversed = new(Comparer<int>.Create((x, y) => y.CompareTo(x)));
        for (int i = 0; i < 50; i++) reversed.Enqueue("n" + i, i * 7 % 50);
        string first = reversed.Dequeue() + " " + reversed.Dequeue();
        Suite.Show("largest first", first);
        int last = 50, errors = 0;
        while (reversed.TryDequeue(out _, out int priority))
        {
            if (priority > last) errors++;
            last = priority;
        }
        Suite.Show("always descending", errors);
        Suite.Show("unordered items", new PriorityQueue<int, int>([(1, 1), (2, 2)]).UnorderedItems.Count);
    }

    private static void QueueEnds()
    {
        Suite.Group("PriorityQueue ends");
        PriorityQueue<int, int> queue = new();
        Suite.Show("dequeue", Thrown.WithMessage(() => queue.Dequeue()));
        Suite.Show("peek", Thrown.WithMessage(() => queue.Peek()));
        Suite.Show("capacity", Thrown.By(() => _ = new PriorityQueue<int, int>(-1)));
        queue.Enqueue(1, 1);
        Suite.Show("changed while enumerated", Thrown.WithMessage(() =>
        {
            foreach (var _ in queue.UnorderedItems) queue.Enqueue(2, 2);
        }));
        Suite.Show("ensure", queue.EnsureCapacity(20) >= 20);
        Suite.Show("null items", Thrown.By(() => queue.EnqueueRange(null!, 1)));
    }

    private static void Dictionaries()
    {
        Suite.Group("SortedDictionary");
        SortedDictionary<string, int> ages = new(StringComparer.Ordinal) { ["tim"] = 5, ["ann"] = 3, ["zoe"] = 9, ["bob"] = 1 };
        Suite.Show("keys", Text(ages.Keys));
        Suite.Show("values", Text(ages.Values));
        Suite.Show("pairs", Text(ages));
        Suite.Show("get", ages["bob"]);
        ages["bob"] = 11;
        Suite.Show("set", ages["bob"] + " " + ages.Count);
        Suite.Show("remove", ages.Remove("tim") + " " + ages.Remove("tim") + " " + ages.Count);
        Suite.Show("try", ages.TryGetValue("ann", out int age) + " " + age + " " + ages.TryGetValue("x", out age) + " " + age);
        Suite.Show("contains", ages.ContainsKey("zoe") + " " + ages.ContainsValue(9) + " " + ages.ContainsValue(99));
        SortedDictionary<int, string> reversed = new(Comparer<int>.Create((x, y) => y - x)) { [1] = "a", [3] = "c", [2] = "b" };
        Suite.Show("by comparer", Text(reversed.Values));
        SortedDictionary<int, int> many = [];
        for (int i = 0; i < 200; i++) many[i * 37 % 200] = i;
        for (int i = 0; i < 200; i += 2) many.Remove(i);
        int last = -1, errors = 0;
        foreach ((int key, int value) in many)
        {
            if (key <= last || value * 37 % 200 != key) errors++;
            last = key;
        }
        Suite.Show("many", many.Count + " " + errors);
        KeyValuePair<string, int>[] copy = new KeyValuePair<string, int>[4];
        ages.CopyTo(copy, 1);
        Suite.Show("copy", copy[1].Key + copy[3].Key);
        Suite.Show("of a dictionary", Text(new SortedDictionary<int, int>(new Dictionary<int, int> { [2] = 1, [1] = 2 }).Keys));
    }

    private static void DictionaryEnds()
    {
        Suite.Group("SortedDictionary ends");
        SortedDictionary<string, int> ages = new() { ["a"] = 1 };
        Suite.Show("missing", Thrown.WithMessage(() => _ = ages["b"]));
        Suite.Show("twice", Thrown.WithMessage(() => ages.Add("a", 2)));
        Suite.Show("null", Thrown.By(() => ages.Add(null!, 2)));
        Suite.Show("null lookup", Thrown.By(() => ages.ContainsKey(null!)));
        Suite.Show("changed while enumerated", Thrown.WithMessage(() =>
        {
            foreach (var _ in ages) ages["c"] = 1;
        }));
        Suite.Show("keys are read-only", Thrown.By(() => ((ICollection<string>)ages.Keys).Add("x")));
        Suite.Show("copy too short", Thrown.By(() => ages.CopyTo(new KeyValuePair<string, int>[0], 0)));
    }

    private static void Sets()
    {
        Suite.Group("SortedSet");
        SortedSet<int> set = [5, 1, 4, 1, 3];
        Suite.Show("order", Text(set) + " " + set.Count);
        Suite.Show("ends", set.Min + " " + set.Max);
        Suite.Show("add", set.Add(2) + " " + set.Add(2));
        Suite.Show("remove", set.Remove(4) + " " + set.Remove(4));
        Suite.Show("reverse", Text(set.Reverse()));
        Suite.Show("try", set.TryGetValue(3, out int found) + " " + found);
        set.UnionWith([10, 9]);
        Suite.Show("union", Text(set));
        set.IntersectWith([1, 2, 9, 20]);
        Suite.Show("intersection", Text(set));
        set.ExceptWith([2]);
        Suite.Show("difference", Text(set));
        set.SymmetricExceptWith([9, 8, 7]);
        Suite.Show("symmetric", Text(set));
        Suite.Show("subset", set.IsSubsetOf([1, 7, 8, 9]) + " " + set.IsProperSubsetOf([1, 7, 8]) + " " + set.IsSupersetOf([7]) + " " + set.IsProperSupersetOf([1, 7, 8]));
        Suite.Show("equals", set.SetEquals([8, 7, 1, 1]) + " " + set.Overlaps([0, 8]) + " " + set.Overlaps([0]));
        Suite.Show("remove where", set.RemoveWhere(x => x > 5) + " " + Text(set));
        Suite.Show("of words", Text(new SortedSet<string>(["b", "A", "c", "a"], StringComparer.OrdinalIgnoreCase)));
        Suite.Show("empty ends", new SortedSet<int>().Min + " " + (new SortedSet<string>().Max ?? "none"));
    }

    private static void SetViews()
    {
        Suite.Group("SortedSet views");
        SortedSet<int> set = [1, 2, 3, 4, 5, 6, 7];
        SortedSet<int> view = set.GetViewBetween(3, 5);
        Suite.Show("view", Text(view));
        set.Remove(4);
        Suite.Show("follows", Text(view) + " " + view.Count);
        view.Add(4);
        Suite.Show("adds", set.Contains(4));
        Suite.Show("outside", Thrown.WithMessage(() => view.Add(6)));
        Suite.Show("reversed", Thrown.WithMessage(() => set.GetViewBetween(5, 3)));
        view.Clear();
        Suite.Show("cleared", Text(set));
        Suite.Show("comparer", SortedSet<int>.CreateSetComparer().Equals(new SortedSet<int> { 1, 2 }, [2, 1]));
    }

    private static void Lists()
    {
        Suite.Group("SortedList");
        SortedList<string, int> list = new(StringComparer.Ordinal) { { "c", 3 }, { "a", 1 }, { "b", 2 } };
        Suite.Show("order", Text(list.Keys) + " " + Text(list.Values));
        Suite.Show("index of", list.IndexOfKey("b") + " " + list.IndexOfValue(3) + " " + list.IndexOfKey("x"));
        Suite.Show("at", list.GetKeyAtIndex(0) + " " + list.GetValueAtIndex(2));
        list.RemoveAt(1);
        Suite.Show("remove at", Text(list.Keys));
        list["aa"] = 9;
        Suite.Show("set", Text(list));
        Suite.Show("twice", Thrown.WithMessage(() => list.Add("a", 5)));
        Suite.Show("outside", Thrown.By(() => list.GetKeyAtIndex(9)));
    }

    private static void Chains()
    {
        Suite.Group("LinkedList");
        LinkedList<int> chain = new([2, 3]);
        chain.AddFirst(1);
        LinkedListNode<int> four = chain.AddLast(4);
        chain.AddBefore(four, 35);
        chain.AddAfter(four, 5);
        Suite.Show("order", Text(chain) + " " + chain.Count);
        Suite.Show("find", chain.Find(35)!.Previous!.Value + " " + chain.FindLast(5)!.Value + " " + (chain.Find(9) is null));
        Suite.Show("ends", chain.First!.Value + " " + chain.Last!.Value);
        chain.Remove(four);
        Suite.Show("remove node", Text(chain) + " " + (four.List is null));
        Suite.Show("remove value", chain.Remove(35) + " " + chain.Remove(35));
        chain.RemoveFirst();
        chain.RemoveLast();
        Suite.Show("remove ends", Text(chain));
        chain.AddFirst(four);
        Suite.Show("node again", Text(chain) + " " + chain.Contains(4));
        string back = "";
        for (LinkedListNode<int>? node = chain.Last; node is not null; node = node.Previous) back += node.Value;
        Suite.Show("backwards", back);
        four.ValueRef++;
        Suite.Show("value in place", chain.First!.Value);
        chain.Clear();
        Suite.Show("clear", chain.Count + " " + (chain.First is null));
    }

    private static void ChainEnds()
    {
        Suite.Group("LinkedList ends");
        LinkedList<int> chain = new([1]);
        Suite.Show("remove from empty", Thrown.WithMessage(() => new LinkedList<int>().RemoveFirst()));
        Suite.Show("node of another", Thrown.WithMessage(() => chain.AddFirst(new LinkedList<int>([1]).First!)));
        Suite.Show("node of none", Thrown.WithMessage(() => chain.Remove(new LinkedListNode<int>(1))));
        Suite.Show("null node", Thrown.By(() => chain.AddAfter(null!, 1)));
        Suite.Show("changed while enumerated", Thrown.WithMessage(() =>
        {
            foreach (int _ in chain) chain.AddLast(2);
        }));
    }

    private static void Stacks()
    {
        Suite.Group("Stack");
        Stack<int> stack = new([1, 2, 3]);
        stack.Push(4);
        Suite.Show("order", Text(stack));
        Suite.Show("pop", stack.Pop() + " " + stack.Peek() + " " + stack.Count);
        Suite.Show("to array", Text(stack.ToArray()));
        Suite.Show("contains", stack.Contains(1) + " " + stack.Contains(4));
        stack.Clear();
        Suite.Show("empty", Thrown.WithMessage(() => stack.Pop()));
        Suite.Show("try", stack.TryPop(out _) + " " + stack.TryPeek(out _));
        for (int i = 0; i < 100; i++) stack.Push(i);
        stack.TrimExcess();
        Suite.Show("many", stack.Count + " " + stack.Peek());
    }

    private static void Ordered()
    {
        Suite.Group("OrderedDictionary");
        OrderedDictionary<string, int> ordered = new() { ["z"] = 1, ["a"] = 2, ["m"] = 3 };
        Suite.Show("order", Text(ordered.Keys) + " " + Text(ordered.Values));
        ordered.Insert(1, "b", 9);
        Suite.Show("insert", Text(ordered));
        Suite.Show("index of", ordered.IndexOf("a") + " " + ordered.GetAt(1).Key);
        ordered.RemoveAt(0);
        Suite.Show("remove at", Text(ordered.Keys));
        ordered["a"] = 7;
        ordered.SetAt(0, 99);
        Suite.Show("set", Text(ordered));
        Suite.Show("twice", Thrown.WithMessage(() => ordered.Add("a", 1)));
        Suite.Show("missing", Thrown.WithMessage(() => _ = ordered["q"]));
        for (int i = 0; i < 50; i++) ordered["k" + i] = i;
        Suite.Show("many", ordered.IndexOf("k49") + " " + ordered.Remove("k10") + " " + ordered.IndexOf("k49"));
    }

    private static void Bits()
    {
        Suite.Group("BitArray");
        BitArray bits = new([true, false, true, true]);
        Suite.Show("bits", Line(bits));
        Suite.Show("not", Line(new BitArray(bits).Not()));
        Suite.Show("and", Line(new BitArray(bits).And(new BitArray([true, true, false, true]))));
        Suite.Show("or", Line(new BitArray(bits).Or(new BitArray([false, true, false, false]))));
        Suite.Show("xor", Line(new BitArray(bits).Xor(new BitArray([true, true, true, true]))));
        Suite.Show("shift", Line(new BitArray(bits).LeftShift(1)) + " " + Line(new BitArray(bits).RightShift(2)));
        Suite.Show("of bytes", Line(new BitArray(new byte[] { 5, 128 })));
        int[] words = new int[2];
        BitArray many = new(40, true);
        many[33] = false;
        many.CopyTo(words, 0);
        Suite.Show("to words", words[0] + " " + words[1]);
        byte[] bytes = new byte[5];
        many.CopyTo(bytes, 0);
        Suite.Show("to bytes", Text(bytes));
        Suite.Show("sets", many.HasAllSet() + " " + many.HasAnySet() + " " + new BitArray(33, true).HasAllSet() + " " + new BitArray(9).HasAnySet());
        many.Length = 34;
        Suite.Show("shorter", many.Count + " " + many[32]);
        many.Length = 40;
        Suite.Show("longer again", many[39]);
        Suite.Show("outside", Thrown.By(() => many.Get(40)));
        Suite.Show("other length", Thrown.WithMessage(() => many.And(bits)));
        Suite.Show("negative", Thrown.By(() => _ = new BitArray(-1)));
    }

    private static string Line(BitArray bits)
    {
        string line = "";
        foreach (bool bit in bits) line += bit ? "1" : "0";
        return line;
    }
}
