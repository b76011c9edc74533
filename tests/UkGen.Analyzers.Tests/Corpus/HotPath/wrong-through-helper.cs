using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Helper();
    }

    private static void Helper()
    {
        object made = new(); // expect: UK2101
    }
}
