using System;
using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Running.OnDotNet ? File.ReadAllText("a") : "b");
    }
}
