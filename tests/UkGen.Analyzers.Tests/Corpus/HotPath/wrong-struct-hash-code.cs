using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Point point)
    {
        int hash = point.GetHashCode(); // expect: UK2101
    }

    internal struct Point
    {
        public int X;
    }
}
