using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Shape shape)
    {
        int x = shape.X; // expect: UK2103
    }

    internal class Shape
    {
        internal virtual int X => 1;
    }
}
