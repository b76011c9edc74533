using System;

static class Case
{
    internal static void Run()
    {
        Console.ForegroundColor = ConsoleColor.Red; // expect: UK2001
    }
}
