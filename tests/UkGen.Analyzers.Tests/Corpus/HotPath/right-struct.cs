using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run()
    {
        Point point = new(1, 2);
        return point.X + point.Y;
    }

    private readonly struct Point(int x, int y)
    {
        internal int X => x;
        internal int Y { get; } = y;
    }
}
