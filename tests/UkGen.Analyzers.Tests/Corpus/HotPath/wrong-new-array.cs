using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        byte[] bytes = new byte[16]; // expect: UK2101
        bytes[0] = 1;
    }
}
