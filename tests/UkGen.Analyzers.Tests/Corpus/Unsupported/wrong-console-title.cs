using System;

static class Case
{
    internal static void Run()
    {
        Console.Title = "a"; // expect: UK2001
    }
}
