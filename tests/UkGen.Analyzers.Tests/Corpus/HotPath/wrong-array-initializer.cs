using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        int[] numbers = [1, 2, 3]; // expect: UK2101
        numbers[0] = 1;
    }
}
