using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(Square shape)
    {
        return shape.Area();
    }

    internal abstract class Shape
    {
        internal abstract int Area();
    }

    internal sealed class Square : Shape
    {
        internal override int Area() => 4;
    }
}
