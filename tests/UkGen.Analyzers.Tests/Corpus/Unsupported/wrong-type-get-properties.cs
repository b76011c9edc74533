using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(typeof(string).GetProperties().Length); // expect: UK2001
    }
}
