using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Path.GetFullPath("a")); // expect: UK2001
    }
}
