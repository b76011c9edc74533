using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        using var stream = new MemoryStream();
        stream.Write("a"u8);
        Console.WriteLine(new StreamReader(stream).ReadToEnd());
    }
}
