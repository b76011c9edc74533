using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(object gate, ref int count)
    {
        lock (gate) count++; // expect: UK2104
    }
}
