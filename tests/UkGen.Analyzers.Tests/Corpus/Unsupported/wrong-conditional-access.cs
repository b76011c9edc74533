using System;
using System.Diagnostics;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Process.Start("a")?.ExitCode); // expect: UK2001
    }
}
