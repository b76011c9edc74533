using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(AppContext.BaseDirectory); // expect: UK2001
    }
}
