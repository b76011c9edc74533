using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number); // expect: UK2102
    }
}
