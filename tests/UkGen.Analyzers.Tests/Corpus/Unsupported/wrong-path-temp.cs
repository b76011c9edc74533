using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Path.GetTempPath()); // expect: UK2001
    }
}
