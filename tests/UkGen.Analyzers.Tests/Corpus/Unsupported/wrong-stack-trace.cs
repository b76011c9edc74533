using System;
using System.Diagnostics;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(new StackTrace()); // expect: UK2001
    }
}
