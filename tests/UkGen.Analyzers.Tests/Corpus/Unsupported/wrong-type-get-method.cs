using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(typeof(string).GetMethod("Trim") is null); // expect: UK2001
    }
}
