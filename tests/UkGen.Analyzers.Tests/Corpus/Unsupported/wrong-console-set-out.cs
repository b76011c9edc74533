using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.SetOut(new StringWriter()); // expect: UK2001
    }
}
