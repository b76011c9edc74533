using System;

static class Case
{
    internal static void Run()
    {
        Console.Clear(); // expect: UK2001
    }
}
