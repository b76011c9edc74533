using System;
using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        if (Running.OnDotNet)
        {
            try { File.Delete("a"); }
            catch (IOException e) { Console.WriteLine(e.Message); }
        }
    }
}
