// lacking: System.IDisposable:M.Dispose
using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        using var text = new StringWriter(); // expect: UK2002
        Console.WriteLine(text);
    }
}
