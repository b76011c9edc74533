using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

/// <summary>Structs that override nothing, copies of objects, and what the runtime knows of them.</summary>
internal static class ValueTypeCases
{
    private struct Plain
    {
        public int X;
        public int Y;
    }

    private struct Padded
    {
        public byte Small;
        public long Large;
    }

    private struct Three
    {
        public byte A, B, C;
    }

    private struct WithText
    {
        public string? Text;
        public int Number;
    }

    private struct WithFloat
    {
        public double Value;
    }

    private struct Outer
    {
        public WithText Inner;
        public object? Any;
    }

    private struct Generic<T>
    {
        public T Value;
    }

    private struct OwnEquals
    {
        public int Value;
        public override readonly bool Equals(object? obj) => obj is OwnEquals other && other.Value % 10 == Value % 10;
        public override readonly int GetHashCode() => Value % 10;
    }

    private struct Holder
    {
        public OwnEquals Own;
        public string Text;
    }

    private sealed class Cloneable
    {
        public int Number;
        public string? Text;
        public int[]? Numbers;
        public Cloneable Copy() => (Cloneable)MemberwiseClone();
    }

    public static void Run()
    {
        Equality();
        Copies();
        Helpers();
    }

    private static void Equality()
    {
        Suite.Group("value types");
        Suite.Show("equal", new Plain { X = 1, Y = 2 }.Equals(new Plain { X = 1, Y = 2 }));
        Suite.Show("different", new Plain { X = 1, Y = 2 }.Equals(new Plain { X = 1, Y = 3 }));
        Suite.Show("null", new Plain().Equals(null));
        Suite.Show("other type", new Plain().Equals(new Three()));
        Suite.Show("other type of one size", new Plain().Equals(0L));
        Suite.True("hash", new Plain { X = 1, Y = 2 }.GetHashCode() == new Plain { X = 1, Y = 2 }.GetHashCode());
        Suite.Show("padded", new Padded { Small = 1, Large = 2 }.Equals(new Padded { Small = 1, Large = 2 }));
        Suite.Show("padded, different", new Padded { Small = 1, Large = 2 }.Equals(new Padded { Small = 2, Large = 2 }));
        Suite.Show("three bytes", new Three { A = 1, B = 2, C = 3 }.Equals(new Three { A = 1, B = 2, C = 3 }));
        Suite.Show("three bytes, last", new Three { A = 1, B = 2, C = 3 }.Equals(new Three { A = 1, B = 2, C = 4 }));
        Three[] many = [new() { A = 9 }, new() { A = 1, B = 2, C = 3 }, new() { A = 255, B = 255, C = 255 }];
        object boxed = many[1];
        Suite.Show("three bytes from an array", boxed.Equals(new Three { A = 1, B = 2, C = 3 }));
        Suite.True("three bytes, hash", boxed.GetHashCode() == new Three { A = 1, B = 2, C = 3 }.GetHashCode());
        Suite.Show("text", new WithText { Text = "a" + 1, Number = 2 }.Equals(new WithText { Text = "a1", Number = 2 }));
        Suite.True("text, hash", new WithText { Text = "a" + 1, Number = 2 }.GetHashCode() == new WithText { Text = "a1", Number = 2 }.GetHashCode());
        Suite.Show("text, null", new WithText { Text = null }.Equals(new WithText { Text = "" }));
        Suite.Show("text, both null", new WithText().Equals(new WithText()));
        Suite.Show("zeros", new WithFloat { Value = 0.0 }.Equals(new WithFloat { Value = -0.0 }));
        Suite.Show("not a number", new WithFloat { Value = double.NaN }.Equals(new WithFloat { Value = -double.NaN }));
        Suite.Show("nested", new Outer { Inner = { Text = "t" }, Any = 5 }.Equals(new Outer { Inner = { Text = "t" }, Any = 5 }));
        Suite.Show("nested, different", new Outer { Inner = { Text = "t" }, Any = 5 }.Equals(new Outer { Inner = { Text = "t" }, Any = 6L }));
        Suite.Show("generic", new Generic<string> { Value = "v" }.Equals(new Generic<string> { Value = "v" }));
        Suite.Show("generic of another", new Generic<int> { Value = 1 }.Equals(new Generic<uint> { Value = 1 }));
        Suite.Show("own equality of a field", new Holder { Own = { Value = 11 }, Text = "" }.Equals(new Holder { Own = { Value = 21 }, Text = "" }));
        HashSet<object> set = [new Plain { X = 1 }, new Plain { X = 1 }, new Plain { X = 2 }, new WithText { Text = "q" }, new WithText { Text = "q" }];
        Suite.Show("set of boxes", set.Count);
        Dictionary<Plain, int> table = new() { [new Plain { X = 3, Y = 4 }] = 7 };
        Suite.Show("key", table[new Plain { X = 3, Y = 4 }]);
        Suite.Show("static equals", object.Equals(new Plain { X = 1 }, new Plain { X = 1 }));
        Plain? some = new Plain { X = 8 };
        Suite.Show("nullable", some.Equals(new Plain { X = 8 }));
    }

    private static void Copies()
    {
        Suite.Group("copies");
        Cloneable first = new() { Number = 1, Text = "t", Numbers = [1, 2] };
        Cloneable copy = first.Copy();
        copy.Number = 2;
        copy.Numbers![0] = 9;
        Suite.Show("shallow", $"{first.Number} {copy.Number} {first.Numbers[0]} {ReferenceEquals(first.Text, copy.Text)} {ReferenceEquals(first, copy)}");
        int[] numbers = [1, 2, 3];
        int[] cloned = (int[])numbers.Clone();
        cloned[0] = 7;
        Suite.Show("array", $"{numbers[0]} {cloned[0]} {cloned.Length}");
        string[,] grid = { { "a", "b" }, { "c", "d" } };
        string[,] gridCopy = (string[,])grid.Clone();
        gridCopy[1, 1] = "e";
        Suite.Show("grid", $"{grid[1, 1]} {gridCopy[1, 1]} {gridCopy[0, 1]}");
    }

    private static void Helpers()
    {
        Suite.Group("runtime helpers");
        object one = new(), two = new();
        Suite.True("hash stays", RuntimeHelpers.GetHashCode(one) == RuntimeHelpers.GetHashCode(one));
        Suite.True("hashes differ", RuntimeHelpers.GetHashCode(one) != RuntimeHelpers.GetHashCode(two));
        Suite.Show("hash of null", RuntimeHelpers.GetHashCode(null));
        string text = "abc" + one.GetHashCode().ToString().Length;
        int before = RuntimeHelpers.GetHashCode(text);
        GC.Collect();
        Suite.True("hash after a collection", before == RuntimeHelpers.GetHashCode(text));
        Suite.Show("equal boxes", RuntimeHelpers.Equals(5, 5));
        Suite.Show("different boxes", RuntimeHelpers.Equals(5, 6));
        Suite.Show("boxes of two types", RuntimeHelpers.Equals(5, 5u));
        Suite.Show("equal texts", RuntimeHelpers.Equals("a", new string('a', 1)));
        Suite.Show("nulls", RuntimeHelpers.Equals(null, null));
        Suite.Show("references", RuntimeHelpers.IsReferenceOrContainsReferences<WithText>());
        Suite.Show("no references", RuntimeHelpers.IsReferenceOrContainsReferences<Plain>());
        Suite.Show("sub array", string.Join(",", RuntimeHelpers.GetSubArray([1, 2, 3, 4], 1..^1)));
        Suite.Show("slice", string.Join(",", new[] { "a", "b", "c" }[1..]));
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Suite.Show("enough stack", RuntimeHelpers.TryEnsureSufficientExecutionStack());
    }
}
