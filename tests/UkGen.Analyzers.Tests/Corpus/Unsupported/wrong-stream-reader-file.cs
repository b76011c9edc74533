using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        using var reader = new StreamReader("a"); // expect: UK2001
        Console.WriteLine(reader.ReadLine());
    }
}
