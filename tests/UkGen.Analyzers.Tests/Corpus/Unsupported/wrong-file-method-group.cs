using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Func<string, string> read = File.ReadAllText; // expect: UK2001
        Console.WriteLine(read("a"));
    }
}
