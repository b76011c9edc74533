using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Point point)
    {
        Point moved = point with { X = 1 }; // expect: UK2101
    }

    internal sealed record Point(int X);
}
