using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        var pair = new { X = number }; // expect: UK2101
    }
}
