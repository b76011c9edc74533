using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        IComparable compared = number; // expect: UK2101
    }
}
