using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int? number)
    {
        int value = number ?? throw new InvalidOperationException("none"); // expect: UK2102
    }
}
