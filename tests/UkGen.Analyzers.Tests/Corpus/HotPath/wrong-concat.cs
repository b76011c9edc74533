using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(string name)
    {
        string text = name + "!"; // expect: UK2101
    }
}
