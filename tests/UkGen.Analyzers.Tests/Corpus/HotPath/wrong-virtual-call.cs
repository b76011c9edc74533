using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Shape shape)
    {
        shape.Draw(); // expect: UK2103
    }

    internal class Shape
    {
        internal virtual void Draw()
        {
        }
    }
}
