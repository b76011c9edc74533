using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(File.ReadAllText("settings.txt")); // expect: UK2001
    }
}
