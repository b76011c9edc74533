using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        if (File.Exists("a")) Console.WriteLine("yes"); // expect: UK2001
    }
}
