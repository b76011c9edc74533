using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine($"{Environment.TickCount64} ms");
    }
}
