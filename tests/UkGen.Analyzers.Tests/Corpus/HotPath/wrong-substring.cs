using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(string name)
    {
        string text = name.Substring(1); // expect: UK2101
    }
}
