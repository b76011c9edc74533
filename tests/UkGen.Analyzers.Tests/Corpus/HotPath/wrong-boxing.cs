using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        object boxed = number; // expect: UK2101
    }
}
