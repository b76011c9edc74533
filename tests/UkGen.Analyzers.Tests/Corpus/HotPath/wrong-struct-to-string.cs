using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Point point)
    {
        string? text = point.ToString(); // expect: UK2101
    }

    internal struct Point
    {
        public int X;
    }
}
