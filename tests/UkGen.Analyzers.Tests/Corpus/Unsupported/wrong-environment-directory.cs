using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Environment.CurrentDirectory); // expect: UK2001
    }
}
