using System;

static class Case
{
    internal static void Run()
    {
        Console.ReadKey(); // expect: UK2001
    }
}
