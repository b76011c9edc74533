using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Array.CreateInstance(typeof(int), 3).Length); // expect: UK2001
    }
}
