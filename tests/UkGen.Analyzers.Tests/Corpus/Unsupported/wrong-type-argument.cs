using System;
using System.Collections.Generic;
using System.IO;

static class Case
{
    internal static void Run()
    {
        var open = new List<FileStream>(); // expect: UK2001
        Console.WriteLine(open.Count);
    }
}
