using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Operators of LINQ over collections and iterators: results, order, laziness, ends.</summary>
internal static class LinqCases
{
    public static void Run()
    {
        Filters();
        Projections();
        Laziness();
        Elements();
        ElementsMissing();
        Aggregates();
        AggregatesOfNothing();
        Quantifiers();
        Parts();
        Making();
    }

    private static readonly int[] s_numbers = [5, 3, 8, 1, 9, 2, 8];
    private static readonly string[] s_words = ["pear", "fig", "apple", "kiwi", "date", "plum", "banana"];

    internal static string Text<T>(IEnumerable<T> items) => string.Join(" ", items);

    /// <summary>No collection: operators cannot know its length.</summary>
    internal static IEnumerable<T> Plain<T>(params T[] items)
    {
        foreach (T item in items) yield return item;
    }

    private static void Filters()
    {
        Suite.Group("LINQ filters");
        Suite.Show("where", Text(s_numbers.Where(x => x > 3)));
        Suite.Show("where with index", Text(s_numbers.Where((x, i) => i % 2 == 0)));
        Suite.Show("where where", Text(s_numbers.Where(x => x > 2).Where(x => x < 9)));
        Suite.Show("over a list", Text(new List<int>(s_numbers).Where(x => x % 2 == 0)));
        Suite.Show("over an iterator", Text(Plain(1, 2, 3, 4).Where(x => x != 2)));
        Suite.Show("of type", Text(new object[] { 1, "a", 2, null!, "b" }.OfType<string>()));
        Suite.Show("of value type", new object[] { 1, "a", 2 }.OfType<int>().Sum());
        Suite.Show("cast", new object[] { 1, 2 }.Cast<int>().Sum());
        Suite.Show("cast of another", Thrown.By(() => new object[] { 1, "x" }.Cast<int>().Sum()));
        Suite.Show("null source", Thrown.By(() => ((IEnumerable<int>)null!).Where(x => true)));
        Suite.Show("null predicate", Thrown.By(() => s_numbers.Where((Func<int, bool>)null!)));
    }

    private static void Projections()
    {
        Suite.Group("LINQ projections");
        Suite.Show("select", Text(s_numbers.Select(x => x * x)));
        Suite.Show("to another type", Text(s_words.Select(w => w.Length)));
        Suite.Show("to text", Text(s_numbers.Select(x => "n" + x)));
        Suite.Show("with index", Text(s_words.Select((w, i) => i + w[..1])));
        Suite.Show("select select", Text(s_numbers.Select(x => x + 1).Select(x => x * 2)));
        Suite.Show("where select", Text(s_numbers.Where(x => x > 4).Select(x => -x)));
        Suite.Show("select where", Text(s_numbers.Select(x => x * 3).Where(x => x % 2 == 0)));
        Suite.Show("over a list", Text(new List<string>(s_words).Select(w => w.ToUpperInvariant())));
        Suite.Show("over an iterator", Text(Plain(1, 2).Select(x => x + 0.5)));
        Suite.Show("over a range", Text(Enumerable.Range(3, 4).Select(x => x * 10)));
        Suite.Show("many", Text(s_words.Take(3).SelectMany(w => w.Take(2))));
        Suite.Show("many with result", Text(new[] { 1, 2, 3 }.SelectMany(x => Enumerable.Repeat(x, x), (x, y) => x * 10 + y)));
        Suite.Show("many with index", Text(new[] { 5, 6 }.SelectMany((x, i) => new[] { i, x })));
        Suite.Show("query", Text(from x in s_numbers where x > 2 let y = x * x orderby y descending select y + 1));
        Suite.Show("query of two", Text(from x in new[] { 1, 2 } from y in new[] { 10, 20 } select x + y));
        Suite.Show("anonymous", Text(s_words.Select(w => new { w.Length, First = w[0] }).Where(p => p.Length == 4).Select(p => p.First)));
        Suite.Show("tuples", Text(s_words.Select(w => (w.Length, w)).Where(p => p.Length > 4)));
        Suite.Show("zip", Text(s_numbers.Zip(s_words, (n, w) => n + w)));
        Suite.Show("zip pairs", Text(s_numbers.Zip(s_words).Select(p => p.Second[0])));
        Suite.Show("zip of three", Text(new[] { 1, 2 }.Zip(new[] { 3, 4, 5 }, new[] { 6, 7 }).Select(t => t.First + t.Second + t.Third)));
        Suite.Show("index", Text(s_words.Index().Where(p => p.Index > 4).Select(p => p.Item)));
        Suite.Show("chunk", Text(s_numbers.Chunk(3).Select(c => c.Length + ":" + c[0])));
        Suite.Show("chunk of none", new int[0].Chunk(2).Count());
        Suite.Show("chunk of zero", Thrown.By(() => s_numbers.Chunk(0)));
    }

    private static IEnumerable<int> Told(List<string> told)
    {
        for (int i = 1; i <= 4; i++)
        {
            told.Add("make " + i);
            yield return i;
        }
        told.Add("end");
    }

    private static void Laziness()
    {
        Suite.Group("LINQ laziness");
        List<string> told = [];
        IEnumerable<int> query = Told(told).Where(x => x % 2 == 0).Select(x =>
        {
            told.Add("use " + x);
            return x * 10;
        });
        Suite.Show("nothing happens", told.Count);
        Suite.Show("first", query.First() + " " + Text(told));
        told.Clear();
        Suite.Show("each time anew", query.Sum() + " " + Text(told));
        told.Clear();
        Suite.Show("take stops", Text(Told(told).Take(2)) + " " + Text(told));
        told.Clear();
        Suite.Show("any stops", Told(told).Any() + " " + told.Count);
        told.Clear();
        Suite.Show("all stops", Told(told).All(x => x < 2) + " " + told.Count);
        told.Clear();
        Suite.Show("contains stops", Told(told).Contains(3) + " " + told.Count);
        told.Clear();
        Suite.Show("to list at once", Told(told).ToList().Count + " " + told.Count);
        List<int> source = [1, 2];
        IEnumerable<int> later = source.Where(x => x > 1);
        source.Add(3);
        Suite.Show("sees later changes", Text(later));
        int factor = 2;
        IEnumerable<int> captured = source.Select(x => x * factor);
        factor = 3;
        Suite.Show("sees captured changes", Text(captured));
        Suite.Show("changed while enumerated", Thrown.By(() =>
        {
            foreach (int x in source.Where(x => x > 0)) source.Add(x);
        }));
        IEnumerable<int> ordered = source.OrderBy(x => -x);
        source.Clear();
        Suite.Show("order is lazy", ordered.Count());
        bool isDisposed = false;
        foreach (int x in Disposing(() => isDisposed = true).Select(x => x).Where(x => x > 0)) break;
        Suite.Show("disposes on break", isDisposed);
    }

    private static IEnumerable<int> Disposing(Action dispose)
    {
        try
        {
            yield return 1;
            yield return 2;
        }
        finally
        {
            dispose();
        }
    }

    private static void Elements()
    {
        Suite.Group("LINQ elements");
        Suite.Show("first", s_numbers.First() + " " + s_numbers.First(x => x > 5));
        Suite.Show("last", s_numbers.Last() + " " + s_numbers.Last(x => x < 5) + " " + Plain(1, 2, 3).Last());
        Suite.Show("first or default", new int[0].FirstOrDefault() + " " + s_numbers.FirstOrDefault(x => x > 99) + " " + s_numbers.FirstOrDefault(x => x > 99, -1));
        Suite.Show("of nothing", s_words.FirstOrDefault(w => w.Length > 9) ?? "none");
        Suite.Show("last or default", s_words.LastOrDefault(w => w[0] == 'p') + " " + new int[0].LastOrDefault(7));
        Suite.Show("single", new[] { 4 }.Single() + " " + s_numbers.Single(x => x == 9) + " " + s_numbers.SingleOrDefault(x => x > 99));
        Suite.Show("element at", s_numbers.ElementAt(2) + " " + s_numbers.ElementAt(^2) + " " + Plain(7, 8).ElementAt(1) + " " + Plain(7, 8).ElementAt(^2));
        Suite.Show("element at or default", s_numbers.ElementAtOrDefault(99) + " " + Plain(1).ElementAtOrDefault(-1));
        Suite.Show("default if empty", Text(new int[0].DefaultIfEmpty(5)) + " " + Text(s_numbers.Take(1).DefaultIfEmpty()));
        Suite.Show("min by", s_words.MinBy(w => w.Length) + " " + s_words.MaxBy(w => w.Length));
        Suite.Show("order by first", s_words.OrderBy(w => w).First() + " " + s_words.OrderBy(w => w).Last() + " " + s_words.OrderBy(w => w).ElementAt(1));
    }

    private static void ElementsMissing()
    {
        Suite.Group("LINQ missing elements");
        Suite.Show("first", Thrown.WithMessage(() => new int[0].First()));
        Suite.Show("first that", Thrown.WithMessage(() => s_numbers.First(x => x > 99)));
        Suite.Show("last", Thrown.WithMessage(() => Plain<int>().Last()));
        Suite.Show("last that", Thrown.WithMessage(() => s_numbers.Last(x => x > 99)));
        Suite.Show("single of none", Thrown.WithMessage(() => new int[0].Single()));
        Suite.Show("single of two", Thrown.WithMessage(() => s_numbers.Single()));
        Suite.Show("single that of two", Thrown.WithMessage(() => s_numbers.Single(x => x == 8)));
        Suite.Show("single or default of two", Thrown.WithMessage(() => s_numbers.SingleOrDefault()));
        Suite.Show("element at", Thrown.By(() => s_numbers.ElementAt(7)) + " " + Thrown.By(() => Plain(1).ElementAt(1)) + " " + Thrown.By(() => s_numbers.ElementAt(-1)));
        Suite.Show("max by of none", Thrown.WithMessage(() => new int[0].MaxBy(x => x)));
        Suite.Show("max by of no words", new string[0].MaxBy(w => w.Length) ?? "none");
    }

    private static void Aggregates()
    {
        Suite.Group("LINQ aggregates");
        Suite.Show("sum", s_numbers.Sum() + " " + s_words.Sum(w => w.Length) + " " + new long[] { 1, 2 }.Sum() + " " + new int?[] { 1, null, 3 }.Sum());
        Suite.Show("sum of reals", new[] { 0.5, 1.5 }.Sum() + " " + new[] { 1.5f, 2 }.Sum());
        Suite.Show("sum of many", Enumerable.Range(1, 1000).ToArray().Sum());
        Suite.Show("sum too large", Thrown.By(() => new[] { int.MaxValue, 1 }.Sum()));
        Suite.Show("average", s_numbers.Average() + " " + new[] { 1, 2 }.Average() + " " + s_words.Average(w => w.Length));
        Suite.Show("average of longs", new[] { 1L, 4L }.Average() + " " + new[] { 1f, 2f }.Average());
        Suite.Show("ends", s_numbers.Min() + " " + s_numbers.Max() + " " + s_words.Min() + " " + s_words.Max());
        Suite.Show("ends of reals", new[] { 2.5, -1, 7 }.Max() + " " + new[] { 2.5, double.NaN, 7 }.Min() + " " + new[] { double.NaN, 1 }.Max());
        Suite.Show("ends by", s_words.Max(w => w.Length) + " " + s_words.Min(w => w[0]));
        Suite.Show("ends of many", Enumerable.Range(1, 100).Select(x => x * 37 % 101).ToArray().Max() + " " + Enumerable.Range(1, 100).Select(x => (byte)x).ToArray().Min());
        Suite.Show("ends of maybe", (new int?[] { null, 3, 1 }.Min() ?? -1) + " " + (new int?[] { null }.Max() ?? -1));
        Suite.Show("by comparer", s_words.Max(Comparer<string>.Create((x, y) => x.Length - y.Length)));
        Suite.Show("count", s_numbers.Count() + " " + s_numbers.Count(x => x > 4) + " " + Plain(1, 2).Count() + " " + s_numbers.LongCount());
        Suite.Show("count unseen", s_numbers.TryGetNonEnumeratedCount(out int count) + " " + count + " " + Plain(1).TryGetNonEnumeratedCount(out count) + " " + count);
        Suite.Show("aggregate", s_numbers.Aggregate((a, b) => a * 2 + b));
        Suite.Show("aggregate from", s_words.Aggregate("", (text, w) => text + w[0]));
        Suite.Show("aggregate with end", s_words.Aggregate(0, (n, w) => n + w.Length, n => "=" + n));
        Suite.Show("aggregate by", Text(s_words.AggregateBy(w => w.Length, 0, (n, w) => n + 1)));
        Suite.Show("count by", Text(s_words.CountBy(w => w[0])));
    }

    private static void AggregatesOfNothing()
    {
        Suite.Group("LINQ aggregates of nothing");
        int[] none = [];
        Suite.Show("sum", none.Sum());
        Suite.Show("average", Thrown.WithMessage(() => none.Average()));
        Suite.Show("min", Thrown.WithMessage(() => none.Min()));
        Suite.Show("max", Thrown.WithMessage(() => Plain<double>().Max()));
        Suite.Show("max of no words", new string[0].Max() ?? "none");
        Suite.Show("aggregate", Thrown.WithMessage(() => none.Aggregate((a, b) => a + b)));
        Suite.Show("average of nothing", new int?[0].Average() is null);
    }

    private static void Quantifiers()
    {
        Suite.Group("LINQ quantifiers");
        Suite.Show("any", s_numbers.Any() + " " + s_numbers.Any(x => x > 8) + " " + s_numbers.Any(x => x > 9) + " " + new int[0].Any());
        Suite.Show("all", s_numbers.All(x => x > 0) + " " + s_numbers.All(x => x > 1) + " " + new int[0].All(x => false));
        Suite.Show("contains", s_numbers.Contains(9) + " " + s_words.Contains("FIG") + " " + s_words.Contains("FIG", StringComparer.OrdinalIgnoreCase) + " " + Plain(1, 2).Contains(2));
        Suite.Show("equal", s_numbers.SequenceEqual([5, 3, 8, 1, 9, 2, 8]) + " " + s_numbers.SequenceEqual([5]) + " " + Plain("a").SequenceEqual(["A"], StringComparer.OrdinalIgnoreCase));
    }

    private static void Parts()
    {
        Suite.Group("LINQ parts");
        Suite.Show("take", Text(s_numbers.Take(3)) + "|" + Text(s_numbers.Take(0)) + "|" + Text(s_numbers.Take(99)));
        Suite.Show("take range", Text(s_numbers.Take(2..^2)) + "|" + Text(s_numbers.Take(^2..)) + "|" + Text(Plain(1, 2, 3, 4).Take(1..^1)));
        Suite.Show("skip", Text(s_numbers.Skip(5)) + "|" + Text(Plain(1, 2, 3).Skip(1)));
        Suite.Show("skip take", Text(s_numbers.Skip(2).Take(3)) + "|" + Text(Enumerable.Range(0, 100).Skip(10).Take(2)));
        Suite.Show("take last", Text(s_numbers.TakeLast(2)) + "|" + Text(Plain(1, 2, 3).TakeLast(2)));
        Suite.Show("skip last", Text(s_numbers.SkipLast(5)) + "|" + Text(Plain(1, 2, 3).SkipLast(1)));
        Suite.Show("take while", Text(s_numbers.TakeWhile(x => x != 1)) + "|" + Text(s_numbers.TakeWhile((x, i) => i < 2)));
        Suite.Show("skip while", Text(s_numbers.SkipWhile(x => x != 1)) + "|" + Text(s_numbers.SkipWhile((x, i) => i < 5)));
        Suite.Show("reverse", Text(Plain(1, 2, 3).Reverse()) + "|" + Text(s_words.AsEnumerable().Reverse()));
        Suite.Show("concat", Text(new[] { 1 }.Concat([2, 3]).Concat(Plain(4))));
        Suite.Show("append", Text(s_numbers.Take(2).Append(0).Prepend(-1).Append(7)));
        Suite.Show("concat counts", s_numbers.Concat(s_numbers).Count());
    }

    private static void Making()
    {
        Suite.Group("LINQ making");
        Suite.Show("range", Text(Enumerable.Range(-2, 5)));
        Suite.Show("range too long", Thrown.By(() => Enumerable.Range(int.MaxValue, 2)));
        Suite.Show("sequence", Text(Enumerable.Sequence(1, 10, 4)));
        Suite.Show("repeat", Text(Enumerable.Repeat("x", 3)));
        Suite.Show("empty", Enumerable.Empty<int>().Any());
        Suite.Show("to array", string.Join(",", s_numbers.Where(x => x > 4).ToArray()));
        Suite.Show("to list", s_numbers.Select(x => x + 1).ToList()[2]);
        Suite.Show("to dictionary", s_words.ToDictionary(w => w[..2], w => w.Length)["pl"]);
        Suite.Show("to dictionary of itself", s_words.ToDictionary(w => w.Length + w)["3fig"]);
        Suite.Show("to dictionary twice", Thrown.By(() => s_words.ToDictionary(w => w.Length)));
        Suite.Show("to dictionary of pairs", new[] { ("a", 1), ("b", 2) }.ToDictionary()["b"]);
        Suite.Show("to set", s_numbers.ToHashSet().Count);
        Suite.Show("to lookup", Text(s_words.ToLookup(w => w.Length)[4]) + " " + s_words.ToLookup(w => w.Length).Count + " " + s_words.ToLookup(w => w.Length)[9].Count());
        Suite.Show("many to array", Enumerable.Range(0, 1000).Where(x => x % 3 == 0).ToArray().Length + " " + Plain(s_numbers).ToArray().Length);
    }
}
