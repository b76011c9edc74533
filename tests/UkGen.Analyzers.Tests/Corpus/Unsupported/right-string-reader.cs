using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(new StringReader("a").ReadLine());
    }
}
