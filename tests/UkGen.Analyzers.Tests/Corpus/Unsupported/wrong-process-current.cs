using System;
using System.Diagnostics;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Process.GetCurrentProcess().Id); // expect: UK2001
    }
}
