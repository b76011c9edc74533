using System;

static class Case
{
    internal static void Run()
    {
        (int a, string b) = (1, "x");
        Console.WriteLine((a, b) == (1, "x"));
    }
}
