using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Environment.MachineName); // expect: UK2001
    }
}
