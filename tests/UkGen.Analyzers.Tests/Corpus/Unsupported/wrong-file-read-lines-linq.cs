using System;
using System.IO;
using System.Linq;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(File.ReadLines("a").Count()); // expect: UK2001
    }
}
