using System;
using System.Runtime.CompilerServices;

/// <summary>Classes, interfaces, generics, delegates, boxes, static fields.</summary>
internal static class TypeCases
{
    public static void Run()
    {
        Classes();
        Generics();
        Delegates();
        Boxes();
        Statics();
        Language();
    }

    private interface IShape
    {
        int Area { get; }
        string Describe() => $"area {Area}";
    }

    private interface INamed
    {
        string Name { get; }
    }

    private abstract class Shape : IShape
    {
        public abstract int Area { get; }
        public virtual string Kind => "shape";
        public override string ToString() => $"{Kind} of {Area}";
    }

    private class Rectangle(int width, int height) : Shape, INamed
    {
        public override int Area => width * height;
        public override string Kind => "rectangle";
        public string Name => "R";
    }

    private sealed class Square(int side) : Rectangle(side, side), IShape
    {
        public sealed override string Kind => "square";
        string IShape.Describe() => $"side of {Area}";
    }

    private static void Classes()
    {
        Suite.Group("classes");
        Shape[] shapes = [new Rectangle(2, 3), new Square(4)];
        Suite.Equal("virtual", "rectangle of 6", shapes[0].ToString());
        Suite.Equal("override of override", "square of 16", shapes[1].ToString());
        IShape shape = shapes[0];
        Suite.Equal("interface", 6, shape.Area);
        Suite.Equal("default interface method", "area 6", shape.Describe());
        shape = shapes[1];
        Suite.Equal("reimplemented interface method", "side of 16", shape.Describe());
        Suite.Equal("interface of a base class", "R", ((INamed)shapes[1]).Name);
        Suite.True("is class", shapes[1] is Rectangle && shapes[0] is not Square);
        Suite.True("is interface", shapes[0] is INamed && (object)"text" is not INamed);
        Suite.True("as", shapes[0] as Square is null && shapes[1] as Square is not null);
        object[] objects = shapes;
        Suite.True("array covariance", objects[0] is Rectangle && objects is Shape[] && objects is not Rectangle[]);
        Suite.Equal("pattern", "square", Classify(shapes[1]));
        Suite.Equal("pattern with a guard", "big", Classify(new Rectangle(10, 10)));
        Suite.True("reference equality", shapes[0] != shapes[1] && ReferenceEquals(shapes[0], objects[0]));
    }

    private static string Classify(Shape shape) => shape switch
    {
        Square => "square",
        { Area: > 50 } => "big",
        Rectangle => "rectangle",
        _ => "unknown",
    };

    private interface IOperation<TSelf> where TSelf : struct, IOperation<TSelf>
    {
        static abstract int Apply(int left, int right);
        static virtual int Neutral => 0;
    }

    private readonly struct Sum : IOperation<Sum>
    {
        public static int Apply(int left, int right) => left + right;
    }

    private readonly struct Product : IOperation<Product>
    {
        public static int Apply(int left, int right) => left * right;
        public static int Neutral => 1;
    }

    private static int Fold<TOperation>(ReadOnlySpan<int> values) where TOperation : struct, IOperation<TOperation>
    {
        int result = TOperation.Neutral;
        foreach (int value in values) result = TOperation.Apply(result, value);
        return result;
    }

    private sealed class Box<T>(T value)
    {
        public static int Created;
        public T Value { get; } = value;
        public bool Holds(T other) => Value is not null && Value.Equals(other);
    }

    private static T Largest<T>(T first, T second) where T : IComparable<T> => first.CompareTo(second) >= 0 ? first : second;

    private static void Generics()
    {
        Suite.Group("generics");
        Suite.Equal("static abstract", 10, Fold<Sum>([1, 2, 3, 4]));
        Suite.Equal("static virtual", 24, Fold<Product>([1, 2, 3, 4]));
        Suite.True("class over int", new Box<int>(5).Holds(5));
        Suite.True("class over string", new Box<string>("a").Holds("a"));
        Suite.True("class over struct", !new Box<Point>(new Point(1, 2)).Holds(new Point(2, 1)));
        Box<int>.Created = 3;
        Box<string>.Created = 4;
        Suite.Equal("statics of each", 3, Box<int>.Created);
        Suite.Equal("statics of each reference type", 0, Box<object>.Created);
        Suite.Equal("constraint over value", 7, Largest(3, 7));
        Suite.Equal("typeof", "int string other", $"{Of<int>()} {Of<string>()} {Of<long>()}");
        (int quotient, int remainder) = Divide(17, 5);
        Suite.Equal("tuple", "3 2", $"{quotient} {remainder}");
    }

    private static string Of<T>() =>
        typeof(T) == typeof(int) ? "int" : typeof(T) == typeof(string) ? "string" : "other";

    private static (int Quotient, int Remainder) Divide(int dividend, int divisor) => (dividend / divisor, dividend % divisor);

    private static int Twice(int value) => value * 2;

    private sealed class Counter
    {
        public int Count;
        public void Increment() => Count++;
        public int Add(int amount) => Count += amount;
    }

    private static void Delegates()
    {
        Suite.Group("delegates");
        Func<int, int> function = Twice;
        Suite.Equal("static", 14, function(7));
        Counter counter = new();
        Action action = counter.Increment;
        action();
        action();
        Suite.Equal("instance", 2, counter.Count);
        function = counter.Add;
        Suite.Equal("instance with a result", 7, function(5));
        int captured = 10;
        function = x => x + captured;
        captured = 20;
        Suite.Equal("closure sees the variable", 21, function(1));
        function = static x => x - 1;
        Suite.Equal("lambda without closure", 4, function(5));
        Action both = counter.Increment;
        both += counter.Increment;
        both += () => counter.Count += 100;
        both();
        Suite.Equal("multicast", 109, counter.Count);
        Suite.Equal("as argument", 6, Apply(x => x * 3, 2));
    }

    private static int Apply(Func<int, int> function, int value) => function(value);

    private enum Color : byte
    {
        Red, Green, Blue = 7,
    }

    private static void Boxes()
    {
        Suite.Group("boxes");
        object boxed = 42;
        Suite.Equal("unbox", 42, (int)boxed);
        Suite.True("is", boxed is int && boxed is not long);
        Suite.True("equals", boxed.Equals(42) && !boxed.Equals(42L));
        boxed = Color.Blue;
        Suite.Equal("enum", 7, (byte)(Color)boxed);
        Suite.Equal("enum as its underlying type", 7, (byte)boxed);
        int? some = 5, none = null;
        boxed = some;
        Suite.Equal("nullable boxes as its value", 5, (int)boxed);
        Suite.True("empty nullable boxes as null", (object?)none is null);
        Suite.Equal("unbox to nullable", 5, ((int?)boxed)!.Value);
        Suite.True("null to nullable", ((int?)(object?)null) is null);
        Suite.Equal("value or default", 9, none.GetValueOrDefault(9));
        Suite.Equal("coalesce", 5, some ?? 1);
        boxed = new Point(1, 2);
        Suite.Equal("struct", "(1, 2)", boxed.ToString());
        IEquatable<Point> equatable = new Point(1, 2);
        Suite.True("interface of a boxed struct", equatable.Equals(new Point(1, 2)));
        (int, long)? pair = (1, 2L);
        boxed = pair;
        Suite.Equal("nullable of a wide struct", 2, (((int, long)?)boxed)!.Value.Item2);
    }

    private static class Once
    {
        public static int Runs;
        public static readonly int[] Table = Build();
        public static readonly string Text = $"built {Runs}";

        private static int[] Build()
        {
            Runs++;
            int[] table = new int[4];
            for (int i = 0; i < table.Length; i++) table[i] = i * i;
            return table;
        }
    }

    private static class Lazy
    {
        public static readonly object Value = Create();
        public static int Touched;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static object Create()
        {
            Touched = 5;
            return new Counter();
        }
    }

    private static void Statics()
    {
        Suite.Group("static fields");
        Suite.Equal("table", 9, Once.Table[3]);
        Suite.Equal("built once", 1, Once.Runs);
        Suite.Equal("in order", "built 1", Once.Text);
        Suite.True("with references", Lazy.Value is Counter);
        Suite.Equal("constructor ran first", 5, Lazy.Touched);
    }

    private ref struct Window(Span<int> values)
    {
        private readonly Span<int> _values = values;
        public ref int First => ref _values[0];
    }

    private static void Language()
    {
        Suite.Group("language");
        int[] values = [3, 1, 2];
        ref int second = ref values[1];
        second = 9;
        Suite.Equal("ref local", 9, values[1]);
        Window window = new(values);
        window.First += 4;
        Suite.Equal("ref struct", 7, values[0]);
        Suite.Equal("utf-8 literal", 0xC3, "ü"u8[0]);
        Suite.Equal("local function", 120, Factorial(5));
        int[,] grid = new int[2, 3];
        grid[1, 2] = 5;
        Suite.Equal("two dimensions", 11, grid[1, 2] + grid.Length);
        int[][] jagged = [[1], [2, 3]];
        Suite.Equal("jagged", 3, jagged[1][1]);
        Buffer4 buffer = default;
        buffer[3] = 8;
        Suite.Equal("inline array", 8, buffer[3]);
        unsafe
        {
            delegate*<int, int> pointer = &Twice;
            Suite.Equal("function pointer", 8, pointer(4));
        }

        static int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
    }

    [InlineArray(4)]
    private struct Buffer4
    {
        private int _first;
    }
}
