using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        using var file = File.Create("a"); // expect: UK2001
        file.WriteByte(1);
    }
}
