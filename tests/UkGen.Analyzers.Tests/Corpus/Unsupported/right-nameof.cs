using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(nameof(File.ReadAllText) + nameof(FileStream));
    }
}
