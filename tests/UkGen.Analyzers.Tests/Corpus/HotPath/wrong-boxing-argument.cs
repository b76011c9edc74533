using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        Take(number); // expect: UK2101
    }

    private static void Take(object? value)
    {
    }
}
