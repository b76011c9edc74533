using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(double.Sin(0.5)); // expect: UK2001
    }
}
