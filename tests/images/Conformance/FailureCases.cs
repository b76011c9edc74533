using System;
using System.Collections.Generic;

/// <summary>What .NET wraps: exceptions of comparisons, and of static constructors.</summary>
internal static class FailureCases
{
    public static void Run()
    {
        Suite.Group("failures");
        Compare("sort of objects", () => Array.Sort(new Unequal[] { new(), new(), new() }));
        Compare("sort without an order", () => Array.Sort(new NoOrder[3]));
        Compare("sort by lambda", () => new List<int> { 3, 2, 1 }.Sort((_, _) => throw new FormatException()));
        Compare("sort by comparer", () => Array.Sort([3, 2, 1], new Thrower()));
        Compare("sort of keys and items", () => Array.Sort(new Unequal[] { new(), new() }, new int[2]));
        Compare("sort of a span", () => new Unequal[] { new(), new() }.AsSpan().Sort());
        Compare("search", () => Array.BinarySearch([new Unequal()], new Unequal()));
        Compare("search of a list", () => new List<NoOrder> { new() }.BinarySearch(new NoOrder()));
        Suite.Equal("one element is in order", "nothing", Kinds(() => Array.Sort(new NoOrder[1])));
        Suite.Equal("a span's search wraps nothing", "FormatException", Kinds(() => new[] { 1 }.AsSpan().BinarySearch(1, new Thrower())));
        Suite.Equal("order before a throw is kept", "1 2 3", Partly());
        Suite.Equal("static constructor", "TypeInitializationException FormatException", Kinds(() => Broken.Touch()));
        Suite.Equal("static constructor again", "TypeInitializationException FormatException", Kinds(() => Broken.Touch()));
        Suite.Equal("the same exception again", "True", Same());
        Suite.Equal("static constructors run once", "1", Runs.s_count.ToString());
        Suite.Equal("nested static constructors", "TypeInitializationException TypeInitializationException FormatException", Kinds(() => Outer.Touch()));
        Suite.Equal("static constructor that saves itself", "7", Careful.s_value.ToString());
        Suite.Equal("type name of an initializer", "A.B", new TypeInitializationException("A.B", null).TypeName);
        Suite.Equal("message of an initializer", "The type initializer for 'A.B' threw an exception.", new TypeInitializationException("A.B", null).Message);
    }

    private static void Compare(string name, Action action) =>
        Suite.Equal(name, name.Contains("without") || name.Contains("list") ? "InvalidOperationException ArgumentException"
            : "InvalidOperationException FormatException", Kinds(action));

    private static string Kinds(Action action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (Exception e)
        {
            string kinds = Kind(e);
            for (Exception? inner = e.InnerException; inner is not null; inner = inner.InnerException) kinds += " " + Kind(inner);
            return kinds;
        }
    }

    private static string Kind(Exception e) => e switch
    {
        TypeInitializationException => "TypeInitializationException",
        InvalidOperationException => "InvalidOperationException",
        FormatException => "FormatException",
        ArgumentException => "ArgumentException",
        _ => "other",
    };

    private static string Partly()
    {
        int[] values = [3, 2, 1];
        int calls = 0;
        try
        {
            Array.Sort(values, (x, y) => ++calls > 100 ? throw new FormatException() : x.CompareTo(y));
        }
        catch (InvalidOperationException) { }
        return string.Join(' ', values);
    }

    private static string Same()
    {
        Exception? first = null, second = null;
        try { Broken.Touch(); } catch (Exception e) { first = e; }
        try { Broken.Touch(); } catch (Exception e) { second = e; }
        return (first is not null && ReferenceEquals(first, second)).ToString();
    }

    private sealed class Unequal : IComparable<Unequal>
    {
        public int CompareTo(Unequal? other) => throw new FormatException();
    }

    private struct NoOrder;

    private sealed class Thrower : IComparer<int>
    {
        public int Compare(int x, int y) => throw new FormatException();
    }

    private static class Runs
    {
        public static int s_count;
    }

    private static class Broken
    {
        private static readonly int s_value = Fail();

        // Explicit: the constructor runs at the first access, and not before.
        static Broken() { }

        public static int Touch() => s_value;

        private static int Fail()
        {
            Runs.s_count++;
            throw new FormatException("broken");
        }
    }

    private static class Inner
    {
        public static readonly int s_value = int.Parse("x".Length > 0 ? "x" : "1");

        static Inner() { }
    }

    private static class Outer
    {
        private static readonly int s_value = Inner.s_value;

        static Outer() { }

        public static int Touch() => s_value;
    }

    private static class Careful
    {
        public static readonly int s_value = Try();

        static Careful() { }

        private static int Try()
        {
            try
            {
                throw new FormatException();
            }
            catch (FormatException)
            {
                return 7;
            }
        }
    }
}
