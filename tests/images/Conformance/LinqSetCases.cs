using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Operators of LINQ that order, group, join and treat sequences as sets.</summary>
internal static class LinqSetCases
{
    public static void Run()
    {
        Orders();
        Stability();
        Groups();
        Joins();
        Sets();
        Structs();
    }

    private static readonly string[] s_words = ["pear", "fig", "apple", "kiwi", "date", "plum", "banana"];

    private static string Text<T>(IEnumerable<T> items) => LinqCases.Text(items);

    private static void Orders()
    {
        Suite.Group("LINQ order");
        int[] numbers = [5, 3, 8, 1, 9, 2, 8];
        Suite.Show("by key", Text(numbers.OrderBy(x => x)));
        Suite.Show("descending", Text(numbers.OrderByDescending(x => x)));
        Suite.Show("itself", Text(numbers.Order()) + "|" + Text(numbers.OrderDescending()));
        Suite.Show("by comparer", Text(new[] { "b", "A", "a", "B" }.OrderBy(w => w, StringComparer.OrdinalIgnoreCase)));
        Suite.Show("take of ordered", Text(numbers.OrderBy(x => x).Take(3)) + "|" + Text(numbers.OrderBy(x => x).Skip(5)) + "|" + Text(numbers.OrderBy(x => x).Skip(2).Take(2)));
        Suite.Show("select of ordered", Text(numbers.OrderBy(x => x).Select(x => x * 2)));
        Suite.Show("where of ordered", Text(numbers.OrderBy(x => x).Where(x => x % 2 == 0)));
        Suite.Show("ends of ordered", numbers.OrderBy(x => x).First() + " " + numbers.OrderBy(x => -x).Last() + " " + numbers.OrderBy(x => x).ElementAt(3));
        Suite.Show("null comes first", Text(new[] { "b", null, "a" }.OrderBy(w => w).Select(w => w ?? "null")));
        Suite.Show("of many", Enumerable.Range(0, 500).Select(x => x * 7919 % 503).OrderBy(x => x).Zip(Enumerable.Range(0, 500)).Count(p => p.First < p.Second));
        Suite.Show("reverse", Text(numbers.OrderBy(x => x).Reverse()));
        Suite.Show("of reals", Text(new[] { 2.5, double.NaN, -1 }.Order()));
        Suite.Show("throwing key", Thrown.By(() => numbers.OrderBy(x => x > 8 ? throw new FormatException() : x).ToList()));
    }

    private static void Stability()
    {
        Suite.Group("LINQ stability");
        var items = Enumerable.Range(0, 300).Select(i => (Key: i * 31 % 7, Place: i)).ToArray();
        int errors = 0;
        (int Key, int Place) last = (-1, -1);
        foreach (var item in items.OrderBy(p => p.Key))
        {
            if (item.Key < last.Key || (item.Key == last.Key && item.Place < last.Place)) errors++;
            last = item;
        }
        Suite.Show("ascending", errors);
        errors = 0;
        last = (99, -1);
        foreach (var item in items.OrderByDescending(p => p.Key))
        {
            if (item.Key > last.Key || (item.Key == last.Key && item.Place < last.Place)) errors++;
            last = item;
        }
        Suite.Show("descending", errors);
        Suite.Show("same keys", Text(s_words.OrderBy(w => 0)));
        Suite.Show("distinct keeps the first", Text(s_words.DistinctBy(w => w.Length)));
    }

    private static void Groups()
    {
        Suite.Group("LINQ groups");
        Suite.Show("keys", Text(s_words.GroupBy(w => w.Length).Select(g => g.Key)));
        Suite.Show("items", string.Join("|", s_words.GroupBy(w => w.Length).Select(g => Text(g))));
        Suite.Show("with element", string.Join("|", s_words.GroupBy(w => w.Length, w => w[0]).Select(g => Text(g))));
        Suite.Show("with result", Text(s_words.GroupBy(w => w.Length, (length, group) => length + ":" + group.Count())));
        Suite.Show("with all", Text(s_words.GroupBy(w => w.Length, w => w[0], (length, group) => length + Text(group))));
        Suite.Show("by comparer", Text(new[] { "a", "B", "A", "b" }.GroupBy(w => w, StringComparer.OrdinalIgnoreCase).Select(g => g.Key + g.Count())));
        Suite.Show("null key", Text(new[] { "a", null, "b", null }.GroupBy(w => w).Select(g => (g.Key ?? "null") + g.Count())));
        Suite.Show("query", Text(from w in s_words group w by w.Length into g where g.Count() > 1 select g.Key + "=" + g.Max()));
        Suite.Show("by tuple", Text(s_words.GroupBy(w => (w.Length, w.Contains('a'))).Select(g => g.Key + "" + g.Count())));
        ILookup<int, string> lookup = s_words.ToLookup(w => w.Length);
        Suite.Show("lookup", lookup.Contains(3) + " " + lookup.Contains(7) + " " + Text(lookup[3]) + Text(lookup[7]));
        Suite.Show("lookup order", Text(lookup.Select(g => g.Key)));
        Suite.Show("group is a collection", lookup[4] is ICollection<string> { Count: 4 });
    }

    private static void Joins()
    {
        Suite.Group("LINQ joins");
        (int Id, string Name)[] people = [(1, "ann"), (2, "bob"), (3, "cyd")];
        (int Owner, string Pet)[] pets = [(1, "cat"), (3, "dog"), (1, "emu"), (4, "fox")];
        Suite.Show("join", Text(people.Join(pets, p => p.Id, p => p.Owner, (person, pet) => person.Name + "-" + pet.Pet)));
        Suite.Show("group join", Text(people.GroupJoin(pets, p => p.Id, p => p.Owner, (person, group) => person.Name + ":" + group.Count())));
        Suite.Show("left join", Text(people.LeftJoin(pets, p => p.Id, p => p.Owner, (person, pet) => person.Name + "-" + (pet.Pet ?? "none"))));
        Suite.Show("right join", Text(people.RightJoin(pets, p => p.Id, p => p.Owner, (person, pet) => (person.Name ?? "none") + "-" + pet.Pet)));
        Suite.Show("query", Text(from person in people join pet in pets on person.Id equals pet.Owner orderby pet.Pet descending select pet.Pet));
        Suite.Show("query into", Text(from person in people join pet in pets on person.Id equals pet.Owner into owned from pet in owned.DefaultIfEmpty() select person.Name + (pet.Pet ?? "-")));
        Suite.Show("by comparer", new[] { "A" }.Join(["a"], x => x, x => x, (x, y) => x + y, StringComparer.OrdinalIgnoreCase).Single());
        Suite.Show("null keys do not meet", new[] { (string?)null }.Join([(string?)null], x => x, x => x, (x, y) => 1).Count());
    }

    private static void Sets()
    {
        Suite.Group("LINQ sets");
        int[] left = [3, 1, 3, 2], right = [2, 4, 2];
        Suite.Show("distinct", Text(left.Distinct()));
        Suite.Show("union", Text(left.Union(right)));
        Suite.Show("intersect", Text(left.Intersect(right)));
        Suite.Show("except", Text(left.Except(right)));
        Suite.Show("concat distinct", left.Concat(right).Distinct().Count());
        Suite.Show("by comparer", Text(new[] { "a", "A", "b" }.Distinct(StringComparer.OrdinalIgnoreCase)) + "|" + Text(new[] { "a" }.Union(["A", "c"], StringComparer.OrdinalIgnoreCase)));
        Suite.Show("union by", Text(s_words.Take(2).UnionBy(s_words, w => w.Length)));
        Suite.Show("intersect by", Text(s_words.IntersectBy([3, 6], w => w.Length)));
        Suite.Show("except by", Text(s_words.ExceptBy([4], w => w.Length)));
        Suite.Show("null elements", new string?[] { null, "a", null }.Distinct().Count());
        Suite.Show("union of three", Text(left.Union(right).Union([9, 1])));
    }

    private readonly record struct Point(int X, int Y);

    private record Person(string Name, int Age);

    private static void Structs()
    {
        Suite.Group("LINQ of records");
        Point[] points = [new(1, 2), new(3, 1), new(1, 2), new(2, 5)];
        Suite.Show("distinct structs", points.Distinct().Count());
        Suite.Show("group structs", Text(points.GroupBy(p => p).Select(g => g.Count())));
        Suite.Show("sum", points.Sum(p => p.X) + " " + points.Max(p => p.Y) + " " + points.MinBy(p => p.Y).X);
        Person[] people = [new("ann", 30), new("bob", 25), new("cyd", 30)];
        Suite.Show("distinct records", people.Append(new Person("ann", 30)).Distinct().Count());
        Suite.Show("to dictionary", Text(people.GroupBy(p => p.Age).ToDictionary(g => g.Key, g => g.Count()).OrderBy(p => p.Key)));
        Suite.Show("except records", Text(people.Except([new("bob", 25)]).Select(p => p.Name)));
        Suite.Show("aggregate", people.Aggregate(0, (sum, p) => sum + p.Age));
        Suite.Show("nested", Text(people.Select(p => people.Count(q => q.Age == p.Age))));
        Suite.Show("flatten", Text(new[] { new[] { 1, 2 }, new[] { 3 } }.SelectMany(x => x).Reverse()));
    }
}
