using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        if (number < 0) throw new ArgumentOutOfRangeException(nameof(number)); // expect: UK2102
    }
}
