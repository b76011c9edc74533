using System;
using System.Collections.Generic;

internal static class Calls
{
    private interface IShape
    {
        int Area { get; }
    }

    private interface IRound;

    private sealed class Square(int side) : IShape
    {
        public int Area => side * side;
    }

    private class Disc(int radius) : IShape, IRound
    {
        public virtual int Area => 3 * radius * radius;
    }

    private sealed class Ring(int radius) : Disc(radius)
    {
        public override int Area => base.Area / 2;
    }

    private static readonly IShape[] s_shapes = MakeShapes();
    private static readonly object[] s_objects = s_shapes;

    private static IShape[] MakeShapes()
    {
        Sequence random = new(5);
        IShape[] shapes = new IShape[10_000];
        for (int i = 0; i < shapes.Length; i++)
            shapes[i] = random.Next(3) switch { 0 => new Square(i & 15), 1 => new Disc(i & 7), _ => new Ring(i & 31) };
        return shapes;
    }

    public static long Interfaces()
    {
        long sum = 0;
        for (int turn = 0; turn < 4; turn++)
            foreach (IShape shape in s_shapes) sum += shape.Area;
        return sum;
    }

    public static long Delegates()
    {
        long sum = 0;
        Func<int, int> add = null!;
        for (int i = 0; i < 50_000; i++)
        {
            if ((i & 15) == 0)
            {
                int captured = i;
                add = x => x + captured;
            }
            sum += add(i);
        }
        return sum;
    }

    private static IEnumerable<int> Evens(int end)
    {
        for (int i = 0; i < end; i++)
            if ((i & 1) == 0) yield return i;
    }

    public static long Iterators()
    {
        long sum = 0;
        foreach (int i in Evens(60_000)) sum += i;
        IEnumerable<IShape> shapes = new List<IShape>(s_shapes);
        foreach (IShape shape in shapes)
            if (shape is Square) sum++;
        return sum;
    }

    public static long Casts()
    {
        long sum = 0;
        foreach (object one in s_objects)
        {
            if (one is Disc disc) sum += disc.Area;
            if (one is IRound) sum++;
            sum += ((IShape)one).Area;
        }
        return sum;
    }
}
