using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Console.In.ReadToEnd()); // expect: UK2001
    }
}
