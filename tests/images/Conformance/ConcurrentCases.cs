using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;

/// <summary>Concurrent collections as one thread sees them, and collections that others are made of.</summary>
internal static class ConcurrentCases
{
    public static void Run()
    {
        Dictionaries();
        DictionaryEnds();
        Queues();
        Stacks();
        Bags();
        Collections();
        ReadOnly();
        Keyed();
        Untyped();
    }

    private static string Text<T>(IEnumerable<T> items) => string.Join(" ", items);

    private static string Sorted<T>(IEnumerable<T> items)
    {
        List<T> list = [.. items];
        list.Sort();
        return Text(list);
    }

    private static void Dictionaries()
    {
        Suite.Group("ConcurrentDictionary");
        ConcurrentDictionary<string, int> counts = new();
        Suite.Show("add", counts.TryAdd("a", 1) + " " + counts.TryAdd("a", 2) + " " + counts["a"]);
        counts["b"] = 5;
        Suite.Show("get", counts.TryGetValue("b", out int value) + " " + value + " " + counts.TryGetValue("x", out value) + " " + value);
        Suite.Show("get or add", counts.GetOrAdd("c", 7) + " " + counts.GetOrAdd("c", 8) + " " + counts.GetOrAdd("d", key => key.Length));
        Suite.Show("add or update", counts.AddOrUpdate("a", 1, (key, old) => old + 10) + " " + counts.AddOrUpdate("e", 1, (key, old) => old + 10));
        Suite.Show("update", counts.TryUpdate("a", 100, 11) + " " + counts.TryUpdate("a", 200, 11) + " " + counts["a"]);
        Suite.Show("remove", counts.TryRemove("a", out value) + " " + value + " " + counts.TryRemove("a", out value));
        Suite.Show("remove pair", counts.TryRemove(new KeyValuePair<string, int>("b", 4)) + " " + counts.TryRemove(new KeyValuePair<string, int>("b", 5)));
        Suite.Show("keys", Sorted(counts.Keys) + " " + counts.Count);
        for (int i = 0; i < 500; i++) counts["n" + i] = i;
        int sum = 0;
        foreach ((string key, int number) in counts)
            if (key[0] == 'n') sum += number;
        Suite.Show("many", counts.Count + " " + sum);
        foreach ((string key, _) in counts)
            if (key[0] == 'n') counts.TryRemove(key, out _);
        Suite.Show("removed while enumerated", counts.Count);
        counts.Clear();
        Suite.Show("clear", counts.IsEmpty);
        ConcurrentDictionary<string, int> ignoring = new(StringComparer.OrdinalIgnoreCase);
        ignoring["A"] = 1;
        Suite.Show("by comparer", ignoring.ContainsKey("a"));
        ConcurrentDictionary<int, string> numbers = new(new Dictionary<int, string> { [1] = "x", [2] = "y" });
        Suite.Show("of pairs", numbers[2] + numbers.Count);
        Suite.Show("get or add with argument", numbers.GetOrAdd(3, (key, text) => text + key, "n"));
    }

    private static void DictionaryEnds()
    {
        Suite.Group("ConcurrentDictionary ends");
        ConcurrentDictionary<string, int> counts = new();
        Suite.Show("missing", Thrown.WithMessage(() => _ = counts["b"]));
        Suite.Show("null", Thrown.By(() => counts.TryAdd(null!, 1)));
        Suite.Show("null factory", Thrown.By(() => counts.GetOrAdd("a", (Func<string, int>)null!)));
        ((IDictionary<string, int>)counts).Add("a", 1);
        Suite.Show("add twice", Thrown.WithMessage(() => ((IDictionary<string, int>)counts).Add("a", 1)));
    }

    private static void Queues()
    {
        Suite.Group("ConcurrentQueue");
        ConcurrentQueue<int> queue = new([1, 2]);
        queue.Enqueue(3);
        Suite.Show("order", Text(queue) + " " + queue.Count);
        Suite.Show("dequeue", queue.TryDequeue(out int item) + " " + item);
        Suite.Show("peek", queue.TryPeek(out item) + " " + item);
        IEnumerator<int> items = queue.GetEnumerator();
        queue.Enqueue(4);
        string seen = "";
        while (items.MoveNext()) seen += items.Current;
        Suite.Show("to array", Text(queue.ToArray()));
        queue.Clear();
        Suite.Show("empty", queue.IsEmpty + " " + queue.TryDequeue(out _));
        for (int i = 0; i < 100; i++) queue.Enqueue(i);
        Suite.Show("many", queue.Count);
        Suite.Show("null", Thrown.By(() => _ = new ConcurrentQueue<int>(null!)));
    }

    private static void Stacks()
    {
        Suite.Group("ConcurrentStack");
        ConcurrentStack<int> stack = new([1, 2]);
        stack.Push(3);
        stack.PushRange([4, 5, 6]);
        Suite.Show("order", Text(stack));
        Suite.Show("pop", stack.TryPop(out int item) + " " + item);
        int[] several = new int[3];
        Suite.Show("pop several", stack.TryPopRange(several) + " " + Text(several));
        Suite.Show("peek", stack.TryPeek(out item) + " " + item + " " + stack.Count);
        stack.Clear();
        Suite.Show("empty", stack.IsEmpty + " " + stack.TryPop(out _));
    }

    private static void Bags()
    {
        Suite.Group("ConcurrentBag");
        IProducerConsumerCollection<int> queue = new ConcurrentQueue<int>();
        Suite.Show("add and take", queue.TryAdd(4) + " " + queue.TryTake(out int item) + " " + item + " " + queue.TryTake(out _));
    }

    private sealed class Loud : Collection<int>
    {
        public string Said = "";

        protected override void InsertItem(int index, int item)
        {
            Said += $"+{index}:{item} ";
            base.InsertItem(index, item);
        }

        protected override void SetItem(int index, int item)
        {
            Said += $"={index}:{item} ";
            base.SetItem(index, item);
        }

        protected override void RemoveItem(int index)
        {
            Said += $"-{index} ";
            base.RemoveItem(index);
        }

        protected override void ClearItems()
        {
            Said += "clear";
            base.ClearItems();
        }
    }

    private static void Collections()
    {
        Suite.Group("Collection");
        Loud loud = [1, 2];
        loud.Insert(0, 5);
        loud[1] = 7;
        loud.Remove(2);
        Suite.Show("items", Text(loud));
        loud.Clear();
        Suite.Show("said", loud.Said);
        Collection<int> over = new(new List<int> { 1, 2, 3 });
        Suite.Show("over a list", over.IndexOf(2) + " " + over.Contains(9) + " " + over.Count);
        Suite.Show("over an array", Thrown.By(() => new Collection<int>(new int[2]).Add(1)));
        Suite.Show("outside", Thrown.By(() => over[3] = 1) + " " + Thrown.By(() => over.Insert(4, 1)) + " " + Thrown.By(() => over.RemoveAt(-1)));
        Suite.Show("null", Thrown.By(() => _ = new Collection<int>(null!)));
        IList untyped = over;
        Suite.Show("add object", untyped.Add(4) + " " + untyped.IndexOf(4) + " " + untyped.IndexOf("4"));
        Suite.Show("add text", Thrown.By(() => untyped.Add("x")));
        Suite.Show("add null", Thrown.By(() => untyped.Add(null)));
    }

    private static void ReadOnly()
    {
        Suite.Group("read-only collections");
        List<int> list = [1, 2];
        ReadOnlyCollection<int> view = list.AsReadOnly();
        list.Add(3);
        Suite.Show("follows", Text(view) + " " + view.Count);
        Suite.Show("add", Thrown.By(() => ((IList<int>)view).Add(1)));
        Suite.Show("set", Thrown.By(() => ((IList<int>)view)[0] = 1));
        Suite.Show("outside", Thrown.By(() => _ = view[3]));
        Suite.Show("empty", ReadOnlyCollection<int>.Empty.Count);
        ReadOnlyDictionary<string, int> dictionary = new(new Dictionary<string, int> { ["a"] = 1 });
        Suite.Show("dictionary", dictionary["a"] + " " + Text(dictionary.Keys) + " " + Text(dictionary.Values) + " " + dictionary.ContainsKey("b"));
        Suite.Show("dictionary add", Thrown.By(() => ((IDictionary<string, int>)dictionary).Add("b", 2)));
        ReadOnlySet<int> set = new(new HashSet<int> { 1, 2 });
        Suite.Show("set contains", set.Contains(1) + " " + set.IsSubsetOf([1, 2, 3]) + " " + set.SetEquals([2, 1]));
        Suite.Show("set add", Thrown.By(() => ((ICollection<int>)set).Add(1)));
    }

    private sealed class ByLength : KeyedCollection<int, string>
    {
        protected override int GetKeyForItem(string item) => item.Length;
    }

    private static void Keyed()
    {
        Suite.Group("System.ObjectModel");
        ByLength words = ["a", "bbb", "cc"];
        Suite.Show("by key", words[3] + " " + words.Contains(2) + " " + words.Contains(9));
        Suite.Show("order", Text(words));
        Suite.Show("twice", Thrown.By(() => words.Add("d")));
        Suite.Show("remove", words.Remove(3) + " " + words.Count);
        ObservableCollection<int> watched = [];
        string said = "";
        watched.CollectionChanged += (sender, change) => said += $"{(int)change.Action}:{change.NewStartingIndex}:{change.OldStartingIndex} ";
        watched.Add(4);
        watched.Add(5);
        watched[0] = 6;
        watched.Move(0, 1);
        watched.RemoveAt(0);
        watched.Clear();
        Suite.Show("changes", said);
    }

    private static void Untyped()
    {
        Suite.Group("untyped collections");
        IList list = new List<int> { 1, 2 };
        Suite.Show("list", list.Add(3) + " " + list.Contains(2) + " " + list.IndexOf("x") + " " + list.Count);
        list.Remove(1);
        list.Insert(0, 9);
        Suite.Show("list items", Text((List<int>)list));
        Suite.Show("list of text", Thrown.By(() => list.Add("x")));
        object[] copy = new object[3];
        list.CopyTo(copy, 0);
        Suite.Show("list copy", Text(copy));
        IDictionary dictionary = new Dictionary<string, int> { ["a"] = 1 };
        dictionary["b"] = 2;
        Suite.Show("dictionary", (int)dictionary["a"]! + " " + (dictionary["x"] is null) + " " + dictionary.Contains(5));
        string pairs = "";
        foreach (DictionaryEntry entry in dictionary) pairs += $"{entry.Key}={entry.Value} ";
        Suite.Show("entries", pairs);
        Suite.Show("wrong key", Thrown.By(() => dictionary.Add(1, 1)));
        dictionary.Remove("a");
        Suite.Show("removed", dictionary.Count);
        Suite.Show("comparer", Comparer.Default.Compare(1, 2) + " " + Comparer.Default.Compare(null, 2) + " " + Comparer.Default.Compare("b", "a"));
        object one = new();
        Suite.Show("by reference", ReferenceEqualityComparer.Instance.Equals(one, one) + " " + ReferenceEqualityComparer.Instance.Equals("a", new string('a', 1)));
        Suite.Show("set comparer", HashSet<int>.CreateSetComparer().Equals([1, 2], [2, 1]));
        Dictionary<int, int> sparse = [];
        for (int i = 0; i < 100; i++) sparse[i] = i;
        for (int i = 0; i < 95; i++) sparse.Remove(i);
        sparse.TrimExcess();
        Suite.Show("trimmed", Text(sparse.Keys) + " " + sparse[97]);
    }
}
