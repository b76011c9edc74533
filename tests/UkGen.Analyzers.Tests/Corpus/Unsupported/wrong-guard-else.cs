using System;
using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        if (Running.OnDotNet) Console.WriteLine("a");
        else File.Delete("a"); // expect: UK2001
    }
}
