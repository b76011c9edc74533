using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Console.WriteLine("packet"); // expect: UK2104
    }
}
