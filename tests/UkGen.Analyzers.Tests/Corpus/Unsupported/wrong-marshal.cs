using System;
using System.Runtime.InteropServices;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Marshal.SizeOf<int>()); // expect: UK2001
    }
}
