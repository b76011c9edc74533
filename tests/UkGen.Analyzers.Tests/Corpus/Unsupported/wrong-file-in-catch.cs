using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        try { Console.WriteLine("a"); }
        catch (InvalidOperationException) { File.Delete("a"); } // expect: UK2001
    }
}
