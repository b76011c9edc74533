using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        object gate = new(); // expect: UK2101
        gate.Equals(null); // expect: UK2103
    }
}
