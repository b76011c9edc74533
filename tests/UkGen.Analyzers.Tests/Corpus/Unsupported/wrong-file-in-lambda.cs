using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Func<string> read = () => File.ReadAllText("a"); // expect: UK2001
        Console.WriteLine(read());
    }
}
