using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Math.Sin(0.5) + Math.Pow(2, 3) + MathF.Sqrt(2));
    }
}
