using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(DateTime.UtcNow.ToOADate()); // expect: UK2001
    }
}
