using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Read());
        static string Read() => File.ReadAllText("a"); // expect: UK2001
    }
}
