using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        string text = $"{number}"; // expect: UK2101
    }
}
