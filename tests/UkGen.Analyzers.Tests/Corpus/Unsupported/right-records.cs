using System;

static class Case
{
    internal static void Run()
    {
        var point = new Point(1, 2) with { X = 3 };
        Console.WriteLine(point);
    }

    internal sealed record Point(int X, int Y);
}
