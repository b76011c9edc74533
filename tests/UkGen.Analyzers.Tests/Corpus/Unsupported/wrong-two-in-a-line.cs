using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(File.ReadAllText("a") + Environment.MachineName); // expect: UK2001 UK2001
    }
}
