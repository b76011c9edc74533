using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        if (Environment.ProcessorCount > 1) File.Delete("a"); // expect: UK2001
    }
}
