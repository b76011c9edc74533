using System;
using System.Collections;
using System.Collections.Generic;

/// <summary>Arrays as Array, of several dimensions, and between element types.</summary>
internal static class ArrayCases
{
    public static void Run()
    {
        Dimensions();
        Values();
        Copies();
        CopiesBetweenTypes();
        Algorithms();
        Interfaces();
        Structure();
        Backwards();
    }

    private static string Text(Array array)
    {
        string text = "";
        foreach (object? item in array) text += (text.Length == 0 ? "" : " ") + (item ?? "null");
        return text;
    }

    private static void Dimensions()
    {
        Suite.Group("array dimensions");
        Array grid = new int[2, 3];
        Suite.Show("rank", grid.Rank + " " + ((Array)new int[1]).Rank + " " + ((Array)new byte[1, 1, 1]).Rank);
        Suite.Show("lengths", grid.Length + " " + grid.GetLength(0) + " " + grid.GetLength(1) + " " + grid.LongLength);
        Suite.Show("bounds", grid.GetLowerBound(1) + " " + grid.GetUpperBound(1) + " " + new int[4].GetUpperBound(0));
        Suite.Show("no such dimension", Thrown.By(() => grid.GetLength(2)));
        int[,] clone = (int[,])new int[,] { { 1, 2 }, { 3, 4 } }.Clone();
        Suite.Show("clone of a grid", clone[1, 0] + " " + clone.GetLength(1) + " " + Text(clone));
        Suite.Show("value of a grid", (int)((Array)clone).GetValue(1, 1)!);
        ((Array)clone).SetValue(9, 0, 1);
        Suite.Show("set in a grid", clone[0, 1]);
        Suite.Show("one index for two", Thrown.By(() => ((Array)clone).GetValue(1)));
        Suite.Show("by indices", (int)((Array)clone).GetValue([1, 0])!);
        Suite.Show("index of a grid", Thrown.By(() => Array.IndexOf((Array)clone, 1)));
        Array.Clear(clone);
        Suite.Show("cleared grid", Text(clone));
        int[,] target = new int[3, 2];
        Array.Copy(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } }, 1, target, 0, 4);
        Suite.Show("copy of a grid", Text(target));
    }

    private static void Values()
    {
        Suite.Group("array values");
        Array numbers = new int[] { 1, 2, 3 };
        Suite.Show("get", (int)numbers.GetValue(1)! + " " + (int)numbers.GetValue(2L)!);
        numbers.SetValue(20, 1);
        numbers.SetValue((byte)7, 0);
        Suite.Show("set", Text(numbers));
        numbers.SetValue(null, 2);
        Suite.Show("set null", Text(numbers));
        Suite.Show("set wider", Thrown.By(() => numbers.SetValue(1L, 0)));
        Suite.Show("set text", Thrown.By(() => numbers.SetValue("x", 0)));
        Suite.Show("outside", Thrown.By(() => numbers.GetValue(3)));
        Array words = new string?[] { "a", "b" };
        words.SetValue(null, 0);
        Suite.Show("words", Text(words));
        Suite.Show("set number among words", Thrown.By(() => words.SetValue(1, 0)));
        Array maybe = new int?[] { 1, null };
        Suite.Show("nullable", Text(maybe));
        maybe.SetValue(5, 1);
        maybe.SetValue(null, 0);
        Suite.Show("set nullable", Text(maybe));
        Array reals = new double[1];
        reals.SetValue(3, 0);
        Suite.Show("integer into real", Text(reals));
        reals.SetValue('A', 0);
        Suite.Show("char into real", Text(reals));
    }

    private static void Copies()
    {
        Suite.Group("array copies");
        int[] source = [1, 2, 3];
        int[] clone = (int[])source.Clone();
        clone[0] = 9;
        Suite.Show("clone", source[0] + " " + Text(clone));
        int[] target = new int[5];
        source.CopyTo(target, 1);
        Suite.Show("copy to", Text(target));
        Suite.Show("copy to too short", Thrown.By(() => source.CopyTo(target, 3)).StartsWith("argument"));
        Suite.Show("copy to null", Thrown.By(() => source.CopyTo(null!, 0)));
        Suite.Show("copy from null", Thrown.By(() => Array.Copy(null!, target, 1)));
        Suite.Show("negative length", Thrown.By(() => Array.Copy(source, target, -1)));
        Array.ConstrainedCopy(source, 1, target, 0, 2);
        Suite.Show("constrained", Text(target));
        Array.Copy(source, 0L, target, 3L, 2L);
        Suite.Show("long", Text(target));
        Array.Copy(target, 0, target, 1, 4);
        Suite.Show("over itself", Text(target));
    }

    private static void CopiesBetweenTypes()
    {
        Suite.Group("array copies between types");
        object[] objects = new object[3];
        Array.Copy(new[] { "a", "b" }, objects, 2);
        Suite.Show("words to objects", Text(objects));
        string[] words = new string[2];
        Array.Copy(objects, words, 2);
        Suite.Show("objects to words", Text(words));
        objects[1] = 5;
        Suite.Show("number among them", Thrown.By(() => Array.Copy(objects, words, 2)));
        Array.Copy(new[] { 1, 2 }, objects, 2);
        Suite.Show("boxed", Text(objects));
        int[] numbers = new int[2];
        Array.Copy(objects, numbers, 2);
        Suite.Show("unboxed", Text(numbers));
        Suite.Show("null unboxed", Thrown.By(() => Array.Copy(new object?[1], numbers, 1)));
        long[] longs = new long[2];
        Array.Copy(new[] { -1, 2 }, longs, 2);
        Suite.Show("widened", Text(longs));
        double[] reals = new double[2];
        Array.Copy(new byte[] { 200, 2 }, reals, 2);
        Suite.Show("to reals", Text(reals));
        Suite.Show("narrowed", Thrown.By(() => Array.Copy(longs, numbers, 1)));
        uint[] unsigned = new uint[2];
        Array.Copy(new[] { -1, 2 }, unsigned, 2);
        Suite.Show("other sign", Text(unsigned));
        Suite.Show("words to numbers", Thrown.By(() => Array.Copy(words, numbers, 1)));
        Suite.Show("bool to byte", Thrown.By(() => Array.Copy(new bool[1], new byte[1], 1)));
        Suite.Show("other rank", Thrown.By(() => Array.Copy(new int[1], new int[1, 1], 1)));
        StringSplitOptions[] days = new StringSplitOptions[1];
        Array.Copy(new[] { 3 }, days, 1);
        Suite.Show("to enum", (int)days[0]);
    }

    private static void Algorithms()
    {
        Suite.Group("array untyped");
        Array numbers = new[] { 3, 1, 2, 1 };
        Suite.Show("index of", Array.IndexOf(numbers, 1) + " " + Array.IndexOf(numbers, 1, 2) + " " + Array.IndexOf(numbers, 9) + " " + Array.IndexOf(numbers, "x"));
        Suite.Show("last index of", Array.LastIndexOf(numbers, 1) + " " + Array.LastIndexOf(numbers, 1, 2));
        Array.Sort(numbers);
        Suite.Show("sort", Text(numbers));
        Suite.Show("search", Array.BinarySearch(numbers, 2) + " " + Array.BinarySearch(numbers, 9));
        Array.Reverse(numbers, 1, 3);
        Suite.Show("reverse part", Text(numbers));
        Array keys = new[] { "b", "c", "a" };
        Array items = new[] { 2, 3, 1 };
        Array.Sort(keys, items);
        Suite.Show("sort items", Text(keys) + " " + Text(items));
        Array.Sort(keys, items, StringComparer.Ordinal);
        Suite.Show("sort by comparer", Text(items));
        object[] mixed = [3, 1, 2];
        Array.Sort((Array)mixed, 0, 2);
        Suite.Show("sort part", Text(mixed));
        Suite.Show("bad part", Thrown.By(() => Array.Sort(numbers, 3, 2)));
        Suite.Show("null", Thrown.By(() => Array.Reverse((Array)null!)));
    }

    private static void Interfaces()
    {
        Suite.Group("array interfaces");
        IList list = new[] { 1, 2, 3 };
        Suite.Show("count", list.Count + " " + list.IsFixedSize + " " + list.IsReadOnly + " " + list.IsSynchronized);
        Suite.Show("contains", list.Contains(2) + " " + list.Contains("2"));
        list[0] = 5;
        Suite.Show("set", (int)list[0]!);
        Suite.Show("add", Thrown.By(() => list.Add(1)));
        Suite.Show("remove", Thrown.By(() => list.RemoveAt(0)));
        object[] copy = new object[4];
        list.CopyTo(copy, 1);
        Suite.Show("copy", Text(copy));
        list.Clear();
        Suite.Show("clear", Text((Array)list));
        ICloneable cloneable = new[] { 1 };
        Suite.Show("cloneable", ((int[])cloneable.Clone())[0]);
        IEnumerator items = ((IEnumerable)new[] { 1, 2 }).GetEnumerator();
        items.MoveNext();
        Suite.Show("enumerator", (int)items.Current!);
        ICollection<int> typed = new[] { 1, 2 };
        Suite.Show("read-only collection", typed.IsReadOnly);
        Suite.Show("as read-only", Thrown.By(() => ((IList<int>)Array.AsReadOnly(new[] { 1 })).Add(2)));
    }

    private static void Structure()
    {
        Suite.Group("array structure");
        IStructuralEquatable left = new object[] { 1, "a", new[] { 2 } };
        Suite.Show("same array", left.Equals(left, StructuralComparisons.StructuralEqualityComparer));
        Suite.Show("equal arrays", left.Equals(new object[] { 1, "a", new[] { 2 } }, StructuralComparisons.StructuralEqualityComparer));
        Suite.Show("different arrays", left.Equals(new object[] { 1, "a", new[] { 3 } }, StructuralComparisons.StructuralEqualityComparer));
        Suite.Show("other length", left.Equals(new object[] { 1 }, StructuralComparisons.StructuralEqualityComparer));
        Suite.Show("order", StructuralComparisons.StructuralComparer.Compare(new[] { 1, 2 }, new[] { 1, 3 }));
        Suite.Show("order of other length", Thrown.By(() => StructuralComparisons.StructuralComparer.Compare(new[] { 1 }, new[] { 1, 3 })));
    }

    private static void Backwards()
    {
        Suite.Group("array backwards");
        int[] numbers = [1, 2, 1, 2, 1];
        Suite.Show("last", Array.LastIndexOf(numbers, 1) + " " + Array.LastIndexOf(numbers, 1, 3) + " " + Array.LastIndexOf(numbers, 1, 3, 1));
        Suite.Show("last of empty", Array.LastIndexOf(new int[0], 1) + " " + Array.LastIndexOf(new int[0], 1, 0));
        Suite.Show("start outside", Thrown.By(() => Array.LastIndexOf(numbers, 1, 5)));
        Suite.Show("count too large", Thrown.By(() => Array.LastIndexOf(numbers, 1, 1, 3)));
        Suite.Show("find last", Array.FindLastIndex(numbers, x => x == 2) + " " + Array.FindLastIndex(numbers, 2, x => x == 2) + " " + Array.FindLastIndex(numbers, 2, 1, x => x == 2));
        Suite.Show("find last outside", Thrown.By(() => Array.FindLastIndex(numbers, 5, x => true)));
        List<int> list = [.. numbers];
        Suite.Show("list last", list.LastIndexOf(1) + " " + list.LastIndexOf(1, 3) + " " + list.LastIndexOf(2, 4, 2));
        Suite.Show("list find last", list.FindLastIndex(x => x == 2) + " " + list.FindLastIndex(2, x => x == 2));
        int[] keys = [4, 3, 2, 1];
        string[] items = ["d", "c", "b", "a"];
        Array.Sort(keys, items, 1, 2);
        Suite.Show("sort part with items", string.Join(" ", keys) + " " + string.Join(" ", items));
    }
}
