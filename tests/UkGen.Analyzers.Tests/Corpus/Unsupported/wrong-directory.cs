using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        foreach (string name in Directory.GetFiles(".")) Console.WriteLine(name); // expect: UK2001
    }
}
