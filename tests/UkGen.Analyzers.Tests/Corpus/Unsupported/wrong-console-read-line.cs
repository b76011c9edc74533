using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Console.ReadLine()); // expect: UK2001
    }
}
