using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        using FileStream file = File.OpenRead("a"); // expect: UK2001
        Console.WriteLine(file.Length);
    }
}
