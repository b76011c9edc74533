using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(char.GetUnicodeCategory('a')); // expect: UK2001
    }
}
