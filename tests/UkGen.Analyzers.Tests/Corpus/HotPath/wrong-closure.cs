using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        Func<int> read = () => number; // expect: UK2101
    }
}
