using System;
using System.Collections.Generic;

/// <summary>Arrays, List and what enumerates them.</summary>
internal static class CollectionCases
{
    public static void Run()
    {
        Arrays();
        Lists();
        Enumeration();
    }

    private static void Arrays()
    {
        Suite.Group("arrays");
        int[] source = [1, 2, 3, 4, 5];
        int[] target = new int[5];
        Array.Copy(source, 1, target, 0, 3);
        Suite.Equal("copy", "2 3 4 0 0", Text(target));
        Array.Copy(source, 0, source, 1, 4);
        Suite.Equal("copy over itself", "1 1 2 3 4", Text(source));
        Array.Clear(source, 1, 2);
        Suite.Equal("clear", "1 0 0 3 4", Text(source));
        Array.Reverse(source);
        Suite.Equal("reverse", "4 3 0 0 1", Text(source));
        Array.Resize(ref target!, 2);
        Suite.Equal("shrink", "2 3", Text(target));
        Array.Resize(ref target, 4);
        Suite.Equal("grow", "2 3 0 0", Text(target));
        Suite.Equal("index of", 1, Array.IndexOf(target, 3));
        Suite.Equal("index of string", 1, Array.IndexOf(["a", "b"], new string('b', 1)));
        Suite.Equal("slice", "3 0", Text(target[1..3]));
        Suite.True("empty is one object", ReferenceEquals(Array.Empty<int>(), Array.Empty<int>()));
        string[] words = ["x", "y"];
        object[] objects = words;
        objects[1] = "z";
        Suite.Equal("store through covariance", "z", words[1]);
    }

    private static void Lists()
    {
        Suite.Group("List");
        List<int> list = [];
        for (int i = 0; i < 100; i++) list.Add(i);
        Suite.Equal("count", 100, list.Count);
        list.RemoveAt(0);
        list.Insert(3, -1);
        Suite.Equal("insert and remove", "1 2 3 -1 4", Text(list.ToArray()[..5]));
        Suite.Equal("index of", 3, list.IndexOf(-1));
        Suite.True("remove", list.Remove(-1) && !list.Remove(-1));
        Suite.True("contains", list.Contains(50) && !list.Contains(500));
        list[0] = 7;
        Suite.Equal("set", 7, list[0]);
        list.Clear();
        Suite.Equal("clear", 0, list.Count);
        List<string?> words = new(1) { "a", null, "b" };
        Suite.Equal("null inside", 1, words.IndexOf(null));
        Suite.Equal("to array", 3, words.ToArray().Length);
        List<Point> points = [new(1, 2), new(3, 4)];
        Suite.Equal("of structs", 1, points.IndexOf(new Point(3, 4)));
    }

    private static void Enumeration()
    {
        Suite.Group("enumeration");
        List<int> list = [1, 2, 3];
        int sum = 0;
        foreach (int value in list) sum += value;
        Suite.Equal("list", 6, sum);
        Suite.Equal("list by interface", 6, Sum(list));
        Suite.Equal("array by interface", 15, Sum(new[] { 4, 5, 6 }));
        Suite.Equal("iterator", 10, Sum(Count(4)));
        Suite.Equal("read-only list", 3, ((IReadOnlyList<int>)list).Count);
        Suite.Equal("array as list", 5, ((IList<int>)new[] { 4, 5, 6 })[1]);
    }

    private static int Sum(IEnumerable<int> values)
    {
        int sum = 0;
        foreach (int value in values) sum += value;
        return sum;
    }

    private static IEnumerable<int> Count(int last)
    {
        for (int i = 1; i <= last; i++) yield return i;
    }

    private static string Text(int[] values)
    {
        List<string?> texts = [];
        foreach (int value in values) texts.Add(value.ToString());
        return string.Join(" ", texts.ToArray());
    }
}
