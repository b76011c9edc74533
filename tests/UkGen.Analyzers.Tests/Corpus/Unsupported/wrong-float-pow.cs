using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(float.Pow(2, 3)); // expect: UK2001
    }
}
