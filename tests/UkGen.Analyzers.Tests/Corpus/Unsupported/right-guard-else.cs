using System;
using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        if (Running.InImage) Console.WriteLine("a");
        else File.Delete("a");
    }
}
