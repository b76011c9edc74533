using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Sum(1, 2); // expect: UK2101
    }

    private static void Sum(params int[] numbers)
    {
    }
}
