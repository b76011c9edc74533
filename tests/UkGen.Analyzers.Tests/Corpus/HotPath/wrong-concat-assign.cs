using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(string text)
    {
        text += "!"; // expect: UK2101
    }
}
